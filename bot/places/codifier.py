"""The codifier's own table: a title block, a header row known by its names, then one unit a row.

Source: the workbook of the Ministry for Communities and Territories Development. Names carry trailing spaces,
category letters may be Cyrillic, older editions have `T` (urban-type settlement, now X).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.places import PlaceCategory, Unit

HEADER: Final = ("Перший рівень", "Другий рівень", "Третій рівень", "Четвертий рівень", "Додатковий рівень")
CATEGORY: Final = "Категорія об’єкта"
NAME: Final = "Назва об’єкта"
_LATIN: Final = str.maketrans("ОКРНМХСВТ", "OKPHMXCBT")
_OLDER: Final = {"T": "X"}
# How many characters of a code a unit of each category shares with everything inside it.
_PREFIX: Final[Mapping[PlaceCategory, int]] = {
    PlaceCategory.OBLAST: 4,
    PlaceCategory.SPECIAL_CITY: 4,
    PlaceCategory.RAION: 6,
    PlaceCategory.HROMADA: 9,
    PlaceCategory.CITY: 12,
    PlaceCategory.TOWNSHIP: 12,
    PlaceCategory.VILLAGE: 12,
}


class NotACodifier(ValueError):
    """The table has no header row of a codifier."""


def read_table(rows: Iterable[Sequence[object]]) -> list[Unit]:
    """Units with their parents, sorted by code; `NotACodifier` without a header, `ValueError` for an unknown letter.
    Below the last unit an edition may have remarks, which have no name column."""
    body = iter(rows)
    columns = _find_header(body)
    return linked(_unit(row, columns) for row in body if row and row[columns[HEADER[0]]] and row[columns[NAME]])


def linked(units: Iterable[Unit]) -> list[Unit]:
    """The same units sorted by code, each knowing the codes above it: these are prefixes of its own code.

    Прип'ять and Чорнобиль stand right below their oblast (the codifier repeats its code at levels 2 and 3).
    """
    ordered = sorted(units, key=lambda unit: unit.katottg)
    above = {
        unit.katottg[: _PREFIX[unit.category]]: unit.katottg
        for unit in ordered
        if unit.category is not PlaceCategory.DISTRICT
    }
    return [_with_parents(unit, above) for unit in ordered]


def _with_parents(unit: Unit, above: Mapping[str, str]) -> Unit:
    code = unit.katottg
    if unit.category is PlaceCategory.SPECIAL_CITY:
        return replace(unit, hromada=code)
    depth = _PREFIX.get(unit.category, len(code))
    oblast, raion, hromada, settlement = (above.get(code[:n]) if n < depth else None for n in (4, 6, 9, 12))
    if oblast is not None and unit.category is PlaceCategory.DISTRICT and settlement is None:
        hromada = settlement = oblast  # a district of Kyiv or Sevastopol
    return replace(unit, oblast=oblast, raion=raion, hromada=hromada, settlement=settlement)


def category(letter: str) -> PlaceCategory | None:
    """The category of a letter, Latin or Cyrillic, of any edition; None for another one."""
    latin = letter.strip().upper().translate(_LATIN)
    latin = _OLDER.get(latin, latin)
    return PlaceCategory(latin) if latin in set(PlaceCategory) else None


def _find_header(rows: Iterator[Sequence[object]]) -> dict[str, int]:
    for row in rows:
        cells = {str(cell).strip().replace("'", "’"): at for at, cell in enumerate(row) if cell is not None}
        if CATEGORY in cells and NAME in cells:
            return cells
    raise NotACodifier(f"no header row with «{CATEGORY}» and «{NAME}»")


def _unit(row: Sequence[object], columns: Mapping[str, int]) -> Unit:
    codes = [str(row[columns[level]]).strip() for level in HEADER if row[columns[level]]]
    letter = str(row[columns[CATEGORY]])
    if (found := category(letter)) is None:
        raise ValueError(f"no category {letter!r}")
    return Unit(codes[-1], found, " ".join(str(row[columns[NAME]]).split()))
