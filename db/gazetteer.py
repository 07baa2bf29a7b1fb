"""Units of the codifier, their other names, and the generations that say what was loaded when."""

from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.places import Alias, AliasKind, PlaceCategory, Point, Unit
from db.engine import dialect_name, execute, insert
from db.schema import generations, unit_aliases, units

SLICE: Final = 2_000

_all_units = sa.select(units).order_by(units.c.katottg)
_all_aliases = sa.select(unit_aliases.c.katottg, unit_aliases.c.name, unit_aliases.c.kind).order_by(
    unit_aliases.c.katottg, unit_aliases.c.name
)
_newest = sa.select(sa.func.max(generations.c.id)).where(generations.c.kind == sa.bindparam("kind"))
_newest_of_places = sa.select(sa.func.max(generations.c.id)).where(generations.c.kind != "registry")
_generations = sa.select(generations).order_by(generations.c.id)


async def lock() -> None:
    """Wait until no other process loads the gazetteer; held until the transaction ends (SQLite has one writer)."""
    if dialect_name() == "postgresql":
        await execute(sa.text("LOCK TABLE generations IN SHARE ROW EXCLUSIVE MODE"))


async def add_units(rows: Iterable[Unit]) -> AsyncIterator[int]:
    """Insert units slice by slice; yields how many are in so far."""
    async for done in _in_slices(sa.insert(units), map(_unit_row, rows)):
        yield done


async def add_aliases(rows: Iterable[Alias], *, source: str) -> AsyncIterator[int]:
    """Insert other names slice by slice, those that are known already stay; yields how many are in so far."""
    statement = insert(unit_aliases).on_conflict_do_nothing()
    async for done in _in_slices(statement, (_alias_row(alias, source) for alias in rows)):
        yield done


async def write_units(rows: Sequence[Unit]) -> AsyncGenerator[int, None]:
    """Insert units or write them over those of the same code; yields how many are in so far."""
    statement = insert(units)
    kept = {column.name: statement.excluded[column.name] for column in units.c if column.name != "katottg"}
    over = statement.on_conflict_do_update(index_elements=["katottg"], set_=kept)
    async for done in _in_slices(over, map(_unit_row, rows)):
        yield done


async def write_aliases(rows: Sequence[tuple[Alias, str]]) -> AsyncGenerator[int, None]:
    """Insert other names with their sources, over those of the same code and spelling; yields how many are in."""
    statement = insert(unit_aliases)
    kept = {name: statement.excluded[name] for name in ("kind", "source")}
    over = statement.on_conflict_do_update(index_elements=["katottg", "name"], set_=kept)
    async for done in _in_slices(over, (_alias_row(alias, source) for alias, source in rows)):
        yield done


async def read_units() -> list[Unit]:
    """Every unit, by code."""
    return [_unit(row) for row in (await execute(_all_units)).all()]


async def read_aliases() -> list[Alias]:
    """Every other name, by code and name."""
    rows = [tuple(row) for row in await execute(_all_aliases)]
    return [Alias(katottg, name, AliasKind(kind)) for katottg, name, kind in rows]


async def add_generation(kind: str, *, label: str, rows: int, loaded_at: datetime) -> int:
    """Note down that something was loaded; returns the new generation's number."""
    values = {"kind": kind, "label": label, "rows": rows, "loaded_at": loaded_at}
    result = await execute(sa.insert(generations).values(values).returning(generations.c.id))
    return int(result.scalar_one())


async def newest_generation(kind: str) -> int | None:
    """The number of the newest generation of this kind (codifier, coordinates, population, aliases, polygons)."""
    number: int | None = (await execute(_newest, {"kind": kind})).scalar()
    return number


async def newest_of_places() -> int:
    """The number of the newest generation of anything the gazetteer is built from; 0 when there is none."""
    return int((await execute(_newest_of_places)).scalar() or 0)


async def read_generations() -> Sequence[sa.Row[Any]]:
    """All generations, oldest first: id, kind, label, rows, loaded_at."""
    return (await execute(_generations)).all()


async def _in_slices(statement: sa.Executable, rows: Iterator[Mapping[str, Any]]) -> AsyncIterator[int]:
    done = 0
    while part := list(islice(rows, SLICE)):
        await execute(statement, part)
        done += len(part)
        yield done


def _unit_row(unit: Unit) -> dict[str, Any]:
    return {
        "katottg": unit.katottg,
        "category": unit.category.value,
        "name": unit.name,
        "oblast": unit.oblast,
        "raion": unit.raion,
        "hromada": unit.hromada,
        "settlement": unit.settlement,
        "lat": unit.point.lat if unit.point else None,
        "lon": unit.point.lon if unit.point else None,
        "population": unit.population,
        "withdrawn_in": unit.withdrawn_in,
    }


def _alias_row(alias: Alias, source: str) -> dict[str, str]:
    return {"katottg": alias.katottg, "name": alias.name, "kind": alias.kind.value, "source": source}


def _unit(row: sa.Row[Any]) -> Unit:
    (katottg, category, name, oblast, raion, hromada, settlement, lat, lon, population, withdrawn_in) = tuple(row)
    point = Point(lat, lon) if lat is not None else None
    return Unit(
        katottg, PlaceCategory(category), name, oblast, raion, hromada, settlement, point, population, withdrawn_in
    )
