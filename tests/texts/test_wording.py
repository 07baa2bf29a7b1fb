"""Rules that every text keeps, whoever writes the next one: signs, spaces, one word for one thing."""

import ast
import re
from collections.abc import Iterator
from typing import Final

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from bot.texts.words import LANGUAGES, LOCALES

ROOT: Final = LOCALES.parent
NO_BREAK: Final = "\u00a0"
SPACES: Final = {
    "a number parts from its sign": {"uk": r"№(?!\u00a0[{\d])", "en": r"\bNo\.(?!\u00a0)(?= ?[{\d])"},
    "the sign is the other language's": {"uk": r"\bNo\. ?[{\d]", "en": "№"},
    "a number parts from its unit": {
        "uk": r"[}\d] (?:%|(?:м|км|хв|год|МБ)(?![\w’]))",
        "en": r"[}\d] (?:m|km|min|h|MB)\b|[}\d]\s%",
    },
    "an apostrophe or quotation marks of a typewriter": {"uk": r"(?<=\w)['`](?=\w)", "en": r"(?<=\w)['`]"},
}


def told(locale: str) -> dict[str, str]:
    """Every text as it stands in its file, comments aside."""
    found: dict[str, str] = {}
    for file in sorted((LOCALES / locale).glob("*.ftl")):
        source = file.read_text(encoding="utf-8")
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, fluent.Message) and entry.value and entry.value.span:
                found[entry.id.name] = source[entry.value.span.start : entry.value.span.end]
    return found


def breaking(locale: str, pattern: str) -> dict[str, str]:
    return {name: hit[0] for name, text in told(locale).items() if (hit := re.search(pattern, text))}


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("rule", SPACES)
def test_signs_and_spaces(rule: str, locale: str) -> None:
    assert breaking(locale, SPACES[rule][locale]) == {}


def said_by_code() -> Iterator[tuple[str, str]]:
    """(file, literal): what the code itself puts into words; docstrings are for its readers."""
    for folder in ("bot", "handlers"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                    yield file.name, node.value


def test_what_code_puts_into_words_keeps_a_number_with_its_sign() -> None:
    assert [found for found in said_by_code() if re.search(r"№ [\d{]|№ ?$", found[1]) and found[0] != "times.py"] == []
