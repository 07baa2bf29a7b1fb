"""What one way of reading a question led to, and whether that is surely what was meant."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from bot.domain.places import AliasKind, Candidate
from bot.places.likeness import is_spelled, is_stem_spelled
from bot.places.names import Hit
from bot.places.ranking import Class, stands_out
from bot.places.reading import Reading
from bot.places.size import people
from bot.places.words import key

WELL_KNOWN_PEOPLE: Final = 10_000


class Finding(NamedTuple):
    """Hits in the order of preference, by which reading and how they were found."""

    reading: Reading
    hits: list[Hit]
    how: Class

    def is_clear(self, first: Candidate, second: Sequence[Candidate]) -> bool:
        """Whether the best is what was meant and the next best (if any) is not."""
        if self.how is Class.ALIKE or (first.alias_kind is AliasKind.WORD and not self.reading.within):
            return False
        if second and not (self.how.is_whole and self.reading.words and stands_out(first, second[0])):
            return False
        return people(first.unit) >= WELL_KNOWN_PEOPLE or self._is_spelled(first)

    def _is_spelled(self, first: Candidate) -> bool:
        """A village is not asked back when its own letters were typed: a sound alike and a case at once may as well be
        a slip in another name. Other alphabets have other letters."""
        asked = self.reading.key
        if self.how is Class.FOLDED and not asked.isascii():
            return is_spelled(asked, key(first.alias or first.unit.name))
        if self.how is Class.INFLECTED and not asked.isascii() and not self.reading.inflected:
            return is_stem_spelled(asked, key(first.alias or first.unit.name))
        return True
