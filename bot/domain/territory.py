"""Where the entries of a registry lie, and what of a change an admin of a territory may not touch.

A beat lies where its areas are, an officer where their beats are; a station lies at its point, and without one where
its beats are. An entry lies inside a territory when all of it does, and one that lies nowhere lies in nobody's.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from bot.domain.admins import Scope
from bot.domain.places import Point
from bot.domain.registry import BeatEntry, DirectoryKind, Edition, changes


class Geography(Protocol):
    """What a gazetteer knows of codes and points."""

    def around(self, katottg: str) -> tuple[str, ...]:
        """The code and all codes around it."""

    def at(self, point: Point) -> str | None:
        """The code of the place at a point."""


@dataclass(frozen=True, slots=True)
class OutsideTerritory:
    """An entry that a change touches beyond the territory; `nowhere`: nothing says where it lies."""

    kind: DirectoryKind
    code: str
    nowhere: bool = False


class Territories:
    """The KATOTTG codes each entry of an edition lies in."""

    def __init__(self, edition: Edition, geography: Geography) -> None:
        self._edition = edition
        self._geography = geography
        self._of: dict[DirectoryKind, defaultdict[str, set[str]]] = {kind: defaultdict(set) for kind in DirectoryKind}
        for beat in edition.beats.values():
            self._of[DirectoryKind.BEATS][beat.code] |= beat.areas
            if beat.station is not None:
                self._of[DirectoryKind.STATIONS][beat.station] |= beat.areas
            for post in beat.posts:
                self._of[DirectoryKind.OFFICERS][post.officer] |= beat.areas

    def of(self, kind: DirectoryKind, code: str) -> frozenset[str]:
        """Empty: nothing says where."""
        station = self._edition.stations.get(code) if kind is DirectoryKind.STATIONS else None
        here = self._geography.at(station.point) if station and station.point else None
        return frozenset({here} if here else self._of[kind].get(code, ()))

    def inside(self, scope: Scope, kind: DirectoryKind, code: str) -> bool:
        return scope.is_country or self.covered(scope, self.of(kind, code))

    def covered(self, scope: Scope, codes: frozenset[str]) -> bool:
        return bool(codes) and all(scope.covers(self._geography.around(code)) for code in codes)


def outside(old: Edition, new: Edition, scope: Scope, geography: Geography) -> list[OutsideTerritory]:
    """Entries that the step from `old` to `new` touches though they lie, before or after it, outside."""
    if scope.is_country:
        return []
    before, after = Territories(old, geography), Territories(new, geography)
    found = []
    for kind, code in _touched(old, new):
        sides = [side for side, edition in ((before, old), (after, new)) if code in edition.of(kind)]
        if not all(side.inside(scope, kind, code) for side in sides):
            found.append(OutsideTerritory(kind, code, nowhere=not any(side.of(kind, code) for side in sides)))
    return list(dict.fromkeys((*found, *_drawn_in(old, new, before, scope))))


def _touched(old: Edition, new: Edition) -> Iterator[tuple[DirectoryKind, str]]:
    for kind, difference in changes(old, new).by_kind():
        yield from ((kind, entry.code) for entry in difference.written)
        yield from ((kind, code) for code in difference.retired)


def _drawn_in(old: Edition, new: Edition, before: Territories, scope: Scope) -> Iterator[OutsideTerritory]:
    """Beats that are given what belongs elsewhere: neither an officer nor a station is taken from the neighbours."""
    for code, beat in new.beats.items():
        for kind, entry in _lent(beat) - _lent(old.beats.get(code)):
            if entry in old.of(kind) and not before.inside(scope, kind, entry):
                yield OutsideTerritory(DirectoryKind.BEATS, code)


def _lent(beat: BeatEntry | None) -> set[tuple[DirectoryKind, str]]:
    """Its officers and its station."""
    if beat is None:
        return set()
    station = {(DirectoryKind.STATIONS, beat.station)} if beat.station is not None else set()
    return station | {(DirectoryKind.OFFICERS, post.officer) for post in beat.posts}


def within(edition: Edition, scope: Scope, geography: Geography) -> Edition:
    """The part of an edition that an admin sees."""
    return _part(edition, scope, geography, lambda inside: inside)


def beside(edition: Edition, scope: Scope, geography: Geography) -> Edition:
    """The rest: what a file for a territory says nothing about."""
    return _part(edition, scope, geography, lambda inside: not inside)


def _part(edition: Edition, scope: Scope, geography: Geography, wanted: Callable[[bool], bool]) -> Edition:
    found = Territories(edition, geography)

    def kept(kind: DirectoryKind, code: str) -> bool:
        return wanted(found.inside(scope, kind, code))

    return Edition(
        stations={code: entry for code, entry in edition.stations.items() if kept(DirectoryKind.STATIONS, code)},
        officers={code: entry for code, entry in edition.officers.items() if kept(DirectoryKind.OFFICERS, code)},
        beats={code: entry for code, entry in edition.beats.items() if kept(DirectoryKind.BEATS, code)},
    )


def joined(rest: Edition, part: Edition) -> Edition:
    """Both together; where both name an entry, `part` says how it is."""
    return Edition(
        stations={**rest.stations, **part.stations},
        officers={**rest.officers, **part.officers},
        beats={**rest.beats, **part.beats},
    )
