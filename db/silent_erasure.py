"""What may not be kept of silent hromadas, erased whenever the list changes; all of it can be done again."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.reports import EntryKind, Status
from bot.domain.silence import Silence
from db.engine import execute
from db.schema import dialogues, entries, outbox, reports, residents, units
from db.silent_places import places


async def forget() -> None:
    """Where no location is kept: the hromada stays of places, points and sent locations go, dialogues start anew.
    Where nothing is passed on: no place of a resident, and no unsent report.

    What lies in officers' chats is not taken back: beside the card they have the words and locations themselves, which
    a bot can delete for 48 hours only. A card changed by itself would look as if they were gone, and would notify
    nobody; it loses the place and the point when somebody next touches the report (README: silent hromadas)."""
    quiet, mute = places(Silence.LOCATIONS), places(Silence.RELAY)
    await _forget_dialogues(quiet)
    await _forget_words(mute)
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


UNNAMED: Final[Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]]] = {
    "report-moved": lambda fields: fields | {"officer": None},
    "report-kept": lambda fields: (
        fields | {"unnamed": fields.get("unnamed", False) or bool(fields["officers"]), "officers": []}
    ),
    "summary": lambda fields: fields | {"officers": []},
    "relayed": lambda fields: (
        fields | {"unnamed": fields.get("unnamed", False) or bool(fields["sender"]), "sender": None}
    ),
}
"""Kinds of notices that name an officer to a resident, without the name."""
CARDS: Final = ("officer-card", "station-pin")
"""Those that are nothing else."""


async def _forget_words(mute: sa.Select[Any]) -> None:
    """What still waits to be said to residents there: without names, or not at all."""
    there = sa.select(reports.c.resident_id).where(reports.c.place.in_(places()))
    chats = sa.select(residents.c.chat_id).where(sa.or_(residents.c.place.in_(places()), residents.c.id.in_(there)))
    waiting = outbox.c.chat_id.in_(chats)
    silenced = sa.select(reports.c.id).where(reports.c.place.in_(mute))
    await execute(sa.delete(outbox).where(waiting, sa.or_(outbox.c.kind.in_(CARDS), outbox.c.report_id.in_(silenced))))
    named = sa.select(outbox.c.id, outbox.c.kind, outbox.c.fields).where(waiting, outbox.c.kind.in_(list(UNNAMED)))
    rows = [{"row": row.id, "left": UNNAMED[row.kind](dict(row.fields))} for row in await execute(named)]
    if rows:
        change = sa.update(outbox).where(outbox.c.id == sa.bindparam("row"))
        await execute(change.values(fields=sa.bindparam("left", type_=outbox.c.fields.type)), rows)
