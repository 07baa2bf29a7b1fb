"""Codes that only look the same («О1» in Cyrillic, «O1» in Latin letters) are one code.

Whatever a file spells anew takes the spelling there already is: that of the registry in force (an officer keeps the
account by it), else that of the file's first line. A code that is there exactly so is never touched.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.domain.lookalikes import alike
from bot.domain.registry import DirectoryKind, Edition
from bot.services.registry.parsing import Parsed, SheetRow
from bot.services.registry.sheets import SHEETS


class Spellings:
    """How the codes of one kind are spelled."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._exact = set(known)
        self._by_look: defaultdict[str, set[str]] = defaultdict(set)
        for code in self._exact:
            self._by_look[alike(code)].add(code)

    def of(self, code: str) -> str:
        """Its spelling; the code itself where it is new, or looks like several."""
        found = self._by_look.get(alike(code), set())
        return code if code in self._exact or len(found) != 1 else next(iter(found))

    def declared(self, code: str) -> str:
        """The same; from now on it is known."""
        spelled = self.of(code)
        self._exact.add(spelled)
        self._by_look[alike(spelled)].add(spelled)
        return spelled


def spell_alike(parsed: Parsed, inside: Edition, beside: Edition) -> None:
    """Codes of the file as they are spelled `inside` the part of the registry it is for, or earlier in the file; what
    refers to a code also as it is spelled `beside` that part."""
    spellings = {kind: Spellings(inside.of(kind)) for kind in DirectoryKind}
    for kind, known in spellings.items():
        parsed.rows[kind.value] = [_with(row, {"code": known.declared}) for row in parsed.rows[kind.value]]
    around = {kind: Spellings({*beside.of(kind), *_codes(parsed, kind)}) for kind in DirectoryKind}
    for sheet in SHEETS:
        ways = {column.key: around[DirectoryKind(column.refers_to)].of for column in sheet.columns if column.refers_to}
        parsed.rows[sheet.key] = [_with(row, ways) for row in parsed.rows[sheet.key]]


def _codes(parsed: Parsed, kind: DirectoryKind) -> Iterable[str]:
    return (row.values["code"] for row in parsed.rows[kind.value] if row.has("code"))


def _with(row: SheetRow, ways: Mapping[str, Any]) -> SheetRow:
    changed = {key: way(code) for key, way in ways.items() if (code := row.values.get(key))}
    return replace(row, values={**row.values, **changed}) if changed else row
