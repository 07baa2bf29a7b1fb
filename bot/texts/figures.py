"""Words of figures: coverage, gaps, statistics."""

from collections.abc import Iterable
from html import escape
from typing import Final

from bot.domain import figures_notices as f
from bot.domain.acts.figures import HOME, CoverageOf, GapsOf, StatsOf
from bot.domain.figures.periods import Span
from bot.domain.notices import Activity, PlaceWords
from bot.texts import parts
from bot.texts.buttons import TWO, Button, Face, Faces, Offer, Row, button, in_rows, keyboard
from bot.texts.parts import lines, paragraphs
from bot.texts.words import Words

MINUTE: Final = 60
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR
MOST_NAMED: Final = 3
"""Areas, categories and places named in a message; the workbook has all."""


def duration(words: Words, seconds: float) -> str:
    """«20 хвилин», «3 години», «4 дні», as it stands after «за»: rounded as people do."""
    if seconds < 1.5 * HOUR:
        return words.plain("duration-minutes", n=max(1, round(seconds / MINUTE)))
    if seconds < 1.5 * DAY:
        return words.plain("duration-hours", n=_half_up(seconds / HOUR))
    return words.plain("duration-days", n=_half_up(seconds / DAY))


def _half_up(value: float) -> int:
    return int(value + 0.5)


def territory(words: Words, extent: f.Extent) -> str:
    """«Житомирська область», «Малинська громада, Коростенський район, …», «уся Україна»."""
    if not extent.areas:
        return words.plain("figures-country")
    if len(extent.areas) == 1:
        return area_with_around(words, extent.areas[0])
    listed = "; ".join(parts.title(words, each) for each in extent.areas[:MOST_NAMED])
    rest = len(extent.areas) - MOST_NAMED
    return listed + (words.plain("figures-more-areas", n=rest) if rest > 0 else "")


def area_with_around(words: Words, place: PlaceWords) -> str:
    """«Малинська громада, Коростенський район, Житомирська область»"""
    return f"{parts.title(words, place)}{parts.around_text(words, place)}"


# --- coverage ---------------------------------------------------------------------------------------------------------


def _coverage(notice: f.CoverageShown | f.CoverageChart, words: Words) -> str:
    c = notice.figures
    everybody = (c.with_community, c.with_district, c.with_duty, c.with_nobody)
    settlements = sum(each.settlements for each in everybody)
    served = zip(("community", "district", "duty", "nobody"), everybody, strict=True)
    regions = words.html("coverage-regions", n=c.regions, all=c.regions_all) if c.regions_all > 1 else ""
    return paragraphs(
        words.html("coverage-head", area=territory(words, c.extent), at=parts.moment(c.at)),
        lines(
            (
                regions,
                words.html("coverage-hromadas", n=c.hromadas, all=c.hromadas_all),
                words.html("coverage-officers", community=c.community, district=c.district, duty=c.duty),
                words.html("coverage-stations", n=c.stations),
            )
        ),
        lines(
            (
                words.html("coverage-settlements", n=settlements),
                *(
                    words.html(f"coverage-with-{who}", settlements=each.settlements, people=each.people)
                    for who, each in served
                    if each.settlements or who in ("community", "nobody")
                ),
            )
        ),
        words.html("coverage-known", known=c.known, all=settlements) if c.known < settlements else "",
    )


def _gaps(notice: f.GapsShown, words: Words) -> str:
    said = list(_gap_lines(notice.counts, words))
    body = lines(said) if said else words.html("gaps-none")
    tail = words.html("gaps-table") if said else ""
    return paragraphs(words.html("gaps-head", area=territory(words, notice.extent)), body, tail)


def _gaps_left(notice: f.GapsLeft, words: Words) -> str:
    """At home there is no need to say where."""
    return paragraphs(words.html("gaps-left"), lines(_gap_lines(notice.counts, words)))


def _gap_lines(g: f.GapCounts, words: Words) -> Iterable[str]:
    """Only what there is."""
    if g.nobody:
        yield words.html("gaps-nobody", n=g.nobody, people=g.people, unknown=g.unknown)
    if g.asked_places:
        yield words.html("gaps-asked", places=g.asked_places, n=g.asked)
    for name in ("not_joined", "unreachable", "without_beat", "vacant", "no_point", "no_hours"):
        if n := getattr(g, name):
            yield words.html(f"gaps-{name.replace('_', '-')}", n=n)
    if g.ending:
        yield words.html("gaps-ending", n=g.ending, nobody=g.not_followed)
    for name in ("crowded", "overlaps"):
        if n := getattr(g, name):
            yield words.html(f"gaps-{name}", n=n)


# --- statistics -------------------------------------------------------------------------------------------------------


def _stats(notice: f.StatsShown | f.StatsChart, words: Words) -> str:
    s = notice.figures
    head = words.html("stats-head", area=territory(words, s.extent), first=s.first, last=s.last, days=s.days)
    if not s.total:
        return paragraphs(head, words.html("stats-none"), lines(_beside(s, words)))
    return paragraphs(
        head,
        lines(
            (
                words.html("stats-sent", n=s.total),
                *(words.html(f"stats-status-{status.value}", n=n) for status, n in s.statuses if n),
            )
        ),
        lines(_lapse(each, words) for each in s.lapses),
        lines(
            (_most(words, "stats-categories", _categories(s, words)), _most(words, "stats-places", _places(s, words)))
        ),
        lines(_beside(s, words)),
    )


def _lapse(lapse: f.LapseWords, words: Words) -> str:
    """How long it took those that came so far, and how many did not."""
    said = words.html(f"stats-{lapse.step}-none")
    if lapse.median is not None and lapse.most is not None:
        median, most = duration(words, lapse.median), duration(words, lapse.most)
        said = words.html(f"stats-{lapse.step}", median=median, most=most)
    waiting = words.html("stats-waiting", n=lapse.waiting) if lapse.waiting else ""
    without = words.html("stats-without", n=lapse.without) if lapse.without and lapse.step == "answered" else ""
    return said + waiting + without


def _most(words: Words, text_id: str, named: Iterable[tuple[str, int]]) -> str:
    listed = "; ".join(f"{name} — {n}" for name, n in list(named)[:MOST_NAMED])
    return words.html(text_id, listed=listed) if listed else ""


def _categories(s: f.StatsWords, words: Words) -> Iterable[tuple[str, int]]:
    return ((words.plain(f"category-{category.value}"), n) for category, n in s.categories)


def _places(s: f.StatsWords, words: Words) -> Iterable[tuple[str, int]]:
    return ((parts.title(words, place), n) for place, n in s.places) if len(s.places) > 1 else ()


def _beside(s: f.StatsWords, words: Words) -> Iterable[str]:
    if s.unreachable:
        yield words.html("stats-unreachable", n=s.unreachable)
    for name, n in s.more:
        yield words.html(f"stats-more-{name}", n=n)


def _table(notice: f.StatsTable, words: Words) -> str:
    said = [
        words.html("unanswered-line", kind=words.plain(f"unanswered-kind-{kind.value}"), n=n)
        for kind, n in notice.unanswered
    ]
    head = [words.html("unanswered-head", n=sum(n for _, n in notice.unanswered))] if said else []
    return paragraphs(words.html("stats-table"), lines([*head, *said]))


def _choices(notice: f.AreaChoices, words: Words) -> str:
    named = (escape(area_with_around(words, each), quote=False) for each in notice.options)
    listed = (f"{number}. {name}" for number, name in enumerate(named, start=1))
    return paragraphs(words.html("area-choices"), lines(listed))


# --- for everybody ----------------------------------------------------------------------------------------------------


def activity(words: Words, known: Activity | None) -> str:
    """How things go in a hromada, for its residents; nothing where that would tell of single people."""
    if known is None:
        return ""
    answer = duration(words, known.answer_seconds) if known.answer_seconds is not None else "none"
    return words.html("activity", days=known.days, reports=known.reports, answer=answer)


def _coverage_offer(notice: f.CoverageShown | f.CoverageChart, words: Words) -> Offer | None:
    figures = notice.figures
    buttons = [Button(_short(words, each), CoverageOf(code=each.katottg)) for each in figures.parts]
    home = [] if figures.extent.home else [button(words, "area-home", CoverageOf(code=HOME))]
    return _rows(buttons, home)


def _gaps_left_offer(_notice: f.GapsLeft, words: Words) -> Offer | None:
    return keyboard([button(words, "gaps-table", GapsOf(code=HOME))])


def _stats_offer(notice: f.StatsShown | f.StatsChart, words: Words) -> Offer | None:
    extent = notice.figures.extent
    code = extent.areas[0].katottg if len(extent.areas) == 1 and not extent.home else HOME
    buttons = [
        button(words, f"period-{each.value}", StatsOf(code=code, period=each.value))
        for each in Span
        if each.value != notice.figures.period
    ]
    period = notice.figures.period
    home = [] if extent.home else [button(words, "area-home", StatsOf(code=HOME, period=period))]
    return _rows(buttons, home)


def _choices_offer(notice: f.AreaChoices, words: Words) -> Offer | None:
    def data(place: PlaceWords) -> CoverageOf | StatsOf:
        if notice.of == "coverage":
            return CoverageOf(code=place.katottg)
        return StatsOf(code=place.katottg, period=notice.period)

    rows = [[Button(_whole(words, each), data(each))] for each in notice.options]
    return keyboard(*rows)


def _short(words: Words, place: PlaceWords) -> str:
    return parts.title(words, place) if place.category == "O" else parts.short_title(words, place)


def _whole(words: Words, place: PlaceWords) -> str:
    return ", ".join([_short(words, place), *parts.around(words, place, short=True)])


def _rows(buttons: list[Button], *more: Row) -> Offer | None:
    found = keyboard(*in_rows(buttons, TWO), *more)
    return found if found.rows else None


FACES: Final[Faces] = {
    f.CoverageShown: Face(_coverage, _coverage_offer),
    f.CoverageChart: Face(_coverage, _coverage_offer),
    f.GapsShown: Face(_gaps),
    f.GapsLeft: Face(_gaps_left, _gaps_left_offer),
    f.StatsShown: Face(_stats, _stats_offer),
    f.StatsChart: Face(_stats, _stats_offer),
    f.StatsTable: Face(_table),
    f.AreaChoices: Face(_choices, _choices_offer),
}
