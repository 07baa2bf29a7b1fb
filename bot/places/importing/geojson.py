"""Features of a GeoJSON file (WGS 84), read in a child process."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from bot.domain.errors import FileRefused
from bot.domain.places import Point
from bot.outside.limits import OFFICIAL
from bot.outside.reading import Outside
from bot.places.importing.faults import FileFault, FileUnusable
from bot.places.importing.tables import of_file

WEST, SOUTH, EAST, NORTH = 21.0, 43.0, 42.0, 53.0
"""A box around Ukraine with its sea, degrees."""
_OF_GEOMETRY: Final = {"no-geometry", "outside-ukraine"}


class Feature(NamedTuple):
    """`number` counts from 1; names of properties are in small letters and digits only. `kind` is the geometry's, ""
    where the file has none (`"geometry": null`); `at` lies inside of it. `wkb` is an area's, repaired where that was
    needed, and empty when nothing of it is left."""

    number: int
    properties: Mapping[str, str]
    kind: str
    wkb: bytes
    repaired: bool
    at: Point | None


async def read_features(path: Path, faults: list[FileFault]) -> list[Feature]:
    """All features, within Ukraine or without a geometry; what is wrong goes to `faults`. Raises `FileUnusable`."""
    try:
        told = await Outside(OFFICIAL).features(path)
    except FileRefused as refused:
        raise of_file(refused) from None
    faults.extend(_fault(each) for each in told if "fault" in each)
    if not told:
        raise FileUnusable("empty", file=path.name)
    return [_feature(each) for each in told if "fault" not in each]


def text(feature: Feature, names: Iterable[str]) -> str:
    """The first of these properties that is there, as text."""
    return next((value.strip() for name in names if (value := feature.properties.get(name))), "")


def without_shape(feature: Feature, code: str) -> str:
    """How one that has no geometry is named among what was left out."""
    return f"{feature.number}: {code} (geometry: null)"


def _fault(told: Mapping[str, Any]) -> FileFault:
    fields = {"value": told["value"]} if "value" in told else {}
    return FileFault(told["fault"], told["number"], "geometry" if told["fault"] in _OF_GEOMETRY else "", fields)


def _feature(told: Mapping[str, Any]) -> Feature:
    at = told.get("at")
    return Feature(
        told["number"],
        told["properties"],
        told["kind"],
        bytes.fromhex(told.get("wkb", "")),
        told.get("repaired", False),
        Point(at[1], at[0]) if at else None,
    )
