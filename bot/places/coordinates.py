"""Coordinates that somebody typed or copied from a map: degrees, or degrees with minutes and seconds.

Latitude comes first, as in every map people copy from, unless letters say otherwise. Whatever is no pair of numbers, or
has words around it, is not taken for one: «вул. Миру, 5» is an address.
"""

import re
from typing import Final

from bot.domain.places import Point

_NUMBER: Final = r"[+\-−]?\d{1,3}(?:[.,]\d+)?"
_PLAIN: Final = re.compile(rf"({_NUMBER})\s*°?\s*(?:[;,/|]\s*|\s+)({_NUMBER})\s*°?")
_BOTH_BY_COMMAS: Final = re.compile(r"(\d{1,3},\d+)\s*,\s*(\d{1,3},\d+)")
_SIDE: Final = r"(?:пн|пд|сх|зх)\.?(?:\s*[шд]\.?)?|[NSEWСПЗ]"
_ANGLE: Final = re.compile(
    rf"(?P<before>{_SIDE})?\s*(?P<degrees>\d{{1,3}}(?:[.,]\d+)?)\s*°\s*"
    r"(?:(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*['′’ʼ]\s*)?"
    r"(?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:[\"″”]|''|′′)\s*)?"
    rf"(?P<after>{_SIDE})?",
    re.IGNORECASE,
)
_LABELS: Final = re.compile(r"\b(?:lat|latitude|lon|lng|long|longitude|широта|довгота)\b\s*[:=]?", re.IGNORECASE)
_SOUTH_OR_WEST: Final = ("s", "w", "пд", "зх", "з")
_EAST_OR_WEST: Final = ("e", "w", "сх", "зх", "з")


def read_coordinates(text: str) -> Point | None:
    """The point a text is, in WGS 84; None when it is anything else or no place on the earth."""
    plain = " ".join(_LABELS.sub(" ", text).split()).strip(" ()[].,;")
    pair = _degrees(plain) or _angles(plain)
    if pair is None or not (-90 <= pair[0] <= 90 and -180 <= pair[1] <= 180):
        return None
    return Point(*pair)


def _degrees(text: str) -> tuple[float, float] | None:
    """«50.25, 28.66», «50,25 28,66», «50.25;28.66»: a fraction on both sides, or it could be a house and a flat."""
    found = _BOTH_BY_COMMAS.fullmatch(text) or _PLAIN.fullmatch(text)
    if not found or not all(re.search(r"[.,]\d", part) for part in found.groups()):
        return None
    return _number(found[1]), _number(found[2])


def _angles(text: str) -> tuple[float, float] | None:
    """«50°15'N 28°39'E», «50°15′12.5″ пн. ш., 28°39′30″ сх. д.», «N50.25° E28.66°»."""
    first = _ANGLE.match(text)
    second = _ANGLE.fullmatch(text, _after(text, first.end())) if first else None
    if first is None or second is None:
        return None
    one, other = _angle(first), _angle(second)
    if one is None or other is None:
        return None
    return (other, one) if _side(first).startswith(_EAST_OR_WEST) else (one, other)


def _after(text: str, at: int) -> int:
    """Where the second angle begins: separators between the two are skipped."""
    while at < len(text) and text[at] in " ,;/|":
        at += 1
    return at


def _angle(found: "re.Match[str]") -> float | None:
    minutes, seconds = (_number(found[part] or "0") for part in ("minutes", "seconds"))
    if minutes >= 60 or seconds >= 60:
        return None
    size = _number(found["degrees"]) + minutes / 60 + seconds / 3600
    return -size if _side(found).startswith(_SOUTH_OR_WEST) else size


def _side(found: "re.Match[str]") -> str:
    return (found["before"] or found["after"] or "").lower()


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))
