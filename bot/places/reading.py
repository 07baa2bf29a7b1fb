"""One way to understand a question: which words are the name, and where the place must lie."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from bot.domain.places import SETTLEMENTS, PlaceCategory, Unit
from bot.places.alike import AskedName
from bot.places.areas import Codes
from bot.places.city_parts import LIKELIER_OFF, is_part
from bot.places.fold import fold_all
from bot.places.names import Hit

_OBLAST: Final = 4  # characters of a code that say which oblast
_ELSEWHERE: Final = 1.0


class Trust(IntEnum):
    """Why words are taken for an area, the surest first: the order in which readings are asked."""

    TOLD = 0  # a word like «район» or a comma says so
    NAMED = 1  # an area is called just so
    ALIKE = 2  # an area is called nearly so
    BEHIND = 3  # what comes before a preposition is no name: «бабуся у Більківцях»


class Reading(NamedTuple):
    """`words` are the name's, as typed (none: the question names only areas), `key` and `folded` the same for looking
    up; each of `within` holds codes of which one must contain the place; `kinds` empty means any. `inflected`: a
    preposition says that the name is not in the nominative. `plain`: all words as they came. `left`: something else was
    said that may be another place, or a story; `leads`: what was said begins with the name, or says «живу в» of it.
    `nominative`: the name is in no other case, as «с Киева» is no village."""

    words: tuple[str, ...]
    key: str
    folded: tuple[str, ...]
    kinds: frozenset[PlaceCategory]
    within: tuple[Codes, ...]
    trust: Trust
    inflected: bool
    plain: bool
    left: bool
    leads: bool
    nominative: bool

    @classmethod
    def of(
        cls,
        words: Sequence[str] = (),
        kinds: frozenset[PlaceCategory] = frozenset(),
        within: Sequence[Codes] = (),
        *,
        trust: Trust = Trust.TOLD,
        inflected: bool = False,
        plain: bool = False,
        left: bool = False,
        leads: bool = False,
        nominative: bool = False,
    ) -> "Reading":
        """The reading of these words."""
        folded = fold_all(words)
        how = (trust, inflected, plain, left, leads, nominative)
        return cls(tuple(words), "".join(words), folded, kinds, tuple(within), *how)

    @property
    def asked(self) -> AskedName:
        """For the search of names that resemble it."""
        return AskedName.of(self.folded, self.key, inflected=self.inflected)

    def allows(self, unit: Unit) -> bool:
        """Whether the unit lies where the question says."""
        above = (unit.katottg, unit.settlement, unit.hromada, unit.raion, unit.oblast)
        return not any(codes.isdisjoint(above) for codes in self.within)

    def fitting(self, hits: list[Hit], *, strict: bool = True) -> list[Hit]:
        """Hits that lie where the question says, of the kind asked for if there are any: people say «село» of a
        township, and «Зарічний» for short of a city's district, but not «Зарічне, Сумський район»; not strict: a place
        the areas do not hold is better than none."""
        if not self.within and not self.kinds:
            return hits
        fitting = [hit for hit in hits if self.allows(hit.unit)] or ([] if strict else self._near(hits))
        return [self._likelier(hit) for hit in fitting if self._of_kind(hit)] or fitting

    def _of_kind(self, hit: Hit) -> bool:
        """No part of a city is a village or a city."""
        if is_part(hit):
            return not self.kinds or PlaceCategory.DISTRICT in self.kinds
        return hit.unit.category in (self.kinds or SETTLEMENTS)

    def _likelier(self, hit: Hit) -> Hit:
        """«Суми, Баси»: a part of the very city, rather than a village in its oblast."""
        if hit.off < 0 or not is_part(hit) or not any(hit.unit.hromada in codes for codes in self.within):
            return hit
        return Hit(hit.unit, hit.alias, hit.off + LIKELIER_OFF)

    def _near(self, hits: list[Hit]) -> list[Hit]:
        """Places outside of what the question says: those in the same oblasts are likelier."""
        oblasts = {code[:_OBLAST] for codes in self.within for code in codes}
        return [hit if hit.unit.katottg[:_OBLAST] in oblasts else Hit(hit.unit, hit.alias, _ELSEWHERE) for hit in hits]
