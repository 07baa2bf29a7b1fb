"""An edition with one entry put in or left out, and what lies around one."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from bot.domain.registry import AnyEntry, BeatEntry, DirectoryKind, Edition, OfficerEntry, StationEntry


def with_entry(edition: Edition, entry: AnyEntry) -> Edition:
    match entry:
        case StationEntry():
            return replace(edition, stations={**edition.stations, entry.code: entry})
        case OfficerEntry():
            return replace(edition, officers={**edition.officers, entry.code: entry})
        case BeatEntry():
            return replace(edition, beats={**edition.beats, entry.code: entry})


def without_entry(edition: Edition, kind: DirectoryKind, code: str) -> Edition:
    def rest(entries: Mapping[str, Any]) -> dict[str, Any]:
        return {each: entry for each, entry in entries.items() if each != code}

    match kind:
        case DirectoryKind.STATIONS:
            return replace(edition, stations=rest(edition.stations))
        case DirectoryKind.OFFICERS:
            return replace(edition, officers=rest(edition.officers))
        case DirectoryKind.BEATS:
            return replace(edition, beats=rest(edition.beats))


def surroundings(edition: Edition, concerned: Collection[tuple[DirectoryKind, str]]) -> Edition:
    """These entries with the beats that name them, and whom and what those beats name."""
    beats = {
        code: beat
        for code, beat in edition.beats.items()
        if (DirectoryKind.BEATS, code) in concerned
        or (DirectoryKind.STATIONS, beat.station) in concerned
        or any((DirectoryKind.OFFICERS, post.officer) in concerned for post in beat.posts)
    }
    stations = {beat.station for beat in beats.values()} | {
        code for kind, code in concerned if kind is DirectoryKind.STATIONS
    }
    officers = {post.officer for beat in beats.values() for post in beat.posts}
    officers |= {code for kind, code in concerned if kind is DirectoryKind.OFFICERS}
    return Edition(
        stations={code: entry for code, entry in edition.stations.items() if code in stations},
        officers={code: entry for code, entry in edition.officers.items() if code in officers},
        beats=beats,
    )
