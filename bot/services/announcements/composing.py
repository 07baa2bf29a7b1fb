"""Writing an announcement, step by step; each step can be taken again while it is a draft. Whoever asks has opened the
draft (drafts.py) and hands it on."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

import db.registry
from bot.domain.admins import COUNTRY, Admin
from bot.domain.alphabet import alphabetical
from bot.domain.announcement_notices import (
    AnnouncementAskAudience,
    AnnouncementAskButton,
    AnnouncementAskMedia,
    AnnouncementAskWords,
    AnnouncementKinds,
    AnnouncementPanel,
    AnnouncementStations,
    StationItem,
)
from bot.domain.announcements import (
    Announcement,
    AnnouncementMedia,
    AnnouncementStatus,
    Content,
    Kind,
    Rules,
    StationButton,
)
from bot.domain.errors import NobodyToTell
from bot.domain.locales import Locale
from bot.domain.pages import one_page
from bot.domain.people import Station
from bot.domain.places import Candidate, Unit
from bot.domain.routing import Directory
from bot.services.announcements.codes import sort_out
from bot.services.announcements.drafts import Drafts
from bot.services.announcements.outlines import Outlines
from bot.services.announcements.reach import AnnouncementReach
from bot.services.announcements.stations import areas_by_station, goes_by_stations
from bot.services.area_finder import AreaFinder
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.turns import Turn

PAGE: Final = 8
DRAFTS: Final = 6
"""Unfinished ones that are offered again, on a page."""
MOST_DRAFTS: Final = 1000
OPTIONS: Final = 8
"""Places that are offered for a name."""
RECENTLY: Final[Mapping[str, timedelta]] = {"week": timedelta(days=7), "month": timedelta(days=30)}


class Composing:
    """Questions to the author of a draft, and what an answer makes of it."""

    def __init__(
        self,
        *,
        reach: AnnouncementReach,
        drafts: Drafts,
        outlines: Outlines,
        directory: DirectoryService,
        lookup: Lookup,
        finder: AreaFinder,
        rules: Rules,
    ) -> None:
        self._reach = reach
        self._drafts = drafts
        self._outlines = outlines
        self._directory = directory
        self._lookup = lookup
        self._finder = finder
        self._rules = rules

    async def kinds(self, admin: Admin, page: int = 0) -> AnnouncementKinds:
        drafts = await self._reach.list(
            admin, statuses=(AnnouncementStatus.DRAFT, AnnouncementStatus.REJECTED), most=MOST_DRAFTS
        )
        one = one_page([each.id for each in drafts if each.author_id == admin.id], page, size=DRAFTS)
        return AnnouncementKinds(tuple(one.shown), page=one.number, pages=one.pages)

    async def begin(self, turn: Turn, admin: Admin, kind: Kind) -> Announcement:
        """A new draft; an opening begins with the card as its button."""
        return await self._drafts.create(turn, admin, kind, StationButton.CARD if kind is Kind.OPENING else None)

    async def panel(self, draft: Announcement) -> AnnouncementPanel:
        return AnnouncementPanel(self._outlines.outline(draft, await self._directory.current()), missing(draft))

    async def panel_of(self, turn: Turn, admin: Admin, number: int) -> AnnouncementPanel:
        """Of a draft that nobody has opened in this turn."""
        return await self.panel(await self._drafts.open(turn, admin, number))

    # --- stations -----------------------------------------------------------------------------------------------------

    async def stations(
        self, admin: Admin, draft: Announcement, page: int = 0, unknown: Sequence[str] = ()
    ) -> AnnouncementStations:
        """One page of those that can be chosen; `page` counts from 0."""
        return self._page(admin, draft, await self._directory.current(), page, unknown)

    async def toggle_station(
        self, admin: Admin, draft: Announcement, station: int, page: int = 0
    ) -> AnnouncementStations:
        return await self._pick(admin, draft, {*draft.stations} ^ {station}, page)

    async def all_stations(self, admin: Admin, draft: Announcement, page: int = 0) -> AnnouncementStations:
        directory = await self._directory.current()
        changed = await self._choose(admin, draft, [each.id for each in self._offered(admin, directory)], directory)
        return self._page(admin, changed, directory, page)

    async def no_stations(self, admin: Admin, draft: Announcement, page: int = 0) -> AnnouncementStations:
        return await self._pick(admin, draft, (), page)

    async def stations_since(
        self, admin: Admin, draft: Announcement, since: datetime, page: int = 0
    ) -> AnnouncementStations:
        """All that came into the directory then or later."""
        directory, new = await self._directory.current(), await db.registry.stations_since(since)
        ids = [each.id for each in self._offered(admin, directory) if each.id in new]
        return self._page(admin, await self._choose(admin, draft, ids, directory), directory, page)

    async def stations_of_codes(self, admin: Admin, draft: Announcement, codes: Iterable[str]) -> AnnouncementStations:
        """Those of a list; codes that are none of the admin's stations are named."""
        directory = await self._directory.current()
        offered = {each.code: each.id for each in self._offered(admin, directory)}
        known, unknown = sort_out(codes, offered)
        if known:
            draft = await self._choose(admin, draft, [offered[each] for each in known], directory)
        return self._page(admin, draft, directory, unknown=unknown)

    async def _pick(self, admin: Admin, draft: Announcement, ids: Collection[int], page: int) -> AnnouncementStations:
        directory = await self._directory.current()
        return self._page(admin, await self._choose(admin, draft, ids, directory), directory, page)

    async def _choose(
        self, admin: Admin, draft: Announcement, ids: Collection[int], directory: Directory
    ) -> Announcement:
        """One that was chosen and has been retired since goes silently."""
        gone = set(draft.stations) - set(directory.stations)
        return await self._drafts.set_stations(admin, draft, set(ids) - gone, directory)

    def _offered(self, admin: Admin, directory: Directory) -> Sequence[Station]:
        """Those with beats, all of them in the admin's territory; by name."""
        stations = directory.stations
        areas = areas_by_station(directory)
        theirs = (stations[each] for each, of in areas.items() if each in stations and self._reach.covers(admin, of))
        return sorted(theirs, key=lambda station: (alphabetical(station.name), station.id))

    def _page(
        self, admin: Admin, draft: Announcement, directory: Directory, page: int = 0, unknown: Sequence[str] = ()
    ) -> AnnouncementStations:
        offered = self._offered(admin, directory)
        one = one_page(offered, page, size=PAGE)
        items = tuple(StationItem(each.id, each.name, each.id in draft.stations) for each in one.shown)
        chosen = len(draft.stations)
        return AnnouncementStations(
            draft.id, items, len(offered), chosen, tuple(unknown), page=one.number, pages=one.pages
        )

    # --- words, pictures, the button ----------------------------------------------------------------------------------

    def ask_words(self, draft: Announcement, language: Locale) -> AnnouncementAskWords:
        return AnnouncementAskWords(draft.id, language, draft.kind is Kind.OPENING, language in draft.texts)

    async def set_words(self, draft: Announcement, language: str, content: Content | None) -> Announcement:
        """`content` None: those that need no writing."""
        texts = {each: words for each, words in draft.texts.items() if each != language}
        if content is not None:
            texts[language] = content
        return await self._drafts.set_content(draft, texts, draft.media, draft.button)

    def ask_media(self, draft: Announcement) -> AnnouncementAskMedia:
        return AnnouncementAskMedia(draft.id, len(draft.media))

    async def set_media(self, draft: Announcement, media: Sequence[AnnouncementMedia]) -> Announcement:
        return await self._drafts.set_content(draft, draft.texts, media, draft.button)

    def ask_button(self, draft: Announcement) -> AnnouncementAskButton:
        return AnnouncementAskButton(draft.id, draft.button)

    async def set_button(self, draft: Announcement, button: StationButton | None) -> Announcement:
        return await self._drafts.set_content(draft, draft.texts, draft.media, button)

    # --- the audience -------------------------------------------------------------------------------------------------

    async def ask_audience(
        self, admin: Admin, draft: Announcement, *, page: int = 0, options: Sequence[Unit] = (), unknown: str = ""
    ) -> AnnouncementAskAudience:
        """`page`: of the areas chosen; `options`: what a name may mean; `unknown`: what means nothing here."""
        by_stations = goes_by_stations(draft, await self._directory.current())
        return self._audience(admin, draft, by_stations=by_stations, page=page, options=options, unknown=unknown)

    async def name_area(self, admin: Admin, draft: Announcement, text: str) -> AnnouncementAskAudience:
        """An area typed by name: a clear one is taken at once."""
        units = self._finder.find(text, admin.scope)
        if len(units) != 1:
            return await self.ask_audience(admin, draft, options=units, unknown="" if units else text)
        return await self.set_area(admin, draft, units[0].katottg, chosen=True)

    async def set_area(
        self, admin: Admin, draft: Announcement, code: str, *, chosen: bool, page: int = 0
    ) -> AnnouncementAskAudience:
        """Add an area or take it out. The first one chosen takes the place of the stations' beats; the whole country
        takes the place of all others."""
        directory = await self._directory.current()
        before = set() if goes_by_stations(draft, directory) else set(draft.areas) - {COUNTRY}
        areas = ({code} if code == COUNTRY else before | {code}) if chosen else set(draft.areas) - {code}
        return await self._set_audience(admin, draft, directory, areas or _beats(draft, directory), page=page)

    async def beats(self, admin: Admin, draft: Announcement) -> AnnouncementAskAudience:
        """Those whom the stations concern."""
        directory = await self._directory.current()
        return await self._set_audience(admin, draft, directory, _beats(draft, directory))

    async def toggle_language(self, admin: Admin, draft: Announcement, language: str) -> AnnouncementAskAudience:
        chosen = set(draft.languages) ^ {language}
        if not chosen & set(self._rules.languages):
            raise NobodyToTell
        directory = await self._directory.current()
        return await self._set_audience(admin, draft, directory, draft.areas, languages=chosen)

    async def _set_audience(
        self,
        admin: Admin,
        draft: Announcement,
        directory: Directory,
        areas: Collection[str],
        *,
        languages: Collection[str] | None = None,
        page: int = 0,
    ) -> AnnouncementAskAudience:
        changed = await self._drafts.set_audience(admin, draft, areas, languages)
        return self._audience(admin, changed, by_stations=goes_by_stations(changed, directory), page=page)

    def _audience(
        self,
        admin: Admin,
        draft: Announcement,
        *,
        by_stations: bool,
        page: int = 0,
        options: Sequence[Unit] = (),
        unknown: str = "",
    ) -> AnnouncementAskAudience:
        removable = () if by_stations or options or unknown else draft.areas
        one = one_page(removable, page, size=AnnouncementAskAudience.SHOWN)
        return AnnouncementAskAudience(
            announcement_id=draft.id,
            areas=self._outlines.areas(draft.areas),
            by_stations=by_stations,
            languages=self._outlines.languages(draft),
            options=tuple(self._lookup.words(Candidate(unit, 1.0)) for unit in options[:OPTIONS]),
            more=max(len(options) - OPTIONS, 0),
            unknown=unknown[:100],
            country=admin.scope.is_country and COUNTRY not in draft.areas,
            beats=bool(draft.stations),
            page=one.number,
            pages=one.pages,
        )


def missing(draft: Announcement) -> tuple[str, ...]:
    """What it still needs, in the order of asking."""
    needs = {
        "stations": draft.kind is Kind.OPENING and not draft.stations,
        "words": not draft.says_something and draft.kind is not Kind.OPENING,
        "audience": not draft.areas,
    }
    return tuple(name for name, needed in needs.items() if needed)


def _beats(draft: Announcement, directory: Directory) -> set[str]:
    areas = areas_by_station(directory)
    return {area for each in draft.stations for area in areas.get(each, ())}
