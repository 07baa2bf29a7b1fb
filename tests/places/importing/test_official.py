"""The real official files, where they are at hand: all of them go in, and former names are found."""

from csv import DictReader
from pathlib import Path

import pytest

from bot.domain.places import candidates
from bot.places.gazetteer import Gazetteer
from bot.places.importing import aliases, codifier, coordinates, polygons, population
from bot.places.load import fill, read_gazetteer
from db.engine import Database
from tests.places.importing.files import NOON, load, names


@pytest.mark.slow
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # the small files above go into both
async def test_the_real_files(database: Database, official_files: Path, gazetteer: Gazetteer) -> None:
    official = official_files / "official"
    plan = await load(database, codifier.read, official / "katottg-2024-01.csv")
    assert plan.counts["added"] == 31_752
    plan = await load(database, codifier.read, official / "katottg-2026-07.xlsx")
    assert (plan.counts["added"], plan.counts["withdrawn"]) == (1, 9)
    assert plan.counts["renamed"] == len(plan.aliases) > 500
    assert await names(database) == {unit.katottg: unit.name for unit in gazetteer.units}
    for read, name, least, unmatched in (
        (codifier.read, "official/katottg-2025-05.csv", 0, 4),
        (polygons.read, "hromadas-100m.geojson", 1_766, 1),
        (polygons.read, "city-districts.geojson", 75, 0),
        (coordinates.read, "official/cod-ab-ukraine-2026-02.xlsx", 29_700, 3),
        (population.read, "official/population-2022.xlsx", 2_700, 12),
        (aliases.read, "aliases-official.csv", 0, 0),
    ):
        plan = await load(database, read, official_files / name)
        assert plan.size >= least, name
        assert len(plan.unmatched) <= unmatched, name
        assert (await load(database, read, official_files / name)).size == 0, name


@pytest.mark.slow
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_official_former_names(database: Database, official_files: Path) -> None:
    """574 former names by comparing five editions: two older ones and the file bring all of them; people find them."""
    await fill(database, now=NOON)
    with (official_files / "aliases-official.csv").open(encoding="utf-8", newline="") as file:
        rows = list(DictReader(file))
    wanted = {(row["katottg"], row["old_name_uk"]) for row in rows}
    known = []
    for read, name in (
        (codifier.read, "official/katottg-2025-05.csv"),
        (codifier.read, "official/katottg-2024-01.csv"),
        (aliases.read, "aliases-official.csv"),
    ):
        await load(database, read, official_files / name)
        places = await read_gazetteer(database)
        known.append(len(wanted & {(each.katottg, each.name) for each in places.aliases}))
    print(f"{len(wanted)} former names, known after each file: {known}")  # noqa: T201
    assert known[1] >= 540
    assert known[2] == len(wanted)
    settlements = [row for row in rows if places.unit(row["katottg"]).is_settlement]
    offered = [_rank(places, row) for row in settlements]
    print(f"{len(offered)} of settlements: {sum(0 < each <= 5 for each in offered)} among the first five")  # noqa: T201
    assert sum(0 < each <= 5 for each in offered) >= 0.96 * len(offered)


def _rank(places: Gazetteer, row: dict[str, str]) -> int:
    """The place of the present settlement when its former name is asked for with the oblast; 0: not offered."""
    unit = places.unit(row["katottg"])
    answer = places.find(f"{row['old_name_uk']}, {places.unit(unit.oblast or '').name} область")
    codes = [each.unit.katottg for each in candidates(answer)]
    return codes.index(unit.katottg) + 1 if unit.katottg in codes else 0
