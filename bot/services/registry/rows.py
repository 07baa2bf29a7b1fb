"""An edition as the rows a file would have: for checking an edit like a file, and for writing the registry out."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from bot.domain.registry import BeatEntry, Edition, OfficerEntry, StationEntry
from bot.services.registry.parsing import Parsed, SheetRow

Rows = Mapping[str, Sequence[dict[str, Any]]]


def rows_of(edition: Edition) -> Rows:
    """Values by column key, for every sheet."""
    beats = [edition.beats[code] for code in sorted(edition.beats)]
    return {
        "stations": [_station(edition.stations[code]) for code in sorted(edition.stations)],
        "officers": [_plain(edition.officers[code]) for code in sorted(edition.officers)],
        "beats": [{"code": beat.code, "name": beat.name, "station": beat.station} for beat in beats],
        "areas": [{"beat": beat.code, "katottg": area} for beat in beats for area in sorted(beat.areas)],
        "posts": [post for beat in beats for post in _posts(beat)],
    }


def parsed_of(edition: Edition) -> Parsed:
    """As if it had been read from a file without lines."""
    return Parsed(rows={key: [SheetRow(0, values) for values in rows] for key, rows in rows_of(edition).items()})


def _station(entry: StationEntry) -> dict[str, Any]:
    values = _plain(entry)
    point = values.pop("point")
    return values | {"lat": point and point.lat, "lon": point and point.lon}


def _plain(entry: StationEntry | OfficerEntry) -> dict[str, Any]:
    return {each.name: getattr(entry, each.name) for each in fields(entry)}


def _posts(beat: BeatEntry) -> list[dict[str, Any]]:
    ordered = sorted(beat.posts, key=lambda post: (post.since, post.officer, post.until or date.max))
    return [{"officer": p.officer, "beat": beat.code, "since": p.since, "until": p.until} for p in ordered]
