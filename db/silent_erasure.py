"""What may not be kept of silent hromadas, erased whenever the list changes; all of it can be done again."""

from typing import Any

import sqlalchemy as sa

from bot.domain.places import SEARCH
from bot.domain.reports import EntryKind, ReportStatus
from bot.domain.silence import Silence
from db.engine import erased, execute
from db.schema import dialogues, entries, ledger, reports, residents, units
from db.silent_places import places, strings


async def forget() -> None:
    """Where no location is kept: the hromada stays of places, also in the ledger of announcements, points and sent
    locations go, dialogues start anew. Where nothing is passed on: no place of a resident, only that theirs was such a
    one (until they name another), and no unsent report; the ledger keeps counts. What waits to be said:
    services/hushing.py.

    What lies in officers' chats is not taken back: beside the card they have the words and locations themselves, which
    a bot can delete for 48 hours only. A card changed by itself would look as if they were gone, and would notify
    nobody; it loses the place and the point when somebody next touches the report (docs/operating.md)."""
    erased()
    quiet, mute = places(Silence.LOCATIONS), places(Silence.RELAY)
    await _forget_searches(quiet)
    there = sa.select(reports.c.id).where(reports.c.place.in_(quiet))
    await execute(sa.delete(entries).where(entries.c.report_id.in_(there), entries.c.kind == EntryKind.LOCATION.value))
    await execute(sa.delete(reports).where(reports.c.status == ReportStatus.DRAFT.value, reports.c.place.in_(mute)))
    for table in (reports, residents, ledger):
        await execute(sa.update(table).where(table.c.place.in_(quiet)).values(place=_hromada_of(table)))
    await execute(sa.update(reports).where(reports.c.place.in_(quiet)).values(lat=None, lon=None))
    await execute(sa.update(ledger).where(ledger.c.place.in_(mute)).values(resident_id=None))
    await execute(sa.update(residents).where(residents.c.place.in_(mute)).values(place=None, hushed=True))


def _hromada_of(table: sa.Table) -> Any:
    """The hromada of a row's place; the place itself where that is none (Прип’ять, or a hromada already)."""
    found = sa.select(sa.func.coalesce(units.c.hromada, units.c.katottg)).where(units.c.katottg == table.c.place)
    return found.scalar_subquery()


async def _forget_searches(quiet: sa.Select[Any]) -> None:
    """Who lives there begins anew: the dialogue may hold a shared point, or a location that waits for its report. Who
    only looked for a place there, or shared a point that may lie anywhere, loses the search, not the words."""
    chats = set((await execute(sa.select(residents.c.chat_id).where(residents.c.place.in_(quiet)))).scalars())
    codes = set((await execute(quiet)).scalars())
    if not codes:
        return
    gone, left = [], []
    for row in await execute(sa.select(dialogues)):
        if _chat_of(row.key) in chats:
            gone.append({"of": row.key})
        elif row.data.get("point") or row.data.get("near") or not codes.isdisjoint(strings(row.data)):
            left.append({"of": row.key, "rest": {name: kept for name, kept in row.data.items() if name not in SEARCH}})
    if gone:
        await execute(sa.delete(dialogues).where(dialogues.c.key == sa.bindparam("of")), gone)
    if left:
        rest = sa.bindparam("rest", type_=dialogues.c.data.type)
        await execute(sa.update(dialogues).where(dialogues.c.key == sa.bindparam("of")).values(data=rest), left)


def _chat_of(key: str) -> int:
    """Keys begin with bot and chat (bot/telegram/storage.py)."""
    chat = key.split(":")[1] if ":" in key else ""
    return int(chat) if chat.lstrip("-").isdecimal() else 0
