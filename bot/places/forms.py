"""Case forms of folded names, made by rule.

The rules over-generate on purpose: a form that no grammar knows harms nobody, a missing one hides a village. Endings
are folded too (-ій is `и`, -ою is `оу`), so one list serves nouns and adjectives, hard and soft stems. Source: the
declensions of nouns and adjectives in the Ukrainian orthography of 2019, sections 82-105.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

_FEMININE: Final = ("и", "у", "оу", "еу", "ои", "е", "еи", "ам", "ем", "")
_NEUTER_ADJECTIVE: Final = ("ого", "его", "ому", "ему", "им", "ом", "ем")
_NEUTER: Final = (*_NEUTER_ADJECTIVE, "а", "у", "и", "ам")
_PLURAL: Final = ("", "ив", "еи", "ах", "ам", "ами", "их", "им", "ими")
_ADJECTIVE: Final = ("ого", "его", "ому", "ему", "им", "ом", "ем", "ои")
_MASCULINE: Final = ("а", "у", "и", "ови", "еви", "ом", "ем", "е", "еу", "оу")
ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "а": _FEMININE,
    "е": _NEUTER,
    "о": ("а", "у", "и", "ом", "е", "ови", ""),
    "и": (*_PLURAL, *_ADJECTIVE),
    "у": ("",),
}
_MOST_CHANGED: Final = 4  # letters at the end that a case may change
_POSSESSIVE: Final = re.compile("(?<=..)[ое]ве$")  # Васюкове: в Васюковому; в Васюкові is Васюків
_SOFTENED: Final = {"к": "ц", "г": "з", "х": "с"}
_NOUNS_IN_IJ: Final = frozenset({"стри"})  # folded; it only looks like an adjective: Стрий - у Стрию
_SOFT: Final = ("и",)
_BARE: Final = ("",)
_CLOSED: Final = re.compile("и(?=[^аеиоу]{1,2}$)")
_FLEETING: Final = re.compile("[еои](?=[^аеиоу]$)")
_AFTER_J: Final = re.compile("(?<=[аеоу])и(?=[^аеиоу]$)")  # folded, Ісайки - Ісайок loses its й
_CLUSTER: Final = re.compile("(?<=[^аеиоу])(?=[^аеиоу]$)")


def is_form(question: Sequence[str], name: Sequence[str]) -> bool:
    """Whether each word of the question is the name's word or a form of it; all words are folded."""
    return len(question) == len(name) and all(map(_is_form, question, name))


def _is_form(asked: str, own: str) -> bool:
    """Without making the forms: most names of a drawer are tried, and few are meant."""
    if asked == own:
        return True
    if not asked.startswith(own[:-_MOST_CHANGED] or own[:1]):
        return False
    return any(asked.startswith(stem) and asked[len(stem) :] in endings for stem, endings in _declined(own))


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """All forms of one folded word in the nominative, without the nominative itself, the usual ones first: in every
    process in the same order, as of two that are equally near the first is taken."""
    made = dict.fromkeys(stem + ending for stem, endings in _declined(word) for ending in endings)
    return tuple(form for form in made if form != word)


def _declined(word: str) -> Iterator[tuple[str, Collection[str]]]:
    """Stems, each with the endings it takes, the usual ones first."""
    if word in _NOUNS_IN_IJ:
        yield word[:-1], _MASCULINE
    yield from _of_vowel(word) if word[-1:] in ENDINGS else _of_consonant(word)


def _of_vowel(word: str) -> Iterator[tuple[str, Collection[str]]]:
    stem, last = word[:-1], word[-1]
    yield stem, _NEUTER_ADJECTIVE if _POSSESSIVE.search(word) else ENDINGS[last]
    if last != "и" and (softened := _SOFTENED.get(stem[-1:])):
        yield stem[:-1] + softened, _SOFT
    if last != "е":
        for bare in _genitive_stems(stem):
            yield bare, _BARE


def _genitive_stems(stem: str) -> Iterator[str]:
    """The bare stem of the genitive plural with its fleeting vowel: Лубни - Лубен, Ялинки - Ялинок, Озера - Озер."""
    place = _AFTER_J if stem[-2:-1] == "и" else _CLUSTER
    for vowel in ("е", "о"):
        yield place.sub(vowel, stem)


def _of_consonant(word: str) -> Iterator[tuple[str, Collection[str]]]:
    for stem in _oblique_stems(word):
        yield stem, _MASCULINE
        if softened := _SOFTENED.get(stem[-1:]):
            yield stem[:-1] + softened, _SOFT


def _oblique_stems(word: str) -> Collection[str]:
    """Stems before an ending: Харків - Харков-, Київ - Києв-, Тернопіль - Тернопол-, Бобринець - Бобринц-."""
    fleeting = [_FLEETING.sub("", word)] if len(word) > 3 else []
    return dict.fromkeys((word, _CLOSED.sub("о", word), _CLOSED.sub("е", word), *fleeting))
