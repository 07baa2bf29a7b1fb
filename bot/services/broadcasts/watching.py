"""Looking at an announcement: lists, counts, what it will look like, how far it is, what came of it."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from bot.domain.admins import COUNTRY, Admin
from bot.domain.broadcasts import Broadcast, Count, Progress, Result, Status
from bot.domain.errors import NobodyToTell
from bot.domain.notices import Notice
from bot.domain.reports import Reader
from bot.services.broadcasts.base import Base
from bot.services.broadcasts.results import by_settlement
from bot.services.turns import Turn
from db import audience, broadcasts, holds, ledger

PAGE: Final = 100
MOST_AWAITING: Final = 100


LEFT_OUT: Final = ("unwilling", "silent", "unreachable")


def _left_out(row: Any) -> str | None:
    """Why these get nothing, the first reason that holds."""
    holds_true = (not row.willing, row.silent, row.unreachable)
    return next((why for why, so in zip(LEFT_OUT, holds_true, strict=True) if so), None)


class Watching(Base):
    async def list(
        self,
        admin: Admin,
        *,
        statuses: Collection[Status] = (),
        most: int = PAGE,
        before_id: int | None = None,
    ) -> Sequence[Broadcast]:
        """The latest first, those this admin may see; `before_id` goes on from an earlier page."""
        found: list[Broadcast] = []
        async with self._database.read():
            while len(found) < most:
                page = await broadcasts.newest(statuses=statuses, most=PAGE, before_id=before_id)
                found += [each for each in page if self.sees(admin, each)]
                if len(page) < PAGE:
                    break
                before_id = page[-1].id
        return found[:most]

    async def awaiting(self, admin: Admin) -> int:
        """How many wait for this admin's approval."""
        found = await self.list(admin, statuses=(Status.WAITING,), most=MOST_AWAITING)
        return sum([await self.may_approve(admin, each) for each in found])

    async def count(self, broadcast_id: int) -> Count:
        """Who would get it now, in numbers."""
        async with self._database.read():
            found = await self._again(broadcast_id)
            rows = await audience.count(found)
            held = {each.oblast for each in await holds.all_of_them()}
        languages: Counter[str] = Counter()
        on_hold: Counter[str] = Counter()
        left_out: Counter[str] = Counter()
        for row in rows:
            n = int(row.n)  # PostgreSQL adds up to a decimal
            if why := _left_out(row):
                left_out[why] += n
                continue
            languages[row.locale] += n
            if row.oblast in held:
                on_hold[row.oblast] += n
        return Count(languages.total(), languages, on_hold, **{why: left_out[why] for why in LEFT_OUT})

    async def is_void(self, found: Broadcast) -> bool:
        """Whether what was approved is not what would be sent."""
        return await self._renderer.is_void(found)

    async def preview(
        self, admin: Admin, broadcast_id: int, locale: str, place: str | None = None
    ) -> tuple[Notice, ...]:
        """Exactly what a resident of `place` (code; None: some place it concerns) gets, in order."""
        found = await self.get(broadcast_id, admin)
        async with self._database.read():
            targets = await broadcasts.targets_of(found.id)
            where = place or self._example(found, targets)
            around = set(self._areas_of(where))
            stations = sorted(station for station, areas in targets.items() if around & set(areas))
            return await self._renderer.notices(found, place=where, stations=stations, locale=locale)

    async def sample(self, turn: Turn, admin: Admin, broadcast_id: int, reader: Reader) -> None:
        """The trial: to oneself, exactly as a resident would get it."""
        for notice in await self.preview(admin, broadcast_id, reader.locale):
            await turn.tell(reader, notice)

    def _example(self, broadcast: Broadcast, targets: Mapping[int, Sequence[str]]) -> str:
        """A place somebody may live in, of the first station, else of the first area."""
        first = targets.get(broadcast.stations[0], []) if broadcast.stations else []
        for code in (*first, *broadcast.areas):
            if unit := self._lookup.example(None if code == COUNTRY else code):
                return unit.katottg
        raise NobodyToTell

    async def progress(self, broadcast_id: int) -> Progress:
        """How far it is; a few small statements."""
        async with self._database.read():
            found = await self._again(broadcast_id)
            row = await ledger.counters(broadcast_id)
            held_oblasts = {each.oblast for each in await holds.all_of_them()}
            held = await ledger.waiting_in(broadcast_id, held_oblasts)
        waiting = row.total - row.sent - row.blocked - row.failed - row.skipped
        quiet = self._rules.quiet.are_at(self._clock())
        running = found.status is Status.RUNNING and not quiet
        rate = row.rate if running else 0.0
        return Progress(
            status=found.status,
            filling=found.status is Status.RUNNING and row.filled_at is None,
            quiet=quiet,
            total=row.total,
            waiting=waiting,
            held=held,
            sent=row.sent,
            blocked=row.blocked,
            failed=row.failed,
            skipped=row.skipped,
            repeated=row.repeated,
            rate=rate,
            left_seconds=(waiting - held) / rate if rate else None,
        )

    async def results(self, broadcast_id: int) -> Sequence[Result]:
        """By settlement; where few live who got it, by hromada or oblast: nobody can be told from a number."""
        async with self._database.read():
            rows = await ledger.by_place(broadcast_id)
        counted = [(row.oblast, row.place, row.status, row.n) for row in rows]
        return by_settlement(counted, self._hromada_of)

    def _hromada_of(self, place: str) -> str | None:
        unit = self._lookup.unit(place)
        return (unit.hromada or unit.katottg) if unit else None
