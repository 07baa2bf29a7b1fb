"""The point in a link to a map, as the apps share them: Google, Apple, OpenStreetMap, Waze, HERE, Bing, Visicom and
others, and `geo:` (RFC 5870).

A marked point goes before the middle of the view. Short links hold no point, and nothing is opened to find one.
"""

import re
from typing import Final
from urllib.parse import unquote_plus

from bot.domain.places import Point

LINK: Final = re.compile(
    r"(?:[a-z]{2,15}://|\bgeo:[^\s,]{1,20},|\b(?:google|goo|apple|openstreetmap|osm|waze|here|bing|visicom|yandex|2gis|mapy|wikimapia)\.[a-z.]{2,8}/)\S+",
    re.IGNORECASE,
)
"""A link with or without https://. What stands before the name (`www.`, `maps.`) is left outside."""

_NUMBER: Final = r"([+-]?[0-9]{1,3}(?:\.[0-9]+)?)(?![0-9])"
_PAIR: Final = rf"{_NUMBER}\s*,\s*{_NUMBER}"
_PLACES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"!3d{_NUMBER}!4d{_NUMBER}",
        rf"\bmlat={_NUMBER}&mlon={_NUMBER}",
        rf"[?&](?:q|query|daddr|destination|coordinate|pt|whatshere\[point\])=(?:loc:)?\s*{_PAIR}",
        rf"/(?:place|search)/{_PAIR}",
        rf"/{_PAIR}/@",
        rf"/(?:dir|drive)/(?:[^/?]*/)*{_PAIR}",
        rf"[?&]rtext=.*~{_PAIR}",
        rf"[?&]sp=point\.{_NUMBER}_{_NUMBER}",
        rf"//share\.here\.com/[a-z]/{_PAIR}",
        rf"[?&](?:ll=|to=ll\.){_PAIR}",
        rf"\bgeo:{_PAIR}",
        rf"@{_PAIR}",
        rf"#(?:map=)?[0-9.]{{1,5}}/{_NUMBER}/{_NUMBER}",
        rf"[?&](?:center|sll|map|m)={_PAIR}",
        rf"[?&]cp={_NUMBER}~{_NUMBER}",
        rf"[?&#](?:lat|latitude|y)={_NUMBER}&(?:[^&]*&)*?(?:lon|lng|long|longitude|x)={_NUMBER}",
        rf"[?&#](?:lon|lng|long|longitude|x)={_NUMBER}&(?:[^&]*&)*?(?:lat|latitude|y)={_NUMBER}",
        rf"/(?:c|center|geo)/{_PAIR}",
    )
)
"""Where latitude and longitude stand, the surest first: the pin, what was searched or where to go, the view."""


def point_in(link: str) -> Point | None:
    """None where the link has no point. `geo:0,0?q=…` means «somewhere»: zero and zero is no point."""
    plain = unquote_plus(link)
    for place in _PLACES:
        if (found := place.search(plain)) and (point := _point(float(found[1]), float(found[2]))):
            return point
    return None


def _point(lat: float, lon: float) -> Point | None:
    known = abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0, 0)
    return Point(lat, lon) if known else None
