"""A street address without any word or comma that says so: «Вінниця Замостянська 34», «Соборна 12 Луцьк».

Where the settlement ends and the street begins, only who knows the settlements can tell: all ways to cut are given.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from bot.domain.places import PARTS_OF_CITIES, Answer, Found, PlaceCategory, first_of
from bot.places.address import LONGEST, StreetAddress, read_address
from bot.places.fold import fold, fold_all
from bot.places.russian import ukrainian
from bot.places.vocabulary import AREAS, FILLERS, KINDS, PREPOSITIONS, SPOTS
from bot.places.words import words

_HOUSE: Final = r"\d{1,4}(?:\s?-?\s?[а-яіїєґa-z])?(?:/\d{1,4}[а-яіїєґa-z]?)?"
_FLAT: Final = re.compile(r",?\s*(?<!\w)(?:кв|квартира|apt|flat)(?!\w)\.?\s*№?\s*\d+\w?\s*$", re.I)
_HOUSE_LAST: Final = re.compile(rf"(?P<words>[^\d,;:!?\n]+?)\s*,?\s+(?P<house>{_HOUSE})", re.I)
_HOUSE_WITHIN: Final = re.compile(
    rf"(?P<words>[^\d,;:!?\n]+?)\s+(?P<house>{_HOUSE})\s+(?P<settlement>[^\d,;:!?\n]+)", re.I
)
_LEADING: Final = re.compile(r"^(?:я|живу|мешкаю|адреса|адрес|мій|моя|м|місто)(?!\w)[\s:.]*", re.I)
_LONGEST_NAME: Final = 3  # words of a settlement's
_LONGEST_STREET: Final = 4
_NO_STREET: Final = FILLERS | PREPOSITIONS | SPOTS | frozenset((*AREAS, *KINDS))


def loose_addresses(text: str) -> Iterator[StreetAddress]:
    """Ways to read a text as an address, the longer names of settlements first; none for most texts."""
    if len(text) > LONGEST:
        return
    plain = _FLAT.sub("", text).strip(" .,")
    plain = _LEADING.sub("", _LEADING.sub("", plain))
    if found := _HOUSE_WITHIN.fullmatch(plain):
        street, settlement = found["words"].split(), found["settlement"].split()
        if _is_street(street) and len(settlement) <= _LONGEST_NAME:
            yield StreetAddress(f"{' '.join(street)} {found['house']}", " ".join(settlement))
    elif found := _HOUSE_LAST.fullmatch(plain):
        said = found["words"].split()
        for size in range(min(_LONGEST_NAME, len(said) - 1), 0, -1):
            if _is_street(said[size:]):
                yield StreetAddress(f"{' '.join(said[size:])} {found['house']}", " ".join(said[:size]))


def _is_street(said: list[str]) -> bool:
    return 0 < len(said) <= _LONGEST_STREET and not any(word.lower().strip(".") in _NO_STREET for word in said)


def known_address(text: str, find: Callable[[str], Answer]) -> StreetAddress | None:
    """The address a text is: marked as one, or with a settlement as it is spelt, by what `find` says of it. A part of a
    city with a number is no street: «Дніпро Перемога 6»."""
    if marked := read_address(text):
        return marked
    spelt = (each for each in loose_addresses(text) if _is_spelt(each.settlement, find(each.settlement)))
    longest = next(spelt, None)
    return longest if longest and not _is_part(longest, find) else None


def _is_spelt(said: str, answer: Answer) -> bool:
    if not isinstance(answer, Found) or not answer.candidate.unit.is_settlement:
        return False
    found = answer.candidate
    asked = fold_all([word for word in words(said) if fold(word) not in KINDS])
    name = fold_all(words(found.alias or found.unit.name))
    return found.alias_kind not in PARTS_OF_CITIES and name in (asked, ukrainian(asked))


def _is_part(address: StreetAddress, find: Callable[[str], Answer]) -> bool:
    answer = find(f"{address.settlement}, {address.street.rsplit(' ', 1)[0]}")
    first = first_of(answer)
    return first is not None and (first.unit.category is PlaceCategory.DISTRICT or first.alias_kind in PARTS_OF_CITIES)
