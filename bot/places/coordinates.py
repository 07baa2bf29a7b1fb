"""Coordinates that somebody typed or sent from a map: degrees, minutes, seconds, labels, `geo:` and links.

What counts, so that house numbers, dates, times and sums stay what they are:
- labels and sides of the world («lon=28.66, lat=50.25», «50°15′ пн. ш. …») tell the order, and are enough;
- so are degrees with minutes, a link that holds a point (bot.places.map_links), and a whole plus code;
- two plain numbers need fractions, and must lie in Ukraine or have three decimals each. Latitude comes first, unless
  only the other order lies in Ukraine. With rough numbers only words like «координати» or «я тут» may stand around.
A few words around are no harm, and a remark in parentheses neither; a story is no place.
"""

import re
from typing import Final

from bot.domain.places import Point
from bot.places.angles import Angle, AnglePair, read_pair
from bot.places.codes_of_places import plus_point
from bot.places.map_links import LINK, point_in

_TWO_DIGITS: Final = re.compile(r"[0-9][^0-9]*[0-9]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_QUOTES: Final = ' "«»“”„'
_LONGEST: Final = 200
"""Characters outside of links: the longest notation, with all its words, is about 120."""
_LONGEST_REMARK: Final = 60
_FEW_WORDS: Final = 4
_WORDS_OF_A_LINK: Final = 8
"""Apps put the name and the address of a place before its link."""
_FINE: Final = 3
"""Decimals: about a hundred metres. Nobody writes prices or times like this."""
_UKRAINE: Final = ((44, 53), (22, 41))
"""Latitudes and longitudes, degrees, rounded outwards."""
_LEADING: Final = re.compile(
    "я|ми|мы|тут|здесь|там|ось|вот|зараз|сейчас|це|это|на|за|по|в|у|з|i|i['’]m|am|here|we|are|my|"
    "мій|моя|моє|мої|мои|наші|координат[иы]|коорд|coordinates|coords|gps|"
    "(?:гео)?лок[аі]ц[іи]я|геопозиц[іи]я|геодані|location|position|місце(?:знаходження|положення)?|место|розташування|"
    "точка|мітка|метка|place|point|pin|мап[аіи]|карт[аіе]|адреса?|"
    "знаход(?:жусь|жуся|имось|имося)|перебуваю|нахожусь|находимся|"
    "висота|высота|altitude|alt|точність|похибка|точность|accuracy|м|m|гео|geo",
    re.IGNORECASE,
)
"""Words with which people begin."""
_NAMED: Final = re.compile("координат|coordinate|gps", re.IGNORECASE)


def read_coordinates(text: str) -> Point | None:
    """The point a text is, in WGS 84; None when it is anything else or no place on the earth."""
    if not _TWO_DIGITS.search(text):
        return None
    rest = LINK.sub(" ", text)
    if rest != text and (point := _linked(text)):
        return point if len(_WORD.findall(rest)) <= _WORDS_OF_A_LINK else None
    if len(rest) > _LONGEST:
        return None
    plain = " ".join(rest.split()).strip(_QUOTES)
    if point := plus_point(plain):
        return point if len(_WORD.findall(plain)) <= _WORDS_OF_A_LINK else None
    return _written(plain) or _written(_without_remark(plain))


def _linked(text: str) -> Point | None:
    """Some maps write longitude first, too."""
    point = next((point for link in LINK.findall(text) if (point := point_in(link))), None)
    return point and _ordered(point.lat, point.lon)


def _without_remark(text: str) -> str:
    """«50.25, 28.66 (Житомир)»: the text before the last parentheses."""
    before, _, remark = text.rpartition("(")
    return before if remark.rstrip(" .").endswith(")") and len(remark) <= _LONGEST_REMARK else ""


def _written(text: str) -> Point | None:
    pair = read_pair(text)
    if pair is None:
        return None
    lat, lon = pair.one.degrees, pair.other.degrees
    point = Point(lat, lon) if pair.told else _ordered(lat, lon)
    known = abs(point.lat) <= 90 and abs(point.lon) <= 180
    return point if known and _counts(pair, near=_in_ukraine(point.lat, point.lon)) else None


def _ordered(one: float, other: float) -> Point:
    """Latitude first, unless only the other order lies in Ukraine: what is north there is never east."""
    turned = _in_ukraine(other, one) and not _in_ukraine(one, other)
    return Point(other, one) if turned else Point(one, other)


def _in_ukraine(lat: float, lon: float) -> bool:
    (south, north), (west, east) = _UKRAINE
    return south <= lat <= north and west <= lon <= east


def _counts(pair: AnglePair, *, near: bool) -> bool:
    """Whether these two numbers are coordinates, and the words around them no story."""
    few = len(pair.words) <= _FEW_WORDS
    known = all(_LEADING.fullmatch(word) for word in pair.words) or (few and any(map(_NAMED.match, pair.words)))
    few = few or known
    if pair.told or (pair.one.numbers > 1 and pair.other.numbers > 1):
        return few
    fine = all(len(each.fraction) > _FINE for each in (pair.one, pair.other))
    if not _alike(pair.one, pair.other) or not (fine or pair.height.isdecimal() or not pair.height):
        return False
    return (few if near else known) if fine else (near and known)


def _alike(one: Angle, other: Angle) -> bool:
    """Both with a fraction behind the same mark: «50.25,28,120» could be anything."""
    return one.fraction[:1] == other.fraction[:1] != ""
