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
    "a telephone number ends on the next line": {"uk": r"<b>\d[\d ]* \d", "en": r"<b>\d[\d ]* \d"},
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
                    yield str(file.relative_to(ROOT)), node.value


def test_what_code_puts_into_words_keeps_a_number_with_its_sign() -> None:
    assert [
        found for found in said_by_code() if re.search(r"№ [\d{]|№ ?$", found[1]) and not found[0].endswith("times.py")
    ] == []


TERMS: Final = {
    r"\b[зЗ]аяв": "of the bot’s things: a report here is «повідомлення»",
    r"[зЗ]вернен": "what the law on appeals means",
    r"режим\w* тиш|громад\w* тиші": "«тихі громади»: the other is a ceasefire",
    r"тих[ау]\w* годин[аиу]\b": "«тихі години»: the other is children’s nap",
    r"(?<!за)[рР]еєстр(?!у[єю]|ац)": "«довідник»",
    r"[пП]огодж(?!уюсь)|[пП]огодит|[пП]огодив|[пП]огодьт": "«схвалення», but of consent",
    r"[пП]ри[єе]дна|[пП]ід’єдна": "«у боті», «ще не в боті»",
    r"відв’яз": "«відключити»",
    r"[тТ]оркн": "«натисніть»",
    r"анонімн": "whoever runs the bot could find out",
    r"офіцерові": "«офіцеру»",
    r"Reply": "Telegram says «Відповісти»",
    r"призупин": "«зупинено» in an oblast, «на паузі» of an announcement",
    r"повідомлен\w* (?:від|із|з) бота|[мМ](?:оє|ого|оїх) повідомлен": "what the bot says is no report",
}
"""One word for one thing: what must not be said, and what is meant by it or said instead."""
MEANT: Final = {
    **dict.fromkeys(("ask-danger-offence", "report-kept", "aid-missing", "halfyear-note-duty"), r"\b[зЗ]аяв"),
    "help": r"[зЗ]вернен",
    **dict.fromkeys(("welcome-waiting", "not-officers", "announcement-audience-note"), r"[пП]огод"),
}
"""Where it is just what is meant."""
TERMS_EN: Final = {
    r"\b[sS]tatements? of": "“crime report”",
    r"\b[hH]romadas?\b(?![\s\"}])": "“community”",
    r"(?<!import )\b[rR]egistry\b": "“directory”",
    r"any more\b": "“no longer”",
    r"\banonym": "whoever runs the bot could find out",
}


@pytest.mark.parametrize("term", TERMS)
def test_one_word_for_one_thing(term: str) -> None:
    found = breaking("uk", term)
    assert {name for name in found if not re.search(MEANT.get(name, "$^"), found[name])} == set(), TERMS[term]


@pytest.mark.parametrize("term", TERMS_EN)
def test_one_word_for_one_thing_in_english(term: str) -> None:
    assert breaking("en", term) == {}, TERMS_EN[term]


PICTURE: Final = re.compile("[\u2190-\u21ff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")


@pytest.mark.parametrize("locale", LANGUAGES)
def test_nothing_is_said_by_a_picture(locale: str) -> None:
    assert breaking(locale, PICTURE.pattern) == {}


def test_no_button_is_made_of_a_picture() -> None:
    """The log of changes alone says «before → after»."""
    speaking = [each for each in said_by_code() if each[0].startswith("bot/texts/") and "audit_words" not in each[0]]
    assert {file for file, said in speaking if PICTURE.search(said)} == set()


@pytest.mark.parametrize("locale", LANGUAGES)
def test_nobody_is_called_by_a_name_that_would_need_another_case(locale: str) -> None:
    assert breaking(locale, r"(?:Вітаю|Welcome|Hello), \{|\{ \$name \}, (?:ви|you)\b") == {}
    assert locale != "uk" or breaking(locale, r"(?:офіцера|Офіцера|адміністратора) «?\{ \$name") == {}


PROMISES: Final = {
    "uk": r"завжди|ніколи|допоможе|гарант|виїд(?:е|емо)|приїд(?:е|емо)\b",
    "en": r"(?<!\[)\b(?:always|never(?!\])(?! mind)|guarantee\w*|will help|will come to you)\b",
}


KEPT: Final = {"bot-description", "welcome-operator", "privacy-never"}
"""What the bot itself never does, whatever happens."""


@pytest.mark.parametrize("locale", LANGUAGES)
def test_nothing_is_promised_that_nobody_can_keep(locale: str) -> None:
    assert set(breaking(locale, PROMISES[locale])) - KEPT == set()


FIRST: Final = {
    "ask-danger": r"<b>",
    "report-kept": r"\{ \$number \}",
    "entry-added": r"\{ \$number \}",
    "report-moved-accepted": r"\{ \$number \}",
    "report-moved-resolved": r"\{ \$number \}",
    "report-moved-new": r"\{ \$number \}",
    "report-unread": r"\{ \$number \}",
    "officer-back": r"\{ \$number \}",
    "emergency-numbers": r"<b>",
    "confirm-forget": r"<b>",
}
"""What the first line must have, as far as a pattern can tell: a notification shows no more."""


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("name", FIRST)
def test_the_most_important_thing_stands_in_the_first_line(name: str, locale: str) -> None:
    first = told(locale)[name].strip().splitlines()[0]
    assert re.search(FIRST[name], first)
