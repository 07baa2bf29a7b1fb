"""Which alternate names of GeoNames are worth keeping: what people in Ukraine may type, few per settlement; and how
other languages spell them where the search could not read that: Łuck, Munkács."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

from bot.domain.places import Alias, AliasKind, Unit
from bot.places.embedded.geonames import Place
from bot.places.embedded.spelling import is_cyrillic, is_plain_latin, letters, plain, skeleton
from bot.places.fold import fold_all
from bot.places.loose import looser
from bot.places.russian import ukrainian
from bot.places.words import key, words

MOST_LATIN: Final = 6
MOST_CYRILLIC: Final = 6
MOST_OTHERS: Final = 40  # spellings of other languages, with their marks, that the search could not read otherwise
ALIKE: Final = 0.6  # below this similarity of skeletons it is another name, not another spelling
# Districts and such are other units; a name starts with a capital (GeoNames' pinyin does not) and is no airport code.
_NOT_A_NAME: Final = re.compile(r"\b(rajon|rayon|raion|district|oblast|misto|район|місто|город)\b", re.IGNORECASE)
_NAME: Final = re.compile(r"[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ’]+([ -][A-ZА-ЯЁІЇЄҐ]?[a-zа-яёіїєґ’]+)*")
_LETTER: Final = "A-Za-zÀ-ÖØ-öø-ɏȘ-ț"
_MARKED: Final = re.compile(rf"(?![a-z])[{_LETTER}]{{4,}}(?:[ -](?![a-z])[{_LETTER}]+)*")


def other_names(unit: Unit, place: Place) -> Iterator[Alias]:
    """Other names of the settlement: GeoNames' own, then the nearest of each alphabet, one of a sound."""
    names = [plain(name) for name in place.alternates]
    wanted = [name for name in names if _NAME.fullmatch(name) and not _NOT_A_NAME.search(name)]
    ordered = sorted(wanted, key=lambda name: (-_likeness(unit, name), name))
    for name in _distinct(filter(is_cyrillic, ordered), letters, seen={letters(unit.name)}, limit=MOST_CYRILLIC):
        yield Alias(unit.katottg, name, _kind(unit, name))
    latin = filter(is_plain_latin, (plain(place.name), *ordered))
    listed = _distinct(latin, skeleton, seen=set(), limit=MOST_LATIN)
    for name in listed:
        yield Alias(unit.katottg, name, AliasKind.FOREIGN)
    others = (name for name in place.alternates if _is_other_spelling(name))
    for name in _distinct(others, key, seen=set(map(key, listed)), limit=MOST_OTHERS):
        if not _is_read_as(name, unit.name):
            yield Alias(unit.katottg, name, _kind(unit, name))


def _is_other_spelling(name: str) -> bool:
    return bool(_MARKED.fullmatch(name)) and name == unicodedata.normalize("NFC", name) and not _NOT_A_NAME.search(name)


def _is_read_as(name: str, official: str) -> bool:
    """Whether the search finds the official name by this spelling of it, without having it."""
    own = "".join(fold_all(words(official)))
    spellings = (fold_all(words(name)), *looser(words(name)))
    return any("".join(said) == own for each in spellings for said in (each, ukrainian(each)))


def _distinct(names: Iterable[str], key: Callable[[str], str], *, seen: set[str], limit: int) -> list[str]:
    fresh: dict[str, str] = {}
    for name in names:
        if key(name) not in seen:
            fresh.setdefault(key(name), name)
    return list(fresh.values())[:limit]


def _likeness(unit: Unit, name: str) -> float:
    return round(SequenceMatcher(None, skeleton(unit.name), skeleton(name), autojunk=False).ratio(), 6)


def _kind(unit: Unit, name: str) -> AliasKind:
    return AliasKind.FOREIGN if _likeness(unit, name) >= ALIKE else AliasKind.FORMER
