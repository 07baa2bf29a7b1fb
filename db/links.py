"""Links: a delivered message and the report (and entry) it carries."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from db.engine import execute
from db.schema import links

_FOUND = sa.select(links.c.report_id, links.c.entry_id, links.c.role).where(
    links.c.channel == sa.bindparam("of_channel"),
    links.c.chat_id == sa.bindparam("chat"),
    links.c.message_id == sa.bindparam("message"),
)
_CARDS = (
    sa.select(links.c.report_id, links.c.chat_id, sa.func.max(links.c.message_id).label("message_id"))
    .where(links.c.report_id.in_(sa.bindparam("ids", expanding=True)), links.c.role == "card")
    .group_by(links.c.report_id, links.c.chat_id)
)
_DELIVERED = (
    sa.select(links.c.entry_id, links.c.message_id)
    .where(
        links.c.report_id == sa.bindparam("report"),
        links.c.chat_id == sa.bindparam("chat"),
        links.c.entry_id.is_not(None),
    )
    .order_by(links.c.message_id)
)


@dataclass(frozen=True, slots=True)
class Link:
    report_id: int
    entry_id: int | None
    role: str


async def find(channel: str, chat_id: int, message_id: int) -> Link | None:
    """What a message of ours in this chat belongs to."""
    row = (await execute(_FOUND, {"of_channel": channel, "chat": chat_id, "message": message_id})).first()
    return Link(row.report_id, row.entry_id, row.role) if row else None


async def cards(report_ids: Collection[int]) -> dict[tuple[int, int], int]:
    """The newest card of each report in each chat: {(report, chat): message}."""
    rows = await execute(_CARDS, {"ids": list(report_ids)}) if report_ids else ()
    return {(row.report_id, row.chat_id): row.message_id for row in rows}


async def all_cards(report_ids: Collection[int]) -> list[tuple[int, int, int]]:
    """Every card of these reports, copies too: (report, chat, message)."""
    statement = sa.select(links.c.report_id, links.c.chat_id, links.c.message_id)
    rows = await execute(statement.where(links.c.report_id.in_(report_ids), links.c.role == "card"))
    return [(row.report_id, row.chat_id, row.message_id) for row in rows]


async def delivered_entries(report_id: int, chat_id: int) -> dict[int, int]:
    """Entries of a report that this chat already has: {entry: message}, of several messages the last: the words."""
    rows = await execute(_DELIVERED, {"report": report_id, "chat": chat_id})
    return {row.entry_id: row.message_id for row in rows}
