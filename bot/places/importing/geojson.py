"""Features of a GeoJSON file (RFC 7946: WGS 84, longitude before latitude).

The older form of GeoJSON could name another system of coordinates in `crs`: such a file is refused.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import shapely

from bot.places.importing.faults import Fault, Unusable, shown
from bot.places.importing.tables import MAX_BYTES

WEST, SOUTH, EAST, NORTH = 21.0, 43.0, 42.0, 53.0
"""A box around Ukraine with its sea, degrees."""
_WGS_84: Final = re.compile(r"(.*\bOGC\b.*[:/])?CRS:?84|(.*\bEPSG\b.*[:/])4326|WGS ?84", re.IGNORECASE)
_NO_LETTER: Final = re.compile(r"[^a-z0-9]")


class Feature(NamedTuple):
    """`number` counts from 1; names of properties are in small letters and digits only; `shape` is empty where the
    file has none (`"geometry": null`)."""

    number: int
    properties: Mapping[str, Any]
    shape: "shapely.Geometry"


def read_features(path: Path, faults: list[Fault]) -> list[Feature]:
    """All features, within Ukraine or without a geometry; what is wrong goes to `faults`. Raises `Unusable`."""
    features = _features(path)
    found = [feature for at, raw in enumerate(features, start=1) if (feature := _feature(at, raw, faults))]
    if not found and not faults:
        raise Unusable("empty", file=path.name)
    return found


def text(feature: Feature, names: Iterable[str]) -> str:
    """The first of these properties that is there, as text."""
    return next((str(value).strip() for name in names if (value := feature.properties.get(name))), "")


def without_shape(feature: Feature, code: str) -> str:
    """How one that has no geometry is named among what was left out."""
    return f"{feature.number}: {code} (geometry: null)"


def _features(path: Path) -> list[Any]:
    if not path.is_file():
        raise Unusable("no-such-file", file=str(path))
    if path.stat().st_size > MAX_BYTES:
        raise Unusable("too-large", file=path.name)
    try:
        content = json.loads(path.read_bytes())
        features = content["features"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:  # the last: brackets nested without end
        raise Unusable("not-geojson", file=path.name) from error
    _check_system(content.get("crs"), path.name)
    if not isinstance(features, list):
        raise Unusable("not-geojson", file=path.name)
    return features


def _check_system(crs: Any, file: str) -> None:
    """Raises `Unusable` for coordinates of another system than WGS 84."""
    try:
        name = str(crs["properties"]["name"])
    except (KeyError, TypeError):
        name = json.dumps(crs)
    if crs is not None and not _WGS_84.fullmatch(name.strip()):
        raise Unusable("other-crs", file=file, crs=shown(name))


def _feature(number: int, raw: Any, faults: list[Fault]) -> Feature | None:
    try:
        geometry = raw["geometry"]
        shape = shapely.Polygon() if geometry is None else shapely.from_geojson(json.dumps(geometry))
        properties = {
            _NO_LETTER.sub("", str(name).lower()): value for name, value in dict(raw["properties"] or {}).items()
        }
    except (shapely.errors.ShapelyError, KeyError, TypeError, ValueError):
        faults.append(Fault("not-a-feature", number))
        return None
    if geometry is None:
        return Feature(number, properties, shape)
    if shape is None or shape.is_empty:
        faults.append(Fault("no-geometry", number, "geometry"))
        return None
    west, south, east, north = shape.bounds
    if not (west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH):
        faults.append(Fault("outside-ukraine", number, "geometry", {"value": f"{south:.4g}, {west:.4g}"}))
        return None
    return Feature(number, properties, shape)
