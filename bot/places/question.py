"""Reads a question: which words are the name, which say the kind of place, which say where it lies.

«Малин, Житомирська область», «живу в селі Вереси на Житомирщині», «Харків, Київський район». A question can be read in
several ways; `readings` gives them in the order of trust, and the first that fits a known name wins.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.domain.places import Category, Unit
from bot.places.areas import WIDER, Areas, Codes
from bot.places.fold import fold, fold_all
from bot.places.vocabulary import ADJECTIVE, AREAS, BETWEEN, FILLERS, KINDS, PREPOSITIONS
from bot.places.words import spelled_out, words

_PARTS: Final = re.compile(r"[,;()\n/|:]+|\s[-–—]\s")
_MOST_WORDS_IN_AREA: Final = 4
_CITIES: Final = frozenset({Category.CITY, Category.SPECIAL_CITY})
_DISTRICT: Final = frozenset({Category.DISTRICT})


@dataclass(frozen=True, slots=True)
class Reading:
    """`words` are the name's, as typed (none: the question names only areas); each of `within` holds codes of which
    one must contain the place; `kinds` empty means any. `guessed`: that there is an area at all is our guess, so it is
    asked after the others. `inflected`: a preposition says that the name is not in the nominative."""

    words: tuple[str, ...]
    kinds: frozenset[Category] = frozenset()
    within: tuple[Codes, ...] = ()
    guessed: bool = False
    inflected: bool = False

    @property
    def key(self) -> str:
        return "".join(self.words)

    @property
    def folded(self) -> tuple[str, ...]:
        return fold_all(self.words)


@dataclass(slots=True)
class _Part:
    """One part between commas, taken to pieces; `whole` is the name with its kind word and what may be an
    oblast's nickname: «Нове Село» and «Старий Крим» are names."""

    name: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    kinds: frozenset[Category] = frozenset()
    areas: list[Codes] = field(default_factory=list)
    nickname: list[Codes] = field(default_factory=list)
    inflected: bool = False


class Reader:
    """Knows the names of oblasts, raions, hromadas and city districts, to tell areas from names."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._areas = Areas(units)

    def areas(self, name: str, kinds: frozenset[Category]) -> Codes:
        """Areas of these kinds that a name without further words may mean."""
        folded = fold_all(words(name))
        if not folded:
            return frozenset()
        return self._areas.called(folded, kinds) or (self._areas.nickname(folded[0]) if len(folded) == 1 else Codes())

    def readings(self, text: str) -> Iterator[Reading]:
        """Ways to understand the question, the plainest first; none for an empty one."""
        whole = words(text)
        if whole:
            yield Reading(tuple(whole))
        if len(whole) < 2:
            return
        parts = [self._take_apart(each) for part in _PARTS.split(spelled_out(text)) if (each := words(part))]
        order = sorted(range(len(parts)), key=lambda at: not parts[at].kinds)
        for at in order:
            part, others = parts[at], parts[:at] + parts[at + 1 :]
            if not part.name and any(other.name for other in others):
                part.kinds = _DISTRICT  # a place is named elsewhere: here only «Київський район» of «Харків» may be
            yield from self._readings_of(part, [context for other in others for context in self._contexts(other)])

    def _readings_of(self, part: _Part, others: Sequence[Codes]) -> Iterator[Reading]:
        within = (*part.areas, *others)
        if part.whole != part.name:
            yield Reading(tuple(part.whole), within=within, inflected=part.inflected)
        within = (*part.nickname, *within)
        yield Reading(tuple(part.name), part.kinds, within, inflected=part.inflected)
        if part.areas and (city := self._areas.called(fold_all(part.name), _CITIES)):
            yield Reading((), _DISTRICT, (*within, city))
        for name, area in _cuts(part.name):
            yield from self._district(name, area)
            if codes := self._areas.called(fold_all(area), WIDER):
                yield Reading(tuple(name), part.kinds, (codes, *within), guessed=True, inflected=part.inflected)

    def _district(self, name: Sequence[str], area: Sequence[str]) -> Iterator[Reading]:
        """«Київ Голосіївський»: a city and one of its districts."""
        if (codes := self._areas.called(fold_all(area), _DISTRICT)) and (
            city := self._areas.called(fold_all(name), _CITIES)
        ):
            yield Reading((), _DISTRICT, (codes, city), guessed=True)

    def _contexts(self, part: _Part) -> list[Codes]:
        """What another part says about where: its areas, and its name when something is called so."""
        own = self._areas.called(fold_all(part.name), frozenset(Category)) if part.name else frozenset()
        told = [*part.areas, *part.nickname]
        return [*told, own] if own else told

    def _take_apart(self, found: Sequence[str]) -> _Part:
        part = _Part()
        rest = list(found)
        while rest:
            word = rest.pop(0)
            kinds = AREAS.get(fold(word))
            if kinds is None or not self._take_area(part, rest, kinds):
                part.name.append(word)
        _drop_fillers(part)
        part.whole = part.name
        self._take_nickname(part)
        _drop_kind(part)
        return part

    def _take_area(self, part: _Part, after: list[str], kinds: frozenset[Category]) -> bool:
        """Take the area's name from before its kind («Малинська громада») or from after it («район Малинський»)."""
        before = bool(part.name) and bool(ADJECTIVE.search(fold(part.name[-1])))
        for size_of in (self._before, self._after) if before or not after else (self._after, self._before):
            if taken := size_of(part.name, after, kinds):
                part.areas.append(taken)
                return True
        return False

    def _before(self, name: list[str], _after: list[str], kinds: frozenset[Category]) -> Codes:
        fill = 0
        while fill < len(name) and BETWEEN.fullmatch(fold(name[len(name) - 1 - fill])):
            fill += 1
        for skipped in dict.fromkeys((0, fill)):
            rest = name[: len(name) - skipped]
            for size in range(min(_MOST_WORDS_IN_AREA, len(rest)), 0, -1):
                if codes := self._meant(rest[-size:], kinds, alone=size == 1):
                    del name[len(rest) - size :]
                    return codes
        return frozenset()

    def _after(self, _name: list[str], after: list[str], kinds: frozenset[Category]) -> Codes:
        """Only an adjective: «обл. Житомирська»; a noun after the kind is more likely the place."""
        for size in range(min(2, len(after)), 0, -1):
            if ADJECTIVE.search(fold(after[size - 1])) and (codes := self._areas.called(fold_all(after[:size]), kinds)):
                del after[:size]
                return codes
        return frozenset()

    def _meant(self, name: Sequence[str], kinds: frozenset[Category], *, alone: bool) -> Codes:
        folded = fold_all(name)
        codes = self._areas.called(folded, kinds)
        return codes or (self._areas.alike(folded, kinds) if alone else frozenset())

    def _take_nickname(self, part: _Part) -> None:
        """«Малин Житомирщина», «на Полтавщині»: an oblast called by one word, unless nothing else is named."""
        for word in reversed(part.name) if len(part.name) > 1 else ():
            if codes := self._areas.nickname(fold(word)):
                part.nickname = [codes]
                part.name = [each for each in part.name if each is not word]
                return


def _cuts(name: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Name and area without any word that says so: «Малин Житомирська», then «Житомирська Малин»."""
    for cut in range(len(name) - 1, 0, -1):
        yield name[:cut], name[cut:]
    for cut in range(1, len(name)):
        yield name[cut:], name[:cut]


def _drop_fillers(part: _Part) -> None:
    kept = [word for word in part.name if word not in FILLERS]
    bare = [word for at, word in enumerate(kept) if word not in PREPOSITIONS or _is_kind(kept, at)]
    if bare:
        part.inflected = any(word in PREPOSITIONS for word in part.name if word not in bare)
        part.name = bare


def _is_kind(found: Sequence[str], at: int) -> bool:
    """«с Вереси» is a village, «с Киева» is out of Kyiv: told apart by what the name then is, so it counts as both."""
    return found[at] == "с" and at + 1 < len(found)


def _drop_kind(part: _Part) -> None:
    """A kind word at the beginning or the end is not the name, unless nothing else is there."""
    for at, rest in ((0, part.name[1:]), (-1, part.name[:-1])):
        if rest and (kinds := KINDS.get(fold(part.name[at]))):
            part.kinds, part.name = kinds, rest
            return
