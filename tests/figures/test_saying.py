"""Figures in words: they fit under a picture, and small pieces read right."""

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest

from bot.domain import figures_notices as f
from bot.domain.alphabet import alphabetical
from bot.domain.marked import utf16
from bot.domain.notices import Attached, PlaceWords
from bot.domain.places import Unanswered
from bot.domain.reports import Category, ReportStatus
from bot.services.figures.works import file_name
from bot.telegram.letter import CAPTION_LIMIT
from bot.texts.faces import speak
from bot.texts.words import LANGUAGES, words
from tests.figures.land import COUNTRY, scope

LONGEST = PlaceWords(
    "UA12020000000033717", "H", "Новопокровська-Верхньодніпровська", "", "Верхньодніпровський", "Дніпропетровська"
)
HERE = f.Extent((LONGEST, LONGEST, LONGEST), home=True)
MUCH = f.Served(29_703, 41_000_000)
COVERAGE = f.CoverageWords(
    extent=HERE,
    at=datetime(2026, 11, 22, 10, tzinfo=UTC),
    hromadas=1_000,
    hromadas_all=1_774,
    regions=20,
    regions_all=27,
    community=6_320,
    district=5_000,
    duty=1_000,
    stations=6_860,
    with_community=MUCH,
    with_district=MUCH,
    with_duty=MUCH,
    with_nobody=MUCH,
    known=4_138,
    parts=(),
)
GAPS = f.GapsShown(1, HERE, f.GapCounts(*(29_703 for _ in range(15))))
LAPSE = f.LapseWords("answered", 99_999, 11 * 86_400.0, 88 * 86_400.0, 9_999, 9_999)
STATS = f.StatsWords(
    extent=HERE,
    period="year",
    first="01.01.2026",
    last="31.12.2026",
    days=365,
    statuses=tuple((status, 99_999) for status in (ReportStatus.NEW, ReportStatus.ACCEPTED, ReportStatus.RESOLVED)),
    lapses=tuple(replace(LAPSE, step=step) for step in ("accepted", "answered", "resolved")),
    categories=tuple((category, 99_999) for category in Category),
    places=tuple((LONGEST, 99_999) for _ in range(3)),
    unreachable=999,
    more=(("announcements", 999), ("delivered", 9_999_999)),
)

TABLE = f.StatsTable(1, tuple((kind, 99_999) for kind in Unanswered))


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize(
    "notice", [f.CoverageChart(1, COVERAGE), GAPS, f.StatsChart(1, STATS), TABLE], ids=lambda n: type(n).__name__
)
def test_the_fullest_figures_fit_under_a_picture(notice: Attached, locale: str) -> None:
    assert utf16(speak(notice, words(locale))) <= CAPTION_LIMIT


@pytest.mark.parametrize("locale", LANGUAGES)
def test_only_gaps_that_are_there_are_said(locale: str) -> None:
    one = f.GapsShown(1, f.Extent(), f.GapCounts(*(0 for _ in range(15))))
    assert "•" not in speak(one, words(locale))
    assert speak(replace(one, counts=replace(one.counts, vacant=2)), words(locale)).count("•") == 1


BESIDE = {"people", "unknown", "asked", "not_followed"}
"""Counts that stand in the line of another."""


@pytest.mark.parametrize("name", sorted({each.name for each in fields(f.GapCounts)} - BESIDE))
@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_kind_of_gap_is_told_wherever_gaps_are(name: str, locale: str) -> None:
    none = f.GapCounts(*(0 for _ in fields(f.GapCounts)))
    one = replace(none, **{name: 1})
    assert one.anything
    assert not none.anything
    for notice in (f.GapsShown(1, f.Extent(), one), f.GapsLeft(one)):
        assert speak(notice, words(locale)).count("•") == 1


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("n", "people", "unknown", "ending"),
    [
        (1, 1, 0, "1 населений пункт, там живе щонайменше 1 людина"),
        (3, 22, 0, "3 населені пункти, там живе щонайменше 22 людини"),
        (12, 3_400, 9, "12 населених пунктів, там живе щонайменше 3 400 людей (населення 9 з них невідоме)"),
    ],
)
def test_people_with_nobody(n: int, people: int, unknown: int, ending: str) -> None:
    none = f.GapsShown(1, f.Extent(), f.GapCounts(*(0 for _ in range(15))))
    text = said(
        speak(replace(none, counts=replace(none.counts, nobody=n, people=people, unknown=unknown)), words("uk"))
    )
    assert f"Нікого немає: {ending}\n" in text


def test_crimea_and_kyiv_are_called_by_their_names() -> None:
    crimea = PlaceWords("UA01000000000013043", "O", "Автономна Республіка Крим", None, None, None)
    kyiv = PlaceWords("UA80000000000093317", "K", "Київ", None, None, None)
    for place, name in ((crimea, "Автономна Республіка Крим"), (kyiv, "місто Київ")):
        shown = f.CoverageShown(replace(COVERAGE, extent=f.Extent((place,))))
        assert f"Покриття: {name}</b>" in speak(shown, words("uk"))


def test_the_ukrainian_alphabet() -> None:
    names = ["Івано-Франківська", "Ґданська", "Вінницька", "Єланецька", "Їжачківська", "Яворівська", "Житомирська"]
    assert sorted(names, key=alphabetical) == [
        "Вінницька",
        "Ґданська",
        "Єланецька",
        "Житомирська",
        "Івано-Франківська",
        "Їжачківська",
        "Яворівська",
    ]


def test_names_of_files_say_what_is_inside() -> None:
    assert file_name("coverage", COUNTRY, None) == "coverage"
    assert (
        file_name("gaps", scope("UA18000000000041385"), datetime(2026, 11, 22, tzinfo=UTC).date())
        == "gaps-UA18-2026-11-22"
    )
    assert file_name("stats", scope("UA18020000000072859", "UA35000000000016081"), None) == "stats-UA1802-etc"
