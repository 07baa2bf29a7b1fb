"""The postman: takes notices from the outbox, has them worded, sends them, and notes what arrived.

Claim and commit; send without a transaction; note down and commit. A crash in between repeats at most the sends whose
answer was not noted. The pace is kept by claiming: a chat that was written to a moment ago is left out.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.types import Message
from aiolimiter import AsyncLimiter
from pydantic import TypeAdapter

from bot.config import Settings
from bot.domain.notices import KINDS, Notice
from bot.domain.reports import Entry, Reader
from bot.services.desk import Desk
from bot.services.people import People
from bot.services.turns import Turns
from bot.telegram.compose import ALBUM_ITEMS, Letter, compose
from bot.telegram.failures import Done, Follow, GiveUp, Retry, Verdict, Wait, backoff_seconds, judge
from bot.texts.words import words
from db import links, outbox, reports, residents
from db.outbox import Post

log = structlog.get_logger(__name__)
CHANNEL: Final = "telegram"
IDLE_POLL: Final = 1.0
ADAPTERS: Final[Mapping[str, TypeAdapter[Any]]] = {kind: TypeAdapter(each) for kind, each in KINDS.items()}


def notice_of(kind: str, fields: Mapping[str, Any]) -> Notice:
    """The notice an outbox row holds; raises `KeyError` or pydantic's `ValidationError` for a row we do not know."""
    found: Notice = ADAPTERS[kind].validate_python(fields)
    return found


class Pace:
    """Which chats must rest, and until when (loop time, seconds)."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._free_at: dict[int, float] = {}
        self._all_free_at = 0.0
        self._last_wait: tuple[int, float] = (0, 0.0)

    def take(self, chat_id: int) -> None:
        """A send begins: the chat is busy until it is over."""
        self._free_at[chat_id] = float("inf")

    def rest(self, chat_id: int, seconds: float | None = None) -> None:
        """A send is over: rest for the interval, or as long as Telegram says."""
        self._free_at[chat_id] = _now() + (self._interval if seconds is None else seconds)

    def told_to_wait(self, chat_id: int, seconds: float) -> None:
        """429. One chat may be too fast; two different ones within a second mean all of us are."""
        other, when = self._last_wait
        if other not in (0, chat_id) and _now() - when < 1.0:
            self._all_free_at = _now() + seconds
        self._last_wait = (chat_id, _now())
        self.rest(chat_id, seconds)

    def busy(self) -> list[int]:
        now = _now()
        self._free_at = {chat: at for chat, at in self._free_at.items() if at > now}
        return list(self._free_at)

    def pause(self) -> float:
        """Seconds until all may send again."""
        return max(self._all_free_at - _now(), 0.0)

    def next_free(self) -> float:
        """Seconds until the next resting chat is free (infinity: none rests)."""
        return min((at - _now() for at in self._free_at.values()), default=float("inf"))


def _now() -> float:
    return asyncio.get_running_loop().time()


class Postman:
    """Delivers the outbox to Telegram. `nudge` is set when something new lies there."""

    def __init__(
        self, *, bot: Bot, turns: Turns, desk: Desk, people: People, settings: Settings, nudge: asyncio.Event
    ) -> None:
        self._bot = bot
        self._turns = turns
        self._desk = desk
        self._people = people
        self._settings = settings
        self._limit = AsyncLimiter(1, 1 / settings.send_per_second)  # a bucket of one: no burst
        self._pace = Pace(settings.chat_interval)
        self._lease = timedelta(seconds=2 * settings.send_timeout + settings.senders / settings.send_per_second)
        self._nudge = nudge
        self._sending: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Deliver until cancelled; sends under way are finished and noted first."""
        try:
            while True:
                self._nudge.clear()
                try:
                    pause = 0.0 if await self._round() else await self._idle_for()
                except Exception as error:
                    log.error("outbox-unavailable", error=type(error).__name__)
                    pause = IDLE_POLL
                await self._sleep(pause)
        finally:
            if self._sending:
                await asyncio.wait(self._sending, timeout=self._settings.send_timeout)

    async def _round(self) -> bool:
        """Claim what may go now and start sending it; False when nothing was there."""
        room = self._settings.senders - len(self._sending)
        if room <= 0 or self._pace.pause() > 0:
            return False
        now = self._turns.clock()
        async with self._turns.database.write():
            posts = await outbox.claim(
                channel=CHANNEL, now=now, leased_until=now + self._lease, most=room, busy=self._pace.busy()
            )
            letters = [(post, await self._open(post)) for post in posts]
        for post, letter in letters:
            self._pace.take(post.chat_id)
            task = asyncio.create_task(self._deliver(post, letter))
            self._sending.add(task)
            task.add_done_callback(self._sent)
        return bool(posts)

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self._nudge.set()

    async def _idle_for(self) -> float:
        async with self._turns.database.read():
            due = await outbox.next_due(CHANNEL)
        if due is None:
            return IDLE_POLL
        until_due = (due - self._turns.clock()).total_seconds()
        # Due already and yet not claimed: its chat rests, or its lane waits for a send under way.
        wait = until_due if until_due > 0 else self._pace.next_free()
        return max(min(wait, IDLE_POLL), self._pace.pause(), 0.02)

    async def _sleep(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._nudge.wait(), seconds)
        except TimeoutError:
            return

    # --- one notice -------------------------------------------------------------------------------------------------

    async def _open(self, post: Post) -> Letter | None:
        """Everything the send needs, read with the claim. None: there is nothing left to send."""
        try:
            notice = notice_of(post.kind, post.fields)
        except Exception as error:
            log.error("notice-unreadable", kind=post.kind, error=type(error).__name__)
            return None
        entries, quotes = await self._content(post)
        if post.entry_id is not None and post.role == "entry" and not entries:
            return None
        return Letter(
            chat_id=post.chat_id,
            notice=notice,
            words=words(post.locale),
            entries=entries,
            quotes=quotes,
            edits=post.edits,
            protect=self._settings.protect_content,
        )

    async def _content(self, post: Post) -> tuple[list[Entry], int | None]:
        """The entries a `Relayed` carries (of an album those that have not arrived yet), and what it replies to."""
        if post.report_id is None or post.entry_id is None or post.role != "entry":
            return [], None
        entry = await reports.entry(post.entry_id)
        if entry is None:
            return [], None
        arrived = await links.delivered_entries(post.report_id, post.chat_id)
        entries = await self._album_of(entry, arrived)
        return entries, await self._quoted(post, entry, arrived)

    async def _album_of(self, entry: Entry, arrived: Mapping[int, int]) -> list[Entry]:
        if entry.draft.album is None:
            return [entry]
        siblings = [e for e in await reports.entries_of(entry.report_id) if e.draft.album == entry.draft.album]
        waiting = [e for e in siblings if e.id not in arrived]
        return waiting if all(e.draft.kind in ALBUM_ITEMS for e in waiting) else waiting[:1]

    async def _quoted(self, post: Post, entry: Entry, arrived: Mapping[int, int]) -> int | None:
        quoted = await reports.entry(entry.quotes_entry_id) if entry.quotes_entry_id else None
        if quoted is not None:
            if quoted.draft.chat_id == post.chat_id:
                return quoted.draft.message_id
            if quoted.id in arrived:
                return arrived[quoted.id]
        report_id = post.report_id or 0
        return (await links.cards([report_id])).get((report_id, post.chat_id))

    async def _deliver(self, post: Post, letter: Letter | None) -> None:
        """Send and note. Whatever happens here concerns this notice only."""
        try:
            if letter is None:
                await self._complete(post, [], ())
            else:
                await self._send(post, letter)
        except Exception as error:
            log.error("delivery-not-noted", outbox_id=post.id, error=type(error).__name__)
            self._pace.rest(post.chat_id)

    async def _send(self, post: Post, letter: Letter) -> None:
        async with self._limit:
            try:
                answer = await self._bot(compose(letter), request_timeout=round(self._settings.send_timeout))
            except Exception as error:
                await self._failed(post, judge(error), error)
                return
        sent = [each.message_id for each in _messages(answer)]
        await self._complete(post, sent, letter.entries)

    async def _complete(self, post: Post, sent: list[int], entries: Sequence[Entry]) -> None:
        self._pace.rest(post.chat_id, None if sent else 0.0)  # a reaction or a menu is no message
        async with self._turns.open():
            await outbox.complete(post, sent[0] if sent else None)
            await outbox.add_links(_links(post, sent, entries))

    async def _failed(self, post: Post, verdict: Verdict, error: Exception) -> None:
        kind = type(error).__name__
        log.warning("send-failed", outbox_id=post.id, kind=post.kind, error=kind, verdict=type(verdict).__name__)
        now = self._turns.clock()
        match verdict:
            case Done():
                await self._complete(post, [], ())
            case Wait(seconds):
                self._pace.told_to_wait(post.chat_id, seconds)
                await self._postpone(post, now + timedelta(seconds=seconds), kind)
            case Retry():
                self._pace.rest(post.chat_id)
                await self._postpone(post, now + timedelta(seconds=backoff_seconds(post.attempts)), kind)
            case Follow(chat_id):
                await self._follow(post, chat_id)
            case GiveUp(unreachable):
                self._pace.rest(post.chat_id)
                await self._give_up(post, kind, now, unreachable=unreachable)

    async def _postpone(self, post: Post, until: datetime, kind: str) -> None:
        async with self._turns.open():
            await outbox.postpone(post, until, kind)

    async def _follow(self, post: Post, chat_id: int) -> None:
        self._pace.rest(post.chat_id)
        async with self._turns.open() as turn:
            await residents.move_chat(CHANNEL, post.chat_id, chat_id)
            await outbox.move_chat(CHANNEL, post.chat_id, chat_id)
            await outbox.postpone(post, turn.now, "TelegramMigrateToChat")

    async def _give_up(self, post: Post, kind: str, now: datetime, *, unreachable: bool) -> None:
        """Never only logged: the chat is marked, and what the notice was about goes another way."""
        async with self._turns.open() as turn:
            await outbox.give_up(post, now, kind)
            if unreachable:
                await self._people.blocked(turn, Reader(post.chat_id, post.locale, CHANNEL))
            await self._desk.undelivered(turn, post, unreachable=unreachable)


def _messages(answer: object) -> list[Message]:
    """A send answers with a message, an album with several, other calls with True."""
    if isinstance(answer, Message):
        return [answer]
    return [each for each in answer if isinstance(each, Message)] if isinstance(answer, list) else []


def _links(post: Post, sent: list[int], entries: Sequence[Entry]) -> list[dict[str, Any]]:
    edited = post.edits is not None and post.role != "entry"
    if post.report_id is None or post.role is None or edited:
        return []
    base = {"channel": CHANNEL, "chat_id": post.chat_id, "report_id": post.report_id, "role": post.role}
    if entries:
        return [base | {"message_id": m, "entry_id": e.id} for m, e in zip(sent, entries, strict=False)]
    return [base | {"message_id": m, "entry_id": post.entry_id} for m in sent]
