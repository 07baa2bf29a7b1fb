"""The half-yearly report on two A4 pages. Always Ukrainian: it goes to an office."""

from typing import Any, Final

from bot.domain.clock import shown_day
from bot.domain.figures.lapses import Lapse
from bot.domain.figures.stats import MEASURED, StatsStep
from bot.domain.halfyear import FEWEST, HalfYear, HalfYearTally, joined
from bot.papers import press
from bot.texts import parts
from bot.texts.figures import duration
from bot.texts.words import LANGUAGES, Words, words

LAYOUT: Final = "halfyear"


def print_halfyear(report: HalfYear) -> bytes:
    """A PDF of exactly two pages."""
    return press.pdf(LAYOUT, values_of(report))


def values_of(report: HalfYear) -> dict[str, Any]:
    """What the layout reads. A bar is [label, words, length from 0 to 1]."""
    say = words(LANGUAGES[0])
    half, period = report.half, report.half.period
    first, last = shown_day(period.first), shown_day(period.last)
    labels = ("title", "reports", "before", "months", "time", "categories", "beat", "words", "notes")
    return {
        **{name: say.plain(f"halfyear-{name}") for name in labels},
        "for": say.plain("halfyear-for", half=half.number, year=str(half.year), first=first, last=last),
        "officer": parts.officer_name(say, report.officer),
        "role": say.plain(f"role-{report.officer.role.value}"),
        "hromadas": say.plain("halfyear-hromadas", names=", ".join(report.hromadas)),
        "tiles": _tiles(report, say),
        "time_header": ["", *(say.plain(f"halfyear-time-{each}") for each in ("median", "most", "before"))],
        "times": [_times(step, report, say) for step in MEASURED],
        "category_bars": _categories(report.now, say),
        "month_bars": _months(report, say),
        "served": [
            [say.plain("halfyear-settlements"), str(report.settlements)],
            [say.plain("halfyear-people"), f"{report.people:,}".replace(",", "\u00a0")],
            [say.plain("halfyear-officers"), str(report.officers)],
            [say.plain("halfyear-stations"), str(report.stations)],
        ],
        "lines": [say.plain(f"halfyear-note-{each}") for each in ("area", "few", "duty")],
        "signatures": [
            say.plain("halfyear-signed", officer=parts.officer_name(say, report.officer)),
            say.plain("halfyear-heard"),
        ],
    }


def _tiles(report: HalfYear, say: Words) -> list[list[str]]:
    """[what, this half-year, the one before]"""
    return [
        [
            say.plain(f"halfyear-{name}"),
            *(_count(tally, getattr(tally, name), say) for tally in (report.now, report.before)),
        ]
        for name in ("received", "accepted", "resolved", "open")
    ]


def _times(step: StatsStep, report: HalfYear, say: Words) -> list[str]:
    """[step, half within, 90 % within, half within in the half-year before]"""
    now, before = (tally.times.get(step, Lapse()) for tally in (report.now, report.before))
    return [
        say.plain(f"halfyear-step-{step.value}"),
        *(_within(now, each, say) for each in ("median", "most")),
        _within(before, "median", say),
    ]


def _count(tally: HalfYearTally, count: int, say: Words) -> str:
    """Of so few reports that each is somebody's, not even the statuses are told."""
    return say.plain("halfyear-few") if 0 < tally.received < FEWEST else str(count)


def _within(lapse: Lapse, share: str, say: Words) -> str:
    """«3 години»; nothing where so few were measured that each is somebody's."""
    seconds = getattr(lapse, share)
    return "—" if seconds is None or lapse.measured < FEWEST else duration(say, seconds)


def _categories(tally: HalfYearTally, say: Words) -> list[list[Any]]:
    shown, rest = joined(tally.categories)
    longest = max([*shown.values(), rest, 1])
    bars = [[say.plain(f"category-{each.value}"), str(n), n / longest] for each, n in shown.items()]
    if rest:
        bars.append([say.plain("halfyear-rest"), *_bar(rest, longest, say)])
    return bars


def _bar(count: int, longest: int, say: Words) -> list[Any]:
    few = 0 < count < FEWEST
    return [say.plain("halfyear-few") if few else str(count), (FEWEST / 2 if few else count) / max(longest, FEWEST)]


def _months(report: HalfYear, say: Words) -> list[list[Any]]:
    first, year = report.half.period.first.month, report.half.year
    longest = max(report.now.months)
    return [[f"{first + at:02}.{year}", *_bar(n, longest, say)] for at, n in enumerate(report.now.months)]
