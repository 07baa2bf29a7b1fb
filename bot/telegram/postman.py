"""The postman: takes notices from the outbox, has them worded, sends them, and notes what arrived.

Claim and commit; send without a transaction; note down and commit, all that arrived meanwhile at once
(bot/telegram/notes.py). A crash in between repeats at most the sends whose answer was not noted. The pace is kept by
claiming: a chat that was written to a moment ago is left out.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.methods import DeleteMessage
from aiogram.types import Message

from bot.config import Settings
from bot.domain.finishing import to_the_end
from bot.domain.notices import Priority
from bot.domain.reports import Entry, Recipient
from bot.services.bot_name import BotName
from bot.services.kept_notices import NoticeUnreadable
from bot.services.losses import Losses
from bot.services.people import People
from bot.services.turns import Turn, Turns, board_of
from bot.services.work_loops import SOONEST, WorkLoop, release_claims, seconds_until
from bot.telegram.compose import compose, file_id_in, has_plain_form, pieces
from bot.telegram.counts import Counts
from bot.telegram.failures import (
    Arrived,
    Away,
    Broken,
    Done,
    Follow,
    GiveUp,
    Retry,
    Verdict,
    Wait,
    backoff_seconds,
    judge,
)
from bot.telegram.letter import Letter, Piece
from bot.telegram.letters import AlbumIncomplete, open_letter
from bot.telegram.notes import Notes
from bot.telegram.outages import KINDS, PAUSE, Outages
from bot.telegram.pace import Pace
from bot.telegram.rate import Order
from db import boards, outbox, residents, uploads
from db.outbox import OutboxRow, SendProgress

log = structlog.get_logger(__name__)
CHANNEL: Final = "telegram"
BROKEN_ATTEMPTS: Final = 5
URGENT_SENDERS: Final = 5
"""More than the usual ones, for emergencies alone: they need not wait until one is free."""
MOST_MESSAGES: Final = 10  # of one album
ALBUM_LOOK: Final = timedelta(seconds=0.3)
"""How often an album is looked at again while its author's updates are behind."""


class Postman:
    """Delivers the outbox to Telegram."""

    def __init__(
        self,
        *,
        bot: Bot,
        turns: Turns,
        losses: Losses,
        people: People,
        settings: Settings,
        pace: Pace,
        counts: Counts,
        bot_name: BotName,
        loop: WorkLoop,
    ) -> None:
        self._bot = bot
        self._turns = turns
        self._losses = losses
        self._people = people
        self._settings = settings
        self._pace = pace
        self._counts = counts
        self._bot_name = bot_name
        waits = settings.senders * MOST_MESSAGES / settings.send_per_second
        self._lease = timedelta(seconds=2 * settings.send_timeout + waits)
        self._loop = loop
        self._sending: set[asyncio.Task[None]] = set()
        self._notes = Notes(turns)
        self._outages = Outages()

    async def run(self) -> None:
        """Deliver until cancelled; sends under way are finished and noted first."""
        try:
            await self._loop.run(
                lambda: to_the_end(self._round()),
                first=partial(release_claims, self._turns, partial(outbox.release, CHANNEL)),
            )
        finally:
            if self._sending:
                await asyncio.wait(self._sending, timeout=self._settings.send_timeout)

    async def _round(self) -> float:
        """Note what arrived, claim what may go now and start sending it; how many seconds there is nothing to do then,
        unless somebody nudges."""
        async with self._notes.turn() as turn:
            letters, pause = await self._claim(turn)
        for post, letter in letters:
            if letter is not None:
                self._start(post, letter)
        return pause

    async def _claim(self, turn: Turn) -> tuple[list[tuple[OutboxRow, Letter | None]], float]:
        """What goes now, and the pause until more may."""
        room = self._settings.senders - len(self._sending)
        urgent = room <= 0
        if room <= -URGENT_SENDERS or self._pace.pause() > 0:
            return [], await self._idle_for(turn)
        posts = await outbox.claim(
            channel=CHANNEL,
            now=turn.now,
            leased_until=turn.now + self._lease,
            most=room + URGENT_SENDERS if urgent else room,
            busy=self._pace.busy(),
            urgent=urgent,
        )
        if not posts:
            return [], await self._idle_for(turn)
        return [(post, await self._open(turn, post)) for post in posts], 0.0

    async def _open(self, turn: Turn, post: OutboxRow) -> Letter | None:
        """None: there is nothing to send, and the notice is dealt with."""
        try:
            letter = await open_letter(post, protect=self._settings.protect_content, username=self._bot_name.username)
        except NoticeUnreadable as error:
            log.error("notice-unreadable", outbox_id=post.id, kind=post.kind)
            await self._give_up(turn, post, type(error).__name__, unreachable=False)
            return None
        except AlbumIncomplete as error:
            soon = turn.now + ALBUM_LOOK
            await outbox.postpone(post, soon, type(error).__name__, attempts=post.attempts - 1)
            return None
        if letter is None:
            await outbox.complete(post, None, turn.now)
        return letter

    def _start(self, post: OutboxRow, letter: Letter) -> None:
        self._pace.take(post.chat_id)
        task = asyncio.create_task(self._deliver(post, letter))
        self._sending.add(task)
        task.add_done_callback(self._sent)

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self._loop.nudge()

    async def _idle_for(self, turn: Turn) -> float:
        due = await outbox.next_due(CHANNEL, turn.now)
        until_due = seconds_until(due, turn.now)
        # What is due already and was not claimed: its chat rests, or its lane waits for a send under way.
        return max(min(until_due, self._pace.next_free()), self._pace.pause(), SOONEST)

    # --- one notice -------------------------------------------------------------------------------------------------

    async def _deliver(self, post: OutboxRow, letter: Letter) -> None:
        """Send and note. Whatever happens here concerns this notice only; the chat rests when it is noted, so that
        at most one message of a chat is ever in the balance."""
        seconds: float | None = None
        try:
            seconds = await self._send(post, letter)
        except Exception as error:
            log.error("delivery-not-noted", outbox_id=post.id, error=type(error).__name__)
        finally:
            self._pace.rest(post.chat_id, seconds)

    async def _send(self, post: OutboxRow, letter: Letter) -> float | None:
        """How long the chat must rest; None: as always."""
        later: asyncio.Task[Letter] | None = None
        waiting: list[Piece] = []
        try:
            letter, later = await self._counts.of(letter)
            waiting = pieces(letter)[post.progress.part :]
            await self._pace.turn(max(len(waiting[0].entries), 1), Order.FIRST if post.urgent else Order.USUAL)
            answer = await self._bot(waiting[0].call, request_timeout=round(self._settings.send_timeout))
        except Exception as error:
            if later is not None:
                later.cancel()
            return await self._failed(post, letter, waiting, error)
        messages = _messages(answer)
        sent = [each.message_id for each in messages]
        if later is not None and sent:
            await self._add(await later, sent[0])
        await self._complete(post, sent, letter, waiting, file_id_in(messages))
        if post.anew and post.edits is not None:
            await self._retire(post.chat_id, post.edits)
        return None if sent else 0.0  # a reaction or a menu is no message

    async def _add(self, letter: Letter, message_id: int) -> None:
        """The numbers that took longer, before anything else goes to this chat. Without them it has arrived, too."""
        try:
            await self._pace.turn(1)
            call = compose(replace(letter, edits=message_id))
            await self._bot(call, request_timeout=round(self._settings.send_timeout))
        except Exception as error:
            log.warning("numbers-not-sent", error=type(error).__name__)

    async def _retire(self, chat_id: int, message_id: int) -> None:
        """An older copy goes: its buttons would be tapped. One that is too old for that stays."""
        try:
            await self._pace.turn(1)
            gone = DeleteMessage(chat_id=chat_id, message_id=message_id)
            await self._bot(gone, request_timeout=round(self._settings.send_timeout))
        except Exception as error:
            log.debug("older-copy-stays", error=type(error).__name__)

    async def _complete(
        self, post: OutboxRow, sent: list[int], letter: Letter, waiting: Sequence[Piece], file_id: str | None = None
    ) -> None:
        """`waiting`: the piece that was sent, and those that are still to come."""

        back = self._outages.succeeds()

        async def note(turn: Turn) -> None:
            if back:
                await outbox.hurry(CHANNEL, turn.now, KINDS)
            if sent and (board := board_of(post.key)):
                await boards.note(CHANNEL, post.chat_id, board, message_id=sent[0], now=turn.now)
            if letter.upload is not None and file_id is not None:
                await uploads.note_file_id(letter.upload.id, file_id)
            if len(waiting) > 1:
                known = await outbox.go_on(post, _one_further(post.progress, letter), turn.now)
            else:
                known = await outbox.complete(post, sent[0] if sent else None, turn.now)
            if known:
                await outbox.add_links(_links(post, sent, waiting[0].entries))

        await self._notes.keep(note)

    async def _failed(
        self, post: OutboxRow, letter: Letter, waiting: Sequence[Piece], error: Exception
    ) -> float | None:
        kind, verdict = type(error).__name__, judge(error)
        log.warning("send-failed", outbox_id=post.id, kind=post.kind, error=kind, verdict=type(verdict).__name__)
        if verdict == Done(gone=True) and _is_missed(post, letter):
            await self._notes.keep(partial(self._lost, post))
            return 0.0
        if isinstance(verdict, Arrived | Done):
            sent = list(verdict.message_ids) if isinstance(verdict, Arrived) else []
            await self._complete(post, sent, letter, waiting)
            return None

        async def note(turn: Turn) -> None:
            if verdict == GiveUp(unreachable=False) and has_plain_form(letter):
                await self._refused(turn, post, letter, waiting, kind)
            else:
                await self._settle(turn, post, verdict, kind)

        if isinstance(verdict, Wait):  # before the claim that notes it
            self._pace.told_to_wait(post.chat_id, verdict.seconds)
        await self._notes.keep(note)
        return verdict.seconds if isinstance(verdict, Wait) else None

    async def _lost(self, post: OutboxRow, turn: Turn) -> None:
        """What was to be changed cannot be: it comes as a new message."""
        if board := board_of(post.key):
            await boards.drop(CHANNEL, post.chat_id, board)
        await outbox.send_anew(post, turn.now)

    async def _refused(self, turn: Turn, post: OutboxRow, letter: Letter, waiting: Sequence[Piece], kind: str) -> None:
        """Once more in a plainer form; of what somebody wrote the other pieces then go without this one."""
        if not letter.plain:
            await outbox.go_on(post, _plainer(waiting), turn.now)
        elif len(waiting) == 1:
            await self._give_up(turn, post, kind, unreachable=False)
        elif await outbox.go_on(post, _one_further(post.progress, letter), turn.now):
            await self._losses.lost(turn, post, kind, unreachable=False)

    async def _settle(self, turn: Turn, post: OutboxRow, verdict: Verdict, kind: str) -> None:
        match verdict:
            case Wait(seconds):
                until = turn.now + timedelta(seconds=seconds)
                await outbox.postpone(post, until, kind, attempts=post.attempts - 1)
            case Follow(chat_id):
                await residents.move_chat(CHANNEL, post.chat_id, chat_id, turn.now)
                await outbox.move_chat(CHANNEL, post.chat_id, chat_id)
                await outbox.postpone(post, turn.now, kind)
            case GiveUp(unreachable):
                await self._give_up(turn, post, kind, unreachable=unreachable)
            case Away() if self._outages.fails(post.chat_id, verdict):
                self._pace.all_wait(PAUSE)
                await outbox.postpone(post, turn.now + timedelta(seconds=PAUSE), kind, attempts=post.attempts - 1)
            case Broken() if post.attempts >= BROKEN_ATTEMPTS:
                await self._give_up(turn, post, kind, unreachable=False)
            case Broken() | Retry() | Away():
                await outbox.postpone(post, turn.now + timedelta(seconds=backoff_seconds(post.attempts)), kind)

    async def _give_up(self, turn: Turn, post: OutboxRow, kind: str, *, unreachable: bool) -> None:
        """Never only logged: the chat is marked, and what the notice was about goes another way."""
        lost = await outbox.give_up(post, turn.now, kind, chat_gone=unreachable)
        if unreachable:
            await self._people.blocked(turn, Recipient(post.chat_id, post.locale, CHANNEL))
        if lost:
            await self._losses.lost(turn, post, kind, unreachable=unreachable)


def _messages(answer: object) -> list[Message]:
    """A send answers with a message, an album with several, other calls with True."""
    if isinstance(answer, Message):
        return [answer]
    return [each for each in answer if isinstance(each, Message)] if isinstance(answer, list) else []


def _is_missed(post: OutboxRow, letter: Letter) -> bool:
    """Somebody waits for what a change would have said, or a board is to be there at any time."""
    asked = post.role is None and letter.notice.priority < Priority.REST
    return post.edits is not None and (asked or board_of(post.key) is not None)


def _one_further(progress: SendProgress, letter: Letter) -> SendProgress:
    return replace(progress, part=progress.part + 1, entry_ids=tuple(each.id for each in letter.entries))


def _plainer(waiting: Sequence[Piece]) -> SendProgress:
    """Telegram refused how something was said: what has not arrived goes once more, without all that may be refused."""
    left = dict.fromkeys(entry.id for piece in waiting for entry in piece.entries)
    return SendProgress(entry_ids=tuple(left), plain=True)


def _links(post: OutboxRow, sent: list[int], entries: Sequence[Entry]) -> list[dict[str, Any]]:
    edited = post.edits is not None and not post.anew and post.role != "entry"
    if post.report_id is None or post.role is None or edited:
        return []
    base = {"channel": CHANNEL, "chat_id": post.chat_id, "report_id": post.report_id, "role": post.role}
    if entries:
        return [base | {"message_id": m, "entry_id": e.id} for m, e in zip(sent, entries, strict=False)]
    return [base | {"message_id": m, "entry_id": post.entry_id} for m in sent]
