"""Whether a message tells a point, beyond what its words describe. Rather too often than too seldom: it is asked where
a point can cost a life."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.domain.visible import seen_text
from bot.places.coordinates import read_coordinates
from bot.places.map_links import LINK, point_in

_MAPS: Final = re.compile(
    r"maps?\.|/maps?\b|goo\.gl|google\.[a-z.]{2,6}/maps|\bosm\.|openstreetmap|waze\.|wego\.here|here\.com|visicom|2gis"
    r"|mapy\.|what3words|w3w\.co|\bgeo:|plus\.codes|comgooglemaps|nominatim|organicmaps|omaps|osmand"
    r"|satellites?\.|glympse|find\.apple|g\.co/|deepstate|life360|liveuamap",
    re.IGNORECASE,
)
_WRITTEN: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[0-9]{1,3}[.,][0-9]{3,}[^0-9]{1,20}[0-9]{1,3}[.,][0-9]{3,}",  # two numbers with fractions of a map
        r"[0-9]{1,3}\s*[°º˚][^°º˚]{0,40}[0-9]{1,3}\s*[°º˚]",  # degrees twice
        r"\b[NSПп]\s?[0-9]{1,2}[.,\s][0-9.,\s'′’]{2,20}[EWСс]\s?[0-9]{1,3}",  # N50 15.5 E28 39
        r"\b(?:lat|lon|lng|latitude|longitude|широт[аи]|довгот[аи]|долгот[аы])\b\W{0,5}-?[0-9]{1,3}",
        r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,4}\b",  # plus codes
        r"\b3[4-7]\s?[TU]\s?[A-Z]{2}\s?[0-9]{2,5}\s?[0-9]{2,5}\b",  # the military grid over Ukraine
        r"\b(?:4[4-9]|5[0-2]|2[2-9]|3[0-9]|40)[.,][0-9]{4,}",  # one of the two alone: the other came before
        r"\b[0-9]{2}\s[0-9]{5,7}\b\D{1,5}\b[0-9]{2}\s[0-9]{5,7}\b",  # with the point left out
        r"\bX\W{0,3}[0-9]{7}\W{1,10}Y\W{0,3}[0-9]{7}\b",  # the grid of paper maps
        r"\b(?:ge0|om)://\S",  # of apps
        r"/{3}\w{2,}\.\w{2,}\.\w{2,}",  # three words
    )
)
_LONGEST: Final = 5000
"""Characters looked at: more than a message can have."""


def tells_a_point(text: str, entities: Sequence[Mapping[str, Any]] = ()) -> bool:
    """Coordinates in any notation, or a link to a map, also behind a word (`entities` as Telegram gives them)."""
    texts = [text[:_LONGEST], *(str(each["url"]) for each in entities if each.get("url"))]
    return any(_told(unicodedata.normalize("NFKC", seen_text(each))) for each in texts)


def _told(text: str) -> bool:
    if any(pattern.search(text) for pattern in _WRITTEN) or read_coordinates(text):
        return True
    return any(_MAPS.search(link) or point_in(link) for link in LINK.findall(text))
