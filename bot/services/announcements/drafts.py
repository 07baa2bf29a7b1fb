"""Drafts: opened once a turn, by their author, and changed; what was changed is handed on, never read again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.domain.admins import Admin
from bot.domain.announcements import (
    ALBUM_MOST,
    CAPTION_MOST,
    TEXT_MOST,
    Announcement,
    AnnouncementMedia,
    AnnouncementStatus,
    Content,
    Kind,
    StationButton,
)
from bot.domain.errors import (
    AnnouncementElsewhere,
    DeskError,
    NobodyToTell,
    OutOfScope,
    StaleButton,
    TextTooLong,
    TooManyPictures,
    UnknownPlaceholder,
)
from bot.domain.marked import utf16
from bot.domain.placeholders import KNOWN, used
from bot.domain.routing import Directory
from bot.services.announcements.course import note, revised
from bot.services.announcements.reach import AnnouncementReach, check_author
from bot.services.announcements.stations import areas_by_station
from bot.services.turns import Turn
from db import announcements


class Drafts:
    """`languages`: locales there are texts for, the first stands in for a missing one."""

    def __init__(self, reach: AnnouncementReach, languages: Sequence[str]) -> None:
        self._reach = reach
        self._languages = tuple(languages)

    async def create(self, turn: Turn, admin: Admin, kind: Kind, button: StationButton | None = None) -> Announcement:
        """A new one, for readers of all languages."""
        new = await announcements.add(
            kind=kind, author_id=admin.id, languages=self._languages, now=turn.now, button=button
        )
        await note(turn, admin, "created", new)
        return new

    async def open(self, turn: Turn, admin: Admin, number: int) -> Announcement:
        """Its author's, to be looked at and changed; it stays a draft until the turn ends. A rejected one becomes a
        draft again. Raises `NotYourAnnouncement`, and `AnnouncementElsewhere` when it is one no more."""
        found = await self._reach.locked(number, admin)
        if found.status not in (AnnouncementStatus.DRAFT, AnnouncementStatus.REJECTED):
            raise AnnouncementElsewhere(status=found.status.value)
        check_author(found, admin)
        return found if found.status is AnnouncementStatus.DRAFT else await revised(turn, admin, found)

    async def is_open(self, admin: Admin, number: int) -> bool:
        """Whether it is a draft that this admin may change."""
        try:
            found = await self._reach.get(number, admin)
        except DeskError:
            return False
        return found.status is AnnouncementStatus.DRAFT and found.author_id == admin.id

    async def set_stations(
        self, admin: Admin, draft: Announcement, ids: Collection[int], directory: Directory
    ) -> Announcement:
        """The stations it is about; the audience becomes those whom they concern: the areas of their beats.
        `StaleButton` for an unknown one, `OutOfScope` for a station with an area elsewhere."""
        if unknown := set(ids) - set(directory.stations):
            raise StaleButton(number=min(unknown))
        every = areas_by_station(directory)
        targets = {each: every.get(each, frozenset()) for each in ids}
        if not all(areas and self._reach.covers(admin, areas) for areas in targets.values()):
            raise OutOfScope
        stations, areas = sorted(targets), sorted({area for areas in targets.values() for area in areas})
        kept = {each: sorted(theirs) for each, theirs in targets.items()}
        await announcements.change(draft.id, stations=stations, targets=kept, areas=areas)
        return replace(draft, stations=tuple(stations), targets=targets, areas=tuple(areas))

    async def set_content(
        self,
        draft: Announcement,
        texts: Mapping[str, Content],
        media: Sequence[AnnouncementMedia] = (),
        button: StationButton | None = None,
    ) -> Announcement:
        """Words by locale (none: the kind's own), pictures, the button. A language without words gets those of the
        first one. Raises `UnknownPlaceholder`, `TextTooLong`, `TooManyPictures`."""
        if len(media) > ALBUM_MOST:
            raise TooManyPictures(most=ALBUM_MOST)
        said = {locale: each for locale, each in texts.items() if each.text.strip()}
        for each in said.values():
            _check(each.text, CAPTION_MOST if len(media) == 1 else TEXT_MOST)
        kept = {"texts": announcements.packed(said), "media": announcements.pictures(media), "button": button}
        await announcements.change(draft.id, **kept)
        return replace(draft, texts=said, media=tuple(media), button=button)

    async def set_audience(
        self, admin: Admin, draft: Announcement, areas: Collection[str], languages: Collection[str] | None = None
    ) -> Announcement:
        """Codes of any level, or "UA"; `languages` None: as they are. Raises `OutOfScope`, `NobodyToTell`."""
        if not self._reach.covers(admin, areas):
            raise OutOfScope
        chosen = [each for each in self._languages if each in (languages or draft.languages)]
        if not areas or not chosen:
            raise NobodyToTell
        await announcements.change(draft.id, areas=sorted(set(areas)), languages=chosen)
        return replace(draft, areas=tuple(sorted(set(areas))), languages=tuple(chosen))


def _check(text: str, most: int) -> None:
    if used(text) - set(KNOWN):
        raise UnknownPlaceholder
    if utf16(text) > most:
        raise TextTooLong(most=most)
