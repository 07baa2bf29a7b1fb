"""Coverage and gaps as sheets of a workbook."""

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.figures.coverage import AreaFigures, Coverage
from bot.domain.figures.gaps import Gaps
from bot.domain.people import Beat, Officer, Role
from bot.services.figures.wording import Atlas, Speaker, worded_sheet
from bot.services.figures.workbook import Cell, FiguresSheet

_AREA_COLUMNS = (
    "hromadas",
    "hromadas-served",
    "community",
    "district",
    "duty",
    "stations",
    "settlements",
    "with-community",
    "with-district",
    "with-duty",
    "with-nobody",
    "people-all",
    "people-with-community",
    "people-with-nobody",
    "unknown",
)


def coverage_sheets(found: Coverage, atlas: Atlas, say: Speaker) -> Iterator[FiguresSheet]:
    """The whole in two columns, then a line for each part."""
    whole = zip(("regions", "regions-served", *_AREA_COLUMNS), _whole(found.whole), strict=True)
    yield worded_sheet(
        say, "summary", ("figure", "value"), ((say.plain(f"column-{name}"), value) for name, value in whole)
    )
    rows = ((part.code, atlas.title(part.code), *_area(part)) for part in found.parts)
    yield worded_sheet(say, "parts", ("katottg", "place", *_AREA_COLUMNS), rows)


def _whole(area: AreaFigures) -> tuple[int, ...]:
    return len(area.regions), len(area.regions_served), *_area(area)


def _area(area: AreaFigures) -> tuple[int, ...]:
    served = [area.by(role) for role in (*Role, None)]
    return (
        len(area.hromadas),
        len(area.hromadas_served),
        *(area.count(role) for role in Role),
        len(area.stations),
        area.all.settlements,
        *(each.settlements for each in served),
        area.all.people,
        served[0].people,
        served[-1].people,
        area.all.unknown,
    )


def gap_sheets(gaps: Gaps, atlas: Atlas, say: Speaker) -> Iterator[FiguresSheet]:
    """One sheet for each kind of gap; those without a line too, so that one sees there is none."""
    place = ("katottg", "place", "hromada", "raion", "oblast")
    rows: Iterable[Sequence[Cell]]
    rows = ((*_place(atlas, unit.katottg), unit.population) for unit in gaps.nobody)
    yield worded_sheet(say, "nobody", (*place, "population"), rows)
    rows = ((*_place(atlas, each.place), each.asked, each.last_at) for each in gaps.asked)
    yield worded_sheet(say, "asked", (*place, "asked", "last-asked"), rows)
    yield worded_sheet(say, "officers", ("code", "officer", "role", "why"), _officers(gaps, say))
    yield worded_sheet(say, "stations", ("code", "name", "why"), _stations(gaps, say))
    yield worded_sheet(say, "ending", ("beat", "name", "officer", "until", "followed"), _ending(gaps, say))
    yield worded_sheet(say, "vacant", ("beat", "name"), ((beat.code, beat.name) for beat in gaps.vacant))
    crowded = ("beat", "name", "role", "people", "limit", "officers", "unknown")
    yield worded_sheet(say, "crowded", crowded, _crowded(gaps, say))
    yield worded_sheet(say, "overlaps", (*place, "role", "why", "around", "beats"), _overlaps(gaps, atlas, say))


def _officers(gaps: Gaps, say: Speaker) -> Iterator[Sequence[Cell]]:
    for why, listed in (
        ("not-joined", gaps.not_joined),
        ("unreachable", gaps.unreachable),
        ("without-beat", gaps.without_beat),
    ):
        for officer in listed:
            yield (*officer_cells(officer, say), say.plain(f"why-{why}"))


def officer_cells(officer: Officer, say: Speaker) -> tuple[str, str, str]:
    """Code, name with rank, role. No phone: the directory has it, under its own rules of who may see it."""
    name = f"{officer.rank} {officer.name}".strip()
    return officer.code, name, say.plain(f"role-{officer.role.value}")


def _stations(gaps: Gaps, say: Speaker) -> Iterator[Sequence[Cell]]:
    for why, listed in (("no-point", gaps.no_point), ("no-hours", gaps.no_hours)):
        for station in listed:
            yield station.code, station.name, say.plain(f"why-{why}")


def _ending(gaps: Gaps, say: Speaker) -> Iterator[Sequence[Cell]]:
    for each in gaps.ending:
        officer = f"{each.officer.rank} {each.officer.name}".strip()
        followed = say.plain(f"followed-{'yes' if each.followed else 'no'}")
        yield each.beat.code, each.beat.name, officer, each.until, followed


def _crowded(gaps: Gaps, say: Speaker) -> Iterator[Sequence[Cell]]:
    for each in gaps.crowded:
        role = say.plain(f"role-{each.role.value}")
        yield each.beat.code, each.beat.name, role, each.people, each.limit, each.officers, each.unknown


def _overlaps(gaps: Gaps, atlas: Atlas, say: Speaker) -> Iterator[Sequence[Cell]]:
    for each in gaps.overlaps:
        why = say.plain(f"overlap-{'within' if each.around else 'twice'}")
        role = say.plain(f"role-{each.role.value}")
        around = atlas.title(each.around) if each.around else ""
        yield (*_place(atlas, each.area), role, why, around, _codes(each.beats))


def _codes(beats: Sequence[Beat]) -> str:
    return ", ".join(f"{beat.code} ({beat.name})" for beat in beats)


def _place(atlas: Atlas, code: str) -> tuple[Cell, ...]:
    return code, atlas.title(code), *atlas.around(code)
