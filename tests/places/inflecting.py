"""Genitive and locative of place names in ordinary Ukrainian spelling, for making test questions.

Source: the Ukrainian orthography of 2019, sections 82-105; written apart from the search, which must not test itself.
"""

import re
from collections.abc import Callable
from typing import Final

Inflect = Callable[[str, bool], str]
VOWELS: Final = "аеєиіїоуюя"
HARDENED: Final = {"к": "ц", "г": "з", "х": "с"}
FEMININE: Final = re.compile(
    r"(?:ська|цька|зька|[нвл]ова|Нова|Біла|Мала|Стара|Велика|Червона|Зелена|Чорна|Суха|Гола|Руда|Крива|Довга|Гостра|Тиха|Глибока|Висока|Широка|Верхня|Нижня|Середня|Добра|Кам’яна)$"
)


def genitive(name: str) -> str:
    return _each(name, _genitive)


def locative(name: str) -> str:
    return _each(name, _locative)


def _each(name: str, inflect: Inflect) -> str:
    words = name.split()
    return " ".join(_hyphened(word, inflect, last=at == len(words) - 1) for at, word in enumerate(words))


def _hyphened(word: str, inflect: Inflect, *, last: bool) -> str:
    *before, end = word.split("-")
    return "-".join([*before, inflect(end, last)])


def _adjective(word: str, last: bool) -> str | None:
    """Which adjectival pattern the word follows: m, f, n, p; None for a noun."""
    if word.endswith(("ий",)):
        return "m"
    if FEMININE.search(word):
        return "f"
    if (
        word.endswith(("ське", "цьке", "зьке", "не", "ве", "те", "ре", "ле", "же", "ше", "че", "де", "ге", "хе", "ке"))
        and word != "Поле"
    ):
        return "n"
    if word.endswith(("нє", "іє")):
        return "s"
    if not last and word.endswith("і"):
        return "p"
    return None


def _genitive(word: str, last: bool) -> str:
    match _adjective(word, last):
        case "m":
            return word[:-2] + "ого"
        case "n":
            return word[:-1] + "ого"
        case "s":
            return word[:-1] + "ього"
        case "f":
            return word[:-1] + ("ьої" if word.endswith("ня") else "ої")
        case "p":
            return word + "х" if not word.endswith("і") else word[:-1] + "их"
    return _noun_genitive(word)


def _locative(word: str, last: bool) -> str:
    match _adjective(word, last):
        case "m" | "n":
            return word[: -2 if word.endswith("ий") else -1] + "ому"
        case "s":
            return word[:-1] + "ьому"
        case "f":
            return word[:-1] + "ій"
        case "p":
            return word[:-1] + "их"
    return _noun_locative(word)


GENITIVE: Final = (  # an ending of the nominative, and what stands in its place
    (r"(?<=[іи])[ая]$", "ї"),
    (r"(?<=лл|нн|жж|чч|тт|дд|сс|зз)я$", "я"),
    (r"(?<=[жчшщ])а$", "і"),
    (r"а$", "и"),
    (r"я$", "і"),
    (r"[ое]$", "а"),
    (r"(?<=ан|ян|од|уд|ок|ас|ум)и$", ""),
    (r"[иі]$", "ів"),
)


def _noun_genitive(word: str) -> str:
    for nominative, ending in GENITIVE:
        if re.search(nominative, word):
            return re.sub(nominative, ending, word)
    return _stem(word) + ("я" if word[-1] in "ьй" else "а")


def _noun_locative(word: str) -> str:
    if word.endswith(("іа", "ія")):
        return word[:-1] + "ї"
    if word.endswith("а"):
        stem = word[:-1]
        return stem[:-1] + HARDENED.get(stem[-1], stem[-1]) + "і"
    if word.endswith(("я", "о", "е")):
        return word[:-1] + "і"
    if word.endswith("ці"):
        return word[:-1] + "ях"
    if word.endswith(("и", "і")):
        return word[:-1] + "ах"
    return _stem(word) + ("ю" if word.endswith("й") else "і")


def _stem(word: str) -> str:
    """The stem before an ending: Київ - Києв-, Харків - Харков-, Тернопіль - Тернопол-, Бобринець - Бобринц-."""
    word = word.removesuffix("й")
    bare = word.removesuffix("ь")
    if word.endswith("їв"):
        return word[:-2] + "єв"
    if word.endswith("ів"):
        return word[:-2] + ("ев" if word[-3] in "жчшщ" else "ов")
    if bare.endswith("іл") and word.endswith("ь"):
        return bare[:-2] + "ол"
    if word.endswith("ець"):
        return word[:-3] + "ц"
    if word.endswith("ок") and word[-3] not in VOWELS:
        return word[:-2] + "к"
    return bare
