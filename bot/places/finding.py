"""What one way of reading a question led to, and whether that is surely what was meant."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from bot.domain.places import AliasKind, Candidate
from bot.places.elsewhere import is_abroad, is_listed_abroad
from bot.places.everyday import all_everyday, is_listed
from bot.places.fold import fold
from bot.places.likeness import is_romanised, is_spelled
from bot.places.names import Hit
from bot.places.paradigm import is_case, is_ukrainian, same_letters
from bot.places.ranking import Class, stands_out
from bot.places.reading import Reading
from bot.places.russian import ukrainian
from bot.places.size import people
from bot.places.words import words

WELL_KNOWN_PEOPLE: Final = 10_000
_SHORT: Final = 4  # letters: a case of so short a word may be one of many
_LONG: Final = 7  # letters: a name that is Russian in so many is hardly anything else


class NameFinding(NamedTuple):
    """Hits in the order of preference, by which reading and how they were found."""

    reading: Reading
    hits: list[Hit]
    how: Class

    def is_clear(self, first: Candidate, second: Sequence[Candidate]) -> bool:
        """Whether the best is what was meant and the next best (if any) is not: nothing guessed, nothing left aside, no
        everyday word, spelled as the name or its case is."""
        if not self.how.is_whole or self._is_one_of_several(first) or self._is_doubtful(first):
            return False
        if second and not (self.reading.words and stands_out(first, second[0])):
            return False
        return self._is_literal(first)

    @property
    def is_literal(self) -> bool:
        """Whether the first is spelled as its name or its case is."""
        unit, alias, _off = self.hits[0]
        return self._is_literal(
            Candidate(unit, 0.0, alias=alias.name if alias else None, alias_kind=alias.kind if alias else None)
        )

    def _is_one_of_several(self, first: Candidate) -> bool:
        """Whether the rest of the question may name the place rather: a village is only what it is about where it is
        said to be one, or to be lived in."""
        reading = self.reading
        known = people(first.unit) >= WELL_KNOWN_PEOPLE
        return reading.left and not (reading.leads and (known or reading.kinds or reading.inflected))

    def _is_doubtful(self, first: Candidate) -> bool:
        """Everyday words and places abroad, with nothing that says that they are a place here. A town by its own name
        is not doubted for a word's case, nor is a name of several words for its words."""
        typed, key = self.reading.words, self.reading.key
        if self.reading.kinds or self.reading.within or not typed:
            return False
        if first.alias_kind is AliasKind.WORD:
            return True
        own = words(first.alias or first.unit.name)
        if key != "".join(own):
            return all_everyday(typed) or is_abroad(typed)
        common = len(typed) == 1 and all_everyday(typed)
        return is_listed_abroad(typed) or (common and (is_listed(key) or people(first.unit) < WELL_KNOWN_PEOPLE))

    def _is_literal(self, first: Candidate) -> bool:
        """A village is not taken for certain unless its own letters were typed: a sound alike and a case at once may as
        well be a slip in another name. Other alphabets have other letters."""
        typed, asked = self.reading.words, self.reading.key
        known = people(first.unit) >= WELL_KNOWN_PEOPLE
        foreign = first.alias_kind is AliasKind.FOREIGN and not known
        own = words(first.unit.name if foreign or not first.alias else first.alias)
        name = "".join(own)
        if not typed or same_letters(asked, name):
            return True
        if asked.isascii():
            return known or is_romanised(asked, name) or self._is_respelled(name)
        if is_case(typed, own):
            return known or self.reading.inflected or bool(self.reading.within or self.reading.kinds)
        return self._sounds_so(asked, name, known=known)

    def _sounds_so(self, asked: str, name: str, *, known: bool) -> bool:
        """A well-known town is known by its sound as well, and by a Russian form."""
        if self.how is Class.FOLDED and is_spelled(asked, name):
            return True
        if not known:
            return self._is_respelled(name) and not is_ukrainian(asked)
        return len(asked) > _SHORT and (self.how is Class.FOLDED or not is_ukrainian(asked))

    def _is_respelled(self, name: str) -> bool:
        """Whether the whole name was typed in another language's letters, long enough to be no word of it."""
        if len(self.reading.key) < _LONG:
            return False
        folded = self.reading.folded
        return self.how is Class.FOLDED or "".join(ukrainian(folded)) == fold(name)
