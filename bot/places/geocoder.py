"""Where a street address is, by a Nominatim server of the operator's choice (geopy).

A server may be slow, busy, broken or not there: whatever goes wrong is `GeocoderAway`, and only its kind is told, as
the texts of such errors quote the address. Answers are remembered for a day, by a digest of the question.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from geopy.adapters import AioHTTPAdapter
from geopy.exc import GeocoderInsufficientPrivileges, GeocoderQuotaExceeded, GeocoderRateLimited
from geopy.geocoders import Nominatim

from bot.domain.places import Point
from bot.places.geometry import distance_m

LEAST_RANK: Final = 26
"""Nominatim's `place_rank`: 26 is a street, 30 a house; below are districts, towns and wider areas, which say no more
than the settlement's name does."""
REMEMBERED: Final = 2_000
REMEMBERED_S: Final = 24 * 3600.0
REST_S: Final = 10.0  # after a refusal without a word on how long
LONGEST_REST_S: Final = 120.0
FARTHEST_M: Final = 3_000.0  # no street is vaguer than that


class GeocoderAway(Exception):
    """No answer. `kind` is the kind of error; the server wants to be left alone for `rest_s` seconds."""

    def __init__(self, kind: str, rest_s: float = 0.0) -> None:
        super().__init__(kind)
        self.kind = kind
        self.rest_s = rest_s


class Spot(NamedTuple):
    """A street or house: its point, and how far from there it may reach, in metres."""

    point: Point
    accuracy_m: float


class Geocoder:
    """`url`: https://host or https://host/path. `user_agent` tells the server's owner who asks."""

    def __init__(self, url: str, *, user_agent: str, timeout_s: float, clock: Callable[[], float] = monotonic) -> None:
        parts = urlsplit(url)
        self._server = Nominatim(
            domain=f"{parts.netloc}{parts.path}",
            scheme=parts.scheme,
            user_agent=user_agent,
            timeout=timeout_s,
            proxies=None,
            adapter_factory=AioHTTPAdapter,
        )
        self._clock = clock
        self._memory: OrderedDict[bytes, tuple[float, Spot | None]] = OrderedDict()

    def remembered(self, query: str) -> tuple[Spot | None] | None:
        """What the server said to this question within a day, wrapped; None when it was not asked."""
        kept = self._memory.get(_digest(query))
        return (kept[1],) if kept and kept[0] > self._clock() else None

    async def ask(self, query: str) -> Spot | None:
        """Ask the server; None when it knows no such street. Raises `GeocoderAway`."""
        try:
            found = await self._server.geocode(query, country_codes="ua", language="uk", limit=1)
            spot = _spot(found.raw) if found is not None else None
        except GeocoderRateLimited as error:
            raise GeocoderAway("GeocoderRateLimited", _rest(error.retry_after)) from None
        except Exception as error:
            raise GeocoderAway(type(error).__name__, REST_S if _refuses(error) else 0.0) from None
        self._remember(query, spot)
        return spot

    def _remember(self, query: str, spot: Spot | None) -> None:
        self._memory[_digest(query)] = self._clock() + REMEMBERED_S, spot
        self._memory.move_to_end(_digest(query))
        if len(self._memory) > REMEMBERED:
            self._memory.popitem(last=False)

    async def close(self) -> None:
        await self._server.adapter.__aexit__(None, None, None)


def _digest(query: str) -> bytes:
    return hashlib.sha256(" ".join(query.casefold().split()).encode()).digest()


def _refuses(error: Exception) -> bool:
    """Whether asking on would only annoy: the server forbids it."""
    return isinstance(error, GeocoderInsufficientPrivileges | GeocoderQuotaExceeded)


def _rest(retry_after: int | None) -> float:
    return min(float(retry_after), LONGEST_REST_S) if retry_after and retry_after > 0 else REST_S


def _spot(raw: Mapping[str, Any]) -> Spot | None:
    """A street or a house; None for what is wider. Raises `KeyError`, `TypeError` or `ValueError` for anything that
    is no answer of Nominatim's."""
    point = Point(float(raw["lat"]), float(raw["lon"]))
    if not (-90 <= point.lat <= 90 and -180 <= point.lon <= 180):
        raise ValueError("no place on the earth")
    if int(raw.get("place_rank", LEAST_RANK)) < LEAST_RANK:
        return None
    return Spot(point, _reach(point, raw.get("boundingbox")))


def _reach(point: Point, box: Any) -> float:
    """From the point to the farthest corner of what was found."""
    if not isinstance(box, list) or len(box) != 4:
        return 0.0
    south, north, west, east = map(float, box)
    corners = (Point(lat, lon) for lat in (south, north) for lon in (west, east))
    return min(max(distance_m(point, corner) for corner in corners), FARTHEST_M)
