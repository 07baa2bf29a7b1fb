"""GeoJSON (RFC 7946: WGS 84, longitude before latitude) as features: repaired areas as WKB, points inside of them.

The older form of GeoJSON could name another system of coordinates in `crs`: such a file is refused.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import shapely

from bot.outside.answers import Answer
from bot.outside.limits import FileLimits, counted
from bot.outside.refusing import Refusal

WEST, SOUTH, EAST, NORTH = 21.0, 43.0, 42.0, 53.0
"""A box around Ukraine with its sea, degrees."""
AREAL: Final = {"Polygon", "MultiPolygon"}
LONGEST: Final = 1_000
"""Characters of a property; the rest is cut off."""
_PIECE: Final = 10_000_000
_WGS_84: Final = re.compile(r"(.*\bOGC\b.*[:/])?CRS:?84|(.*\bEPSG\b.*[:/])4326|WGS ?84", re.IGNORECASE)
_NO_LETTER: Final = re.compile(r"[^a-z0-9]")


def read(content: bytes, limits: FileLimits, answer: Answer) -> None:
    """Every feature into the answer: `{"number", "properties", "kind", "wkb", "repaired", "at"}` (`kind` "" and no more
    where the file has no geometry), or `{"number", "fault", "value"}`. Raises `Refusal`."""
    check_depth(content, limits)
    try:
        collection = json.loads(content)
        features = collection["features"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refusal("geojson") from error
    if not isinstance(features, list):
        raise Refusal("geojson")
    _check_system(collection.get("crs"))
    if len(features) > limits.rows:
        raise Refusal("features", limit=counted(limits.rows))
    for number, raw in enumerate(features, start=1):
        answer.say({"number": number, **_told(raw)})


def check_depth(content: bytes, limits: FileLimits) -> None:
    """Raises `Refusal` for brackets within brackets without end; those inside of quotes count too, which harms none."""
    depth = 0
    for piece in _pieces(content):
        marks = np.frombuffer(piece, np.uint8)
        steps = np.zeros(len(marks), np.int32)
        steps[(marks == ord("[")) | (marks == ord("{"))] = 1
        steps[(marks == ord("]")) | (marks == ord("}"))] = -1
        depths = np.cumsum(steps) + depth
        if depths.max(initial=0) > limits.depth:
            raise Refusal("depth", limit=counted(limits.depth))
        depth = int(depths[-1])


def _pieces(content: bytes) -> Iterator[bytes]:
    for begin in range(0, len(content), _PIECE):
        yield content[begin : begin + _PIECE]


def _check_system(crs: Any) -> None:
    """Raises `Refusal` for coordinates of another system than WGS 84."""
    try:
        name = str(crs["properties"]["name"])
    except (KeyError, TypeError):
        name = json.dumps(crs)
    if crs is not None and not _WGS_84.fullmatch(name.strip()[:200]):
        raise Refusal("crs", at=" ".join(name.split())[:60])


def _told(raw: Any) -> dict[str, Any]:
    try:
        geometry = raw["geometry"]
        shape = None if geometry is None else shapely.from_geojson(json.dumps(geometry))
        properties = _properties(raw["properties"])
    except (shapely.errors.ShapelyError, KeyError, TypeError, ValueError, AttributeError):
        return {"fault": "not-a-feature"}
    if geometry is None:
        return {"properties": properties, "kind": ""}
    if shape is None or shape.is_empty:
        return {"fault": "no-geometry"}
    west, south, east, north = shape.bounds
    if not (west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH):
        return {"fault": "outside-ukraine", "value": f"{south:.4g}, {west:.4g}"}
    return {"properties": properties, **_shown(shape)}


def _properties(raw: Any) -> dict[str, str]:
    """Names in small letters and digits only, values as text."""
    plain = ((name, value) for name, value in dict(raw or {}).items() if isinstance(value, str | int | float))
    return {_NO_LETTER.sub("", str(name).lower()): str(value)[:LONGEST] for name, value in plain}


def _shown(shape: "shapely.Geometry") -> dict[str, Any]:
    valid = shapely.make_valid(shape) if shape.geom_type in AREAL else shape
    at = shape.representative_point()
    area = _areal(valid)
    wkb = "" if area.is_empty else shapely.to_wkb(area, output_dimension=2, hex=True)
    return {"kind": shape.geom_type, "wkb": wkb, "repaired": not shape.is_valid, "at": [at.x, at.y]}


def _areal(shape: "shapely.Geometry") -> "shapely.Geometry":
    """Only the areas: a repair may leave lines and points beside them."""
    if shape.geom_type in AREAL:
        return shape
    return shapely.union_all([part for part in shapely.get_parts(shape) if part.geom_type in AREAL])
