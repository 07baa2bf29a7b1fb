"""Announcements in numbers: how many one would reach, how far it is, what came of it.

How many it would reach is counted when the message that says so goes out, never in a turn: counting reads all residents
of the areas. In a turn nobody else could write meanwhile; beside one it only takes time.
"""

from collections import Counter
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from typing import Any, Final

from bot.domain.announcement_notices import (
    AnnouncementApproval,
    AnnouncementAskAudience,
    AnnouncementPanel,
    Audience,
    HeldWords,
)
from bot.domain.announcements import AnnouncementStatus, AudienceCount, Progress, Result, Rules
from bot.domain.clock import Clock
from bot.domain.errors import StaleButton
from bot.domain.notices import Notice
from bot.services.announcements.results import by_settlement
from bot.services.lookup import Lookup
from db import announcements, audience, holds, ledger
from db.engine import Database

LEFT_OUT: Final = ("unwilling", "silent", "unreachable")


class Counting:
    def __init__(self, database: Database, clock: Clock, lookup: Lookup, rules: Rules) -> None:
        self._database = database
        self._clock = clock
        self._lookup = lookup
        self._rules = rules

    # --- how many it would reach --------------------------------------------------------------------------------------

    def fill(self, notice: Notice) -> Coroutine[Any, Any, Notice] | None:
        """How to get a notice with its numbers, or None when it has all it needs."""
        match notice:
            case AnnouncementPanel() | AnnouncementApproval() if notice.outline.uncounted:
                return self._outlined(notice)
            case AnnouncementAskAudience() if notice.uncounted:
                return self._asked(notice)
            case _:
                return None

    async def _outlined(self, notice: AnnouncementPanel | AnnouncementApproval) -> Notice:
        audience = await self._audience(notice.outline.id)
        return replace(notice, outline=replace(notice.outline, audience=audience))

    async def _asked(self, notice: AnnouncementAskAudience) -> Notice:
        return replace(notice, audience=await self._audience(notice.announcement_id))

    async def _audience(self, number: int) -> Audience:
        async with self._database.read():
            count, reasons = await self.count(number), {each.oblast: each.reason for each in await holds.all_of_them()}
        return Audience(
            total=count.total,
            languages=tuple((each, count.languages[each]) for each in self._rules.languages if each in count.languages),
            held=tuple(
                HeldWords(self._lookup.place(code), reasons.get(code, ""), waiting)
                for code, waiting in sorted(count.held.items())
            ),
            silent=count.silent,
            unreachable=count.unreachable,
            unwilling=count.unwilling,
        )

    async def count(self, number: int) -> AudienceCount:
        """Who would get it now."""
        async with self._database.read():
            found = await announcements.get(number)
            if found is None:
                raise StaleButton
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
        return AudienceCount(languages.total(), languages, on_hold, **{why: left_out[why] for why in LEFT_OUT})

    # --- how far it is, and what came of it ---------------------------------------------------------------------------

    async def progress(self, number: int) -> Progress:
        """A few small statements."""
        async with self._database.read():
            row = await ledger.counters(number)
            held = await ledger.waiting_in(number, {each.oblast for each in await holds.all_of_them()})
        status = AnnouncementStatus(row.status)
        waiting = row.total - row.sent - row.blocked - row.failed - row.skipped
        quiet = self._rules.quiet.are_at(self._clock())
        rate = row.rate if status is AnnouncementStatus.RUNNING and not quiet else 0.0
        return Progress(
            status=status,
            filling=status is AnnouncementStatus.RUNNING and row.filled_at is None,
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

    async def results(self, number: int) -> Sequence[Result]:
        """By settlement; where few live who got it, by hromada or oblast: nobody can be told from a number."""
        async with self._database.read():
            rows = await ledger.by_place(number)
        return by_settlement(((row.oblast, row.place, row.status, row.n) for row in rows), self._hromada_of)

    def _hromada_of(self, place: str) -> str | None:
        unit = self._lookup.unit(place)
        return (unit.hromada or unit.katottg) if unit else None


def _left_out(row: Any) -> str | None:
    """Why these get nothing, the first reason that holds."""
    holds_true = (not row.willing, row.silent, row.unreachable)
    return next((why for why, so in zip(LEFT_OUT, holds_true, strict=True) if so), None)
