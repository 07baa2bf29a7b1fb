"""The life of an announcement cell by cell, placeholders that keep the formatting, quiet hours by Kyiv's clock."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.announcements import MOVES, AnnouncementStatus, check_move
from bot.domain.clock import KYIV
from bot.domain.errors import AnnouncementElsewhere
from bot.domain.marked import utf16
from bot.domain.placeholders import KNOWN, expand, used
from bot.domain.quiet import QuietHours

TABLE = """
            draft waiting scheduled running paused done cancelled rejected
draft         .      x        x        .      .     .       x        .
waiting       x      .        x        .      .     .       x        x
scheduled     .      x        .        x      .     .       x        .
running       .      .        .        .      x     x       x        .
paused        .      .        .        x      .     .       x        .
done          .      .        .        x      .     .       .        .
cancelled     .      .        .        .      .     .       .        .
rejected      x      .        .        .      .     .       .        .
"""


def cells() -> dict[tuple[str, str], bool]:
    head, *rows = (line.split() for line in TABLE.strip().splitlines())
    return {(row[0], to): mark == "x" for row in rows for to, mark in zip(head, row[1:], strict=True)}


@pytest.mark.parametrize(
    ("old", "new"), list(product(AnnouncementStatus, AnnouncementStatus)), ids=lambda each: each.value
)
def test_every_cell_of_the_table(old: AnnouncementStatus, new: AnnouncementStatus) -> None:
    allowed = cells()[old.value, new.value]
    assert (new in MOVES[old]) == allowed
    if allowed:
        check_move(old, new)
    else:
        with pytest.raises(AnnouncementElsewhere):
            check_move(old, new)


# --- placeholders -----------------------------------------------------------------------------------------------------

VALUES = {"station": "Станція «Малин»", "phone": "", "settlement": "с. 🏡 Зразкове"}


def said(text: str, entity: dict[str, int]) -> str:
    """The words an entity covers."""
    units = text.encode("utf-16-le")
    return units[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")


def test_formatting_stays_with_its_words() -> None:
    text = "👮 Вітаємо: {station}! Телефон {phone}, {settlement}. Кінець"
    bold = {"type": "bold", "offset": utf16("👮 "), "length": utf16("Вітаємо")}
    around = {"type": "italic", "offset": utf16("👮 Вітаємо: "), "length": utf16("{station}")}
    behind = {"type": "underline", "offset": utf16(text) - utf16("Кінець"), "length": utf16("Кінець")}
    nothing = {"type": "code", "offset": utf16(text[: text.index("{phone}")]), "length": utf16("{phone}")}
    expanded, entities = expand(text, [bold, around, behind, nothing], VALUES)
    assert expanded == "👮 Вітаємо: Станція «Малин»! Телефон , с. 🏡 Зразкове. Кінець"
    assert [said(expanded, each) for each in entities] == ["Вітаємо", "Станція «Малин»", "Кінець"]


def test_what_is_in_braces() -> None:
    assert used("{station} {нема} {}") == {"station", "нема", ""}
    assert expand("{нема} {station}", [], VALUES)[0] == "{нема} Станція «Малин»"
    assert set(VALUES) < set(KNOWN)


PIECES = st.lists(st.sampled_from(["а", "👮", " ", "{station}", "{phone}", "{settlement}", "{x}"]), max_size=12)


@given(PIECES, st.data())
def test_an_entity_covers_what_it_covered(pieces: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(pieces)))
    last = data.draw(st.integers(first, len(pieces)))
    text = "".join(pieces)
    offset, length = utf16("".join(pieces[:first])), utf16("".join(pieces[first:last]))
    expanded, entities = expand(text, [{"type": "bold", "offset": offset, "length": length}], VALUES)
    wanted = "".join(VALUES.get(each.strip("{}"), each) if each[0] == "{" else each for each in pieces[first:last])
    assert [said(expanded, each) for each in entities] == ([wanted] if wanted else [])


# --- quiet hours ------------------------------------------------------------------------------------------------------

NIGHT = QuietHours.read("21:00-08:00")
moments = st.integers(0, 2 * 365 * 24 * 60).map(lambda n: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n))


def kyiv(*when: int) -> datetime:
    return datetime(*when, tzinfo=KYIV)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("at", "quiet"),
    [
        (kyiv(2026, 11, 22, 20, 59), False),
        (kyiv(2026, 11, 22, 21, 0), True),
        (kyiv(2026, 11, 23, 0, 0), True),
        (kyiv(2026, 11, 23, 7, 59), True),
        (kyiv(2026, 11, 23, 8, 0), False),
    ],
)
def test_the_night_in_kyiv(at: datetime, quiet: bool) -> None:
    assert NIGHT.are_at(at) is quiet
    if quiet:
        assert NIGHT.over_at(at) == kyiv(2026, 11, 23, 8, 0)


@pytest.mark.parametrize(
    ("night", "hours"), [((2026, 3, 28, 21, 0), 10), ((2026, 10, 24, 21, 0), 12), ((2026, 7, 1, 21, 0), 11)]
)
def test_the_nights_when_the_clocks_change_are_shorter_and_longer(night: tuple[int, ...], hours: int) -> None:
    begins = kyiv(*night).astimezone(UTC)
    assert NIGHT.over_at(begins) - begins == timedelta(hours=hours)


@given(moments, st.times(), st.times())
def test_they_always_end_within_a_day_and_a_bit(now: datetime, begin: datetime, end: datetime) -> None:
    hours = QuietHours(begin.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0))  # type: ignore[arg-type]
    over = hours.over_at(now)
    assert timedelta(0) <= over - now <= timedelta(hours=25)
    assert not hours.are_at(over) or over == now


def test_equal_ends_mean_never() -> None:
    never = QuietHours.read("00:00-00:00")
    assert not any(never.are_at(kyiv(2026, 11, 22, hour)) for hour in range(24))
