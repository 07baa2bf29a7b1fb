"""The half-yearly report: whose, for which hromadas, with which figures."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import db.officers
from bot.domain.admins import Admin, Scope
from bot.domain.attachments import UploadMedia
from bot.domain.errors import NoBeat
from bot.domain.figures.stats import Stats
from bot.domain.halfyear import Half, HalfYear, HalfYearTally, PrintHalfYear, half_of
from bot.domain.jobs import Job
from bot.domain.notices import Notice
from bot.domain.paper_notices import HalfYearSheet
from bot.domain.people import Officer, Role
from bot.domain.places import Unit
from bot.domain.reports import OPEN, Recipient, ReportStatus
from bot.places.gazetteer import Gazetteer
from bot.services.directory import DirectoryService
from bot.services.figures.figures import Figures
from bot.services.jobs import WorkProgress, start_job
from bot.services.lookup import officer_words
from bot.services.threads import ThreadPool
from bot.services.turns import Turn
from db import uploads

LOCAL: Final = (Role.COMMUNITY, Role.DISTRICT)


class HalfYears:
    def __init__(
        self,
        figures: Figures,
        directory: DirectoryService,
        gazetteer: Callable[[], Gazetteer],
        threads: ThreadPool,
        print_halfyear: PrintHalfYear,
    ) -> None:
        self._figures = figures
        self._directory = directory
        self._gazetteer = gazetteer
        self._threads = threads
        self._print = print_halfyear

    async def ask(
        self, turn: Turn, recipient: Recipient, said: Sequence[str], officer: Officer | None, admin: Admin | None
    ) -> None:
        """`said`: [CODE] [2026-1]; without a code an officer's own. Raises `NoBeat` (also for what lies outside the
        admin's territory) and `HalfUnclear`."""
        words = list(said)
        if admin is not None and words and (named := await db.officers.by_code(words[0])):
            areas = await self._areas(named.id)
            officer = named if any(admin.scope.covers(unit.areas) for unit in areas) else None
            words = words[1:]
        if officer is None or not await self._areas(officer.id):
            raise NoBeat
        half = half_of(" ".join(words), self._figures.today)
        await start_job(turn, recipient, "halfyear", officer=officer.id, year=half.year, half=half.number)

    async def work(self, job: Job, _progress: WorkProgress) -> Callable[[Turn], Awaitable[Sequence[Notice]]]:
        half = Half(job.args["year"], job.args["half"])
        found = await self.report(job.args["officer"], half)
        content = await self._threads.do(self._print, found)

        async def finish(turn: Turn) -> Sequence[Notice]:
            name = f"halfyear-{half.year}-{half.number}.pdf"
            upload = await uploads.add(name=name, media=UploadMedia.DOCUMENT, content=content, now=turn.now)
            return (HalfYearSheet(upload, found.officer.name, half.year, half.number),)

        return finish

    async def printed(self, officer_id: int, half: Half) -> bytes:
        return await self._threads.do(self._print, await self.report(officer_id, half))

    async def report(self, officer_id: int, half: Half) -> HalfYear:
        """Raises `NoBeat`."""
        areas, officers = await self._areas(officer_id), await self._directory.officers([officer_id])
        if not areas or not officers:
            raise NoBeat
        wide = {(self._gazetteer().hromada_of(unit) or unit).katottg: unit for unit in areas}
        hromadas = Scope(frozenset(wide))
        now = await self._figures.stats(hromadas, half.period)
        before = await self._figures.stats(hromadas, half.before.period)
        beat = (await self._figures.coverage(Scope(frozenset(unit.katottg for unit in areas)))).whole
        return HalfYear(
            officer=officer_words(officers[0]),
            hromadas=tuple(sorted(self._gazetteer().unit(code).name for code in wide)),
            half=half,
            now=_tally(now, half),
            before=_tally(before, half.before),
            settlements=beat.all.settlements,
            people=beat.all.people,
            officers=sum(beat.count(role) for role in LOCAL),
            stations=len(beat.stations),
        )

    async def _areas(self, officer_id: int) -> tuple[Unit, ...]:
        """What the officer answers for today."""
        directory, today = await self._directory.current(), self._figures.today
        beats = {beat.id: beat for each in directory.beats.values() for beat in each}.values()
        held = (b for b in beats if any(p.officer_id == officer_id and p.holds_on(today) for p in b.posts))
        codes = sorted({area for beat in held for area in beat.areas})
        return tuple(unit for code in codes if (unit := self._gazetteer().get(code)))


def _tally(found: Stats, half: Half) -> HalfYearTally:
    statuses = found.whole.statuses
    first = half.period.first.month
    months = [sum(n for day, n in found.by_day.items() if day.month == first + at) for at in range(6)]
    return HalfYearTally(
        received=found.whole.total,
        accepted=statuses[ReportStatus.ACCEPTED] + statuses[ReportStatus.RESOLVED],
        resolved=statuses[ReportStatus.RESOLVED],
        open=sum(statuses[each] for each in OPEN),
        times=found.steps,
        categories={category: count.total for category, count in found.by_category.items()},
        months=tuple(months),
    )
