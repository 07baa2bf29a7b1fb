"""The sender: sends announcements, one after another, behind everything the postman has to deliver.

Like the postman it claims and commits, sends without a transaction, notes and commits; but in batches, and every send
waits until no reply and no report wants its place.
"""

import asyncio
import math
from collections import Counter, deque
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError
from aiogram.methods import TelegramMethod

from bot.config import Settings
from bot.domain.finishing import this_task, to_the_end
from bot.domain.reports import Recipient
from bot.services.announcements.rounds import Delivery, Outcome, Rounds
from bot.services.people import People
from bot.services.turns import Turn, Turns
from bot.services.work_loops import WorkLoop, seconds_until
from bot.telegram.compose import compose
from bot.telegram.failures import Arrived, Broken, Done, Follow, GiveUp, Verdict, Wait, backoff_seconds, judge
from bot.telegram.letter import Letter
from bot.telegram.pace import Pace
from bot.telegram.postman import CHANNEL
from bot.telegram.rate import Order, Rate
from bot.texts.words import words
from db import outbox, residents

log = structlog.get_logger(__name__)
TICK: Final = 0.25
SLOW_TICK: Final = 1.0  # an announcement runs, and nobody can be sent to just now
"""Seconds between two batches: what was sent and not yet noted would be sent again after a crash."""
CHAT_RESTS: Final = 2.0
"""Seconds until another try where somebody is just being written to."""
MOST_ATTEMPTS: Final = 15
"""About half an hour of troubles, with the pauses between."""
BROKEN_ATTEMPTS: Final = 3
STUMBLES: Final = 3
"""So many troubles in a row, and all wait."""
NO_ANSWER: Final = (TelegramNetworkError, OSError, ClientDecodeError)
"""It may have arrived: another try counts as a possible repeat."""
REMEMBER: Final = 10.0
"""Seconds over which the rate is measured."""


def hands(settings: Settings) -> int:
    """Announcements under way at once: those of half a second, at least as many as the postman's."""
    return max(settings.senders, math.ceil(settings.announcements_per_second / 2))


class Sender:
    """`pace` is shared with the postman; paid sends have a limit of their own and do not take from it."""

    def __init__(
        self, *, bot: Bot, turns: Turns, rounds: Rounds, people: People, pace: Pace, settings: Settings, loop: WorkLoop
    ) -> None:
        self._bot = bot
        self._turns = turns
        self._rounds = rounds
        self._people = people
        self._pace = pace
        self._settings = settings
        self._loop = loop
        self._paid = settings.allow_paid_broadcast
        per_second = settings.announcements_per_second
        self._per_second = per_second if self._paid else min(per_second, settings.send_per_second)
        self._own = Rate(self._per_second)
        self._hands = asyncio.Semaphore(hands(settings))
        self._lease = timedelta(seconds=3 * settings.send_timeout + 10)
        self._sending: set[asyncio.Task[None]] = set()
        self._in_line: set[asyncio.Task[None]] = set()
        self._outcomes: list[tuple[Outcome, Verdict | None]] = []
        self._sent_at: deque[tuple[float, int]] = deque()
        self._stumbles = 0
        self._rests_until = 0.0

    async def run(self) -> None:
        """Send until cancelled; what is under way is finished and noted first, what only waits is given back."""
        if self._paid:
            log.warning(
                "paid-announcements-are-on", per_second=self._per_second, cost="Stars for every message above 30/s"
            )
        try:
            await self._loop.run(lambda: to_the_end(self._round()))
        finally:
            await self._end()

    async def _round(self) -> float:
        """Note, prepare, claim, in one transaction; returns seconds to wait."""
        began = _now()
        async with self._turns.database.read():
            now = self._turns.clock()
            if not self._outcomes and not await self._rounds.waiting(now):
                return seconds_until(await self._rounds.next_start(), now)
        noting, self._outcomes = self._outcomes, []
        try:
            async with self._turns.open() as turn:
                await self._note(turn, noting)
                more = await self._rounds.prepare(turn)
                deliveries = await self._rounds.claim(turn, most=self._room(), lease=self._lease)
        except BaseException:
            self._outcomes = noting + self._outcomes
            raise
        for each in deliveries:
            self._start(each)
        if more:
            return 0.0
        busy = self._sending or self._outcomes
        return max(TICK - (_now() - began), 0.02) if busy else SLOW_TICK

    def _room(self) -> int:
        """As many as go out until the next batch is surely there; none in times of trouble."""
        if self._pace.pause() > 0 or _now() < self._rests_until:
            return 0
        return max(math.ceil(self._per_second * TICK * 2), 1) - len(self._in_line)

    async def _note(self, turn: Turn, noting: list[tuple[Outcome, Verdict | None]]) -> None:
        for outcome, verdict in noting:
            chat = outcome.delivery.chat_id
            if isinstance(verdict, Follow):
                await residents.move_chat(CHANNEL, chat, verdict.chat_id, turn.now)
                await outbox.move_chat(CHANNEL, chat, verdict.chat_id)
            if outcome.status == "blocked":
                await self._people.blocked(turn, Recipient(chat, outcome.delivery.locale, CHANNEL))
        await self._rounds.note(turn, [outcome for outcome, _ in noting], self._rates())

    def _rates(self) -> dict[int, float]:
        while self._sent_at and self._sent_at[0][0] < _now() - REMEMBER:
            self._sent_at.popleft()
        if not self._sent_at:
            return {}
        span = max(_now() - self._sent_at[0][0], 1.0)
        return {each: n / span for each, n in Counter(announcement for _, announcement in self._sent_at).items()}

    # --- one recipient ------------------------------------------------------------------------------------------------

    def _start(self, delivery: Delivery) -> None:
        task = asyncio.create_task(self._deliver(delivery))
        self._in_line.add(task)
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)
        task.add_done_callback(self._in_line.discard)

    async def _deliver(self, delivery: Delivery) -> None:
        """Send and remember what became of it. One who cannot be sent to in time is given back: a lease must not run
        out in the line."""
        late = _now() + self._lease.total_seconds() - 2 * self._settings.send_timeout
        done = 0
        taken = False
        try:
            async with self._hands:
                wait = await self._turn(delivery, late)
                if wait is not None:
                    self._outcomes.append((Outcome(delivery, None, seconds=wait, counts=False), None))
                    return
                self._in_line.discard(this_task())
                self._pace.take(delivery.chat_id)
                taken = True
                for call in self._calls(delivery):
                    if done:
                        await self._slot()
                    await self._bot(call, request_timeout=round(self._settings.send_timeout))
                    done += 1
            self._arrived(delivery)
        except asyncio.CancelledError:
            self._outcomes.append((Outcome(delivery, None, counts=False, again=taken), None))
        except Exception as error:
            self._failed(delivery, error, parts=done)
        finally:
            if taken:
                self._pace.rest(delivery.chat_id)

    async def _turn(self, delivery: Delivery, late: float) -> float | None:
        """Wait until this one may be sent, and not before what the postman has; or in how many seconds to try again."""
        if (pause := self._pace.pause()) > 0:
            return pause
        await self._slot()
        if (pause := self._pace.pause()) > 0 or _now() > late:
            return pause
        return CHAT_RESTS if self._pace.is_busy(delivery.chat_id) else None

    async def _slot(self) -> None:
        if self._paid or self._per_second < self._settings.send_per_second:
            await self._own.slot()
        if not self._paid:
            await self._pace.turn(order=Order.BEHIND)

    def _calls(self, delivery: Delivery) -> "list[TelegramMethod[Any]]":
        language = words(delivery.locale)
        calls = [compose(Letter(delivery.chat_id, each, language)) for each in delivery.notices]
        return [each.model_copy(update={"allow_paid_broadcast": True}) for each in calls] if self._paid else calls

    def _arrived(self, delivery: Delivery) -> None:
        self._stumbles = 0
        self._sent_at.append((_now(), delivery.announcement_id))
        self._outcomes.append((Outcome(delivery, "sent"), None))

    def _failed(self, delivery: Delivery, error: Exception, *, parts: int) -> None:
        """`parts`: messages of it that had arrived before; another try repeats them."""
        kind, verdict = type(error).__name__, judge(error)
        log.warning("announcement-not-sent", row=delivery.row_id, error=kind, verdict=type(verdict).__name__)
        if isinstance(verdict, Arrived | Done):
            self._arrived(delivery)
            return
        if isinstance(verdict, Wait):
            self._pace.all_wait(verdict.seconds)
        outcome = self._judged(delivery, verdict, kind, again=parts > 0 or isinstance(error, NO_ANSWER))
        self._outcomes.append((outcome, verdict))

    def _judged(self, delivery: Delivery, verdict: Verdict, kind: str, *, again: bool) -> Outcome:
        match verdict:
            case Wait(seconds):
                return Outcome(delivery, None, kind, seconds, counts=False, again=again)
            case Follow():
                return Outcome(delivery, None, kind, again=again)
            case GiveUp(unreachable):
                return Outcome(delivery, "blocked" if unreachable else "failed", kind)
            case Broken() if delivery.attempts >= BROKEN_ATTEMPTS:
                return Outcome(delivery, "failed", kind)
            case _ if delivery.attempts >= MOST_ATTEMPTS:
                return Outcome(delivery, "failed", kind)
            case _:
                self._stumble()
                return Outcome(delivery, None, kind, backoff_seconds(delivery.attempts), again=again)

    def _stumble(self) -> None:
        """One trouble is somebody's own; several in a row are an outage, and then nobody is tried for a while."""
        self._stumbles += 1
        if self._stumbles >= STUMBLES:
            self._rests_until = max(self._rests_until, _now() + min(backoff_seconds(self._stumbles), 30.0))

    async def _end(self) -> None:
        for each in list(self._in_line):
            each.cancel()
        if self._sending:
            await asyncio.wait(self._sending, timeout=self._settings.send_timeout)
        noting, self._outcomes = self._outcomes, []
        with suppress(Exception):
            async with self._turns.open() as turn:
                await self._note(turn, noting)


def _now() -> float:
    return asyncio.get_running_loop().time()
