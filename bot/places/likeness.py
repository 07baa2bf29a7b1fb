"""Which of several names that sound alike is spelled most like what was typed: «в Пішках» means Пішки, not Пишки."""

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA
from translitua import UkrainianKMU, translit

_LETTER_OFF: Final = 0.5  # the ear makes many of these mistakes
_ENDING_OFF: Final = 0.05
_ENDING: Final = 2  # letters that a case may change
_LONG: Final = 8


def spelled_off(asked: str, name: str) -> float:
    """How far the spelling is off; both are keys (`bot.places.words`) of names that are folded alike."""
    return _LETTER_OFF * OSA.distance(asked, _in_alphabet_of(asked, name))


def stem_off(asked: str, name: str) -> float:
    """The same for a form of the name: its ending hardly counts."""
    own = _in_alphabet_of(asked, name)
    stem = max(1, min(len(asked), len(own)) - _ENDING)
    wrong = sum(one != other for one, other in zip(asked[:stem], own[:stem], strict=True))
    return _LETTER_OFF * wrong + _ENDING_OFF * OSA.distance(asked, own)


def is_spelled(asked: str, name: str) -> bool:
    """Whether a long name has at most one other letter; a short one is another name then. Both sound alike."""
    return min(len(asked), len(name)) >= _LONG and OSA.distance(asked, name) <= 1


def is_romanised(asked: str, name: str) -> bool:
    """Whether Latin letters are the name's, but for one in a long name."""
    return OSA.distance(asked, _romanised(name).lower()) <= (len(asked) >= _LONG)


def _in_alphabet_of(asked: str, name: str) -> str:
    return _romanised(name) if asked.isascii() else name


@lru_cache(maxsize=2048)
def _romanised(name: str) -> str:
    return str(translit(name, UkrainianKMU))
