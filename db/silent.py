"""Silent hromadas: the list, who lies inside, and what must not be kept there."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.places import Category
from bot.domain.reports import EntryKind, Status
from bot.domain.silence import Silence, SilentArea
from db.engine import execute
from db.schema import dialogues, entries, generations, reports, residents, silent_generations, silent_hromadas, units

_ALL = sa.select(silent_hromadas).order_by(silent_hromadas.c.katottg)
_NEWEST = sa.select(
    sa.select(sa.func.max(generations.c.id))
    .where(generations.c.kind == "registry")
    .scalar_subquery()
    .label("registry"),
    sa.select(sa.func.max(silent_generations.c.id)).scalar_subquery().label("silent"),
)


# --- who lies inside --------------------------------------------------------------------------------------------------


def places(at_least: Silence = Silence.OFFICERS) -> sa.Select[Any]:
    """Every code that lies in a silent area: hromadas, settlements, city districts, and raions or oblasts listed whole.
    For `residents.c.place.not_in(places())`, also inside INSERT … SELECT."""
    listed = sa.select(silent_hromadas.c.katottg).where(silent_hromadas.c.level >= int(at_least))
    around = (units.c.katottg, units.c.hromada, units.c.raion, units.c.oblast)
    return sa.select(units.c.katottg).where(sa.or_(*(column.in_(listed) for column in around)))


def hromadas(at_least: Silence = Silence.OFFICERS) -> sa.Select[Any]:
    """Codes of the silent hromadas, those of listed raions and oblasts too; Kyiv and Sevastopol count as hromadas."""
    return places(at_least).where(units.c.category.in_([Category.HROMADA.value, Category.SPECIAL_CITY.value]))


async def codes(at_least: Silence = Silence.OFFICERS) -> frozenset[str]:
    """Codes of the silent hromadas, see `hromadas`."""
    return frozenset((await execute(hromadas(at_least))).scalars())


# --- the list ---------------------------------------------------------------------------------------------------------


async def newest_generations() -> tuple[int, int]:
    """The ids of the registry and of the list in force, in one statement; 0 before the first."""
    row = (await execute(_NEWEST)).one()
    return row.registry or 0, row.silent or 0


async def load() -> dict[str, SilentArea]:
    """The list, by code."""
    rows = await execute(_ALL)
    return {row.katottg: SilentArea(row.katottg, Silence(row.level), row.note) for row in rows}


async def write(put: Sequence[SilentArea], gone: Collection[str], *, label: str, now: datetime) -> None:
    """Change the list as one generation: these lines are added or changed, those codes leave it; and what the list
    no longer lets be kept is erased in the same transaction. The day a line came onto the list stays."""
    since = {row.katottg: row.since for row in await execute(_ALL)}
    touched = [{"was": code} for code in sorted({*gone, *(area.katottg for area in put)})]
    if touched:
        await execute(sa.delete(silent_hromadas).where(silent_hromadas.c.katottg == sa.bindparam("was")), touched)
    rows = [
        {"katottg": each.katottg, "level": int(each.level), "note": each.note, "since": since.get(each.katottg, now)}
        for each in put
    ]
    if rows:
        await execute(silent_hromadas.insert(), rows)
    await execute(silent_generations.insert().values(label=label[:200], rows=len(touched), changed_at=now))
    await _forget()


async def _forget() -> None:
    """Where no location is kept: the hromada stays of places, points and sent locations go, dialogues start anew.
    Where nothing is passed on: no place of a resident, and no unsent report."""
    quiet, mute = places(Silence.LOCATIONS), places(Silence.RELAY)
    await _forget_dialogues(quiet)
    there = sa.select(reports.c.id).where(reports.c.place.in_(quiet))
    await execute(sa.delete(entries).where(entries.c.report_id.in_(there), entries.c.kind == EntryKind.LOCATION.value))
    await execute(sa.delete(reports).where(reports.c.status == Status.DRAFT.value, reports.c.place.in_(mute)))
    for table in (reports, residents):
        await execute(sa.update(table).where(table.c.place.in_(quiet)).values(place=_hromada_of(table)))
    await execute(sa.update(reports).where(reports.c.place.in_(quiet)).values(lat=None, lon=None))
    await execute(sa.update(residents).where(residents.c.place.in_(mute)).values(place=None))


def _hromada_of(table: sa.Table) -> Any:
    """The hromada of a row's place; the place itself where that is none (Прип’ять, or a hromada already)."""
    found = sa.select(sa.func.coalesce(units.c.hromada, units.c.katottg)).where(units.c.katottg == table.c.place)
    return found.scalar_subquery()


async def _forget_dialogues(quiet: sa.Select[Any]) -> None:
    """A dialogue may hold a shared point, or a location that waits for its report."""
    chats = set((await execute(sa.select(residents.c.chat_id).where(residents.c.place.in_(quiet)))).scalars())
    if not chats:
        return
    keys = [key for key in (await execute(sa.select(dialogues.c.key))).scalars() if _chat_of(key) in chats]
    if keys:
        await execute(sa.delete(dialogues).where(dialogues.c.key == sa.bindparam("gone")), [{"gone": k} for k in keys])


def _chat_of(key: str) -> int:
    """Keys begin with bot and chat (bot/telegram/storage.py)."""
    chat = key.split(":")[1] if ":" in key else ""
    return int(chat) if chat.lstrip("-").isdecimal() else 0
