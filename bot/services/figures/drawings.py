"""Figures as pictures: what stands on which axis, in words."""

from datetime import date, timedelta

from bot.domain.admins import Scope
from bot.domain.alphabet import alphabetical
from bot.domain.clock import shown_day
from bot.domain.figures.coverage import AreaFigures, Coverage
from bot.domain.figures.stats import Stats
from bot.domain.people import Role
from bot.domain.reports import Category
from bot.services.figures.charts import COLOURS, Bar, Heading, Series, can_draw, reports_chart, served_chart
from bot.services.figures.wording import Atlas, Speaker

MOST_DAYS = 45
"""Longer periods are drawn by week."""
MOST_BARS = 70
"""Hromadas of the largest oblast; beyond that a picture says nothing on a phone."""


def coverage_picture(found: Coverage, scope: Scope, atlas: Atlas, say: Speaker) -> bytes | None:
    """PNG; None: nothing to compare, too much of it, or charts are not installed."""
    if not can_draw() or not 1 < len(found.parts) <= MOST_BARS:
        return None
    several = any(len(part.hromadas) > 1 for part in found.parts)
    bars = [
        Bar(
            label=atlas.title(part.code, style="short"),
            values=_served(part),
            note=_hromadas(part, say) if several else "",
        )
        for part in sorted(found.parts, key=lambda part: alphabetical(atlas.name(part.code)))
    ]
    legend = [say.plain(f"chart-{name}") for name in COLOURS]
    below = say.plain(
        "chart-served-share", area=atlas.scope(scope), notes="yes" if any(bar.note for bar in bars) else "no"
    )
    return served_chart(Heading(say.plain("chart-served"), below), bars, legend)


def _served(part: AreaFigures) -> tuple[int, int, int, int]:
    """In the order of `COLOURS`."""
    community, district, duty, nobody = (part.by(role).settlements for role in (*Role, None))
    return community, district, duty, nobody


def _hromadas(part: AreaFigures, say: Speaker) -> str:
    return say.plain("chart-hromadas", n=len(part.hromadas_served), all=len(part.hromadas))


def stats_picture(found: Stats, scope: Scope, atlas: Atlas, say: Speaker) -> bytes | None:
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
    first, last = map(shown_day, (found.period.first, found.period.last))
    below = f"{atlas.scope(scope)}\n{first} – {last}"
    return reports_chart(Heading(say.plain("chart-reports"), below), over_time(found, say), categories)


def over_time(found: Stats, say: Speaker) -> Series:
    """By day, or by week from Monday (the first from the period's first day); days without reports are zeros."""
    by_week = found.period.days > MOST_DAYS
    sums: dict[date, int] = {}
    for number in range(found.period.days):
        day = found.period.first + timedelta(days=number)
        begins = max(day - timedelta(days=day.weekday()), found.period.first) if by_week else day
        sums[begins] = sums.get(begins, 0) + found.by_day.get(day, 0)
    title = say.plain("chart-by-week" if by_week else "chart-by-day")
    return Series(title, [f"{day:%d.%m}" for day in sums], list(sums.values()))
