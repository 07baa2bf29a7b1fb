"""Place by point beside a bare query of shapely's tree, in the same run: `make bench`.

Prints p50 and p99 in microseconds and the time to load the polygons. `python -m tests.bench.points FILE.geojson` takes
real polygons; without a file a grid of 1,764 round hromadas of 200 corners stands in for them.
"""

import asyncio
import gc
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter, perf_counter_ns
from typing import Final

import shapely

from bot.domain.places import Point, Unit
from bot.places.embedded import files
from bot.places.importing import polygons
from bot.places.importing.plan import State
from bot.places.locate import HROMADAS, Locator
from bot.places.polygons import Area, PolygonIndex

QUESTIONS: Final = 20_000
WEST, SOUTH, EAST, NORTH = 22.5, 45.0, 39.5, 52.0
COLUMNS: Final = 42


def timed(ask: Callable[[Point], object], points: Sequence[Point]) -> list[float]:
    """Microseconds of each point, sorted: the best of three calls, as other work on the machine is not ours."""

    def once(point: Point) -> float:
        began = perf_counter_ns()
        ask(point)
        return (perf_counter_ns() - began) / 1000

    return sorted(min(once(point), once(point), once(point)) for point in points)


def at(times: Sequence[float], share: float) -> float:
    return times[min(len(times) - 1, int(len(times) * share))]


def areas_of(file: Path | None, units: Sequence[Unit]) -> list[Area]:
    if file is None:
        return _grid([unit.katottg for unit in units if unit.category in HROMADAS])
    state = State({unit.katottg: unit for unit in units}, {}, {}, "", date(2026, 11, 22))
    return list(asyncio.run(polygons.read(file)).plan(state).polygons)


def _grid(codes: Sequence[str]) -> list[Area]:
    """Circles that touch or overlap their neighbours a little: borders everywhere."""
    wide, high = (EAST - WEST) / COLUMNS, (NORTH - SOUTH) / COLUMNS
    areas = []
    for number, code in enumerate(codes[: COLUMNS * COLUMNS]):
        row, column = divmod(number, COLUMNS)
        circle = shapely.Point(0, 0).buffer(0.5, quad_segs=50)
        across, up = WEST + (column + 0.5) * wide, SOUTH + (row + 0.5) * high
        placed = shapely.transform(circle, lambda xy, a=across, b=up: xy * (wide, high) + (a, b))
        areas.append(Area(code, shapely.to_wkb(placed)))
    return areas


def all_located(units: Sequence[Unit], areas: Sequence[Area]) -> list[Unit]:
    """Every settlement with a point somewhere in its hromada: the most there can be to choose from."""
    dice = random.Random(1)
    boxes = {area.katottg: shapely.from_wkb(area.wkb).bounds for area in areas}
    return [
        replace(unit, point=Point(dice.uniform(box[1], box[3]), dice.uniform(box[0], box[2])))
        if unit.is_settlement and (box := boxes.get(unit.hromada or ""))
        else unit
        for unit in units
    ]


def main(file: Path | None) -> None:
    say = sys.stdout.write
    units = files.read_units()
    areas = areas_of(file, units)
    began = perf_counter()
    PolygonIndex(areas)
    say(f"{len(areas):,} polygons loaded in {perf_counter() - began:.3f} s\n")
    tree = shapely.STRtree([shapely.from_wkb(area.wkb) for area in areas])
    dice = random.Random(2)
    points = [Point(dice.uniform(SOUTH, NORTH), dice.uniform(WEST, EAST)) for _ in range(QUESTIONS)]
    points = [p for p in points if len(tree.query(shapely.Point(p.lon, p.lat), predicate="within"))]
    embedded, full, bare = Locator(units, areas), Locator(all_located(units, areas), areas), Locator(units)
    gc.collect()
    gc.freeze()
    say(f"{'':32}{'p50':>8}{'p99':>8}  microseconds, {len(points):,} points\n")
    rows: Sequence[tuple[str, Callable[[Point], object]]] = (
        ("bare query of the tree", lambda p: tree.query(shapely.Point(p.lon, p.lat), predicate="within")),
        ("with polygons", embedded.at),
        ("with polygons and all points", full.at),
        ("by points alone", bare.at),
    )
    for name, ask in rows:
        times = timed(ask, points)
        say(f"{name:32}{at(times, 0.5):8.1f}{at(times, 0.99):8.1f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
