"""Figures as pictures: what stands on which axis, in words."""

from datetime import date, timedelta

from bot.domain.figures.coverage import AreaFigures, Coverage
from bot.domain.figures.stats import Stats
from bot.domain.people import Role
from bot.domain.reports import Category
from bot.services.figures.charts import COLOURS, Bar, Series, can_draw, reports_chart, served_chart
from bot.services.figures.wording import Atlas, Speaker

MOST_DAYS = 45
"""Longer periods are drawn by week."""
MOST_BARS = 70
"""Hromadas of the largest oblast; beyond that a picture says nothing on a phone."""


def coverage_picture(found: Coverage, atlas: Atlas, say: Speaker) -> bytes | None:
    """PNG; None: nothing to compare, too much of it, or charts are not installed."""
    if not can_draw() or not 1 < len(found.parts) <= MOST_BARS:
        return None
    bars = [
        Bar(
            label=atlas.title(part.code, style="short"),
            values=_served(part),
            note=_hromadas(len(part.hromadas_served), len(part.hromadas), say),
        )
        for part in sorted(found.parts, key=lambda part: atlas.name(part.code))
    ]
    legend = [say.plain(f"chart-{name}") for name in COLOURS]
    return served_chart(say.plain("chart-served"), say.plain("chart-served-share"), bars, legend)


def _served(part: AreaFigures) -> tuple[int, int, int, int]:
    """In the order of `COLOURS`."""
    community, district, duty, nobody = (part.by(role).settlements for role in (*Role, None))
    return community, district, duty, nobody


def _hromadas(served: int, whole: int, say: Speaker) -> str:
    """Nothing for a part that is no more than one hromada."""
    return say.plain("chart-hromadas", n=served, all=whole) if whole > 1 else ""


def stats_picture(found: Stats, say: Speaker) -> bytes | None:
    """PNG; None: no reports, or charts are not installed."""
    if not can_draw() or not found.whole.total:
        return None
    counts = [(each, found.by_category[each].total) for each in Category if each in found.by_category]
    counts.sort(key=lambda each: -each[1])
    categories = Series(
        say.plain("chart-by-category"),
        [say.plain(f"category-{category.value}") for category, _ in counts],
        [n for _, n in counts],
    )
    title = say.plain("chart-reports", first=f"{found.period.first:%d.%m.%Y}", last=f"{found.period.last:%d.%m.%Y}")
    return reports_chart(title, over_time(found, say), categories)


def over_time(found: Stats, say: Speaker) -> Series:
    """By day, or by week from Monday; days without reports are zeros."""
    by_week = found.period.days > MOST_DAYS
    sums: dict[date, int] = {}
    for number in range(found.period.days):
        day = found.period.first + timedelta(days=number)
        begins = day - timedelta(days=day.weekday()) if by_week else day
        sums[begins] = sums.get(begins, 0) + found.by_day.get(day, 0)
    title = say.plain("chart-by-week" if by_week else "chart-by-day")
    return Series(title, [f"{day:%d.%m}" for day in sums], list(sums.values()))
