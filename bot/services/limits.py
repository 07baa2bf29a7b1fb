"""How much one conversation may send in a minute. What is more is kept, waits in the inbox, and goes on bit by bit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.notices import SlowDown
from bot.services.authors import Authors
from bot.services.turns import Turn
from db.inbox import Arrival
from db.queues import LONGEST_PAUSE

MANY: Final = 10_000
"""So many conversations are remembered before the quiet ones are forgotten."""


@dataclass(slots=True)
class _Bucket:
    """What a conversation sent lately: `level` updates, less those that time has let out. `told_until`: until when its
    author knows to wait."""

    level: float
    at: datetime
    per_minute: int
    told_until: datetime

    def add(self, now: datetime) -> float:
        """One more; seconds until it may go on."""
        self.level = self._left(now) + 1
        self.at = now
        return max(self.level - self.per_minute, 0.0) * 60 / self.per_minute

    def empty_in(self) -> timedelta:
        return timedelta(seconds=self.level * 60 / self.per_minute)

    def is_empty(self, now: datetime) -> bool:
        return self._left(now) <= 0

    def _left(self, now: datetime) -> float:
        out = max((now - self.at).total_seconds(), 0.0) * self.per_minute / 60
        most = self.per_minute * (1 + LONGEST_PAUSE.total_seconds() / 60)  # nobody waits longer
        return min(max(self.level - out, 0.0), most)


class Limits:
    """`per_minute`: of a resident's conversation; `staff`: of an officer's or admin's. In memory: a new process, and
    each replica, begins anew."""

    def __init__(self, authors: Authors, *, per_minute: int, staff: int) -> None:
        self._authors = authors
        self._per_minute = per_minute
        self._staff = max(staff, per_minute)
        self._buckets: dict[int, _Bucket] = {}

    async def hold(self, turn: Turn, arrivals: Sequence[Arrival]) -> list[Arrival]:
        """The same, each with the time it may go on. Who is too fast hears it once, and how long to wait."""
        return [await self._held(turn, each) for each in arrivals]

    async def _held(self, turn: Turn, arrival: Arrival) -> Arrival:
        if arrival.chat_id is None:
            return arrival
        bucket = self._bucket(arrival.chat_id, turn.now)
        seconds = bucket.add(turn.now)
        if seconds and bucket.per_minute < self._staff and await self._authors.are_staff(arrival.chat_id):
            bucket.per_minute = self._staff
            seconds = 0.0
        if not seconds:
            return arrival
        await self._tell(turn, arrival.chat_id, bucket)
        return replace(arrival, held_until=turn.now + min(timedelta(seconds=seconds), LONGEST_PAUSE))

    async def _tell(self, turn: Turn, chat_id: int, bucket: _Bucket) -> None:
        if turn.now < bucket.told_until <= turn.now + 2 * LONGEST_PAUSE:
            return
        bucket.told_until = turn.now + bucket.empty_in()
        author = await self._authors.of(chat_id)
        await turn.tell(author.recipient, SlowDown(bucket.told_until))

    def _bucket(self, chat_id: int, now: datetime) -> _Bucket:
        if len(self._buckets) > MANY:
            self._buckets = {chat: each for chat, each in self._buckets.items() if not each.is_empty(now)}
        return self._buckets.setdefault(chat_id, _Bucket(0.0, now, self._per_minute, now))
