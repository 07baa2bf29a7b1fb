"""Tells what somebody wants to say from the name of a place: «мене чути?» is no village."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz.distance import OSA

from bot.domain.places import PARTS_OF_CITIES, Answer, Candidate, NotCovered, Unanswered, first_of
from bot.places.fold import fold
from bot.places.ranking import UNGUESSED
from bot.places.vocabulary import AREAS, FILLERS, KINDS, PREPOSITIONS
from bot.places.words import key, words

LONGEST_NAME: Final = 60
"""Characters: the longest way to name a settlement with its raion and oblast stays below."""
SPELT: Final = 0.8
"""How well a name that stands as it is spelt fits, also in Latin letters (1: with its kind and area)."""
_BARE: Final = 3
_MOST_SLIPS: Final = 3
_LETTERS_FOR_A_SLIP: Final = 3
NO_PLACE: Final = frozenset({Unanswered.UNKNOWN_NAME, Unanswered.NO_NAME, Unanswered.EMPTY})


def is_story(text: str, answer: Answer) -> bool:
    """Whether `text`, to which the search gave `answer`, tells something: nothing was found for several words, or no
    more than guesses for three or more that do not only stand around a name («живу в…», «село»). A link alone is the
    answer to «where?», though it leads nowhere."""
    if len(text.split()) < 2:
        return False
    if isinstance(answer, NotCovered) and len(text) > LONGEST_NAME:
        return True
    typed = words(text)
    around = [word for word in typed if fold(word) in KINDS or fold(word) in AREAS]
    if isinstance(answer, NotCovered):
        return answer.reason == Unanswered.UNKNOWN_NAME and len(typed) - len(around) >= (3 if around else 2)
    left = [word for word in typed if word not in FILLERS and word not in PREPOSITIONS]
    return _guessed(answer) and not around and len(left) >= 3 and not is_misspelled(left, answer)


def is_misspelled(said: Sequence[str], answer: Answer) -> bool:
    """Whether all these words together are the name that was found, with slips: «Рдуня-Гуацьківка» tells no story."""
    found = first_of(answer)
    asked = "".join(said)
    if found is None or not asked:
        return False
    most = min(_MOST_SLIPS, len(asked) // _LETTERS_FOR_A_SLIP)
    names = (key(name) for name in (found.unit.name, found.alias) if name)
    return any(OSA.distance(asked, name) <= most for name in names)


def says_kind(text: str) -> bool:
    """Whether it begins with a word for a settlement: «село …», «с. …»."""
    first = next(iter(words(text)), "")
    return fold(first) in KINDS


def is_bare(text: str, score: float) -> bool:
    """Whether it is a name with nothing beside it but its area («Ружин Житомирщина») or a preposition («до Ружина»),
    found as it is spelt. `score`: of what was found."""
    typed = words(text)
    if any(mark in text for mark in ",;.!?\n"):
        return False
    return len(typed) <= _BARE and (score >= SPELT or (len(typed) == 2 and typed[0] in PREPOSITIONS))


def stands_as_typed(text: str, found: Candidate) -> bool:
    """Whether the official name itself stands in the text, case and apostrophes apart; or what people call a part of a
    city, alone. Another case, alphabet or spelling, and a former name, are asked about."""
    if found.alias is not None:
        return found.alias_kind in PARTS_OF_CITIES and key(text) == key(found.alias)
    said, own = words(text), key(found.unit.name)
    return any(own == "".join(said[at:end]) for at in range(len(said)) for end in range(at + 1, len(said) + 1))


def names_nothing(text: str, answer: Answer) -> bool:
    """Whether `text` cannot pass for a place: for one who is known to have something else to say."""
    if isinstance(answer, NotCovered):
        return answer.reason in NO_PLACE
    return _guessed(answer) and len(words(text)) > 1


def _guessed(answer: Answer) -> bool:
    best = first_of(answer)
    return best is None or best.score < UNGUESSED
