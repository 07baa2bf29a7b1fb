"""Numbers that the database hands out: how far they have come, which a copy of it does not know."""

from typing import Final

import sqlalchemy as sa

from db.engine import dialect_name, execute
from db.schema import metadata

NUMBERED: Final = tuple(
    table.name for table in metadata.sorted_tables if table.dialect_options["sqlite"]["autoincrement"]
)
"""Whose numbers are never given twice."""
_LAST: Final = sa.text("SELECT seq FROM sqlite_sequence WHERE name = :name")
_FIRST: Final = sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :by)")
_ON: Final = sa.text("UPDATE sqlite_sequence SET seq = seq + :by WHERE name = :name")


async def move_on(by: int) -> None:
    """The next number of each is greater by so many."""
    move = _move_sqlite if dialect_name() == "sqlite" else _move_postgresql
    for name in NUMBERED:
        await move(name, by)


async def _move_sqlite(name: str, by: int) -> None:
    """A table that was always empty has no line there yet."""
    known = (await execute(_LAST.bindparams(name=name))).first()
    await execute((_FIRST if known is None else _ON).bindparams(name=name, by=by))


async def _move_postgresql(name: str, by: int) -> None:
    sequence = sa.func.pg_get_serial_sequence(name, "id")
    await execute(sa.select(sa.func.setval(sequence, sa.func.nextval(sequence) + by)))
