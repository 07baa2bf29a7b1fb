"""Writing an announcement, step by step; each step can be taken again while it is a draft."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

import db.registry
from bot.domain.admins import COUNTRY, Admin
from bot.domain.broadcasts import Broadcast, Content, Kind, Media, StationButton, Status
from bot.domain.clock import KYIV
from bot.domain.errors import BroadcastElsewhere, DeskError, NobodyToTell, NothingToAnnounce, StaleButton
from bot.domain.news_notices import Announcement
from bot.domain.newsroom_notices import (
    NewsAskAudience,
    NewsAskButton,
    NewsAskMedia,
    NewsAskWords,
    NewsKinds,
    NewsPanel,
    NewsPreview,
    NewsStations,
    StationItem,
)
from bot.domain.notices import Notice
from bot.domain.pages import one_page
from bot.domain.places import Candidate, Unit
from bot.domain.reports import Reader
from bot.services.newsroom.base import Base
from bot.services.newsroom.codes import sort_out
from bot.services.turns import Turn

PAGE: Final = 8
DRAFTS: Final = 6
"""Unfinished ones that are offered again, on a page."""
MOST_DRAFTS: Final = 1000
OPTIONS: Final = 8
"""Places that are offered for a name."""
RECENTLY: Final[Mapping[str, timedelta]] = {"week": timedelta(days=7), "month": timedelta(days=30)}


class Composing(Base):
    async def kinds(self, admin: Admin, page: int = 0) -> NewsKinds:
        drafts = await self._broadcasts.list(admin, statuses=(Status.DRAFT, Status.REJECTED), most=MOST_DRAFTS)
        one = one_page([each.id for each in drafts if each.author_id == admin.id], page, size=DRAFTS)
        return NewsKinds(tuple(one.shown), page=one.number, pages=one.pages)

    async def begin(self, turn: Turn, admin: Admin, kind: Kind) -> Broadcast:
        """A new draft; an opening begins with the card as its button."""
        draft = await self._broadcasts.draft(turn, admin, kind)
        if kind is not Kind.OPENING:
            return draft
        return await self._broadcasts.set_content(turn, admin, draft.id, {}, (), StationButton.CARD)

    async def draft(self, turn: Turn, admin: Admin, broadcast_id: int) -> Broadcast:
        """One that can be changed; a rejected one becomes a draft of its author again."""
        found = await self._broadcasts.get(broadcast_id, admin)
        if found.status is Status.REJECTED and found.author_id == admin.id:
            return await self._broadcasts.revise(turn, admin, found.id)
        if found.status is not Status.DRAFT:
            raise BroadcastElsewhere(status=found.status.value)
        return found

    async def is_open(self, admin: Admin, broadcast_id: int) -> bool:
        """Whether it is a draft that this admin may change."""
        try:
            found = await self._broadcasts.get(broadcast_id, admin)
        except DeskError:
            return False
        return found.status is Status.DRAFT and found.author_id == admin.id

    async def panel(self, turn: Turn, admin: Admin, broadcast_id: int, unknown: Sequence[str] = ()) -> NewsPanel:
        found = await self.draft(turn, admin, broadcast_id)
        return NewsPanel(await self.outline(found), missing(found), tuple(unknown))

    # --- stations -----------------------------------------------------------------------------------------------------

    async def stations(
        self, turn: Turn, admin: Admin, broadcast_id: int, page: int = 0, unknown: Sequence[str] = ()
    ) -> NewsStations:
        """One page of those that can be chosen; `page` counts from 0."""
        found = await self.draft(turn, admin, broadcast_id)
        listed = await self._stations_of(admin)
        one = one_page(listed, page, size=PAGE)
        items = tuple(StationItem(each.id, each.name, each.id in found.stations) for each in one.shown)
        chosen = len(found.stations)
        return NewsStations(found.id, items, len(listed), chosen, tuple(unknown), page=one.number, pages=one.pages)

    async def toggle_station(self, turn: Turn, admin: Admin, broadcast_id: int, station_id: int) -> None:
        found = await self.draft(turn, admin, broadcast_id)
        await self._set_stations(turn, admin, found, set(found.stations) ^ {station_id})

    async def all_stations(self, turn: Turn, admin: Admin, broadcast_id: int) -> None:
        found = await self.draft(turn, admin, broadcast_id)
        await self._set_stations(turn, admin, found, {each.id for each in await self._stations_of(admin)})

    async def no_stations(self, turn: Turn, admin: Admin, broadcast_id: int) -> None:
        found = await self.draft(turn, admin, broadcast_id)
        await self._set_stations(turn, admin, found, set())

    async def recent_stations(self, turn: Turn, admin: Admin, broadcast_id: int, period: str) -> None:
        """All that came into the directory within a `week` or a `month`."""
        await self._stations_since(turn, admin, broadcast_id, turn.now - RECENTLY[period])

    async def stations_since(self, turn: Turn, admin: Admin, broadcast_id: int, day: date) -> None:
        """All that came into the directory on that day (Kyiv) or later."""
        await self._stations_since(turn, admin, broadcast_id, datetime.combine(day, time(), KYIV).astimezone(UTC))

    async def _stations_since(self, turn: Turn, admin: Admin, broadcast_id: int, since: datetime) -> None:
        found = await self.draft(turn, admin, broadcast_id)
        new = await db.registry.stations_since(since)
        await self._set_stations(turn, admin, found, {each.id for each in await self._stations_of(admin)} & new)

    async def stations_of_codes(
        self, turn: Turn, admin: Admin, broadcast_id: int, codes: Iterable[str]
    ) -> tuple[str, ...]:
        """Choose those of a file; returns the codes that are none of the admin's stations."""
        found = await self.draft(turn, admin, broadcast_id)
        known, unknown = sort_out(codes, {each.code for each in await self._stations_of(admin)})
        if known:
            await self._broadcasts.set_stations(turn, admin, found.id, known)
        return tuple(unknown)

    async def _set_stations(self, turn: Turn, admin: Admin, found: Broadcast, ids: Collection[int]) -> None:
        known = (await self._directory.current()).stations
        if unknown := set(ids) - set(found.stations) - set(known):
            raise StaleButton(number=min(unknown))
        await self._broadcasts.set_stations(turn, admin, found.id, {known[each].code for each in ids if each in known})

    # --- words, pictures, the button ----------------------------------------------------------------------------------

    async def ask_words(self, turn: Turn, admin: Admin, broadcast_id: int, language: str) -> NewsAskWords:
        found = await self.draft(turn, admin, broadcast_id)
        if language not in self._habits.languages:
            raise StaleButton
        return NewsAskWords(found.id, language, found.kind is Kind.OPENING, language in found.texts)

    async def set_words(
        self, turn: Turn, admin: Admin, broadcast_id: int, language: str, content: Content | None
    ) -> None:
        """`content` None: those that need no writing."""
        found = await self.draft(turn, admin, broadcast_id)
        texts = {each: words for each, words in found.texts.items() if each != language}
        if content is not None:
            texts[language] = content
        await self._broadcasts.set_content(turn, admin, found.id, texts, found.media, found.button)

    async def add_media(self, turn: Turn, admin: Admin, broadcast_id: int, media: Media) -> NewsAskMedia:
        found = await self.draft(turn, admin, broadcast_id)
        together = (*found.media, media)
        await self._broadcasts.set_content(turn, admin, found.id, found.texts, together, found.button)
        return NewsAskMedia(found.id, len(together))

    async def ask_media(self, turn: Turn, admin: Admin, broadcast_id: int) -> NewsAskMedia:
        found = await self.draft(turn, admin, broadcast_id)
        return NewsAskMedia(found.id, len(found.media))

    async def no_media(self, turn: Turn, admin: Admin, broadcast_id: int) -> NewsAskMedia:
        found = await self.draft(turn, admin, broadcast_id)
        await self._broadcasts.set_content(turn, admin, found.id, found.texts, (), found.button)
        return NewsAskMedia(found.id, 0)

    async def ask_button(self, turn: Turn, admin: Admin, broadcast_id: int) -> NewsAskButton:
        found = await self.draft(turn, admin, broadcast_id)
        return NewsAskButton(found.id, found.button)

    async def set_button(self, turn: Turn, admin: Admin, broadcast_id: int, button: StationButton | None) -> None:
        found = await self.draft(turn, admin, broadcast_id)
        await self._broadcasts.set_content(turn, admin, found.id, found.texts, found.media, button)

    # --- the audience -------------------------------------------------------------------------------------------------

    async def ask_audience(
        self,
        turn: Turn,
        admin: Admin,
        broadcast_id: int,
        *,
        page: int = 0,
        options: Sequence[Unit] = (),
        unknown: str = "",
    ) -> NewsAskAudience:
        """`page`: of the areas chosen."""
        found = await self.draft(turn, admin, broadcast_id)
        by_stations = await self._by_stations(found)
        removable = () if by_stations or options or unknown else found.areas
        one = one_page(removable, page, size=NewsAskAudience.SHOWN)
        return NewsAskAudience(
            broadcast_id=found.id,
            areas=self._area_words(found.areas),
            by_stations=by_stations,
            languages=self._languages(found),
            options=tuple(self._lookup.words(Candidate(unit, 1.0)) for unit in options[:OPTIONS]),
            more=max(len(options) - OPTIONS, 0),
            unknown=unknown[:100],
            country=admin.scope.is_country and COUNTRY not in found.areas,
            beats=bool(found.stations),
            page=one.number,
            pages=one.pages,
        )

    async def name_area(self, turn: Turn, admin: Admin, broadcast_id: int, text: str) -> NewsAskAudience:
        """An area typed by name: a clear one is taken at once."""
        units = self._finder.find(text, admin)
        if len(units) != 1:
            return await self.ask_audience(turn, admin, broadcast_id, options=units, unknown="" if units else text)
        await self.set_area(turn, admin, broadcast_id, units[0].katottg, chosen=True)
        return await self.ask_audience(turn, admin, broadcast_id)

    async def set_area(self, turn: Turn, admin: Admin, broadcast_id: int, code: str, *, chosen: bool) -> None:
        """Add an area or take it out. The first one chosen takes the place of the stations' beats; the whole country
        takes the place of all others."""
        found = await self.draft(turn, admin, broadcast_id)
        before = set() if await self._by_stations(found) else set(found.areas) - {COUNTRY}
        areas = ({code} if code == COUNTRY else before | {code}) if chosen else set(found.areas) - {code}
        if not areas and found.stations:
            await self.beats(turn, admin, found.id)
            return
        if not areas:
            raise NobodyToTell
        await self._broadcasts.set_audience(turn, admin, found.id, areas)

    async def beats(self, turn: Turn, admin: Admin, broadcast_id: int) -> None:
        """Those whom the stations concern."""
        found = await self.draft(turn, admin, broadcast_id)
        by_station = await self._areas_by_station()
        areas = {area for each in found.stations for area in by_station.get(each, ())}
        await self._broadcasts.set_audience(turn, admin, found.id, areas)

    async def toggle_language(self, turn: Turn, admin: Admin, broadcast_id: int, language: str) -> None:
        found = await self.draft(turn, admin, broadcast_id)
        chosen = set(found.languages) ^ {language}
        if not chosen & set(self._habits.languages):
            raise NobodyToTell
        await self._broadcasts.set_audience(turn, admin, found.id, found.areas, chosen)

    # --- looking at it ------------------------------------------------------------------------------------------------

    async def preview(
        self,
        turn: Turn,
        admin: Admin,
        reader: Reader,
        broadcast_id: int,
        place: str | None = None,
        *,
        asks: bool = False,
    ) -> None:
        """As residents of a place (None: some place it concerns) will see it, in each of its languages; `asks`: the
        next words may name another place."""
        found = await self._complete(admin, broadcast_id)
        for language in found.languages:
            for notice in await self._seen(admin, found, language, place, asks=asks):
                await turn.tell(Reader(reader.chat_id, self._locale_of(notice, reader, language)), notice)

    async def trial(self, turn: Turn, admin: Admin, reader: Reader, broadcast_id: int) -> None:
        """To oneself, as the herald will send it."""
        found = await self._complete(admin, broadcast_id)
        await self._broadcasts.sample(turn, admin, found.id, reader)

    async def name_place(self, turn: Turn, admin: Admin, reader: Reader, broadcast_id: int, text: str) -> bool:
        """The preview for a place typed by name; False when there is none of that name."""
        is_place: Callable[[Unit], bool] = self._lookup.is_place
        units = [unit for unit in self._finder.find(text, admin) if is_place(unit)]
        if units:
            await self.preview(turn, admin, reader, broadcast_id, units[0].katottg, asks=True)
        return bool(units)

    async def _complete(self, admin: Admin, broadcast_id: int) -> Broadcast:
        found = await self._broadcasts.get(broadcast_id, admin)
        if not found.says_something:
            raise NothingToAnnounce
        if not found.areas:
            raise NobodyToTell
        return found

    async def _seen(
        self, admin: Admin, found: Broadcast, language: str, place: str | None, *, asks: bool
    ) -> Sequence[Notice]:
        """A line that says what it is, then what residents get."""
        shown = await self._broadcasts.preview(admin, found.id, language, place)
        where = next((each.place for each in shown if isinstance(each, Announcement)), None)
        return NewsPreview(language, where, asks), *shown

    @staticmethod
    def _locale_of(notice: Notice, reader: Reader, language: str) -> str:
        return reader.locale if isinstance(notice, NewsPreview) else language


def missing(found: Broadcast) -> tuple[str, ...]:
    """What it still needs, in the order of asking."""
    needs = {
        "stations": found.kind is Kind.OPENING and not found.stations,
        "words": not found.says_something and found.kind is not Kind.OPENING,
        "audience": not found.areas,
    }
    return tuple(name for name, needed in needs.items() if needed)
