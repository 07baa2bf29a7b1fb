"""Posters: for whom an admin may have one, and printing them as a job."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED, ZipFile

from bot.domain.admins import Admin
from bot.domain.alphabet import alphabetical
from bot.domain.attachments import UploadMedia
from bot.domain.clock import KYIV, Clock
from bot.domain.errors import PosterSilent, PosterUnknown
from bot.domain.jobs import Job
from bot.domain.notices import Notice
from bot.domain.pages import one_page
from bot.domain.paper_notices import PosterBundle, PosterChoices, PosterOption, PosterPicture, PosterSheet
from bot.domain.people import Beat, Station
from bot.domain.posters import DeepLink, Linked, LinkTo, Poster, Printed, PrintPoster, deep_link_of
from bot.domain.reports import Recipient
from bot.services.area_finder import AreaFinder
from bot.services.bot_name import BotName
from bot.services.deep_links import DeepLinks
from bot.services.directory import DirectoryService
from bot.services.jobs import WorkProgress, start_job
from bot.services.lookup import Lookup, officers_words, station_words_of
from bot.services.threads import ThreadPool
from bot.services.turns import Turn
from db import uploads

PAGE: Final = 8
MOST_BYTES: Final = 20_000_000
"""Of one archive; Telegram takes 50 MB from a bot."""


class Posters:
    """What may be printed for whom. Only memory is asked."""

    def __init__(self, directory: DirectoryService, lookup: Lookup, finder: AreaFinder, deep_links: DeepLinks) -> None:
        self._directory = directory
        self._lookup = lookup
        self._finder = finder
        self._deep_links = deep_links

    async def choices(self, admin: Admin, page: int = 0, query: str = "") -> PosterChoices:
        """Stations of the admin's territory, or what fits the query: hromadas too."""
        found = await self._fitting(admin, query) if query else [_option(each) for each in await self._stations(admin)]
        one = one_page(found, page, size=PAGE)
        pages = 1 if query else one.pages
        return PosterChoices(tuple(one.shown), len(found), query[:60], page=one.number, pages=pages)

    async def _stations(self, admin: Admin) -> list[Station]:
        directory = await self._directory.current()
        beats = {beat.id: beat for each in directory.beats.values() for beat in each}.values()
        ours = {beat.station_id for beat in beats if self._covers(admin, beat)}
        stations = sorted(directory.stations.values(), key=lambda each: (alphabetical(each.name), each.code))
        return [each for each in stations if admin.scope.is_country or each.id in ours]

    def _covers(self, admin: Admin, beat: Beat) -> bool:
        units = (self._lookup.unit(area) for area in beat.areas)
        return any(unit is not None and admin.scope.covers(unit.areas) for unit in units)

    async def _fitting(self, admin: Admin, query: str) -> list[PosterOption]:
        wanted = query.casefold().removesuffix("громада").strip()
        stations = [
            each
            for each in await self._stations(admin)
            if wanted == each.code.casefold() or wanted in f"{each.name} {each.address}".casefold()
        ]
        hromadas = (
            PosterOption(f"{LinkTo.HROMADA}{each.katottg}", each.name, "", self._lookup.place(each.katottg))
            for each in self._finder.hromadas(query, admin.scope)
        )
        return [*map(_option, stations), *hromadas]

    async def ask(self, turn: Turn, recipient: Recipient, admin: Admin, what: str) -> None:
        """Print one. Raises `PosterUnknown` (also for what lies outside the territory), `PosterSilent`."""
        deep_link = deep_link_of(what)
        behind = await self._deep_links.known(deep_link) if deep_link else None
        if behind is None or not await self._may(admin, behind):
            raise PosterUnknown
        if await self._deep_links.silent(behind):
            raise PosterSilent
        await start_job(turn, recipient, "poster", what=[what])

    async def ask_all(self, turn: Turn, recipient: Recipient, admin: Admin) -> None:
        """Print those of every station of the territory."""
        stations = await self._stations(admin)
        if not stations:
            raise PosterUnknown
        await start_job(turn, recipient, "posters", what=[_option(each).what for each in stations])

    async def _may(self, admin: Admin, behind: Linked) -> bool:
        if behind.deep_link.lead is LinkTo.HROMADA:
            return admin.scope.covers(behind.areas[0].areas)
        return behind.deep_link.payload in {_option(each).what for each in await self._stations(admin)}


def _option(station: Station) -> PosterOption:
    return PosterOption(DeepLink(LinkTo.STATION, str(station.id)).payload, station.name, station.address)


class PosterPrinter:
    """Outside of turns: data from the directory, pages from the threads."""

    def __init__(
        self, deep_links: DeepLinks, threads: ThreadPool, print_poster: PrintPoster, bot_name: BotName, clock: Clock
    ):
        self._deep_links = deep_links
        self._threads = threads
        self._print = print_poster
        self._bot_name = bot_name
        self._clock = clock

    async def one(self, job: Job, _progress: WorkProgress) -> Callable[[Turn], Awaitable[Sequence[Notice]]]:
        """A picture to look at and a sheet to print."""
        payload = job.args["what"][0]
        printed = await self.printed(payload)
        if printed is None:
            raise PosterUnknown
        name, link, pages = printed

        async def finish(turn: Turn) -> Sequence[Notice]:
            picture = await uploads.add(name=f"{payload}.png", media=UploadMedia.PHOTO, content=pages.png, now=turn.now)
            sheet = await uploads.add(
                name=f"poster-{payload}.pdf", media=UploadMedia.DOCUMENT, content=pages.pdf, now=turn.now
            )
            return PosterPicture(picture, name), PosterSheet(sheet, link)

        return finish

    async def many(self, job: Job, progress: WorkProgress) -> Callable[[Turn], Awaitable[Sequence[Notice]]]:
        """Archives of sheets, each small enough for Telegram."""
        wanted: list[str] = job.args["what"]
        sheets: list[tuple[str, bytes]] = []
        for done, payload in enumerate(wanted):
            await progress.shown(done, len(wanted))
            if printed := await self.printed(payload):
                sheets.append((f"poster-{payload}.pdf", printed[2].pdf))
        bundles = await self._threads.do(bundled, sheets)

        async def finish(turn: Turn) -> Sequence[Notice]:
            notices = []
            for part, (count, content) in enumerate(bundles, 1):
                name = f"posters-{part}.zip"
                upload = await uploads.add(name=name, media=UploadMedia.DOCUMENT, content=content, now=turn.now)
                skipped = len(wanted) - len(sheets) if part == 1 else 0
                notices.append(PosterBundle(upload, count, part, len(bundles), skipped))
            return notices

        return finish

    async def printed(self, payload: str) -> tuple[str, str, Printed] | None:
        """(name, link, pages); None for what may not have a poster. Raises `BotNameless`."""
        deep_link = deep_link_of(payload)
        behind = await self._deep_links.behind(deep_link) if deep_link else None
        if behind is None:
            return None
        today = self._clock().astimezone(KYIV).date()
        poster = poster_of(behind, self._bot_name.link(payload), today)
        return behind.name, poster.link, await self._threads.do(self._print, poster)


def poster_of(behind: Linked, link: str, today: date) -> Poster:
    """What is public of it, and nothing else."""
    return Poster(
        hromadas=tuple(unit.name for unit in behind.hromadas),
        officers=officers_words(behind.officers),
        station=station_words_of(behind.station) if behind.station else None,
        link=link,
        issued=today,
    )


def bundled(sheets: Sequence[tuple[str, bytes]], most: int = MOST_BYTES) -> list[tuple[int, bytes]]:
    """(how many, the archive), none above `most` bytes unless a single sheet is."""
    parts: list[list[tuple[str, bytes]]] = []
    size = most
    for name, content in sheets:
        if size + len(content) > most:
            parts.append([])
            size = 0
        parts[-1].append((name, content))
        size += len(content)
    return [(len(part), _zipped(part)) for part in parts]


def _zipped(sheets: Sequence[tuple[str, bytes]]) -> bytes:
    into = BytesIO()
    with ZipFile(into, "w", ZIP_STORED) as archive:
        for name, content in sheets:
            archive.writestr(name, content)
    return into.getvalue()
