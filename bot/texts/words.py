"""Fluent with our manners: a missing message or variable is an error, never an id shown to somebody worried."""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final, TypeAlias

from fluent.runtime import FluentBundle, FluentResource
from translitua import UkrainianKMU, translit

from bot.domain.locales import Locale
from bot.domain.marked import utf16
from bot.domain.notices import Notice
from bot.domain.shortening import shortened

LOCALES: Final = Path(__file__).parents[2] / "locales"
LANGUAGES: Final = tuple(Locale)
MOST: Final = 1000
"""Characters of a value: Fluent refuses what is filled in above 2,500, counting a variant with all that is in it."""
LONGEST_ESCAPE: Final = len("&amp;")

Value: TypeAlias = str | int | float
Speech: TypeAlias = dict[type[Notice], Callable[[Any, "Words"], str]]
"""How the notices of a family are worded."""


class TextMissing(LookupError):
    """A text or one of its variables is not there; a test over all texts keeps this from happening in service."""


class Whole(str):
    """A value that is told whole or not at all, such as a link or a command: never shortened."""

    __slots__ = ()


class Html(Whole):
    """Markup already; any other value is escaped."""

    __slots__ = ()


class Words:
    """The texts of one language."""

    def __init__(self, locale: str, sources: Iterable[str]) -> None:
        self.locale = locale
        self._most: int | None = None
        self.most_listed: int | None = None
        """How many of a long list are told before «…і ще N»; None: all."""
        self._bundle = FluentBundle([locale], use_isolating=False)
        for source in sources:
            self._bundle.add_resource(FluentResource(source))

    def html(self, text_id: str, **values: Value) -> str:
        """A text for an HTML message: markup in the text stands, markup in the values does not."""
        return self._format(text_id, {name: self._filled(value, _escaped) for name, value in values.items()})

    def plain(self, text_id: str, **values: Value) -> str:
        """A text for a button, a menu or an alert."""
        return self._format(text_id, {name: self._filled(value, str) for name, value in values.items()})

    def shortening(self, most: int, listed: int | None = None) -> "Words":
        """The same texts, with every value that is filled in shortened to `most` UTF-16 units, and of long lists the
        first `listed` told."""
        shorter = copy(self)
        shorter._most, shorter.most_listed = most, listed
        return shorter

    def short(self, value: str) -> str:
        """A value as long as it may be here."""
        return value if self._most is None else shortened(value, self._most)

    def _filled(self, value: Value, made: Callable[[str], str]) -> Value:
        """A value as it is filled in, never longer than Fluent takes."""
        if not isinstance(value, str) or isinstance(value, Html):
            return value
        kept = value if isinstance(value, Whole) else self.short(value)
        while (excess := len(made(kept)) - MOST) > 0:
            kept = shortened(kept, utf16(kept) - max(excess // LONGEST_ESCAPE, 1))
        return made(kept)

    def name(self, place_name: str) -> str:
        """A place's name as this language writes it (KMU-55 romanisation outside Ukrainian)."""
        return place_name if self.locale == "uk" else str(translit(place_name, UkrainianKMU))

    def _format(self, text_id: str, values: Mapping[str, Value]) -> str:
        if not self._bundle.has_message(text_id):
            raise TextMissing(f"{self.locale}: no text {text_id}")
        pattern = self._bundle.get_message(text_id).value
        if pattern is None:
            raise TextMissing(f"{self.locale}: {text_id} has no value")
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise TextMissing(f"{self.locale}: {text_id}: {errors[0]}")
        return str(text)


def _escaped(value: str) -> str:
    return escape(value, quote=False)


@cache
def words(locale: str) -> Words:
    """The texts of a language, read once; an unknown language is Ukrainian."""
    folder = LOCALES / (locale if locale in LANGUAGES else LANGUAGES[0])
    return Words(folder.name, [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.ftl"))])
