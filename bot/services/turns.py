"""A turn: everything one update (or one tick) changes, in one transaction.

Facts, dialogue state and notices commit together or not at all. Nobody in a turn awaits the network: what is to be
said is told (`Turn.tell`) and waits in the outbox.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any, Final

from pydantic_core import to_jsonable_python

from bot.domain.addressing import Tapped
from bot.domain.clock import Clock
from bot.domain.notices import Hushable, Notice, Priority, kind_of
from bot.domain.reports import Recipient
from bot.services.addressing import Writer
from db import boards, dialogues, outbox, residents
from db.dialogues import Dialogue
from db.engine import Database

ALBUM_PAUSE: Final = timedelta(seconds=1.5)
"""Items of an album arrive as separate updates with no end mark; this long after the last one it is whole."""

BOARD: Final = "board:"
"""Begins the key of a notice that is a board: `board:<name>:<chat>`."""

_current: ContextVar["Turn | None"] = ContextVar("current_turn", default=None)


@dataclass(frozen=True, slots=True)
class Toast:
    """What is said where somebody tapped. `key`: of the same in the outbox, should that not be possible."""

    to: Recipient
    notice: Notice
    key: str


@dataclass
class Turn:
    """Collects what a transaction will say. `recipient` is whoever speaks, once known."""

    now: datetime
    recipient: Recipient | None = None
    dialogues: dict[str, Dialogue] = field(default_factory=dict)
    afterwards: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    heard: int | None = None
    """The message this turn is about: what the person wrote, or where they tapped."""
    tapped: Tapped | None = None
    """Where somebody tapped."""
    writer: Writer | None = None
    """Whoever speaks, as all they are here."""
    toast: Toast | None = None
    _plain: list[dict[str, Any]] = field(default_factory=list)
    _said: bool = False

    async def tell(  # noqa: PLR0913 - one call says all there is to say about a notice
        self,
        to: Recipient,
        notice: Notice,
        *,
        report_id: int | None = None,
        entry_id: int | None = None,
        role: str | None = None,
        edits: int | None = None,
        key: str | None = None,
        board: str | None = None,
        last: bool = False,
        quotes: int | None = None,
        after: timedelta = timedelta(0),
    ) -> None:
        """Owe `notice` to a reader.

        `role` notes a link to the report after delivery; `edits` changes that message instead of sending a new one;
        a `key` replaces a waiting notice of the same key; a `board` is a message that changes in place, sent anew only
        the first time (`last`: also when the person has written since, and then the old one goes); `quotes`: the
        message of the chat it replies to; `after` holds it back. Notices about one report to one chat share a lane:
        they arrive in order; those of an emergency have one of their own, so that nothing held up delays them. An equal
        one that waits makes room for this one.
        """
        if isinstance(notice, Hushable) and not notice.hushed:
            notice = replace(notice, hushed=await residents.is_hushed(to.channel, to.chat_id))
        if board is not None:
            key = board_key(to, board)
            edits = await boards.message_of(to.channel, to.chat_id, board)
        priority = Priority.REST if role == "card" and edits is not None else notice.priority
        row = {"channel": to.channel, "chat_id": to.chat_id, "locale": to.locale, "kind": kind_of(type(notice))}
        row |= {"lane": outbox.lane_of(to.channel, to.chat_id, report_id, priority), "priority": priority}
        row |= {"fields": to_jsonable_python(asdict(notice)), "below": self.heard if last else None}
        row |= {"report_id": report_id, "entry_id": entry_id, "role": role, "edits": edits, "key": key}
        row |= {"created_at": self.now, "due_at": self.now + after, "quotes": quotes, "twin": None}
        self._said = True
        if key is None:
            row["twin"] = _twin(row) if entry_id is None else None
            self._plain.append(row)
            return
        await self._put_plain()  # what was said before stays before
        await outbox.put_or_replace(row)

    async def dialogue(self, key: str) -> Dialogue:
        """The conversation's state, read once a turn and saved at its end."""
        if key not in self.dialogues:
            self.dialogues[key] = await dialogues.load(key)
        return self.dialogues[key]

    async def finish(self) -> bool:
        """Write what was collected; True when there is something to deliver."""
        await self._put_plain()
        for key, dialogue in self.dialogues.items():
            if dialogue.changed:
                await dialogues.save(key, dialogue, self.now)
        return self._said

    async def _put_plain(self) -> None:
        rows, self._plain = self._plain, []
        last = {row["twin"]: row for row in rows if row["twin"]}
        if last:
            await outbox.drop_twins(last)
        await outbox.put([row for row in rows if last.get(row["twin"], row) is row])


class Turns:
    """Opens turns. `on_notices` is called after a commit that left something in the outbox."""

    def __init__(self, database: Database, clock: Clock, on_notices: Callable[[], None]) -> None:
        self.database = database
        self.clock = clock
        self._on_notices = on_notices

    @asynccontextmanager
    async def open(self, *, first: bool = False) -> AsyncIterator[Turn]:
        """One write transaction with its turn; commits at the end, or leaves nothing behind. `first`: before all who
        wait for the database."""
        turn = Turn(self.clock())
        token = _current.set(turn)
        try:
            async with self.database.write(first=first):
                yield turn
                said = await turn.finish()
        finally:
            _current.reset(token)
        if said:
            self._on_notices()
        for action in turn.afterwards:
            await action()


def _twin(row: Mapping[str, Any]) -> str:
    """The same for notices that say the same in the same place, and for no others."""
    names = ("channel", "chat_id", "locale", "kind", "fields", "report_id", "role", "edits", "quotes")
    said = [row[name] for name in names]
    return blake2b(json.dumps(said, sort_keys=True).encode(), digest_size=12).hexdigest()


def current_turn() -> Turn:
    """The open turn; `LookupError` outside of one."""
    if (turn := _current.get()) is None:
        raise LookupError("no turn is open")
    return turn


def board_key(to: Recipient, board: str) -> str:
    """The key of the notice that is this board of a chat."""
    return f"{BOARD}{board}:{to.chat_id}"


async def boards_lying(chats: Iterable[int], *names: str) -> set[tuple[int, str]]:
    """In which of these chats which of these boards lies: delivered, or on its way, because who taps at once taps
    before that is noted."""
    keys = {board_key(Recipient(chat, ""), name): (chat, name) for chat in chats for name in names}
    noted, waiting = await boards.lying({chat for chat, _ in keys.values()}, names, keys)
    return noted | {keys[key] for key in waiting}


def board_of(key: str | None) -> str | None:
    """The name of the board a notice of this key is; None when it is none."""
    return key.removeprefix(BOARD).rpartition(":")[0] if key and key.startswith(BOARD) else None
