"""One way to understand a question: which words are the name, and where the place must lie."""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from bot.domain.places import Category, Unit
from bot.places.alike import Asked
from bot.places.areas import Codes
from bot.places.fold import fold_all
from bot.places.names import Hit


class Trust(IntEnum):
    """Why words are taken for an area, the surest first: the order in which readings are asked."""

    TOLD = 0  # a word like «район» or a comma says so
    NAMED = 1  # an area is called just so
    ALIKE = 2  # an area is called nearly so


@dataclass(frozen=True)
class Reading:
    """`words` are the name's, as typed (none: the question names only areas); each of `within` holds codes of which
    one must contain the place; `kinds` empty means any. `inflected`: a preposition says that the name is not in the
    nominative."""

    words: tuple[str, ...]
    kinds: frozenset[Category] = frozenset()
    within: tuple[Codes, ...] = ()
    trust: Trust = Trust.TOLD
    inflected: bool = False

    @cached_property
    def key(self) -> str:
        return "".join(self.words)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return fold_all(self.words)

    @property
    def asked(self) -> Asked:
        """For the search of names that resemble it."""
        return Asked.of(self.folded, self.key, inflected=self.inflected)

    def allows(self, unit: Unit) -> bool:
        """Whether the unit lies where the question says."""
        return all(not codes.isdisjoint(unit.areas) for codes in self.within)

    def fitting(self, hits: list[Hit], *, strict: bool = True) -> list[Hit]:
        """Hits that lie where the question says, of the kind asked for if there are any: people say «село» of a
        township; not strict: a place the areas do not hold is better than none."""
        if self.within:
            hits = [hit for hit in hits if self.allows(hit.unit)] or ([] if strict else hits)
        if self.kinds:
            hits = [hit for hit in hits if hit.unit.category in self.kinds] or hits
        return hits
