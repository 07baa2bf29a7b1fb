"""An edition becomes the one in force: in the caller's transaction, noted in the history and in the audit log.

Nobody may call `DirectoryService.current()` in the transaction that calls this: should it roll back, SQLite gives the
generation's id to the next one, and the memory would believe it has that already.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from pydantic_core import to_jsonable_python

import db.audit
import db.editions
from bot.domain.admins import Admin
from bot.domain.places import Point
from bot.domain.registry import AnyEntry, Changes, DirectoryKind, Edition, How, changes
from bot.domain.territory import Geography, Territories

MOST_AREAS: Final = 100
"""A change that concerns more territories than these concerns the country."""
ONE: Final = {DirectoryKind.STATIONS: "station", DirectoryKind.OFFICERS: "officer", DirectoryKind.BEATS: "beat"}


class Unmapped:
    """For the command line, which has no gazetteer and the whole country."""

    def around(self, katottg: str) -> tuple[str, ...]:
        return (katottg,)

    def at(self, _point: Point) -> str | None:
        return None


UNMAPPED: Final = Unmapped()


async def write_edition(
    old: Edition,
    new: Edition,
    *,
    how: How,
    label: str,
    admin: Admin | None,
    now: datetime,
    geography: Geography = UNMAPPED,
) -> int | None:
    """The generation it became; None when both editions say the same. `label`: a file's name, the entry that was
    edited ("stations:ZT-01"), the generation before which one returns."""
    difference = changes(old, new)
    if not difference.size:
        return None
    admin_id, areas = admin.id if admin else None, areas_of(old, new, difference, geography)
    generation = await db.editions.apply(
        difference, label=label, now=now, before=old, how=how, admin_id=admin_id, areas=areas
    )
    for record in _records(old, new, difference, how, label, generation):
        await db.audit.note(at=now, admin_id=admin_id, areas=areas, **record)
    return generation


def _records(
    old: Edition, new: Edition, difference: Changes, how: How, label: str, generation: int
) -> Iterator[dict[str, Any]]:
    """An edit is one record for each entry with what changed; anything larger is one record with counts."""
    if how is not How.EDIT:
        action = "registry-imported" if how is How.IMPORT else "registry-rolled-back"
        yield {"action": action, "subject": f"registry:{generation}", "after": {"label": label, **_counted(difference)}}
        return
    for kind, code in touched(difference):
        before, after_ = old.of(kind).get(code), new.of(kind).get(code)
        verb = "added" if before is None else "retired" if after_ is None else "changed"
        yield {
            "action": f"{ONE[kind]}-{verb}",
            "subject": f"{ONE[kind]}:{code}"[:100],
            "before": _differing(before, after_),
            "after": _differing(after_, before),
        }


def _counted(difference: Changes) -> dict[str, int]:
    """`stations_added`: 17 and the like."""
    return {
        f"{kind}_{verb}": n
        for kind, counts in difference.counts().items()
        for verb, n in zip(("added", "changed", "retired"), counts, strict=True)
        if n
    }


def touched(difference: Changes) -> Iterator[tuple[DirectoryKind, str]]:
    for kind, each in difference.by_kind():
        yield from ((kind, entry.code) for entry in each.written)
        yield from ((kind, code) for code in each.retired)


def _differing(entry: AnyEntry | None, other: AnyEntry | None) -> dict[str, Any] | None:
    """The fields in which it is not like the other, as plain values."""
    if entry is None:
        return None
    values = {each.name: getattr(entry, each.name) for each in fields(entry)}
    return {name: _plain(value) for name, value in values.items() if other is None or value != getattr(other, name)}


def _plain(value: Any) -> Any:
    plain = to_jsonable_python(value)
    return sorted(plain, key=str) if isinstance(value, frozenset) else plain


def areas_of(old: Edition, new: Edition, difference: Changes, geography: Geography) -> tuple[str, ...]:
    """Territories that a change concerns. Empty: so many that it is the whole country, or nobody can say."""
    before, after = Territories(old, geography), Territories(new, geography)
    found = {area for each in touched(difference) for side in (before, after) for area in side.of(*each)}
    return tuple(sorted(found)) if len(found) <= MOST_AREAS else ()
