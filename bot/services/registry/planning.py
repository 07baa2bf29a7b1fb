"""What a file would do to the registry in force, for the whole country or for an admin's territory."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.admins import EVERYWHERE, Scope
from bot.domain.places import PlaceCategory
from bot.domain.registry import Changes, DirectoryKind, Edition, changes
from bot.domain.territory import Geography, beside, joined, outside
from bot.services.registry.checking import NOTHING, check, edition_of, named_codes
from bot.services.registry.faults import Fault, shown
from bot.services.registry.parsing import Parsed
from bot.services.registry.sheets import SHEET
from bot.services.registry.spelling import spell_alike


@dataclass(frozen=True, slots=True)
class Plan:
    """With faults nothing would change: `new` is `old` then. `withdrawn`: codes in the file that the codifier no longer
    lists, with their names; they stay valid."""

    old: Edition
    new: Edition
    changes: Changes
    faults: tuple[Fault, ...] = ()
    withdrawn: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a file is held against: the edition in force, the codifier's categories of the codes it names, and the names
    of the codes that it has withdrawn."""

    old: Edition
    categories: Mapping[str, PlaceCategory]
    withdrawn: Mapping[str, str] = field(default_factory=dict)


def plan(parsed: Parsed, ground: Ground, scope: Scope = EVERYWHERE, geography: Geography | None = None) -> Plan:
    """A file for a territory replaces the part of the registry inside it, and must leave the rest alone."""
    old = ground.old
    rest = NOTHING if scope.is_country or geography is None else beside(old, scope, geography)
    spell_alike(parsed, _without(old, rest), rest)
    check(parsed, ground.categories, rest)
    if not parsed.faults:
        new = joined(rest, edition_of(parsed))
        if geography is not None:
            _check_territory(parsed, old, new, scope, geography)
            _check_needed(parsed, rest, new)
    if parsed.faults:
        return refused(old, parsed.in_order())
    gone = {code: ground.withdrawn[code] for code in sorted(named_codes(parsed) & ground.withdrawn.keys())}
    return Plan(old, new, changes(old, new), withdrawn=gone)


def _without(old: Edition, rest: Edition) -> Edition:
    """The part of the registry that a file is for."""
    stations, officers, beats = (
        {code: entry for code, entry in of.items() if code not in there}
        for of, there in ((old.stations, rest.stations), (old.officers, rest.officers), (old.beats, rest.beats))
    )
    return Edition(stations=stations, officers=officers, beats=beats)  # type: ignore[arg-type]


def refused(old: Edition, faults: tuple[Fault, ...]) -> Plan:
    return Plan(old, old, changes(old, old), faults)


def _check_territory(parsed: Parsed, old: Edition, new: Edition, scope: Scope, geography: Geography) -> None:
    for each in outside(old, new, scope, geography):
        code = "nowhere" if each.nowhere else "outside-territory"
        line = _line(parsed, each.kind, each.code)
        parsed.fault(code, SHEET[each.kind.value], line=line, column="code", value=shown(each.code))


def _check_needed(parsed: Parsed, rest: Edition, new: Edition) -> None:
    """A station that neighbours' beats name cannot go."""
    for beat in rest.beats.values():
        if beat.station is not None and beat.station not in new.stations:
            target = parsed.names.get("stations", SHEET["stations"].title)
            parsed.fault("unknown-reference", SHEET["beats"], value=shown(beat.station), target=target)


def _line(parsed: Parsed, kind: DirectoryKind, code: str) -> int | None:
    return next((row.line for row in parsed.rows[kind.value] if row.values.get("code") == code), None)
