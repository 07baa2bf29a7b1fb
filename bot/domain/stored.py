"""An edition of the registry as bytes: compressed JSON, the same for the same edition, read back exactly."""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from hashlib import sha256
from typing import Any, Final

from bot.domain.people import Role, Visibility
from bot.domain.places import Point
from bot.domain.registry import BeatEntry, Changes, Edition, OfficerEntry, PostEntry, StationEntry


def packed(edition: Edition) -> bytes:
    """What `unpacked` reads."""
    plain = {
        "stations": [_plain(entry) for _, entry in sorted(edition.stations.items())],
        "officers": [_plain(entry) for _, entry in sorted(edition.officers.items())],
        "beats": [_plain_beat(entry) for _, entry in sorted(edition.beats.items())],
    }
    return zlib.compress(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode())


def unpacked(content: bytes) -> Edition:
    """The edition that was packed; fields that came later take their defaults."""
    plain = json.loads(zlib.decompress(content))
    return Edition(
        stations={each["code"]: StationEntry(**_typed(each)) for each in plain["stations"]},
        officers={each["code"]: OfficerEntry(**_typed(each)) for each in plain["officers"]},
        beats={each["code"]: BeatEntry(**_typed(each)) for each in plain["beats"]},
    )


def _plain(entry: StationEntry | OfficerEntry) -> dict[str, Any]:
    """By hand: `asdict` copies deeply, which costs ten times as much."""
    plain = {each.name: getattr(entry, each.name) for each in fields(entry)}
    point: Point | None = plain.get("point")
    return plain | {"point": {"lat": point.lat, "lon": point.lon}} if point else plain


def _plain_beat(entry: BeatEntry) -> dict[str, Any]:
    posts = sorted(
        (each.officer, each.since.isoformat(), each.until and each.until.isoformat()) for each in entry.posts
    )
    return {
        "code": entry.code,
        "name": entry.name,
        "station": entry.station,
        "areas": sorted(entry.areas),
        "posts": posts,
    }


def _typed(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: TYPES[name](value) if name in TYPES else value for name, value in fields.items()}


def _post(plain: list[str]) -> PostEntry:
    officer, since, until = plain
    return PostEntry(officer, date.fromisoformat(since), date.fromisoformat(until) if until else None)


TYPES: Final[Mapping[str, Callable[[Any], Any]]] = {
    "point": lambda plain: plain and Point(**plain),
    "role": Role,
    "areas": frozenset,
    "posts": lambda plain: frozenset(map(_post, plain)),
    **dict.fromkeys(("name_seen", "phone_seen", "photo_seen", "address_seen"), Visibility),
}


def fingerprint(difference: Changes) -> str:
    """The same for the same change, however it came about."""
    written = Edition(
        stations={entry.code: entry for entry in difference.stations.written},
        officers={entry.code: entry for entry in difference.officers.written},
        beats={entry.code: entry for entry in difference.beats.written},
    )
    retired = json.dumps([sorted(each.retired) for _, each in difference.by_kind()])
    return sha256(packed(written) + retired.encode()).hexdigest()
