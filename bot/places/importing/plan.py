"""What an importer knows and what it wants: compared in memory, written whole."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bot.domain.places import Alias, AliasKind, Unit
from bot.places.importing.faults import FileFault
from bot.places.polygons import Area


class AliasKey(NamedTuple):
    katottg: str
    name: str


@dataclass(frozen=True, slots=True)
class State:
    """What the database holds: every unit by code, every other name, polygons by code, the edition in force (ISO), and
    the day in Kyiv."""

    units: Mapping[str, Unit]
    aliases: Mapping[AliasKey, AliasKind]
    polygons: Mapping[str, bytes]
    edition: str
    today: date


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What to write, as a generation of this kind and label. `aliases` come with their sources; `counts` are for the
    summary (`places-count-<word>`); `unmatched` are the file's own words for what was left out, with line numbers;
    `older_than`: the edition in force, when the file is an older one."""

    kind: str
    label: str
    counts: Mapping[str, int]
    units: Sequence[Unit] = ()
    aliases: Sequence[tuple[Alias, str]] = ()
    polygons: Sequence[Area] = ()
    unmatched: Sequence[str] = ()
    older_than: str = ""

    @property
    def size(self) -> int:
        """Rows that would be written."""
        return len(self.units) + len(self.aliases) + len(self.polygons)


@dataclass(frozen=True, slots=True)
class ImportReading:
    """A file that was read: all its faults, and how to plan when there are none."""

    faults: Sequence[FileFault]
    plan: Callable[[State], ImportPlan]


def new_aliases(state: State, wanted: Sequence[tuple[Alias, str]]) -> list[tuple[Alias, str]]:
    """Those that are not known yet, or only as a foreign spelling though they are former names; each once."""
    found: dict[AliasKey, tuple[Alias, str]] = {}
    for alias, source in wanted:
        key = AliasKey(alias.katottg, alias.name)
        known = state.aliases.get(key)
        if known is None or (known is AliasKind.FOREIGN and alias.kind is AliasKind.FORMER):
            found.setdefault(key, (alias, source))
    return list(found.values())
