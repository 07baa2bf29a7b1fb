"""The half-yearly report on two A4 pages. Always Ukrainian: it goes to an office."""

from typing import Any, Final

from bot.domain.halfyear import FEWEST, HalfYear, Tally, joined
from bot.papers import press
from bot.texts import parts
from bot.texts.words import LANGUAGES, Words, words

LAYOUT: Final = "halfyear"


def print_halfyear(report: HalfYear) -> bytes:
    """A PDF of exactly two pages."""
    return press.pdf(LAYOUT, values_of(report))


def values_of(report: HalfYear) -> dict[str, Any]:
    """What the layout reads. A bar is [label, words, length from 0 to 1]."""
    say = words(LANGUAGES[0])
    half, period = report.half, report.half.period
    first, last = period.first.strftime("%d.%m.%Y"), period.last.strftime("%d.%m.%Y")
    labels = ("reports", "now", "before", "categories", "months", "beat", "notes", "signed", "date", "title")
    return {
        **{name: say.plain(f"halfyear-{name}") for name in labels},
        "for": say.plain("halfyear-for", half=str(half.number), year=str(half.year), first=first, last=last),
        "officer": parts.officer_name(say, report.officer),
        "role": say.plain(f"role-{report.officer.role.value}"),
        "hromadas": say.plain("halfyear-hromadas", names=", ".join(report.hromadas)),
        "table": _table(report, say),
        "category_bars": _categories(report.now, say),
        "month_bars": _months(report, say),
        "served": [
            [say.plain("halfyear-settlements"), str(report.settlements)],
            [say.plain("halfyear-people"), f"{report.people:,}".replace(",", "\u00a0")],
        ],
        "lines": [say.plain(f"halfyear-note-{each}") for each in ("area", "few", "duty")],
    }


def _table(report: HalfYear, say: Words) -> list[list[str]]:
    rows = [
        [
            say.plain(f"halfyear-{name}"),
            *(_count(tally, getattr(tally, name), say) for tally in (report.now, report.before)),
        ]
        for name in ("received", "accepted", "resolved", "open")
    ]
    return [*rows, [say.plain("halfyear-answer"), _median(report.now, say), _median(report.before, say)]]


def _count(tally: Tally, count: int, say: Words) -> str:
    """Of so few reports that each is somebody's, not even the statuses are told."""
    return say.plain("halfyear-few") if 0 < tally.received < FEWEST else str(count)


def _median(tally: Tally, say: Words) -> str:
    if tally.median is None or tally.received < FEWEST:
        return "—"
    minutes = round(tally.median / 60)
    if minutes < 90:
        return say.plain("halfyear-minutes", minutes=str(minutes))
    return say.plain("halfyear-hours", hours=f"{minutes / 60:.1f}".replace(".", ","))


def _categories(tally: Tally, say: Words) -> list[list[Any]]:
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
