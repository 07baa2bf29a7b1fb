"""Every language has every text, with the same variables and its own plurals, and the code asks for no other."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.domain import errors
from bot.domain.alerts import AlertKind
from bot.domain.errors import DeskError
from bot.texts.words import LANGUAGES, LOCALES, TextMissing, words

PLURALS = {"uk": {"one", "few", "many"}, "en": {"one", "other"}}
ROOT = LOCALES.parent


class Reading(Visitor):
    """Collects the variables of a message and the variants of its number selectors."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.plurals: list[set[str]] = []

    def visit_VariableReference(self, node: Any) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: Any) -> None:
        keys = {each.key.name for each in node.variants if isinstance(each.key, ast.Identifier)}
        if keys & {"one", "few", "many"}:
            self.plurals.append(keys)
        self.generic_visit(node)


def messages(locale: str) -> dict[str, Reading]:
    found: dict[str, Reading] = {}
    for file in sorted((LOCALES / locale).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{entry.id.name} is there twice"
                found[entry.id.name] = Reading()
                found[entry.id.name].visit(entry)
    return found


def test_every_language_has_the_same_texts_with_the_same_variables() -> None:
    first, *others = (messages(locale) for locale in LANGUAGES)
    for other in others:
        assert set(other) == set(first)
        assert {k: v.variables for k, v in other.items()} == {k: v.variables for k, v in first.items()}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_number_selectors_have_the_languages_own_categories(locale: str) -> None:
    for name, message in messages(locale).items():
        for keys in message.plurals:
            wanted = PLURALS[locale]
            # Where a verb only tells one from several, two variants are enough.
            assert wanted <= keys or keys <= {"one", "other"}, f"{locale}: {name} has {sorted(keys)}"


def _code() -> str:
    files = [f for folder in ("bot", "handlers") for f in (ROOT / folder).rglob("*.py")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _asked_for(code: str) -> Iterator[re.Pattern[str]]:
    """Text ids in the code: whole ones, and f-strings whose braces stand for anything."""
    for raw in re.findall(r'f?"((?:[a-z]|\{)[A-Za-z0-9_{}.\[\]() -]*)"', code):
        pattern = re.escape(re.sub(r"\{[^}]*\}", "\0", raw)).replace("\0", ".+")
        if pattern != ".+":
            yield re.compile(pattern)


def test_no_text_is_left_over() -> None:
    code = _code()
    # Buttons and commands are asked for by the short name.
    patterns = [
        *_asked_for(code),
        *(re.compile(f"(button|command)-{name}") for name in re.findall(r'"([a-z-]+)"', code)),
    ]
    unused = {name for name in messages("uk") if not any(p.fullmatch(name) for p in patterns)}
    assert unused == set()


def _refusals(base: type[DeskError] = DeskError) -> Iterator[type[DeskError]]:
    for each in base.__subclasses__():
        yield each
        yield from _refusals(each)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_refusal_has_a_sentence(locale: str) -> None:
    known = messages(locale)
    assert errors
    assert {each.code for each in _refusals() if f"refused-{each.code}" not in known} == set()


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_alert_has_a_sentence(locale: str) -> None:
    assert {each.value for each in AlertKind if f"alert-{each.value}" not in messages(locale)} == set()


@pytest.mark.parametrize(
    ("locale", "n", "said"),
    [
        ("uk", 1, "чекає 1 повідомлення"),
        ("uk", 2, "чекають 2 повідомлення"),
        ("uk", 5, "чекають 5 повідомлень"),
        ("uk", 11, "чекають 11 повідомлень"),
        ("uk", 21, "чекає 21 повідомлення"),
        ("uk", 112, "чекають 112 повідомлень"),
        ("en", 1, "1 report is waiting"),
        ("en", 2, "2 reports are waiting"),
    ],
)
def test_reports_are_counted_as_people_do(locale: str, n: int, said: str) -> None:
    assert said in words(locale).plain("queue", count=n)


@pytest.mark.parametrize(("n", "said"), [(1, "1 станцію"), (2, "2 станції"), (5, "5 станцій"), (17, "17 станцій")])
def test_stations_are_counted_as_people_do(n: int, said: str) -> None:
    assert said in words("uk").plain("announcement-stations", chosen=n)


def test_a_missing_text_or_variable_is_an_error_not_an_id() -> None:
    with pytest.raises(TextMissing):
        words("uk").plain("no-such-text")
    with pytest.raises(TextMissing):
        words("uk").plain("queue")


def test_markup_in_a_value_is_only_text() -> None:
    assert words("uk").html("officer-line", name="<b>&") == "<b>&lt;b&gt;&amp;</b>"
    assert words("uk").plain("language-uk") == "Українська"


def test_names_that_are_numbers_get_no_spaces() -> None:
    assert "№\u00a012345" in words("uk").html("entry-added", number="12345", unheard="no", reopened="no")


def test_texts_are_read_from_files_that_are_there() -> None:
    assert {folder.name for folder in Path(LOCALES).iterdir() if folder.is_dir()} == set(LANGUAGES)
