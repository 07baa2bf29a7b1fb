"""`places score`: how often what people type is understood, by kind of question, and how long it takes.

A text that names no place is answered rightly with nothing; where several places are right, or the kind is one to ask
about, nothing is certain and right.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter_ns
from typing import Final

from bot.commands.places_batch import read_asked
from bot.domain.places import candidates
from bot.places import reader
from bot.places.gazetteer import Gazetteer

OFFERED: Final = 5
TOTAL: Final = "total"
ASK: Final = "ask"
"""In the name of a kind: a person has to choose, so nothing may be certain."""
_TITLES: Final = ("kind", "n", "first %", "in five %", "certain %", "wrong %", "p50 µs", "p99 µs")


@dataclass(frozen=True, slots=True)
class ScoredQuestion:
    """A question with its right answers (KATOTTG codes; none: no place is named) and the sort of question it is."""

    query: str
    codes: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Scored:
    """How one question went: `place` counts from 1, 0 when the right place was not offered; `offered`: how many places
    were; `certain`: the first needs no question; time in microseconds."""

    asked: ScoredQuestion
    place: int
    offered: int
    certain: bool
    took_us: float

    @property
    def is_first(self) -> bool:
        """Where no place is named, none comes first."""
        return self.place == 1 if self.asked.codes else not self.offered

    @property
    def in_five(self) -> bool:
        return 1 <= self.place <= OFFERED if self.asked.codes else not self.offered

    @property
    def is_wrong(self) -> bool:
        """Certain and not right, or where there is a choice."""
        return self.certain and (self.place != 1 or ASK in self.asked.kind)


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """Shares are 0..1, times microseconds; `wrong` is the share that is certain and wrong."""

    kind: str
    count: int
    first: float
    in_five: float
    certain: float
    wrong: float
    p50_us: float
    p99_us: float


async def read(path: Path, gazetteer: Gazetteer) -> list[ScoredQuestion]:
    """Columns `query`, `katottg` (codes with `|` between them, or none), `kind`; `BadFile` when it cannot be used."""
    return [ScoredQuestion(*row) for row in await read_asked(path, lambda katottg: gazetteer.get(katottg) is not None)]


def score(gazetteer: Gazetteer, questions: Iterable[ScoredQuestion]) -> list[Scored]:
    """Ask everything once."""
    reader.warm(gazetteer)
    return [_scored(gazetteer, asked) for asked in questions]


def _scored(gazetteer: Gazetteer, asked: ScoredQuestion) -> Scored:
    began = perf_counter_ns()
    typed = reader.read(gazetteer, asked.query)
    took = (perf_counter_ns() - began) / 1000
    listed = candidates(typed.answer)
    place = next((at for at, each in enumerate(listed, 1) if each.unit.katottg in asked.codes), 0)
    return Scored(asked, place, len(listed), typed.certain, took)


def lines(scored: Sequence[Scored]) -> list[ScoreLine]:
    """One line a kind in alphabetical order, then all together."""
    kinds = sorted({each.asked.kind for each in scored})
    return [
        *(_line(kind, [each for each in scored if each.asked.kind == kind]) for kind in kinds),
        _line(TOTAL, scored),
    ]


def _line(kind: str, scored: Sequence[Scored]) -> ScoreLine:
    count = max(len(scored), 1)
    times = sorted(each.took_us for each in scored) or [0.0]
    return ScoreLine(
        kind,
        len(scored),
        first=sum(each.is_first for each in scored) / count,
        in_five=sum(each.in_five for each in scored) / count,
        certain=sum(each.certain for each in scored) / count,
        wrong=sum(each.is_wrong for each in scored) / count,
        p50_us=times[len(times) // 2],
        p99_us=times[min(len(times) - 1, len(times) * 99 // 100)],
    )


def as_table(table: Sequence[ScoreLine]) -> Iterator[str]:
    """Lines of text under a heading."""
    yield "{:<14}{:>6}{:>9}{:>11}{:>11}{:>9}{:>9}{:>9}".format(*_TITLES)
    for line in table:
        shares = f"{line.first:>9.1%}{line.in_five:>11.1%}{line.certain:>11.1%}{line.wrong:>9.1%}"
        yield f"{line.kind:<14}{line.count:>6}{shares}{line.p50_us:>9.0f}{line.p99_us:>9.0f}"


def write_missed(path: Path, gazetteer: Gazetteer, scored: Iterable[Scored]) -> None:
    """What was not answered first, with what came first instead; `OSError` when the file cannot be written."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("kind", "query", "katottg", "name", "place", "first", "certain"))
        for each in scored:
            if not each.is_first or each.is_wrong:
                best = next(iter(candidates(reader.read(gazetteer, each.asked.query).answer)), None)
                asked, right = each.asked, next(iter(each.asked.codes), "")
                unit = gazetteer.get(right)
                first = " ".join(part.name for part in gazetteer.chain(best.unit)) if best else ""
                name = unit.name if unit else ""
                table.writerow((asked.kind, asked.query, right, name, each.place, first, "wrong" * each.is_wrong))
