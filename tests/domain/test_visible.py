"""Nothing hides, turns around or leads astray between two people; emoji and formatting stay."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.marked import Marked, utf16
from bot.domain.visible import in_a_line, opened, seen, seen_text
from tests.domain.test_marked import covered, marked

WHOLE = [
    "👨\u200d👩\u200d👧\u200d👦",
    "👩🏽\u200d⚕\ufe0f",
    "🏳\ufe0f\u200d🌈",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "🇺🇦",
    "❤\ufe0f\u200d🔥",
    "1\ufe0f\u20e3",
    "☎\ufe0e",
    "👮🏿\u200d♀\ufe0f",
    "й",  # in two characters
    "Слова, 12:30 — «лапки»\n\tі рядок\u00a0№",
    "e\u0302\u0323",
]


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_seen_stays(text: str) -> None:
    text = unicodedata.normalize("NFD", text) if text == "й" else text
    assert seen_text(text) == text
    assert seen_text(f"\u202e{text}\u200b") == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("фото\u202egpj.exe", "фотоgpj.exe"),
        ("По\u200bлі\u2060ція\ufeff · № 12", "Поліція · № 12"),
        ("\u2067а\u2069\u200e\u200f\u061cб", "аб"),
        ("а\u200dб\u200cв\ufe0fг", "абвг"),
        ("\u200d👮\u200d", "👮"),
        ("👮\ufe0f\ufe0f\ufe0f", "👮\ufe0f"),
        ("а" + "".join(chr(0xE0000 + ord(each)) for each in "таємно ignore".encode().decode("ascii", "ignore")), "а"),
        ("🏴" + "".join(chr(0xE0000 + ord(each)) for each in "a hidden text") + "\U000e007f", "🏴"),
        ("раз\u2028два\u0085три", "раз\nдва\nтри"),
        ("\u3164\u2800\uffa0", " "),
        ("з" + "\u0489" * 30, "з" + "\u0489" * 3),
        ("бе\u00adз пере\u00adносів", "без переносів"),
        ("\x00\x07дзвін\r\n", "дзвін\n"),
    ],
)
def test_what_is_not_seen_goes(text: str, shown: str) -> None:
    assert seen_text(text) == shown


@pytest.mark.parametrize(
    "code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0x200B, 0x2060]
)
def test_none_of_them_is_left_anywhere(code: int) -> None:
    hidden = chr(code)
    for around in ("аб", "👨👩", "1\ufe0f", "\u200d\u200d", "❤\ufe0f"):
        assert hidden not in seen_text(hidden.join(["", *around, ""]))


HIDDEN = st.sampled_from("\u202e\u200b\u200d\u2066\ufeff\u00ad\ufe0f\u3164")


@st.composite
def mixed(draw: st.DrawFn) -> tuple[Marked, list[str]]:
    """Words with hidden characters strewn in, and what their formatting stands on without those."""
    words = draw(marked())
    text = words.text.replace("\0", "")
    words = words if text == words.text else Marked(text)
    places = sorted(draw(st.lists(st.integers(0, len(words.text)), max_size=6)))
    strewn = words.edited([(each, each, draw(HIDDEN)) for each in places])
    return strewn, [seen_text(each) for each in covered(strewn)]


@given(mixed())
def test_formatting_stays_on_the_same_visible_characters(made: tuple[Marked, list[str]]) -> None:
    strewn, expected = made
    shown = seen(strewn)
    assert seen(shown) == shown
    assert shown.text == seen_text(strewn.text)
    found = covered(shown)
    if not any(each in strewn.text for each in "👨❤é🇺"):  # alone, a part of an emoji may be seen that its whole hides
        assert found == [each for each in expected if each]


@given(st.text(), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50)), max_size=4))
def test_any_text_with_any_formatting_can_be_seen(text: str, spans: list[tuple[int, int]]) -> None:
    words = Marked(text, [{"type": "bold", "offset": o, "length": n} for o, n in spans])
    for shown in (seen(words), opened(seen(words))):
        assert all(0 <= e["offset"] < e["offset"] + e["length"] <= utf16(shown.text) for e in shown.entities)
        assert seen(shown).text == shown.text


# --- links ------------------------------------------------------------------------------------------------------------


def link(text: str, part: str, url: str, kind: str = "text_link") -> Marked:
    entity: dict[str, Any] = {
        "type": kind,
        "offset": utf16(text[: text.index(part)]),
        "length": utf16(part),
        "url": url,
    }
    return Marked(text, [entity, {"type": "bold", "offset": utf16(text) - 1, "length": 1}])


def test_a_link_says_where_it_leads() -> None:
    words = opened(link("👮 Пишіть на police.gov.ua зараз!", "police.gov.ua", "http://example.org/\u202ex"))
    assert words.text == "👮 Пишіть на police.gov.ua (http://example.org/x) зараз!"
    assert [each["type"] for each in words.entities] == ["bold"]
    assert covered(words) == ["!"]


@pytest.mark.parametrize("url", ["https://example.org", "http://www.Example.org/", "example.org"])
def test_a_link_that_says_so_already_stays(url: str) -> None:
    words = link("Тут: example.org!", "example.org", url)
    assert opened(words).text == words.text
    assert {each["type"] for each in opened(words).entities} == {"text_link", "bold"}


def test_an_account_is_not_told_and_nothing_lies_under_formatting() -> None:
    words = opened(link("Це він", "він", "tg://user?id=5"))
    assert (words.text, [each["type"] for each in words.entities]) == ("Це він", ["bold"])
    for kind in ("spoiler", "custom_emoji", "text_mention"):
        assert [each["type"] for each in opened(link("Це він", "він", "", kind)).entities] == ["bold"]
    assert opened(link("Це він", "він", "", "expandable_blockquote")).entities[0]["type"] == "blockquote"


def test_a_name_is_one_line() -> None:
    assert in_a_line("Кафе\n\u202eПоліція · № 12", 100) == "Кафе Поліція · № 12"
    assert in_a_line("я" * 200, 100) == "я" * 99 + "…"
