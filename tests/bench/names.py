"""Name search beside one full rapidfuzz scan of the same names, in the same run: `make bench`.

Prints p50 and p99 per kind of question in microseconds and as ratios to the scan (the best five of all distinct
names by Jaro-Winkler, then by optimal string alignment), of the search alone and (`read`) of the whole reading of what
somebody typed; the time to build the index and the memory it takes.
"""

import asyncio
import gc
import sys
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, perf_counter_ns
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from bot.commands.places_score import ScoredQuestion, read
from bot.places import reader
from bot.places.embedded import files
from bot.places.gazetteer import Gazetteer
from bot.places.search import NameSearch
from bot.places.size import by_size
from bot.places.words import key

QUESTIONS: Final = Path(__file__).parents[1] / "places" / "generated-tuned.csv"
SCANS: Final = 200


def timed(ask: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    """Microseconds of each call, sorted."""
    times = []
    for query in queries:
        began = perf_counter_ns()
        ask(query)
        times.append((perf_counter_ns() - began) / 1000)
    return sorted(times)


def at(times: Sequence[float], share: float) -> float:
    return times[min(len(times) - 1, int(len(times) * share))]


def scanner(names: Sequence[str]) -> Callable[[str], object]:
    """One full scan: both measures that a plain fuzzy search would take."""

    def scan(query: str) -> object:
        asked = key(query)
        return (
            process.extract(asked, names, scorer=JaroWinkler.normalized_similarity, limit=5),
            process.extract(asked, names, scorer=OSA.normalized_similarity, limit=5),
        )

    return scan


def by_kind(questions: Sequence[ScoredQuestion]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for asked in questions:
        found[asked.kind].append(asked.query)
    return found


def main() -> None:
    out = sys.stdout.write
    units, aliases = files.read_units(), files.read_aliases()
    began = perf_counter()
    by_code = {unit.katottg: unit for unit in sorted(units, key=by_size)}
    NameSearch(by_code, aliases)
    out(f"index built in {perf_counter() - began:.2f} s")
    tracemalloc.start()
    kept = NameSearch(by_code, aliases)
    out(f", takes {tracemalloc.get_traced_memory()[0] / 1e6:.1f} MB\n")
    tracemalloc.stop()
    del kept
    gazetteer = Gazetteer(units, aliases)
    gc.collect()
    gc.freeze()
    questions = asyncio.run(read(QUESTIONS, gazetteer))
    names = sorted({key(unit.name) for unit in units if unit.is_settlement})
    scan = at(timed(scanner(names), [each.query for each in questions[:: max(1, len(questions) // SCANS)]]), 0.5)
    out(f"one full scan of {len(names):,} names: {scan:.0f} µs\n")
    reader.warm(gazetteer)
    out(f"{'kind':<16}{'p50 µs':>9}{'p99 µs':>9}{'p50/scan':>10}{'p99/scan':>10}{'read p50':>10}{'read p99':>10}\n")
    every = by_kind(questions) | {"total": [each.query for each in questions]}
    for kind, queries in every.items():
        times = timed(gazetteer.find, queries)
        p50, p99 = at(times, 0.5), at(times, 0.99)
        out(f"{kind:<16}{p50:>9.0f}{p99:>9.0f}{p50 / scan:>10.2f}{p99 / scan:>10.2f}")
        times = timed(lambda query: reader.read(gazetteer, query), queries)
        out(f"{at(times, 0.5) / scan:>10.2f}{at(times, 0.99) / scan:>10.2f}\n")


if __name__ == "__main__":
    main()
