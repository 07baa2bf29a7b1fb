"""Pieces of announcements by themselves: files of codes, days and hours, the table."""

import io
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from bot.domain import schedule
from bot.domain.announcements import HORIZON
from bot.domain.clock import KYIV
from bot.domain.errors import FileRefused, UnreadableCodes
from bot.domain.quiet import QuietHours
from bot.outside.answers import ReadLine, ReadTable
from bot.outside.reading import Outside, Sent
from bot.services.announcements.codes import codes_in, sort_out
from bot.services.announcements.files import headed, workbook
from bot.texts.words import words

NIGHT = QuietHours(time(21), time(8))


# --- files of codes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"zt-s01\nzt-s02\n",
        b"code\r\nzt-s01\r\nzt-s02\r\n",
        "\ufeffКод станції;Назва\nzt-s01;Житомир\nzt-s02;Бердичів\n".encode(),
        "Назва,Код станції\nЖитомир,zt-s01\nБердичів,zt-s02\n".encode("cp1251"),
        b"\n\nstation\tname\nzt-s01\tx\nzt-s02\ty\nzt-s01\tx\n",
    ],
)
async def test_codes_of_a_csv(content: bytes) -> None:
    assert codes_in(await Outside().tables(Sent("", content)), "") == ["zt-s01", "zt-s02"]


async def test_codes_of_a_workbook_that_are_numbers() -> None:
    book = Workbook()
    for row in (["№", "Код станції*"], [1, 101], [2, 102.0], [None, None], [3, "103 "]):
        book.worksheets[0].append(row)
    into = io.BytesIO()
    book.save(into)
    assert codes_in(await Outside().tables(Sent("c.xlsx", into.getvalue())), "c.xlsx") == ["101", "102", "103"]


def test_a_file_without_codes_is_refused() -> None:
    with pytest.raises(UnreadableCodes):
        codes_in([ReadTable("c")], "c.csv")
    with pytest.raises(FileRefused):
        codes_in([ReadTable("c", [ReadLine(at, ("s1",)) for at in range(6000)])], "c.csv")


def test_codes_are_known_in_any_case() -> None:
    assert sort_out(["ZT-S01", "zt-s99"], ["zt-s01", "zt-s02"]) == (["zt-s01"], ["zt-s99"])


# --- days and hours ---------------------------------------------------------------------------------------------------

moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@given(moments)
def test_every_hour_that_is_offered_is_to_come_within_a_week_and_not_quiet(now: datetime) -> None:
    offered = [
        schedule.moment(day, hour) for day in schedule.days(now, NIGHT) for hour in schedule.hours(day, now, NIGHT)
    ]
    assert all(now < each <= now + HORIZON and not NIGHT.are_at(each) for each in offered)
    assert sorted(set(offered)) == offered
    assert 7 * 12 <= len(offered) <= 7 * 14


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_have_no_hours(day: date) -> None:
    assert schedule.hours(day, datetime(2026, 11, 25, 12, tzinfo=UTC), NIGHT) == []


def test_in_the_evening_today_is_over() -> None:
    evening = datetime(2026, 11, 22, 20, 30, tzinfo=KYIV).astimezone(UTC)
    assert schedule.days(evening, NIGHT)[0] == evening.date() + timedelta(days=1)


# --- the table --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "names"),
    [("uk", ("Область", "Громада", "Місце")), ("en", ("Oblast", "Community", "Place"))],
)
def test_the_table_has_a_line_a_place_and_the_sum(locale: str, names: tuple[str, ...]) -> None:
    lines: list[list[str | int]] = [
        ["Житомирська", "Малинська", "Малин", 7, 5, 1, 1, 0, 0],
        ["Житомирська", "x", "y", 3, 3, 0, 0, 0, 0],
    ]
    sheet = load_workbook(io.BytesIO(workbook(headed(words(locale), 4), lines))).worksheets[0]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    assert rows[0][:3] == names
    assert len(rows[0]) == 9
    assert rows[-1][3:] == (10, 8, 1, 1, 0, 0)
    assert len(rows) == 4
