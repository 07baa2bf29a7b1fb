"""Messages that change in place: which message of a chat a board is."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from db.engine import built_once, execute, insert
from db.schema import boards, outbox

_MESSAGE = sa.select(boards.c.message_id).where(
    boards.c.channel == sa.bindparam("of_channel"),
    boards.c.chat_id == sa.bindparam("chat"),
    boards.c.board == sa.bindparam("name"),
)

_LYING = sa.union_all(
    sa.select(boards.c.chat_id, boards.c.board, sa.null().label("key")).where(
        boards.c.channel == "telegram",
        boards.c.chat_id.in_(sa.bindparam("chats", expanding=True)),
        boards.c.board.in_(sa.bindparam("names", expanding=True)),
    ),
    sa.select(sa.literal(0), sa.literal(""), outbox.c.key).where(
        outbox.c.key.in_(sa.bindparam("keys", expanding=True)), outbox.c.given_up_at.is_(None)
    ),
)


async def message_of(channel: str, chat_id: int, board: str) -> int | None:
    """None: the board was not delivered yet."""
    found: int | None = (
        await execute(_MESSAGE, {"of_channel": channel, "chat": chat_id, "name": board})
    ).scalar_one_or_none()
    return found


async def note(channel: str, chat_id: int, board: str, *, message_id: int, now: datetime) -> None:
    row = {"channel": channel, "chat_id": chat_id, "board": board, "message_id": message_id, "created_at": now}
    await execute(_note(), row)


@built_once
def _note() -> sa.Executable:
    statement = insert(boards)
    keys, newer = ["channel", "chat_id", "board"], {"message_id": statement.excluded.message_id}
    found: sa.Executable = statement.on_conflict_do_update(index_elements=keys, set_=newer)
    return found


async def lying(
    chats: Collection[int], names: Collection[str], keys: Collection[str]
) -> tuple[set[tuple[int, str]], set[str]]:
    """Chats with those of these boards that were delivered there, and those of these keys whose notice is on its way;
    in one statement."""
    rows = (await execute(_LYING, {"chats": list(chats), "names": list(names), "keys": list(keys)})).all()
    return {(row.chat_id, row.board) for row in rows if row.key is None}, {row.key for row in rows if row.key}


async def drop(channel: str, chat_id: int, board: str) -> None:
    """The next words come as a new message."""
    await execute(sa.delete(boards).where(*_here(channel, chat_id, board)))


async def forget(channel: str, chat_id: int, names: Collection[str]) -> None:
    """These boards of a chat."""
    here = (boards.c.channel == channel, boards.c.chat_id == chat_id)
    await execute(sa.delete(boards).where(*here, boards.c.board.in_(names)))


async def purge(before: datetime) -> int:
    """Telegram lets messages be edited for a while only."""
    return (await execute(sa.delete(boards).where(boards.c.created_at < before))).rowcount


def _here(channel: str, chat_id: int, board: str) -> tuple[sa.ColumnElement[bool], ...]:
    return boards.c.channel == channel, boards.c.chat_id == chat_id, boards.c.board == board
