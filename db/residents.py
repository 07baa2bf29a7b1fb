"""Residents: who agreed to be remembered, in which language, and where they live."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from bot.domain.reports import Resident
from db.engine import erased, execute, insert
from db.schema import residents
from db.silent_places import hushed

_columns = (residents.c.id, residents.c.chat_id, residents.c.locale, residents.c.place, residents.c.consented_at)
_unasked = sa.and_(residents.c.news_asked_at.is_(None), residents.c.news_opening.is_(None))
_select = sa.select(*_columns, residents.c.unreachable_at, _unasked.label("unasked"))


def _resident(row: sa.Row[Any]) -> Resident:
    return Resident(
        id=row.id,
        chat_id=row.chat_id,
        locale=row.locale,
        place=row.place,
        consented_at=row.consented_at,
        unreachable_at=row.unreachable_at,
        unasked=bool(row.unasked),
    )


async def by_chat(channel: str, chat_id: int) -> Resident | None:
    where = (residents.c.channel == channel, residents.c.chat_id == chat_id)
    row = (await execute(_select.where(*where))).first()
    return _resident(row) if row else None


_HUSHED: Final = sa.select(hushed()).where(
    residents.c.channel == sa.bindparam("channel"), residents.c.chat_id == sa.bindparam("chat")
)


async def is_hushed(channel: str, chat_id: int) -> bool:
    """Whether whoever reads here may not be sent to 102 and 112 (`silent_places.hushed`)."""
    return bool((await execute(_HUSHED, {"channel": channel, "chat": chat_id})).scalar())


async def by_id(resident_id: int) -> Resident:
    """The resident of a report; raises `NoResultFound` for an unknown id."""
    return _resident((await execute(_select.where(residents.c.id == resident_id))).one())


async def add(
    *, channel: str, chat_id: int, locale: str, now: datetime, news: Mapping[str, bool] | None = None
) -> Resident:
    """Remember somebody who agreed, and what they said of each kind of news, if anything; a second consent changes
    nothing."""
    values: dict[str, Any] = {"channel": channel, "chat_id": chat_id, "locale": locale, "consented_at": now}
    if news:
        values |= {"news_asked_at": now, **{f"news_{kind}": wanted for kind, wanted in news.items()}}
    statement = insert(residents).values(values)
    await execute(statement.on_conflict_do_nothing(index_elements=["channel", "chat_id"]))
    found = await by_chat(channel, chat_id)
    if found is None:
        raise LookupError("a resident just added is not there")
    return found


async def add_known(rows: Sequence[Mapping[str, Any]], *, now: datetime) -> None:
    """Remember many at once (`chat_id`, `locale`, `place`, what they said of news), as the demo does; who is known
    already stays so."""
    values = [{"channel": "telegram", "consented_at": now, **row} for row in rows]
    await execute(insert(residents).on_conflict_do_nothing(index_elements=["channel", "chat_id"]), values)


async def update(resident_id: int, **values: Any) -> None:
    """Set `locale`, `place`, `hushed` or `unreachable_at`."""
    await execute(sa.update(residents).where(residents.c.id == resident_id).values(values))


async def news_of(resident_id: int) -> sa.Row[Any]:
    """What was said (None: nothing yet) to `opening` and `announcement`."""
    columns = (
        residents.c.news_opening.label("opening"),
        residents.c.news_announcement.label("announcement"),
    )
    return (await execute(sa.select(*columns).where(residents.c.id == resident_id))).one()


async def set_news(resident_id: int, kinds: Collection[str], *, wanted: bool, now: datetime) -> None:
    values: dict[str, Any] = {f"news_{kind}": wanted for kind in kinds}
    await update(resident_id, **values)
    await note_asked(resident_id, now)


async def note_asked(resident_id: int, now: datetime) -> None:
    """Whether news is welcome has been asked: never again."""
    await update(resident_id, news_asked_at=sa.func.coalesce(residents.c.news_asked_at, now))


async def set_reachable(channel: str, chat_id: int, unreachable_at: datetime | None) -> None:
    """Note that the resident blocked the bot, or came back (None)."""
    where = (residents.c.channel == channel, residents.c.chat_id == chat_id)
    await execute(sa.update(residents).where(*where).values(unreachable_at=unreachable_at))


async def move_chat(channel: str, old: int, new: int, now: datetime) -> None:
    """When somebody has written from the new chat already, they stay who they are, and the old one is out of reach."""
    where = (residents.c.channel == channel, residents.c.chat_id == old)
    there = residents.alias()
    taken = sa.exists().where(there.c.channel == channel, there.c.chat_id == new)
    if not (await execute(sa.update(residents).where(*where, ~taken).values(chat_id=new))).rowcount:
        await execute(sa.update(residents).where(*where).values(unreachable_at=now))


async def erase(resident_id: int) -> None:
    """Forget the resident; the caller has erased the reports first."""
    erased()
    await execute(sa.delete(residents).where(residents.c.id == resident_id))
