"""Who lies in a silent area, as selectables for other statements."""

from collections.abc import Iterator
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.reports import OPEN
from bot.domain.silence import Silence
from db.schema import reports, residents, silent_hromadas, units

AROUND: Final = (units.c.katottg, units.c.hromada, units.c.raion, units.c.oblast)
"""A unit's own code and those of what it lies in."""


def inside(code: str) -> sa.Select[Any]:
    """Every code that lies in one area, itself too."""
    return sa.select(units.c.katottg).where(sa.or_(*(column == code for column in AROUND)))


def places(at_least: Silence = Silence.OFFICERS) -> sa.Select[Any]:
    """Every code that lies in a silent area: hromadas, settlements, city districts, and raions or oblasts listed whole.
    For `residents.c.place.not_in(places())`, also inside INSERT … SELECT."""
    listed = sa.select(silent_hromadas.c.katottg).where(silent_hromadas.c.level >= int(at_least))
    return sa.select(units.c.katottg).where(sa.or_(*(column.in_(listed) for column in AROUND)))


def here(at_least: Silence = Silence.OFFICERS) -> sa.ColumnElement[bool]:
    """Whether the unit of a row lies in a silent area: one look into the short list, for statements that read `units`
    row by row."""
    listed = silent_hromadas.c
    return sa.exists().where(listed.katottg.in_(AROUND), listed.level >= int(at_least)).correlate(units)


def hushed() -> sa.ColumnElement[bool]:
    """Whether 102 and 112 may be answered by the occupier where the resident of a row is: nothing is passed on from
    the home, or from the place of an open report. For statements that read `residents`."""
    theirs = reports.alias()
    is_open = theirs.c.status.in_([status.value for status in OPEN])
    about = sa.select(theirs.c.place).where(theirs.c.resident_id == residents.c.id, is_open).correlate(residents)
    where = sa.or_(units.c.katottg == residents.c.place, units.c.katottg.in_(about))
    return sa.or_(residents.c.hushed, sa.exists().where(where, here(Silence.RELAY)).correlate(residents))


def strings(plain: Any) -> Iterator[str]:
    """Every string in stored JSON: a code in it tells of a place."""
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for each in plain.values():
            yield from strings(each)
    elif isinstance(plain, list):
        for each in plain:
            yield from strings(each)
