"""An edition becomes the one in force: in the caller's transaction, noted in the history and in the audit log.

Nobody may call `DirectoryService.current()` in the transaction that calls this: should it roll back, SQLite gives the
generation's id to the next one, and the memory would believe it has that already.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from pydantic_core import to_jsonable_python

import db.audit
import db.editions
from bot.domain.admins import Admin
from bot.domain.registry import AnyEntry, Changes, Edition, How, Kind, changes

MOST_AREAS: Final = 100
"""A change that concerns more territories than these concerns the country."""
ONE: Final = {Kind.STATIONS: "station", Kind.OFFICERS: "officer", Kind.BEATS: "beat"}


async def write_edition(
    old: Edition, new: Edition, *, how: How, label: str, admin: Admin | None, now: datetime
) -> int | None:
    """The generation it became; None when both editions say the same. `label`: a file's name, the entry that was
    edited ("stations:ZT-01"), the generation before which one returns."""
    difference = changes(old, new)
    if not difference.size:
        return None
    admin_id = admin.id if admin else None
    generation = await db.editions.apply(difference, label=label, now=now, before=old, how=how, admin_id=admin_id)
    for record in _records(old, new, difference, how, label, generation):
        await db.audit.note(at=now, admin_id=admin_id, **record)
    return generation


def _records(
    old: Edition, new: Edition, difference: Changes, how: How, label: str, generation: int
) -> Iterator[dict[str, Any]]:
    """An edit is one record for each entry with what changed; anything larger is one record with counts."""
    areas = areas_of(old, new, difference)
    if how is not How.EDIT:
        action = "registry-imported" if how is How.IMPORT else "registry-rolled-back"
        after = {"label": label, **{kind: list(each) for kind, each in difference.counts().items()}}
        yield {"action": action, "subject": f"generation:{generation}", "areas": areas, "after": after}
        return
    for kind, code in touched(difference):
        before, after_ = old.of(kind).get(code), new.of(kind).get(code)
        verb = "added" if before is None else "retired" if after_ is None else "changed"
        yield {
            "action": f"{ONE[kind]}-{verb}",
            "subject": f"{ONE[kind]}:{code}"[:100],
            "areas": areas,
            "before": _differing(before, after_),
            "after": _differing(after_, before),
        }


def touched(difference: Changes) -> Iterator[tuple[Kind, str]]:
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


def areas_of(old: Edition, new: Edition, difference: Changes) -> tuple[str, ...]:
    """Territories that a change concerns: of the beats that change, of beats of the officers and stations that do.
    Empty: so many that it is the whole country, or nobody can say."""
    named: dict[Kind, set[str]] = {kind: set() for kind in Kind}
    for kind, code in touched(difference):
        named[kind].add(code)
    found = {area for edition in (old, new) for area in _areas(edition, named)}
    return tuple(sorted(found)) if len(found) <= MOST_AREAS else ()


def _areas(edition: Edition, named: dict[Kind, set[str]]) -> Iterable[str]:
    for beat in edition.beats.values():
        concerned = beat.code in named[Kind.BEATS] or beat.station in named[Kind.STATIONS]
        if concerned or any(post.officer in named[Kind.OFFICERS] for post in beat.posts):
            yield from beat.areas
