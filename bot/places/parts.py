"""Takes one part of a question, between commas, to pieces: areas, the kind of place, words around, the name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.domain.places import PlaceCategory
from bot.places.areas import Areas, Codes
from bot.places.fold import fold, fold_all
from bot.places.vocabulary import (
    ADJECTIVE,
    AREAS,
    BETWEEN,
    FILLERS,
    INSIDE,
    KINDS,
    NAMED_BEHIND,
    NEIGHBOURHOOD,
    PREPOSITIONS,
    SPOTS,
)

_MOST_WORDS_IN_AREA: Final = 4
_MOST_SHORTENED: Final = 2
_LETTER: Final = "с"
_OBLAST: Final = frozenset({PlaceCategory.OBLAST})
_FIRST_HALF: Final = fold("івано")


@dataclass(slots=True)
class Part:
    """What was found; `whole` is the name with its kind word and what may be an oblast's nickname: «Нове Село» and
    «Старий Крим» are names; `filled` has what people say around a name, too: «Добрий Лук». `spoken`: all but fillers
    and areas; `said`: all words; `by_letter`: the kind is an «с» that may be a preposition."""

    name: list[str] = field(default_factory=list)
    whole: list[str] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    kinds: frozenset[PlaceCategory] = frozenset()
    areas: list[Codes] = field(default_factory=list)
    nickname: list[Codes] = field(default_factory=list)
    inflected: bool = False
    spoken: Sequence[str] = ()
    said: Sequence[str] = ()
    by_letter: bool = False

    def between_prepositions(self) -> list[list[str]]:
        """What comes before the first preposition, then what follows each until the next."""
        found: list[list[str]] = [[]]
        for word in self.spoken:
            if word in PREPOSITIONS:
                found.append([])
            else:
                found[-1].append(word)
        return found


def take_apart(areas: Areas, found: Sequence[str]) -> Part:
    """The pieces of some words."""
    part = Part(said=tuple(found))
    rest = list(found)
    while rest:
        word = rest.pop(0)
        kinds = AREAS.get(fold(word))
        if kinds is None or not _take_area(areas, part, rest, kinds):
            part.name.append(word)
    part.filled = list(part.name)
    _drop_fillers(part)
    part.whole = part.name
    if not NEIGHBOURHOOD.isdisjoint(part.name):
        part.kinds = frozenset({PlaceCategory.DISTRICT})  # or a part of one: «мікрорайон Сонячний»
    part.name = [word for word in part.name if word not in SPOTS] or part.name
    _take_nickname(areas, part)
    _drop_kind(part)
    return part


def _take_area(areas: Areas, part: Part, after: list[str], kinds: frozenset[PlaceCategory]) -> bool:
    """Take the area's name from before its kind («Малинська громада») or from after it («район Малинський»)."""
    before = bool(part.name) and bool(ADJECTIVE.search(fold(part.name[-1])))
    for side in (_before, _after) if before or not after else (_after, _before):
        if taken := side(areas, part.name, after, kinds):
            part.areas.append(taken)
            return True
    return False


def _before(areas: Areas, name: list[str], _after: list[str], kinds: frozenset[PlaceCategory]) -> Codes:
    fill = 0
    while fill < len(name) and BETWEEN.fullmatch(fold(name[len(name) - 1 - fill])):
        fill += 1
    for skipped in dict.fromkeys((0, fill)):
        rest = name[: len(name) - skipped]
        for size in range(min(_MOST_WORDS_IN_AREA, len(rest)), 0, -1):
            if codes := _meant(areas, rest[-size:], kinds, alone=size == 1):
                del name[len(rest) - size :]
                return codes
    return frozenset()


def _after(areas: Areas, _name: list[str], after: list[str], kinds: frozenset[PlaceCategory]) -> Codes:
    """Only an adjective: «обл. Житомирська»; a noun after the kind is more likely the place."""
    for size in range(min(2, len(after)), 0, -1):
        if ADJECTIVE.search(fold(after[size - 1])) and (codes := areas.called(fold_all(after[:size]), kinds)):
            del after[:size]
            return codes
    return frozenset()


def _meant(areas: Areas, name: Sequence[str], kinds: frozenset[PlaceCategory], *, alone: bool) -> Codes:
    folded = fold_all(name)
    if codes := areas.called(folded, kinds):
        return codes
    begun = areas.begun(folded) if PlaceCategory.OBLAST in kinds and len(folded) <= _MOST_SHORTENED else frozenset()
    return begun or (areas.alike(folded, kinds) if alone else frozenset())


def _take_nickname(areas: Areas, part: Part) -> None:
    """«Малин Житомирщина», «на Полтавщині», «Малин Житомирська»: an oblast called by one word, unless nothing else is
    named; by its adjective only behind the name."""
    if part.name[1:] and areas.is_oblast([fold(part.name[-1])]):
        part.nickname = [areas.called((fold(part.name.pop()),), _OBLAST)]
        return
    for word in reversed(part.name) if len(part.name) > 1 else ():
        if codes := areas.nickname(fold(word)):
            part.nickname = [codes]
            at = part.name.index(word)
            first = at - 1 if at and fold(part.name[at - 1]) == _FIRST_HALF else at  # Івано-Франківщина
            del part.name[first : at + 1]
            if part.name[1:] and part.name[-1] == "на":
                part.name.pop()
            return


def _drop_fillers(part: Part) -> None:
    kept = [word for word in part.name if word not in FILLERS]
    part.spoken = kept
    bare = [
        word for at, word in enumerate(kept) if word not in PREPOSITIONS or _is_kind(kept, at) or _is_inside(word, at)
    ]
    if bare or part.areas:  # «у Печерському районі» leaves no name
        part.inflected = any(word in PREPOSITIONS for word in part.name if word not in bare)
        part.name = bare


def _is_kind(found: Sequence[str], at: int) -> bool:
    """«с Вереси» is a village, «с Киева» is out of Kyiv: told apart by what the name then is, so it counts as both."""
    return found[at] == _LETTER and at + 1 < len(found)


def _is_inside(word: str, at: int) -> bool:
    """Микільське-на-Дніпрі, Гаї-за-Рудою, Красний Під."""
    return at > 0 and word in INSIDE


def _drop_kind(part: Part) -> None:
    """A kind word at the beginning or the end is not the name, unless nothing else is there."""
    for at, rest in ((0, part.name[1:]), (-1, part.name[:-1])):
        word = fold(part.name[at]) if rest else ""
        if (kinds := KINDS.get(word)) and not (at and word in NAMED_BEHIND):
            part.kinds, part.name, part.by_letter = kinds, rest, word == _LETTER and _LETTER in part.said
            return
