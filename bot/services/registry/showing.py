"""Values of the registry as people read them in a report or a panel."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from enum import Enum
from typing import Any, Final, TypeAlias

from bot.domain.clock import shown_day
from bot.domain.people import Role, Visibility
from bot.domain.places import Point
from bot.domain.registry import AnyEntry, DirectoryKind, PostEntry
from bot.services.registry.sheets import SHEET

Names: TypeAlias = Callable[[str], str]
"""A KATOTTG code's name; empty for one nobody knows."""

WORDS: Final[Mapping[Enum, str]] = {
    Visibility.PUBLIC: "усі",
    Visibility.OFFICERS: "офіцери",
    Visibility.ADMINS: "адміністратори",
    Role.COMMUNITY: "офіцер громади",
    Role.DISTRICT: "дільничний",
    Role.DUTY: "черговий",
}
"""As a file writes them: what a report shows can be copied into one."""
TITLES: Final[Mapping[str, str]] = {"point": "Широта, довгота", "areas": "Території", "posts": "Призначення"}


def title(kind: DirectoryKind, field: str) -> str:
    """What the file calls a field."""
    if field in TITLES:
        return TITLES[field]
    return next(column.title for column in SHEET[kind.value].columns if column.key == field)


def differing(kind: DirectoryKind, before: AnyEntry, after: AnyEntry, names: Names) -> Iterator[tuple[str, str, str]]:
    """(title, before, after) of every field that is not the same."""
    for each in fields(before):
        old, new = getattr(before, each.name), getattr(after, each.name)
        if old != new:
            yield title(kind, each.name), value(old, names), value(new, names)


def value(found: Any, names: Names) -> str:
    """One value as words; several on lines of their own."""
    if isinstance(found, frozenset):
        return "\n".join(sorted(_one(each, names) for each in found))
    return _one(found, names)


def _one(found: Any, names: Names) -> str:
    match found:
        case None:
            return ""
        case Enum():
            return WORDS[found]
        case Point(lat, lon):
            return f"{lat:.5f}, {lon:.5f}"
        case PostEntry(officer, since, until):
            return f"{officer}: {shown_day(since)}–{shown_day(until) if until else '…'}"
        case str() if found.startswith("UA"):
            return f"{name} ({found})" if (name := names(found)) else found
        case _:
            return str(found)
