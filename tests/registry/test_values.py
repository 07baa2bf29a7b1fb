"""Cells as people and spreadsheets write them."""

from contextlib import suppress
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Role
from bot.outside.answers import Cell
from bot.services.registry.faults import SHOWN_CHARACTERS, WrongCell, shown
from bot.services.registry.values import (
    LATITUDES,
    day,
    degrees,
    hours,
    katottg,
    phones,
    plain,
    role,
    text,
    visibility,
)

PARSERS = (katottg, role, visibility, day, degrees(LATITUDES), phones(limit=40), text(limit=20))
cells = st.none() | st.text() | st.integers() | st.floats() | st.booleans() | st.dates() | st.datetimes() | st.times()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("067 123-45-67", "+380 67 123 45 67"),
        ("+38 (067) 123 45 67", "+380 67 123 45 67"),
        ("80671234567", "+380 67 123 45 67"),
        (380671234567, "+380 67 123 45 67"),
        (671234567.0, "+380 67 123 45 67"),  # a spreadsheet ate the zero
        ("102", "102"),
        ("+48 22 123 45 67", "+48221234567"),
        ("тел.: (067) 123‑45‑67 (моб.)", "+380 67 123 45 67"),
        ("+380671234567/0501234567", "+380 67 123 45 67, +380 50 123 45 67"),
        ("(0412) 00-02-00 або 067-123-45-67", "+380 41 200 02 00, +380 67 123 45 67"),
        ("\u202a+380 67 123 45 67\u202c", "+380 67 123 45 67"),
        ("0671234567, 067 123 45 67", "+380 67 123 45 67"),
        ("черг. частина: 102", "102"),
        ("067 123-45-67; 050 123 45 67", "+380 67 123 45 67, +380 50 123 45 67"),
    ],
)
def test_phones(written: Cell, kept: str) -> None:
    assert phones(limit=40)(written) == kept
    assert phones(limit=40)(kept) == kept


@pytest.mark.parametrize(
    "written", ["—", "дзвоніть", "12345", "+", "067 123-45-67 вн. 12", ";", "1" * 30, "факс 067 123-45-67"]
)
def test_not_phones(written: Cell) -> None:
    with pytest.raises(WrongCell):
        phones(limit=40)(written)


@pytest.mark.parametrize(
    "written",
    [
        "01.09.2026",
        "2026-09-01",
        "01/09/2026",
        " 1.9.2026 ",
        46266,
        date(2026, 9, 1),
        datetime(2026, 9, 1, 12, tzinfo=UTC),
    ],
)
def test_days(written: Cell) -> None:
    assert day(written) == date(2026, 9, 1)


@pytest.mark.parametrize(
    "written", ["01.09.26", "31.02.2026", "вересень", "09.2026", 1, -5, True, time(9), "01.01.0202"]
)
def test_not_days(written: Cell) -> None:
    with pytest.raises(WrongCell):
        day(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Офіцер  ГРОМАДИ", Role.COMMUNITY),
        ("ПОГ", Role.COMMUNITY),
        ("дільничний офіцер поліції", Role.DISTRICT),
        ("District", Role.DISTRICT),
        ("чергова\nчастина", Role.DUTY),
    ],
)
def test_roles(written: Cell, meant: Role) -> None:
    assert role(written) is meant


def test_codes_typed_on_a_ukrainian_keyboard() -> None:
    assert katottg(" uа18 0200 30000 0356 25 ") == "UA18020030000035625"


def test_text_loses_only_what_nobody_sees() -> None:
    assert (
        plain(" Іван\u00a0Зразок\u200b \x00\r\n\r\n  «й» е\u0301 👨\u200d👩 ") == "Іван Зразок\n«й» е\u0301 👨\u200d👩"
    )
    assert plain("и\u0306") == "й"
    assert (plain(7.0), plain(7), plain(7.5)) == ("7", "7", "7.5")


@given(st.text())
def test_text_is_stable_and_fits_both_databases(written: str) -> None:
    once = plain(written)
    assert plain(once) == once
    assert "\x00" not in once
    once.encode("utf-8")


@given(cells)
def test_a_parser_answers_or_says_what_is_wrong(cell: Cell) -> None:
    for parse in PARSERS:
        with suppress(WrongCell):
            parse(cell)


@given(st.decimals(min_value=44, max_value=Decimal("52.5"), places=6))
def test_coordinates_with_point_or_comma(value: Decimal) -> None:
    parse = degrees(LATITUDES)
    assert parse(str(value)) == parse(str(value).replace(".", ",")) == float(value)


@given(st.text())
def test_a_quoted_value_is_one_short_line(written: str) -> None:
    assert len(shown(written)) <= SHOWN_CHARACTERS
    assert len(shown(written).splitlines()) <= 1


@pytest.mark.parametrize("written", ["5_0.25", "nan", "1e1", "٥٠", "4" * 400])
def test_only_digits_are_a_coordinate(written: str) -> None:
    with pytest.raises(WrongCell) as wrong:
        degrees(LATITUDES)(written)
    assert wrong.value.code == "not-a-coordinate"
    assert degrees(LATITUDES)(" 50,25 °") == 50.25


@pytest.mark.parametrize(
    "written",
    [
        "18.09.2026",
        "2026-09-18 00:00:00",
        "18-вер",
        "18.вер.",
        "вер.18",
        "Sep-18",
        "0,375",
        "9",
        "09:00:00",
    ],
)
def test_hours_that_a_spreadsheet_has_spoilt(written: Cell) -> None:
    with pytest.raises(WrongCell) as wrong:
        hours(limit=200)(written)
    assert wrong.value.code == "not-words"


@pytest.mark.parametrize(
    "written", ["9-18", "24/7", "пн–пт 09:00–18:00", "цілодобово", "вт, чт\n10:00-12:00", "щодня 8–20", "09:00-18:00"]
)
def test_hours_in_words(written: str) -> None:
    assert hours(limit=200)(written) == written
