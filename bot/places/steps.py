"""Where a reading leads without a guess: a name spelled exactly, folded, inflected, respelled as Ukrainian would."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from bot.domain.places import AliasKind, PlaceCategory, Unit
from bot.places.city_parts import in_order, is_part
from bot.places.layout import is_latin
from bot.places.loose import looser
from bot.places.names import Hit, NameIndex, once
from bot.places.ranking import Class, dwarfs, rivals
from bot.places.reading import Reading
from bot.places.russian import ukrainian
from bot.places.size import by_size

STILL_MEANT_OFF: Final = -1.5  # outweighs that a name is not the official one any more
DISTRICT_OFF: Final = 1.0
NOMINATIVE_OFF: Final = 0.3

Step: TypeAlias = Callable[[Reading], list[Hit]]


class Steps:
    """Knows all names, and what the areas hold; `units` come by size."""

    def __init__(self, units: Mapping[str, Unit], names: NameIndex) -> None:
        self._units = units
        self._names = names
        self._inside: dict[str, list[Unit]] = {}
        for unit in units.values():
            for code in (unit.raion, unit.hromada):
                if code and unit.is_settlement:
                    self._inside.setdefault(code, []).append(unit)
        self.clear: Final[Sequence[tuple[Class, Step]]] = (
            (Class.EXACT, self.exact),
            (Class.FOLDED, self._with_parts(self.folded)),
            (Class.FOLDED, self._with_parts(self.loosely)),
            (Class.INFLECTED, self._with_parts(self.inflected)),
            (Class.RESPELLED, self._with_parts(self.respelled)),
        )

    def _with_parts(self, step: Step) -> Step:
        """The same step, with parts of cities in their place among the others."""
        return lambda reading: in_order(step(reading), self._units)

    def exact(self, reading: Reading) -> list[Hit]:
        if not reading.words:
            return self._of_areas(reading)
        bearers = self._names.official(reading.key)
        here = [hit for hit in bearers if reading.allows(hit.unit)] if reading.within else bearers
        return self._or_inflected(self._still_meant(reading.key, here or bearers), reading)

    def official(self, key: str) -> list[Hit]:
        """Units whose official name has this key, and what is still meant by it."""
        return self._still_meant(key, self._names.official(key))

    def _still_meant(self, key: str, official: list[Hit]) -> list[Hit]:
        """A city that was called so until lately, or is in Russian, comes before villages that are: Южне, Дружба,
        Знаменка. Of those in an area that was named: «Дружба сумська»."""
        others = self._names.other(key) if official else ()
        parts = [hit for hit in others if is_part(hit)]
        meant = [_meant(hit) for hit in others if not is_part(hit) and _is_still_meant(hit, official[0].unit)]
        return in_order(once((*meant, *official, *parts)), self._units) if meant or parts else official

    def _lasting(self, key: str) -> list[Hit]:
        """Units that were called so."""
        return [_meant(hit) for hit in self._names.other(key) if hit.alias and hit.alias.kind is AliasKind.FORMER]

    def folded(self, reading: Reading) -> list[Hit]:
        """A former name spelled exactly, then the official one in another spelling or alphabet, then other names."""
        if not reading.words:
            return []
        folded, others = self._names.folded(reading.folded, reading.key), self._names.other(reading.key)
        if not folded and not others:
            return []
        before = self._lasting(reading.key) if others else ()
        hits = once((*before, *folded, *others, *self._parts_in_russian(reading)))
        return self._or_inflected(hits, reading)

    def _parts_in_russian(self, reading: Reading) -> list[Hit]:
        """Some villages have a Russian name on record, and no part of a city has: «Сихов» may be either."""
        return [hit for hit in self._names.folded(ukrainian(reading.folded), reading.key) if is_part(hit)]

    def loosely(self, reading: Reading) -> list[Hit]:
        """Latin letters with the sounds that other languages give them, of the Ukrainian name or of the Russian one."""
        spellings = looser(reading.words) if is_latin(reading.key) else ()
        both = (said for each in spellings for said in dict.fromkeys((each, ukrainian(each))))
        return next((hits for each in both if (hits := self._names.folded(each, reading.key))), [])

    def _or_inflected(self, hits: list[Hit], reading: Reading) -> list[Hit]:
        """After a preposition a name in the nominative is less likely than one in another case: «живу в Чехівці»."""
        if not hits or not reading.inflected:
            return hits
        known = {hit.unit.katottg for hit in hits}
        forms = [hit for hit in self.inflected(reading) if hit.unit.katottg not in known]
        return _merged(forms, [Hit(hit.unit, hit.alias, hit.off + NOMINATIVE_OFF) for hit in hits]) if forms else hits

    def inflected(self, reading: Reading) -> list[Hit]:
        if not reading.words or reading.nominative:
            return []
        return _with_the_renamed([_less_likely(hit) for hit in self._names.inflected(reading.folded, reading.key)])

    def respelled(self, reading: Reading) -> list[Hit]:
        """As if it had been Russian."""
        spelled = ukrainian(reading.folded)
        if spelled == reading.folded:
            return []
        hits = self._names.folded(spelled, reading.key)
        return hits if hits or reading.nominative else self._names.inflected(spelled, reading.key)

    def _of_areas(self, reading: Reading) -> list[Hit]:
        """The question names an area and no place: a city district itself, or what a hromada or raion holds."""
        codes = sorted(code for codes in reading.within for code in codes)
        districts = [self._units[code] for code in codes if self._units[code].category is PlaceCategory.DISTRICT]
        held = [unit for code in codes for unit in self._inside.get(code, ())]
        return [
            Hit(unit)
            for unit in (*sorted(districts, key=by_size), *held)
            if not reading.kinds or unit.category in reading.kinds
        ]


def _is_still_meant(hit: Hit, bearer: Unit) -> bool:
    former = hit.alias is not None and hit.alias.kind is AliasKind.FORMER
    return dwarfs(hit.unit, bearer) or (former and rivals(hit.unit, bearer))


def _with_the_renamed(hits: list[Hit]) -> list[Hit]:
    """«з Ватутіного» is the town that was called so rather than the village that is, as in `Steps.official`."""
    bearer = next((hit.unit for hit in hits if hit.alias is None), None)
    if bearer is None:
        return hits
    return [_meant(hit) if hit.alias and not is_part(hit) and _is_still_meant(hit, bearer) else hit for hit in hits]


def _less_likely(hit: Hit) -> Hit:
    """«у Вознесенську» is the city, not a city's district called Вознесенський."""
    district = hit.alias is None and hit.unit.category is PlaceCategory.DISTRICT
    return Hit(hit.unit, None, hit.off + DISTRICT_OFF) if district else hit


def _meant(hit: Hit) -> Hit:
    return Hit(hit.unit, hit.alias, STILL_MEANT_OFF)


def _merged(first: Sequence[Hit], second: Sequence[Hit]) -> list[Hit]:
    known = {hit.unit.katottg: hit for hit in (*second, *first)}
    return sorted(known.values(), key=lambda hit: (hit.alias is not None, by_size(hit.unit)))
