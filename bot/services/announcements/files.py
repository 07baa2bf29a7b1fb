"""Announcements and files, by jobs: station codes are read for a draft, results are written as a workbook."""

import io
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

import db.admins
import db.uploads
from bot.domain.announcement_notices import AnnouncementTable
from bot.domain.announcements import Result
from bot.domain.attachments import UploadMedia
from bot.domain.errors import OutOfScope
from bot.domain.jobs import Job
from bot.domain.notices import Notice
from bot.outside.reading import Outside, Sent
from bot.services.announcements.codes import codes_in
from bot.services.announcements.composing import Composing
from bot.services.announcements.counting import Counting
from bot.services.announcements.drafts import Drafts
from bot.services.figures.wording import Speaker, Speakers
from bot.services.jobs import WorkProgress
from bot.services.lookup import Lookup
from bot.services.threads import ThreadPool
from bot.services.turns import Turn

Fetch: TypeAlias = Callable[[str], Awaitable[bytes]]
Finish: TypeAlias = Callable[[Turn], Awaitable[Sequence[Notice]]]

WIDTHS: Final = (24, 28, 28, 10, 12, 18, 12, 14, 10)


class ReadStations:
    """`news-stations`: the stations of a file become those of a draft."""

    def __init__(self, drafts: Drafts, composing: Composing, fetch: Fetch, outside: Outside) -> None:
        self._drafts = drafts
        self._composing = composing
        self._fetch = fetch
        self._outside = outside

    async def __call__(self, job: Job, _progress: WorkProgress) -> Finish:
        name = job.args.get("name", "")
        content = await self._fetch(job.args["file_id"])
        codes = codes_in(await self._outside.tables(Sent(name, content)), name)

        async def finish(turn: Turn) -> Sequence[Notice]:
            admin = await db.admins.by_id(job.args["admin"])
            if admin is None or admin.chat_id != job.recipient.chat_id:
                raise OutOfScope  # no admin any more
            draft = await self._drafts.open(turn, admin, job.args["announcement"])
            return [await self._composing.stations_of_codes(admin, draft, codes)]

        return finish


class WriteResults:
    """`news-results`: what came of an announcement, by settlement."""

    def __init__(self, counting: Counting, lookup: Lookup, threads: ThreadPool, speakers: Speakers) -> None:
        self._counting = counting
        self._lookup = lookup
        self._threads = threads
        self._speakers = speakers

    async def __call__(self, job: Job, _progress: WorkProgress) -> Finish:
        number = job.args["announcement"]
        say = self._speakers(job.recipient.locale)
        lines = [self._line(each, say) for each in await self._counting.results(number)]
        content = await self._threads.do(workbook, headed(say, number), lines)

        async def finish(turn: Turn) -> Sequence[Notice]:
            name = f"announcement-{number}.xlsx"
            upload = await db.uploads.add(name=name, media=UploadMedia.DOCUMENT, content=content, now=turn.now)
            return [AnnouncementTable(upload, number)]

        return finish

    def _line(self, result: Result, say: Speaker) -> list[str | int]:
        names = [self._name(code, say) for code in (result.oblast, result.hromada, result.settlement)]
        counts = [result.total, result.sent, result.blocked, result.failed, result.skipped, result.waiting]
        return [*names, *counts]

    def _name(self, code: str | None, say: Speaker) -> str:
        unit = self._lookup.unit(code) if code else None
        return say.name(unit.name) if unit else say.plain("announcement-results-few")


@dataclass(frozen=True, slots=True)
class Headed:
    """What a table of results says beside its figures."""

    title: str
    columns: tuple[str, ...]
    total: str


def headed(say: Speaker, number: int) -> Headed:
    """In one language."""
    columns = tuple(say.plain("announcement-results-columns").split("|"))
    return Headed(
        say.plain("announcement-results-sheet", number=str(number)), columns, say.plain("announcement-results-total")
    )


def workbook(head: Headed, lines: Sequence[Sequence[str | int]]) -> bytes:
    """One sheet: a line a place and the sum. Names are the codifier's, nobody's words."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = head.title
    sheet.append(head.columns)
    for line in lines:
        sheet.append(list(line))
    counted = range(3, len(head.columns))
    sheet.append([head.total, "", "", *(sum(int(line[at]) for line in lines) for at in counted)])
    for row in (1, sheet.max_row):
        for cell in sheet[row]:
            cell.font = Font(bold=True)
    for at, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "A2"
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()
