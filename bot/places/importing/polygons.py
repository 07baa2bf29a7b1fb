"""`import polygons`: polygons of hromadas and city districts, by their `katottg`.

A file replaces the polygons of the codes it names and leaves the others: hromadas and districts come in separate files.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from bot.domain.places import PlaceCategory
from bot.places.importing.faults import FileFault, of_features
from bot.places.importing.geojson import Feature, read_features, text, without_shape
from bot.places.importing.plan import ImportPlan, ImportReading, State
from bot.places.polygons import Area

KIND: Final = "polygons"
FIELD: Final = "katottg"
WITH_POLYGON: Final = frozenset({PlaceCategory.HROMADA, PlaceCategory.SPECIAL_CITY, PlaceCategory.DISTRICT})
AREAL: Final = {"Polygon", "MultiPolygon"}


async def read(path: Path, _edition: str | None = None) -> ImportReading:
    """Every polygon of the file, repaired; raises `Unusable` when it is no GeoJSON."""
    faults: list[FileFault] = []
    seen: dict[str, int] = {}
    features = [each for each in await read_features(path, faults) if _is_good(each, seen, faults)]
    return ImportReading(of_features(faults), partial(plan, features, path.name))


def plan(features: Sequence[Feature], label: str, state: State) -> ImportPlan:
    """Polygons that are new or differ; those of unknown codes are named and left out."""
    written, unmatched, same, added = [], [], 0, 0
    for feature in features:
        code = text(feature, [FIELD])
        unit = state.units.get(code)
        if not feature.kind:
            unmatched.append(without_shape(feature, code))
            continue
        if unit is None or unit.category not in WITH_POLYGON or not feature.wkb:
            unmatched.append(f"{feature.number}: {code} {text(feature, ['nameuk', 'name', 'namelocal'])}".rstrip())
            continue
        same += state.polygons.get(code) == feature.wkb
        added += code not in state.polygons
        if state.polygons.get(code) != feature.wkb:
            written.append(Area(code, feature.wkb))
    repaired = sum(feature.repaired for feature in features)
    counts = {"added": added, "changed": len(written) - added, "same": same, "repaired": repaired}
    return ImportPlan(kind=KIND, label=label, counts=counts, polygons=written, unmatched=unmatched)


def _is_good(feature: Feature, seen: dict[str, int], faults: list[FileFault]) -> bool:
    code = text(feature, [FIELD])
    if feature.kind and feature.kind not in AREAL:
        faults.append(FileFault("not-a-polygon", feature.number, "geometry", {"value": feature.kind}))
        return False
    if code and code in seen:
        faults.append(FileFault("repeated-feature", feature.number, FIELD, {"value": code, "first": str(seen[code])}))
        return False
    seen[code] = feature.number
    return True
