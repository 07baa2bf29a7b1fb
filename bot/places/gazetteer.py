"""All places in memory: by code, by name, by point. Built from the database, replaced whole by a newer generation."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from bot.domain.alphabet import alphabetical
from bot.domain.places import Alias, Answer, Candidate, PlaceCategory, Point, Unit
from bot.places.areas import Areas
from bot.places.locate import Locator
from bot.places.named_areas import NamedAreas
from bot.places.polygons import Area
from bot.places.search import NameSearch
from bot.places.size import by_size


class Gazetteer:
    """Read-only; building it takes about half a second, so do it once. `generation` is the newest it was built from."""

    def __init__(
        self,
        units: Iterable[Unit],
        aliases: Sequence[Alias] = (),
        areas: Iterable[Area] = (),
        *,
        generation: int = 0,
    ) -> None:
        self.generation = generation
        self._units = {unit.katottg: unit for unit in sorted(units, key=by_size)}
        present = {code: unit for code, unit in self._units.items() if unit.withdrawn_in is None}
        self._present = present
        self.aliases = [alias for alias in aliases if alias.katottg in present]
        self._settlements: dict[str, list[Unit]] = {}
        self._districts: dict[str, list[Unit]] = {}
        for unit in present.values():
            if unit.is_settlement and unit.hromada:
                self._settlements.setdefault(unit.hromada, []).append(unit)
            if unit.category is PlaceCategory.DISTRICT and unit.settlement:
                self._districts.setdefault(unit.settlement, []).append(unit)
        self._names = NameSearch(present, self.aliases)
        self._where = Locator(present.values(), areas)

    @property
    def units(self) -> Iterable[Unit]:
        """Every unit in force, the most populous first."""
        return self._present.values()

    @property
    def polygons(self) -> frozenset[str]:
        """Codes of the hromadas and city districts whose polygons are loaded."""
        return self._where.polygons

    @property
    def withdrawn(self) -> int:
        """How many units are known by code only."""
        return len(self._units) - len(self._present)

    def __len__(self) -> int:
        return len(self._present)

    def get(self, katottg: str) -> Unit | None:
        """The unit of this code, or None; also one that the codifier has withdrawn since."""
        return self._units.get(katottg)

    def unit(self, katottg: str) -> Unit:
        """The unit of this code; `KeyError` when there is none."""
        return self._units[katottg]

    def chain(self, unit: Unit) -> tuple[Unit, ...]:
        """The unit and all above it, from the narrowest to the widest."""
        return tuple(self._units[code] for code in unit.areas)

    def hromada_of(self, unit: Unit) -> Unit | None:
        """The hromada the unit lies in (a hromada's own is itself, Kyiv's is Kyiv); None for a raion or an oblast,
        and for Прип'ять and Чорнобиль, which belong to none."""
        if unit.category is PlaceCategory.HROMADA:
            return unit
        return self._units[unit.hromada] if unit.hromada else None

    def settlements_of(self, hromada: Unit) -> tuple[Unit, ...]:
        """Settlements of a hromada, the most populous first; Kyiv's and Sevastopol's is the city itself."""
        return tuple(self._settlements.get(hromada.katottg, ()))

    def districts_of(self, city: Unit) -> tuple[Unit, ...]:
        """The city's districts (category B) in alphabetical order; none for most."""
        return tuple(sorted(self._districts.get(city.katottg, ()), key=lambda unit: alphabetical(unit.name)))

    def find(self, query: str, *, near: Point | None = None, home: str | None = None) -> Answer:
        """Settlements and city districts by name, as people write it (`bot.places.search`); namesakes near the
        asker's point or in his place's hromada (`home`: a code) come first."""
        return self._names.find(query, near=near, home=home)

    def named(self, words: Sequence[str], *, inflected: bool = False) -> list[Candidate]:
        """Settlements and city districts of which these words are a name, all of them and without a guess."""
        return self._names.named(words, inflected=inflected)

    @property
    def areas(self) -> Areas:
        """What oblasts, raions and hromadas are called."""
        return self._names.areas

    @cached_property
    def named_areas(self) -> NamedAreas:
        """Oblasts, raions, hromadas and city districts by name; built when somebody first asks (a few hundredths of a
        second)."""
        return NamedAreas(self.units, self._names.areas)

    def at(self, point: Point, accuracy_m: float | None = None) -> Answer:
        """The likely settlement of each likely hromada at a point (`bot.places.locate`); `accuracy_m` in metres."""
        return self._where.at(point, accuracy_m)
