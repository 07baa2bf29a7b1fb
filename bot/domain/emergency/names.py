"""Names of places that sound like danger: alone they say where, not what; in a story, where the story says so."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from bot.domain.emergency.spelling import lowered, plain
from bot.domain.emergency.tables import places

_KIND: Final = re.compile(r"^(?:с|м|смт|село|місто|селище|город|поселок) ")
"""What stands before a name."""
_SAID_TO_BE_NAMES: Final = re.compile(
    r"(?:^|\s)(?:(?:нас|живу|живемо|живем|мешкаю) [ув]|с|м|смт|сел[оіау]|селищ[еі]|міст[оі]|город|посел(?:ок|ке))$"
)
"""What stands before a name in a story."""
_FIRST: Final = frozenset({"вогні"})
"""What is burning first and a village second: «хата у нас у вогні»."""
_STEM_FROM: Final = 5


def bare(text: str) -> str:
    """The words of a text in the strict spelling."""
    return " ".join(plain(word) for word in re.findall(r"\w+", lowered(text)))


def is_name(said: str) -> bool:
    """Whether a `bare` text is one of the names, with or without what it is («село …»)."""
    return _KIND.sub("", said) in _names()


def named_places(words: Sequence[str]) -> set[int]:
    """Which words a text itself says to be names of places: «у нас у Вила», «в селі Кисла Дубина»."""
    found: set[int] = set()
    for place, word in enumerate(words):
        if plain(word) in _words():
            before = " ".join(words[max(0, place - 3) : place])
            if place - 1 in found or _SAID_TO_BE_NAMES.search(before):
                found.add(place)
    return found


def named_beginnings() -> Iterator[str]:
    """«рокитн-» of «рокитне»: its cases, and names made of it."""
    for word in {word for name in _listed() for word in re.findall(r"\w+", lowered(name))}:
        stem = word.rstrip("аеиіїйоуюя")
        yield f"{stem}-" if len(stem) >= _STEM_FROM else word


@cache
def _names() -> frozenset[str]:
    return frozenset(map(bare, _listed()))


@cache
def _words() -> frozenset[str]:
    return frozenset(word for name in _names() for word in name.split()) - _FIRST


def _listed() -> list[str]:
    return [name.strip() for name in places.NAMES.replace("\n", " ").split(",")]
