"""Two angles in a text: «50.25, 28.66», «N50 15.5 E28 39», «50°15′16″ пн. ш., 28°39′31″ сх. д.», «lon=28.6, lat=50.2».

The shapes of a pair are patterns over the letters of its tokens (bot.places.angle_tokens). The numbers of one angle go
from degrees to seconds; signs may be missing where sides or labels tell the angles apart.
"""

import re
from typing import Final, NamedTuple, TypeAlias

from bot.places.angle_tokens import tokens

_MARK: Final = "[AONSEW]"
_ANGLE: Final = "xd?(?:xm?(?:xs?)?)?"
_SIGNED: Final = "xdxm?(?:xs?)?"
_SHAPES: Final = tuple(
    re.compile(rf"[w?]*{shape}[w?]*(?:(?P<height>x)[w?]*)?")
    for shape in (
        rf"(?P<marks1>{_MARK}{{1,2}})(?P<angle1>{_ANGLE})(?P<marks2>{_MARK}{{1,2}})(?P<angle2>{_ANGLE})",
        rf"(?P<angle1>{_ANGLE})(?P<marks1>{_MARK})(?P<angle2>{_ANGLE})(?P<marks2>{_MARK})",
        rf"(?P<marks1>{_MARK})(?P<angle1>{_ANGLE})(?P<more1>{_MARK})"
        rf"(?P<marks2>{_MARK})(?P<angle2>{_ANGLE})(?P<more2>{_MARK})",
        rf"(?P<marks1>{_MARK})(?P<marks2>{_MARK})(?P<angle1>xd?)(?P<angle2>xd?)",
        rf"(?P<angle1>{_SIGNED})(?P<angle2>{_SIGNED})",
        r"(?P<angle1>xd?)(?P<angle2>xd?)",
    )
)
_AXES: Final = {"A": "lat", "N": "lat", "S": "lat", "O": "lon", "E": "lon", "W": "lon"}
_ORDERS: Final[tuple[list[set[str]], ...]] = ([set(), set()], [{"lat"}, {"lon"}], [{"lon"}, {"lat"}])
_BELOW: Final = "-−–"
_SIGNS: Final = "+" + _BELOW
_Parts: TypeAlias = dict[str, list[tuple[str, str]]]


class Angle(NamedTuple):
    """Degrees, and how they were written: as how many numbers, with which fraction («.25», «,5» or nothing)."""

    degrees: float
    numbers: int
    fraction: str


class AnglePair(NamedTuple):
    """Two angles, latitude first where marks told it (`told`), else as written; a height or accuracy; words around."""

    one: Angle
    other: Angle
    told: bool
    height: str
    words: list[str]


def read_pair(text: str) -> AnglePair | None:
    """The two angles of a text; None when it has none, has more numbers, or words between them."""
    found = tokens(text)
    kinds = "".join(kind for kind, _ in found)
    shape = next((each for pattern in _SHAPES if (each := pattern.fullmatch(kinds))), None)
    if shape is None:
        return None
    parts: _Parts = {name: found[slice(*shape.span(name))] for name in shape.groupdict()}
    marks = [_kinds(parts, f"marks{each}") + _kinds(parts, f"more{each}") for each in (1, 2)]
    angles = [_angle(_numbers(parts, f"angle{each}"), side) for each, side in zip((1, 2), marks, strict=True)]
    axes = [{_AXES[mark] for mark in side} for side in marks]
    if angles[0] is None or angles[1] is None or axes not in _ORDERS:
        return None
    one, other = (angles[1], angles[0]) if axes[0] == {"lon"} else (angles[0], angles[1])
    words = [text for kind, text in found if kind == "w"]
    return AnglePair(one, other, bool(axes[0]), "".join(_numbers(parts, "height")), words)


def _kinds(parts: _Parts, name: str) -> str:
    return "".join(kind for kind, _ in parts.get(name, []))


def _numbers(parts: _Parts, name: str) -> list[str]:
    return [text for kind, text in parts.get(name, []) if kind == "x"]


def _angle(numbers: list[str], marks: str) -> Angle | None:
    """Only the last number has a fraction, only the first has a sign; minutes and seconds are less than 60."""
    whole, last = [each.lstrip(_SIGNS) for each in numbers[:-1]], numbers[-1]
    sizes = [float(each.lstrip(_SIGNS).replace(",", ".")) for each in numbers]
    if not all(each.isdecimal() for each in whole) or any(each[0] in _SIGNS for each in numbers[1:]):
        return None
    if any(size >= 60 for size in sizes[1:]):
        return None
    total = sum(size / 60**power for power, size in enumerate(sizes))
    below = numbers[0][0] in _BELOW or bool(set(marks) & {"S", "W"})
    return Angle(-total if below else total, len(numbers), last.lstrip(_SIGNS + "0123456789"))
