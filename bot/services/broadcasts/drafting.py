"""Writing an announcement: stations, words and pictures, the audience. Only while it is a draft."""

from collections.abc import Collection, Mapping, Sequence

from bot.domain.admins import Admin
from bot.domain.broadcasts import ALBUM_MOST, CAPTION_MOST, TEXT_MOST, Broadcast, Content, Kind, Media, StationButton
from bot.domain.errors import (
    NobodyToTell,
    OutOfScope,
    StaleButton,
    TextTooLong,
    TooManyPictures,
    UnknownPlaceholder,
)
from bot.domain.marked import utf16
from bot.domain.placeholders import KNOWN, used
from bot.services.broadcasts.base import Base, note
from bot.services.turns import Turn
from db import broadcasts


class Drafting(Base):
    async def draft(self, turn: Turn, admin: Admin, kind: Kind) -> Broadcast:
        """A new one, for readers of all languages."""
        new = await broadcasts.add(kind=kind, author_id=admin.id, languages=self._rules.languages, now=turn.now)
        found = await self._again(new)
        await note(turn, admin, "created", found)
        return found

    async def set_stations(self, _turn: Turn, admin: Admin, broadcast_id: int, codes: Collection[str]) -> Broadcast:
        """The stations it is about, by their codes; the audience becomes those whom they concern: the areas of their
        beats. `StaleButton` for an unknown code, `OutOfScope` for a station with an area elsewhere."""
        found = await self._draft(broadcast_id, admin)
        targets = await self._renderer.areas_of_stations(codes)
        if len(targets) < len(set(codes)):
            raise StaleButton
        if not all(areas and self.covers(admin, areas) for areas in targets.values()):
            raise OutOfScope
        await broadcasts.change(found.id, stations=sorted(targets))
        await broadcasts.set_targets(found.id, targets)
        await broadcasts.set_areas(found.id, {area for areas in targets.values() for area in areas})
        return await self._again(found.id)

    async def set_content(
        self,
        _turn: Turn,
        admin: Admin,
        broadcast_id: int,
        texts: Mapping[str, Content],
        media: Sequence[Media] = (),
        button: StationButton | None = None,
    ) -> Broadcast:
        """Words by locale (none: the kind's own), pictures, the button. A language without words gets those of the
        first one. Raises `UnknownPlaceholder`, `TextTooLong`, `TooManyPictures`."""
        found = await self._draft(broadcast_id, admin)
        if len(media) > ALBUM_MOST:
            raise TooManyPictures(most=ALBUM_MOST)
        said = {locale: each for locale, each in texts.items() if each.text.strip()}
        for each in said.values():
            _check(each.text, CAPTION_MOST if len(media) == 1 else TEXT_MOST)
        pictures = [{"kind": each.kind.value, "file_id": each.file_id} for each in media]
        await broadcasts.change(found.id, texts=broadcasts.packed(said), media=pictures, button=button)
        return await self._again(found.id)

    async def set_audience(
        self,
        _turn: Turn,
        admin: Admin,
        broadcast_id: int,
        areas: Collection[str],
        languages: Collection[str] | None = None,
    ) -> Broadcast:
        """Codes of any level, or "UA"; `languages` None: as they are. Raises `OutOfScope`, `NobodyToTell`."""
        found = await self._draft(broadcast_id, admin)
        if not self.covers(admin, areas):
            raise OutOfScope
        chosen = [each for each in self._rules.languages if each in (languages or found.languages)]
        if not areas or not chosen:
            raise NobodyToTell
        await broadcasts.set_areas(found.id, areas)
        await broadcasts.change(found.id, languages=chosen)
        return await self._again(found.id)


def _check(text: str, most: int) -> None:
    if used(text) - set(KNOWN):
        raise UnknownPlaceholder
    if utf16(text) > most:
        raise TextTooLong(most=most)
