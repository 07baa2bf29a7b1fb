"""The gazetteer's answers for operators: readable lines, or one JSON object a line."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.commands.places_batch import LocatedAnswer, NamedAnswer, Question
from bot.domain.places import (
    Ambiguous,
    Answer,
    Candidate,
    Found,
    NearBorder,
    NotCovered,
    PlaceCategory,
    Unit,
    candidates,
)
from bot.places.gazetteer import Gazetteer
from bot.places.reader import Read

KINDS: Final[Mapping[PlaceCategory, str]] = {
    PlaceCategory.SPECIAL_CITY: "місто",
    PlaceCategory.CITY: "місто",
    PlaceCategory.TOWNSHIP: "селище",
    PlaceCategory.VILLAGE: "село",
    PlaceCategory.DISTRICT: "район міста",
}
NAMES: Final[Mapping[type[object], str]] = {
    Found: "found",
    Ambiguous: "ambiguous",
    NearBorder: "near_border",
    NotCovered: "not_found",
}


def as_json(gazetteer: Gazetteer, question: Question, answer: Answer | Read, *, limit: int) -> str:
    """`query` or `lat`, `lon`; `reading` of what was read; `answer`; `candidates`, best first, at most `limit` (0:
    all). `found` of what was read: it needs no question."""
    asked = (
        {"query": question.query} if isinstance(question, NamedAnswer) else {"lat": question.lat, "lon": question.lon}
    )
    reading = {"reading": answer.kind.value} if isinstance(answer, Read) else {}
    listed = [_row(gazetteer, each) for each in candidates(_places(answer))[: limit or None]]
    return json.dumps({**asked, **reading, "answer": _how(answer), "candidates": listed}, ensure_ascii=False)


def as_lines(gazetteer: Gazetteer, question: Question, answer: Answer | Read, *, limit: int) -> Iterator[str]:
    """The question and what it is, then one candidate a line."""
    asked = f"{question.lat}, {question.lon}" if isinstance(question, LocatedAnswer) else question.query
    reading = f"{answer.kind.value}, " if isinstance(answer, Read) else ""
    places = _places(answer)
    reason = f" ({places.reason})" if isinstance(places, NotCovered) else ""
    found = candidates(places)
    yield f"{asked}: {reading}{_how(answer).replace('_', ' ')}{reason}"
    for place, each in enumerate(found[: limit or None], 1):
        yield f"{place:>3}. {_line(gazetteer, each)}"
    if limit and len(found) > limit:
        yield f"     … {len(found) - limit} more"


def _places(answer: Answer | Read) -> Answer:
    return answer.answer if isinstance(answer, Read) else answer


def _how(answer: Answer | Read) -> str:
    """One place that is to be confirmed is not found yet."""
    if isinstance(answer, Read) and isinstance(answer.answer, Found) and not answer.certain:
        return NAMES[Ambiguous]
    return NAMES[type(_places(answer))]


def _row(gazetteer: Gazetteer, candidate: Candidate) -> dict[str, Any]:
    unit = candidate.unit
    district = {"district": candidate.districts[0].katottg} if candidate.districts else {}
    return {
        "katottg": unit.katottg,
        "name": unit.name,
        "category": unit.category.value,
        "hromada": unit.hromada,
        "hromada_name": _name(gazetteer, unit.hromada),
        "raion_name": _name(gazetteer, unit.raion),
        "oblast_name": _name(gazetteer, unit.oblast),
        "score": candidate.score,
        **district,
    }


def _line(gazetteer: Gazetteer, candidate: Candidate) -> str:
    unit = candidate.unit
    alias = f" (також {candidate.alias})" if candidate.alias else ""
    parts = [f"{KINDS[unit.category]} {unit.name}{alias}", *_above(gazetteer, unit)]
    distance = f"  {candidate.distance_m / 1000:.1f} km" if candidate.distance_m is not None else ""
    return f"{', '.join(parts)}  {unit.katottg}  {candidate.score:.3f}{distance}"


def _above(gazetteer: Gazetteer, unit: Unit) -> Iterator[str]:
    kinds = {PlaceCategory.HROMADA: " громада", PlaceCategory.RAION: " район", PlaceCategory.OBLAST: " область"}
    for each in gazetteer.chain(unit)[1:]:
        autonomous = each.name.endswith("Крим")
        yield each.name if autonomous else each.name + kinds.get(each.category, "")


def _name(gazetteer: Gazetteer, code: str | None) -> str | None:
    return gazetteer.unit(code).name if code else None
