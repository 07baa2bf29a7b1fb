"""Words for charts and workbooks: texts stand a floor above, so they are handed in."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeAlias

from bot.domain.admins import Scope
from bot.domain.places import Unit
from bot.places.gazetteer import Gazetteer
from bot.services.figures.workbook import Cell, FiguresSheet


class Speaker(Protocol):
    """The texts of one language."""

    def plain(self, text_id: str, **values: str | int | float) -> str: ...

    def name(self, place_name: str) -> str: ...


Speakers: TypeAlias = Callable[[str], Speaker]
"""By language."""


def worded_sheet(say: Speaker, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> FiguresSheet:
    """`name` ends a text id `sheet-…`, `columns` end `column-…`."""
    header = [say.plain(f"column-{column}") for column in columns]
    return FiguresSheet(say.plain(f"sheet-{name}"), header, list(rows))


class Atlas:
    """Names of units, in one language."""

    def __init__(self, gazetteer: Gazetteer, say: Speaker) -> None:
        self._gazetteer = gazetteer
        self._say = say

    def unit(self, code: str | None) -> Unit | None:
        return self._gazetteer.get(code) if code else None

    def name(self, code: str | None) -> str:
        """The bare name; empty for no unit."""
        unit = self.unit(code)
        return self._say.name(unit.name) if unit else ""

    def title(self, code: str | None, *, style: str = "title") -> str:
        """«Житомирська область»; `style` `short`: «Бердичівський р-н»."""
        unit = self.unit(code)
        if unit is None:
            return code or ""
        if unit.category == "O" and not unit.name.endswith("ка"):
            return self._say.name(unit.name)
        return self._say.plain(f"place-{style}-{unit.category.value}", name=self._say.name(unit.name))

    def scope(self, scope: Scope) -> str:
        """«уся Україна», or the titles of its areas."""
        if scope.is_country:
            return self._say.plain("figures-country")
        return "; ".join(self.title(code) for code in sorted(scope.codes))

    def around(self, code: str) -> tuple[str, str, str]:
        """Names of hromada, raion and oblast around a unit; its own where it is one."""
        unit = self.unit(code)
        if unit is None:
            return "", "", ""
        above = {"H": unit.hromada, "P": unit.raion, "O": unit.oblast}
        above |= {unit.category.value: unit.katottg} if unit.category.value in above else {}
        return self.name(above["H"]), self.name(above["P"]), self.name(above["O"])
