"""Features of a GeoJSON file (RFC 7946: WGS 84, longitude before latitude)."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import shapely

from bot.places.importing.faults import Fault, Unusable
from bot.places.importing.tables import MAX_BYTES

WEST, SOUTH, EAST, NORTH = 21.0, 43.0, 42.0, 53.0
"""A box around Ukraine with its sea, degrees."""
_NO_LETTER: Final = re.compile(r"[^a-z0-9]")


class Feature(NamedTuple):
    """`number` counts from 1; names of properties are in small letters and digits only."""

    number: int
    properties: Mapping[str, Any]
    shape: "shapely.Geometry"


def read_features(path: Path, faults: list[Fault]) -> list[Feature]:
    """All features with a geometry within Ukraine; what is wrong goes to `faults`. Raises `Unusable`."""
    features = _features(path)
    found = [feature for at, raw in enumerate(features, start=1) if (feature := _feature(at, raw, faults))]
    if not found and not faults:
        raise Unusable("empty", file=path.name)
    return found


def text(feature: Feature, names: Iterable[str]) -> str:
    """The first of these properties that is there, as text."""
    return next((str(value).strip() for name in names if (value := feature.properties.get(name))), "")


def _features(path: Path) -> list[Any]:
    if not path.is_file():
        raise Unusable("no-such-file", file=str(path))
    if path.stat().st_size > MAX_BYTES:
        raise Unusable("too-large", file=path.name)
    try:
        features = json.loads(path.read_bytes())["features"]
    except (ValueError, KeyError, TypeError) as error:
        raise Unusable("not-geojson", file=path.name) from error
    if not isinstance(features, list):
        raise Unusable("not-geojson", file=path.name)
    return features


def _feature(number: int, raw: Any, faults: list[Fault]) -> Feature | None:
    try:
        shape = shapely.from_geojson(json.dumps(raw["geometry"]))
        properties = {_NO_LETTER.sub("", str(name).lower()): value for name, value in dict(raw["properties"]).items()}
    except (shapely.errors.ShapelyError, KeyError, TypeError, ValueError):
        faults.append(Fault("not-a-feature", number))
        return None
    if shape is None or shape.is_empty:
        faults.append(Fault("no-geometry", number, "geometry"))
        return None
    west, south, east, north = shape.bounds
    if not (west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH):
        faults.append(Fault("outside-ukraine", number, "geometry", {"value": f"{south:.4g}, {west:.4g}"}))
        return None
    return Feature(number, properties, shape)
