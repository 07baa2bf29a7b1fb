"""`places score`: how often the search is right, by kind of question, and how long it takes."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter_ns
from typing import Final

from bot.commands.places_batch import read_asked
from bot.domain.places import Found, candidates
from bot.places.gazetteer import Gazetteer

OFFERED: Final = 5
TOTAL: Final = "total"
_TITLES: Final = ("kind", "n", "first %", "in five %", "found %", "wrong %", "p50 µs", "p99 µs")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its one right answer (a KATOTTG code) and the sort of question it is."""

    query: str
    katottg: str
    kind: str


@dataclass(frozen=True, slots=True)
class Scored:
    """How one question went: `place` counts from 1, 0 when the right place was not offered; time in microseconds."""

    asked: Asked
    place: int
    found: bool
    took_us: float


@dataclass(frozen=True, slots=True)
class Line:
    """Shares are 0..1, times microseconds; `wrong` is the share answered as clear and wrongly."""

    kind: str
    count: int
    first: float
    in_five: float
    found: float
    wrong: float
    p50_us: float
    p99_us: float


async def read(path: Path, gazetteer: Gazetteer) -> list[Asked]:
    """Columns `query`, `katottg`, `kind`; `BadFile` when it cannot be used."""
    return [Asked(*row) for row in await read_asked(path, lambda katottg: gazetteer.get(katottg) is not None)]


def score(gazetteer: Gazetteer, questions: Iterable[Asked]) -> list[Scored]:
    """Ask everything once."""
    return [_scored(gazetteer, asked) for asked in questions]


def _scored(gazetteer: Gazetteer, asked: Asked) -> Scored:
    began = perf_counter_ns()
    answer = gazetteer.find(asked.query)
    took = (perf_counter_ns() - began) / 1000
    codes = [each.unit.katottg for each in candidates(answer)]
    place = codes.index(asked.katottg) + 1 if asked.katottg in codes else 0
    return Scored(asked, place, isinstance(answer, Found), took)


def lines(scored: Sequence[Scored]) -> list[Line]:
    """One line a kind in alphabetical order, then all together."""
    kinds = sorted({each.asked.kind for each in scored})
    return [
        *(_line(kind, [each for each in scored if each.asked.kind == kind]) for kind in kinds),
        _line(TOTAL, scored),
    ]


def _line(kind: str, scored: Sequence[Scored]) -> Line:
    count = max(len(scored), 1)
    times = sorted(each.took_us for each in scored) or [0.0]
    return Line(
        kind,
        len(scored),
        first=sum(each.place == 1 for each in scored) / count,
        in_five=sum(1 <= each.place <= OFFERED for each in scored) / count,
        found=sum(each.found for each in scored) / count,
        wrong=sum(each.found and each.place != 1 for each in scored) / count,
        p50_us=times[len(times) // 2],
        p99_us=times[min(len(times) - 1, len(times) * 99 // 100)],
    )


def as_table(table: Sequence[Line]) -> Iterator[str]:
    """Lines of text under a heading."""
    yield "{:<14}{:>6}{:>9}{:>11}{:>9}{:>9}{:>9}{:>9}".format(*_TITLES)
    for line in table:
        shares = f"{line.first:>9.1%}{line.in_five:>11.1%}{line.found:>9.1%}{line.wrong:>9.1%}"
        yield f"{line.kind:<14}{line.count:>6}{shares}{line.p50_us:>9.0f}{line.p99_us:>9.0f}"


def write_missed(path: Path, gazetteer: Gazetteer, scored: Iterable[Scored]) -> None:
    """What was not answered first, with what came first instead; `OSError` when the file cannot be written."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("kind", "query", "katottg", "name", "place", "first"))
        for each in scored:
            if each.place != 1:
                best = next(iter(candidates(gazetteer.find(each.asked.query))), None)
                asked, unit = each.asked, gazetteer.get(each.asked.katottg)
                first = " ".join(part.name for part in gazetteer.chain(best.unit)) if best else ""
                table.writerow((asked.kind, asked.query, asked.katottg, unit.name if unit else "?", each.place, first))
