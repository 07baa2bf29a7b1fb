"""The directory as an admin leafs through it: what lies in the territory, found by code or name, entry by entry."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import db.editions
import db.officers
from bot.domain.admins import Admin, Scope
from bot.domain.alphabet import alphabetical
from bot.domain.errors import OutOfScope, StaleButton
from bot.domain.notices import Notice
from bot.domain.pages import OnePage, one_page
from bot.domain.people import Officer
from bot.domain.places import PlaceCategory
from bot.domain.registry import AnyEntry, BeatEntry, DirectoryKind, Edition, OfficerEntry, StationEntry
from bot.domain.registry_notices import (
    BeatAreaWords,
    BeatPanel,
    DirectoryHome,
    DirectoryList,
    EntryWords,
    OfficerPanel,
    PostWords,
    StationPanel,
)
from bot.domain.territory import Territories
from bot.services.area_finder import AreaFinder
from bot.services.geography import GazetteerGeography
from bot.services.registry.showing import value

PAGE_SIZE: Final = 8


@dataclass(frozen=True, slots=True)
class View:
    """The edition in force with the ids of its entries, and the territory it is looked at from."""

    edition: Edition
    ids: Mapping[DirectoryKind, Mapping[str, int]]
    territories: Territories
    scope: Scope

    def code(self, kind: DirectoryKind, id_: int) -> str:
        """Raises StaleButton for what is not in force any more, OutOfScope for what lies elsewhere."""
        code = next((code for code, each in self.ids[kind].items() if each == id_), None)
        if code is None or code not in self.edition.of(kind):
            raise StaleButton
        if not self.territories.inside(self.scope, kind, code):
            raise OutOfScope
        return code

    def id(self, kind: DirectoryKind, code: str) -> int:
        return self.ids[kind][code]

    def listed(self, kind: DirectoryKind) -> list[AnyEntry]:
        """What lies inside, by name."""
        inside = (e for code, e in self.edition.of(kind).items() if self.territories.inside(self.scope, kind, code))
        return sorted(inside, key=lambda entry: (alphabetical(entry.name), entry.code))


class RegistryBook:
    """Reads the edition in force anew each time: a colleague may have changed it a moment ago."""

    def __init__(self, geography: GazetteerGeography, finder: AreaFinder) -> None:
        self._geography = geography
        self._finder = finder

    async def view(self, admin: Admin) -> View:
        edition = await db.editions.load()
        ids = {kind: await db.editions.ids(kind) for kind in DirectoryKind}
        return View(edition, ids, Territories(edition, self._geography), admin.scope)

    async def home(self, admin: Admin) -> DirectoryHome:
        view = await self.view(admin)
        return DirectoryHome(*(len(view.listed(kind)) for kind in DirectoryKind))

    async def page(
        self, admin: Admin, kind: DirectoryKind | None, *, query: str = "", page: int = 0, beat: int | None = None
    ) -> DirectoryList:
        """`kind` None: of all kinds."""
        view = await self.view(admin)
        kinds = (kind,) if kind else tuple(DirectoryKind)
        found = [(each, entry) for each in kinds for entry in view.listed(each) if _fits(entry, query)]
        one = one_page(found, page, size=PAGE_SIZE)
        items = tuple(EntryWords(each, view.id(each, entry.code), entry.code, entry.name) for each, entry in one.shown)
        return DirectoryList(kind, query, items, len(found), beat, page=one.number, pages=one.pages)

    async def panel(self, admin: Admin, kind: DirectoryKind, id_: int) -> Notice:
        """Raises StaleButton, OutOfScope."""
        view = await self.view(admin)
        entry = view.edition.of(kind)[view.code(kind, id_)]
        if isinstance(entry, StationEntry):
            return _station_panel(view, id_, entry)
        if isinstance(entry, OfficerEntry):
            return _officer_panel(view, entry, await db.officers.by_id(id_), recipient=admin)
        return self.beat_panel(view, id_, entry)

    async def shown(self, admin: Admin, kind: DirectoryKind, id_: int, field: str) -> str:
        """What stands in a field now. Raises StaleButton, OutOfScope."""
        view = await self.view(admin)
        entry = view.edition.of(kind)[view.code(kind, id_)]
        if not hasattr(entry, field):
            raise StaleButton
        found = getattr(entry, field)
        return "" if field == "photo" else value(found, self._geography.name)

    def beat_panel(self, view: View, id_: int, beat: BeatEntry) -> BeatPanel:
        station = view.edition.stations.get(beat.station or "")
        return BeatPanel(
            id=id_,
            code=beat.code,
            name=beat.name,
            station=station.name if station else "",
            areas=tuple(map(self.area, sorted(beat.areas))),
            posts=_posts(view, beat),
        )

    def area(self, katottg: str) -> BeatAreaWords:
        unit = self._geography.unit(katottg)
        if unit is None:
            return BeatAreaWords(katottg, PlaceCategory.VILLAGE.value, katottg, None)
        above = self._geography.name(unit.hromada) if unit.hromada and unit.hromada != katottg else ""
        return BeatAreaWords(katottg, unit.category.value, unit.name, above or None)

    def areas_called(self, admin: Admin, text: str, page: int) -> OnePage[BeatAreaWords]:
        """What in the territory somebody may mean by a code or a name, page by page."""
        one = one_page(self._finder.offered(text, admin.scope), page, size=PAGE_SIZE)
        return OnePage([self.area(each.katottg) for each in one.shown], one.number, one.pages)


def _fits(entry: AnyEntry, query: str) -> bool:
    """Every word that was typed is somewhere in the code, the name or the address."""
    there = f"{entry.code} {entry.name} {entry.address if isinstance(entry, StationEntry) else ''}"
    text = there.casefold().replace("’", "'")
    return all(word in text for word in query.casefold().replace("’", "'").split())


def _beats_of(view: View, kind: DirectoryKind, code: str) -> tuple[str, ...]:
    beats = view.edition.beats.values()
    if kind is DirectoryKind.STATIONS:
        return tuple(sorted(beat.name for beat in beats if beat.station == code))
    return tuple(sorted(beat.name for beat in beats if any(post.officer == code for post in beat.posts)))


def _station_panel(view: View, id_: int, entry: StationEntry) -> StationPanel:
    return StationPanel(
        id=id_,
        code=entry.code,
        name=entry.name,
        address=entry.address,
        lat=entry.point.lat if entry.point else None,
        lon=entry.point.lon if entry.point else None,
        hours=entry.hours,
        phone=entry.phone,
        photo=entry.photo is not None,
        address_seen=entry.address_seen,
        phone_seen=entry.phone_seen,
        beats=_beats_of(view, DirectoryKind.STATIONS, entry.code),
    )


def _officer_panel(view: View, entry: OfficerEntry, officer: Officer | None, *, recipient: Admin) -> OfficerPanel:
    if officer is None:
        raise StaleButton
    return OfficerPanel(
        id=officer.id,
        code=entry.code,
        role=entry.role,
        name=entry.name,
        rank=entry.rank,
        phone=entry.phone,
        photo=entry.photo is not None,
        name_seen=entry.name_seen,
        phone_seen=entry.phone_seen,
        photo_seen=entry.photo_seen,
        state=officer.joined,
        beats=_beats_of(view, DirectoryKind.OFFICERS, entry.code),
        own=officer.chat_id == recipient.chat_id,
    )


def _posts(view: View, beat: BeatEntry) -> tuple[PostWords, ...]:
    ordered = sorted(beat.posts, key=lambda post: (post.since, post.officer))
    officers = view.edition.officers
    return tuple(
        PostWords(view.id(DirectoryKind.OFFICERS, p.officer), officers[p.officer].name, p.since, p.until)
        for p in ordered
        if p.officer in officers
    )
