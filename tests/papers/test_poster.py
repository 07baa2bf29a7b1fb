"""A poster is one A4 page, says who and how, and its code leads where it says; whatever a station is called."""

import io
import zipfile
from dataclasses import replace
from datetime import date
from typing import Final

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.links import opening
from bot.domain.notices import OfficerWords, StationWords
from bot.domain.people import Role
from bot.domain.posters import DeepLink, LinkTo, Poster, deep_link_of
from bot.papers import press
from bot.papers.poster import print_poster, values_of
from bot.services.posters import bundled
from tests.papers import codes, paper

A4: Final = (595.2756, 841.8898)
LONG: Final = "Поліцейська станція з дуже довгою назвою " * 4
USUAL: Final = Poster(
    hromadas=("Бердичівська",),
    officers=(OfficerWords(Role.COMMUNITY, "капітан поліції", "Зразок Другий", "+380 00 000 00 19"),),
    station=StationWords("Станція «Бердичів»", "вул. Зразкова, 1", "цілодобово", "+380 00 000 00 02"),
    link=opening(username="hromada_demo_bot", payload="st_2"),
    issued=date(2026, 11, 22),
)
MANY: Final = replace(
    USUAL,
    hromadas=("Новоград-Волинська", "Баранівська", "Довбиська"),
    officers=tuple(OfficerWords(Role.COMMUNITY, "старший лейтенант поліції", LONG[:100], "1" * 40) for _ in range(6)),
    station=StationWords(LONG[:200], LONG * 2, LONG[:200], "+380 00 000 00 02"),
)


@pytest.mark.parametrize("poster", [USUAL, MANY, replace(USUAL, officers=(), station=None, hromadas=())])
def test_it_is_one_a4_page_with_text_that_can_be_searched(poster: Poster) -> None:
    printed = print_poster(poster)
    assert paper.page_sizes(printed.pdf) == [A4]
    assert set("102Небезпека") <= paper.characters(printed.pdf)
    assert printed.png.startswith(b"\x89PNG")


def test_emergency_numbers_come_first_and_the_link_is_there_to_read() -> None:
    values = values_of(USUAL)
    assert [number for number, _ in values["numbers"]] == ["102", "112"]
    assert next(iter(values)) == "emergency"
    assert values["shown"] == "t.me/hromada_demo_bot?start=st_2"
    assert "102" in values["not_for"]


def test_a_phone_that_is_not_public_is_not_printed() -> None:
    quiet = replace(USUAL, officers=(replace(USUAL.officers[0], phone=None),))
    assert values_of(quiet)["officers"] == [{"name": "капітан поліції Зразок Другий", "role": "", "phone": ""}]


def test_a_crowd_is_counted_and_not_named() -> None:
    crowd = values_of(replace(USUAL, officers=USUAL.officers * 30))
    assert crowd["officers"] == []
    assert "30 офіцерів" in crowd["more"]


@given(st.text("abcdefghijklmnopqrstuvwxyz_", min_size=5, max_size=32), st.integers(1, 10**17))
@settings(max_examples=40, deadline=None)
def test_the_code_leads_to_the_link(username: str, number: int) -> None:
    deep_link = DeepLink(LinkTo.STATION, str(number))
    link = opening(username=username, payload=deep_link.payload)
    code = segno.make_qr(link, error="q", boost_error=False)
    assert codes.read([[int(module) & 1 for module in row] for row in code.matrix]) == link
    assert press.qr(link) == press.qr(link)
    assert deep_link_of(link.partition("?start=")[2]) == deep_link
    assert deep_link.station_id == number
    assert len(deep_link.payload) <= 64


@given(st.text(max_size=60) | st.text("#*_[]\\@$<>`~=-+/\"'{}();", max_size=60))
@settings(max_examples=40, deadline=None)
def test_nothing_in_a_name_is_markup(name: str) -> None:
    poster = replace(USUAL, officers=(replace(USUAL.officers[0], name=name),))
    assert paper.page_sizes(press.pdf("poster", values_of(poster))) == [A4]


def test_archives_stay_small_enough_and_lose_nothing() -> None:
    sheets = [(f"{number}.pdf", bytes(400)) for number in range(10)]
    parts = bundled(sheets, most=1000)
    assert [count for count, _ in parts] == [2] * 5
    names = [name for _, content in parts for name in zipfile.ZipFile(io.BytesIO(content)).namelist()]
    assert names == [name for name, _ in sheets]
