"""Pictures are what they say: the right sums on the axes, a PNG as wide as a phone shows it."""

import struct
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.figures.coverage import coverage
from bot.domain.figures.periods import Period
from bot.domain.figures.stats import Sample, Stats, StatsStep, stats
from bot.domain.reports import Category
from bot.places.gazetteer import Gazetteer
from bot.services.figures.charts import DPI, WIDTH, Bar, Heading, served_chart
from bot.services.figures.drawings import coverage_picture, over_time, stats_picture
from bot.services.figures.wording import Atlas
from bot.texts.words import words
from tests.figures.land import COUNTRY, LAND, OBLASTS, VILLAGE, beat, officer, post, scope, standing

SAY = words("uk")
ATLAS = Atlas(Gazetteer(LAND.units.values()), SAY)
FIRST = date(2026, 3, 1)


def counted(days: list[int], long: int) -> Stats:
    samples = [
        Sample(FIRST + timedelta(days=day), VILLAGE.hromada or "", Category.NOISE, StatsStep.SENT) for day in days
    ]
    return stats(COUNTRY, Period(FIRST, FIRST + timedelta(days=long - 1)), samples, LAND)


def size(png: bytes) -> tuple[int, int]:
    """(width, height) in pixels."""
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@settings(deadline=None)
@given(days=st.lists(st.integers(0, 399), max_size=30), long=st.integers(1, 400))
def test_no_report_is_left_out_of_the_picture(days: list[int], long: int) -> None:
    found = counted(days, long)
    series = over_time(found, SAY)
    assert sum(series.values) == found.whole.total
    assert len(series.labels) == len(series.values)
    assert len(series.values) == long if long <= 45 else len(series.values) <= long // 7 + 2


def test_weeks_begin_on_monday_and_the_first_with_the_period() -> None:
    series = over_time(counted([], 60), SAY)  # 1 March 2026 is a Sunday
    assert list(series.labels[:3]) == ["01.03", "02.03", "09.03"]


def test_a_picture_is_as_wide_as_a_phone_shows_it() -> None:
    found = coverage(COUNTRY, LAND, standing([officer(1)], [beat(1, [OBLASTS[0]], post(1))]))
    picture = coverage_picture(found, COUNTRY, ATLAS, SAY)
    assert picture is not None
    width, height = size(picture)
    assert width == round(WIDTH * DPI)
    assert width / 3 < height < width * 3


def test_reports_are_drawn() -> None:
    picture = stats_picture(counted([0, 1, 1], 30), COUNTRY, ATLAS, SAY)
    assert picture is not None
    assert size(picture)[0] == round(WIDTH * DPI)


def test_seventy_hromadas_still_make_a_picture_telegram_takes() -> None:
    """A photo's sides together are at most 10,000 pixels."""
    bars = [Bar(f"Громада {number}", (1, 2, 0, 0), "1 з 1") for number in range(70)]
    assert sum(size(served_chart(Heading("Назва", "Рядок"), bars, ["а", "б", "в", "г"]))) < 10_000


def test_nothing_to_compare_is_no_picture() -> None:
    alone = coverage(scope(VILLAGE.katottg), LAND, standing())
    assert coverage_picture(alone, scope(VILLAGE.katottg), ATLAS, SAY) is None
    assert stats_picture(counted([], 30), COUNTRY, ATLAS, SAY) is None


def test_without_the_extra_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert coverage_picture(coverage(COUNTRY, LAND, standing()), COUNTRY, ATLAS, SAY) is None
    assert stats_picture(counted([0], 30), COUNTRY, ATLAS, SAY) is None


WARM = """
import sys
from bot.services.figures import charts

assert "matplotlib" not in sys.modules  # a bot without charts does not pay for them
charts.warm()
warm = set(sys.modules)
few = charts.Series("Звернення", ["01.11", "02.11", "03.11"], [3, 0, 5])
charts.reports_chart(charts.Heading("Звернення", "Україна"), few, few)
bar = charts.Bar("Київ", (1, 0, 2, 0), "1 з 2")
charts.served_chart(charts.Heading("Хто", "Україна"), [bar] * 3, ["а", "б", "в", "г"])
print(sorted(set(sys.modules) - warm))
"""


def test_once_warm_a_picture_imports_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", WARM], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
