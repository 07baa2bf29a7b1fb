"""The cases of a name as it is spelled: whether what was typed is surely a form of it.

`bot.places.forms` makes too many forms of folded names on purpose, so that nothing is missed; here a form counts only
if the name's own declension has it, so that «в селі» is no Сіль and «Віра» is no Вир. Source: the declensions of nouns
and adjectives in the Ukrainian orthography of 2019, sections 82-105, and their Russian endings.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

_RUSSIAN: Final = str.maketrans("іїыєэёґ", "иииеееґ")
_UKRAINIAN: Final = re.compile("[іїєґ]")
_HARD_ADJECTIVE: Final = "ого ому им ім ом"
_SOFT_ADJECTIVE: Final = "ього ьому ім ього его ему ем"
_PLURAL: Final = "ам ами ах ям ями ях ів їв ов ев ей"
_DECLENSIONS: Final = tuple(
    (re.compile(ending), cut, tuple(endings.split()))
    for ending, cut, endings in (
        # adjectives
        ("(?:ськ|цьк|зьк|[внтлрсжшчхкг])а$", 1, "ої ій у ою ой ую"),
        ("(?:ня|ая)$", 1, "ьої ій ю ьою ей"),
        ("ая$", 2, "ої ій у ою ой ую"),
        ("ий$", 2, _HARD_ADJECTIVE),
        ("ій$", 2, _SOFT_ADJECTIVE),
        ("[ыо]й$", 2, _HARD_ADJECTIVE),
        ("е$", 1, _HARD_ADJECTIVE),
        ("є$", 1, _SOFT_ADJECTIVE),
        ("[оеє]е$", 2, f"{_HARD_ADJECTIVE} {_SOFT_ADJECTIVE}"),
        # nouns
        ("а$", 1, "и і ы у ою ой ею ей е"),
        ("я$", 1, "і ї и ю ею єю ей ям е"),
        ("о$", 1, "а у ом і ові е"),
        ("[оеє]в[ео]$", 1, "а у ом им о е"),
        ("(?:[^в]|[^оеєи]в)е$", 1, "а я у ю ом ем і"),
        ("є$", 1, "я ю єм ї"),
        ("ь$", 1, "і и я ю ем еві е ьо"),
        ("й$", 1, "я ю єм єві ї и е ем"),
        ("[^аеєиіїоуюяьй]$", 0, "а у ом ем ові еві і е им"),
    )
)
_PLURAL_NAME: Final = re.compile("[иіїы]$")
_PLURAL_ADJECTIVE: Final = "их им ими ых ым ыми іх"
_SOFTENED: Final = {"к": "ц", "г": "з", "х": "с", "ґ": "з"}
# A vowel of a closed syllable changes where the syllable opens, and back.
_OPENED: Final = tuple(
    (re.compile(closed), vowel)
    for closed, vowel in (("і(?=[^аеєиіїоуюя]{1,2}$)", "о"), ("і(?=(?:в|н|м)ь?$)", "е"), ("ї(?=[^аеєиіїоуюя]$)", "є"))
)
_CLOSED: Final = re.compile("[ое](?=[^аеєиіїоуюя]$)")
_FLEETING: Final = re.compile("ь?[еоєё](?=[^аеєиіїоуюяьй]ь?$)")
_CLUSTERS: Final = (re.compile("[ьй](?=[^аеєиіїоуюяьй]$)"), re.compile("(?=[^аеєиіїоуюяьй]$)"))


def is_case(asked: Sequence[str], name: Sequence[str]) -> bool:
    """Whether each word typed is the name's word or one of its cases; both lower case, without apostrophes."""
    alone = len(name) == 1
    return len(asked) == len(name) and all(
        _is_case(typed, own, alone=alone) for typed, own in zip(asked, name, strict=True)
    )


def same_letters(asked: str, name: str) -> bool:
    """Whether both are spelled alike; what may be Russian has one letter for both of ours."""
    if asked == name:
        return True
    return not is_ukrainian(asked) and plain(asked) == plain(name)


def is_ukrainian(word: str) -> bool:
    """Whether a letter says that it is not Russian."""
    return bool(_UKRAINIAN.search(word))


def plain(word: str) -> str:
    """Spelled with letters that Russian has too."""
    return word.translate(_RUSSIAN)


def _is_case(asked: str, own: str, *, alone: bool) -> bool:
    if same_letters(asked, own):
        return True
    spelled = cases(own) if alone else cases(own) | _as_adjectives(own)
    if is_ukrainian(asked):
        return asked in spelled
    return plain(asked) in map(plain, spelled)


@lru_cache(maxsize=4096)
def cases(word: str) -> frozenset[str]:
    """The cases of one word, without the nominative."""
    forms = _plural(word) if _PLURAL_NAME.search(word) else _singular(word)
    return frozenset(forms) - {word}


def _as_adjectives(word: str) -> set[str]:
    """Beside another word a plural may be one: «Великі Сорочинці»."""
    return {word[:-1] + ending for ending in _PLURAL_ADJECTIVE.split()} if _PLURAL_NAME.search(word) else set()


def _singular(word: str) -> Iterator[str]:
    for ending, cut, endings in _DECLENSIONS:
        if ending.search(word):
            for stem in _stems(word, cut):
                yield from (stem + each for each in endings)
                if softened := _SOFTENED.get(stem[-1:]):
                    yield stem[:-1] + softened + "і"
    if word.endswith("ь"):
        yield from (word + "ю", word[:-1] + word[-2] + "ю")


def _stems(word: str, cut: int) -> set[str]:
    """What endings are put to; a closed syllable opens, a fleeting vowel goes: Харків - Харков-, Кочеток - Кочетк-."""
    stem = word[: len(word) - cut]
    if word[-1:] in "аеєиіїоуюя" or word.endswith(("ий", "ій", "ый", "ой")):
        return {stem}
    opened = (closed.sub(vowel, stem) for closed, vowel in _OPENED)
    fleeting = {kept for kept in (_FLEETING.sub("", stem), _FLEETING.sub("ь", stem)) if len(stem) > 3}
    return {stem, *opened, *fleeting}


def _plural(word: str) -> Iterator[str]:
    """Суми - Сум, Чайки - Чайок, Лубни - Лубен, Гаї - Гаїв."""
    stem = word[:-1]
    yield from (stem + each for each in _PLURAL.split())
    yield from (stem, stem + "ь", stem + "й")
    yield from (cluster.sub(vowel, stem) for vowel in "еоє" for cluster in _CLUSTERS)
    yield _CLOSED.sub("і", stem)  # Підгори - Підгір
