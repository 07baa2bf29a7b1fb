"""The stations of announcements as the directory knows them: whom they concern, and what is said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.domain.announcements import Announcement, AnnouncementStatus, Kind
from bot.domain.news_notices import AnnouncedStation
from bot.domain.notices import StationWords
from bot.domain.people import Station
from bot.domain.routing import Directory
from bot.services.lookup import station_words_of


def areas_by_station(directory: Directory) -> Mapping[int, frozenset[str]]:
    """Codes of the areas of each station's (id) beats; none for a station without beats."""
    found: dict[int, set[str]] = {}
    for beats in directory.beats.values():
        for beat in beats:
            if beat.station_id is not None:
                found.setdefault(beat.station_id, set()).update(beat.areas)
    return {station: frozenset(areas) for station, areas in found.items()}


def goes_by_stations(announcement: Announcement, directory: Directory) -> bool:
    """The audience is that of its stations' beats."""
    if announcement.kind is not Kind.OPENING or not announcement.stations:
        return False
    areas = areas_by_station(directory)
    return set(announcement.areas) == {area for each in announcement.stations for area in areas.get(each, ())}


def words_of_stations(announcement: Announcement, directory: Directory) -> dict[int, dict[str, Any]]:
    """What its stations are called and where they are today, by id, as the database keeps it."""
    known = (directory.stations[each] for each in announcement.stations if each in directory.stations)
    return {each.id: asdict(station_words_of(each)) for each in known}


def has_changed(announcement: Announcement, directory: Directory) -> bool:
    """Whether a station of it is not what it was when it was submitted."""
    if announcement.frozen is None:
        return False
    frozen = {station: dict(said) for station, said in announcement.frozen.items()}
    return frozen != words_of_stations(announcement, directory)


def is_void(announcement: Announcement, directory: Directory) -> bool:
    """Whether somebody said yes to something else."""
    return announcement.approver_id is not None and has_changed(announcement, directory)


def shown_stations(
    announcement: Announcement, ids: Sequence[int], directory: Directory
) -> tuple[AnnouncedStation, ...]:
    """As they were submitted; of a draft as they are. One that was retired since, or that fell silent, is left out."""
    open_ = directory.stations.keys() - directory.quiet.stations
    submitted = announcement.frozen if announcement.status is not AnnouncementStatus.DRAFT else None
    said = {each: StationWords(**words) for each, words in (submitted or {}).items()}
    shown = (shown_station(directory.stations[each]) for each in ids if each in open_)
    return tuple(replace(each, station=said.get(each.id, each.station)) for each in shown)


def shown_station(station: Station) -> AnnouncedStation:
    return AnnouncedStation(station.id, station_words_of(station))
