"""Where a story says that it happens: of all places it mentions the likeliest first.

«Ми з Маріуполя, зараз живемо в Миргороді»: where somebody lives or is now goes before where they came from, what they
are near to, or where somebody else is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import log10
from typing import Final, NamedTuple

from bot.domain.places import Ambiguous, Answer, Candidate, Choice, Found, NotCovered, Unanswered, candidates
from bot.places.areas import Codes
from bot.places.fold import fold
from bot.places.gazetteer import Gazetteer
from bot.places.mentions import Mention, Token, mentions, tokens
from bot.places.parts import take_apart
from bot.places.ranking import stands_out
from bot.places.size import people
from bot.places.stems import drawer
from bot.places.vocabulary import AREAS, FILLERS, KINDS, PREPOSITIONS, SPOTS
from bot.places.words import words

NO_PLACE: Final = NotCovered(Unanswered.STORY)
_NEAR_WORDS: Final = 5
"""So many words before a name may say what it is to the one who writes."""


def _each(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FROM: Final = _each("з із зі зо из с со від от")
_TO: Final = _each("до в у на во")
_BESIDE: Final = _each(
    "біля коло під неподалік недалеко поруч поблизу поряд між повз за через над возле около рядом под между"
)
_LIVES: Final = _each(
    "живу живемо живем мешкаю мешкаємо проживаю проживаємо проживаем винаймаю винаймаємо снимаю снимаем орендую зараз"
    " тепер сейчас теперь пишу пишемо прописка прописаний прописана прописані вдома дома удома мешканці жителі тут"
)
_I: Final = _each("я ми мы нас мене сам сама мешканець мешканка")
_MOVED: Final = _each(
    "приїхав приїхала приїхали переїхав переїхала переїхали переселенець переселенка переселенці переехал переехала"
    " переехали приехал приехала приехали евакуювались евакуювалися евакуйовані виїхав виїхала виїхали выехали"
)
_ELSEWHERE: Final = _each(
    "родом народився народилась народилася родилась родился був була були їздив їздила їздили ездила ездил ездили"
    " раніше раньше колись сестра брат мама тато батьки донька дочка син родичі остались залишились лишились квартира"
    " дзвонить телефонував бывший бывшая колишній"
)
_NOT: Final = "не"
_RATHER: Final = _each("нет ні точніше вернее тобто")
_PERSON: Final = _each(
    "пан пані пане сусід сусіда сусідка сосед соседка сосід кум кума дядько дядя тітка баба бабуся дід староста офіцер"
    " капітан лейтенант майор сержант директор голова вчитель вчителька лікар подруга друг пана"
)


_KINDS_OF_PLACE: Final = frozenset({*KINDS, *AREAS})


class Cue(NamedTuple):
    """What weighs for or against a name."""

    lives: float = 0.35
    lives_behind: float = 0.25
    i: float = 0.2
    from_there: float = -0.45
    moved_to: float = 0.2
    elsewhere: float = -0.25
    beside: float = -0.25
    towards: float = -0.15
    denied: float = -0.6
    corrected: float = 0.5
    person: float = -0.6
    fits: float = 0.3
    size: float = 0.5
    on: float = -0.15
    later: float = -0.02


CUE: Final = Cue()


def places_told(gazetteer: Gazetteer, text: str) -> Answer:
    """Places of a story, none of them certain; `Found` where one place bears the likeliest name, its others behind."""
    story = tokens(text)
    found = mentions(gazetteer, story)
    if not found:
        return NO_PLACE
    areas = _areas(gazetteer, story)
    fitted = [_fitted(mention, areas, found) for mention in found]
    fitted.sort(key=lambda each: -_weight(each, story, areas))
    return _answer(_cities_first(fitted))


def _cities_first(ordered: Sequence[Mention]) -> list[Mention]:
    """A part of a city follows the city where both are told: «живу в Черкасах на Митниці»."""
    return sorted(
        ordered, key=lambda each: any(each.first.unit.settlement == one.first.unit.katottg for one in ordered)
    )


def _answer(ordered: Sequence[Mention]) -> Answer:
    first, *rest = ordered[0].candidates
    nexts = [each.first for each in ordered[1:]]
    others = [candidate for each in ordered[1:] for candidate in each.candidates[1:]]
    if not rest or stands_out(first, rest[0]):
        return Found(first, _once(first, (*nexts, *rest, *others))[1:])
    return Ambiguous(_once(first, (*rest, *nexts, *others)), Choice.TOLD)


def _once(first: Candidate, others: Iterable[Candidate]) -> tuple[Candidate, ...]:
    kept: dict[str, Candidate] = {}
    for each in (first, *others):
        kept.setdefault(each.unit.katottg, each)
    return tuple(kept.values())


def _areas(gazetteer: Gazetteer, story: Sequence[Token]) -> list[Codes]:
    """Areas that are told to be such: «Сумської області», «на Полтавщині»."""
    taken = (take_apart(gazetteer.areas, part) for part in _parts(story))
    return [codes for part in taken for codes in (*part.areas, *part.nickname)]


def _fitted(mention: Mention, areas: Sequence[Codes], among: Sequence[Mention]) -> Mention:
    """Of namesakes those in the areas that are told; then those in the raion of another place of the story."""
    inside = [each for each in mention.candidates if _fits(each, areas)] or list(mention.candidates)
    raions = {each.first.unit.raion for each in among if each is not mention} - {None}
    inside.sort(key=lambda each: each.unit.raion not in raions)
    return replace(mention, candidates=tuple(inside))


def _fits(candidate: Candidate, areas: Sequence[Codes]) -> bool:
    return all(not codes.isdisjoint(candidate.unit.areas) for codes in areas)


def _weight(mention: Mention, story: Sequence[Token], areas: Sequence[Codes]) -> float:
    size = CUE.size * min(1.0, log10(max(people(mention.first.unit), 1)) / 7)
    fits = CUE.fits if areas and _fits(mention.first, areas) else 0.0
    return mention.first.score + size + fits + _told(mention, story) + CUE.later * mention.at / 10


def _told(mention: Mention, story: Sequence[Token]) -> float:
    """What the words around say."""
    before, behind = _before(mention, story), _behind(mention, story)
    close = before[-1] if before else ""
    said = set(before)
    moved = bool(said & _MOVED)
    weights = (
        (CUE.lives, bool(said & _LIVES) and close not in _BESIDE),
        (CUE.lives_behind, bool(set(behind[:2]) & _LIVES)),
        (CUE.i, bool(set(before[-2:]) & _I)),
        (CUE.from_there, moved and close in _FROM),
        (CUE.moved_to, moved and close in _TO),
        (CUE.elsewhere, not _ELSEWHERE.isdisjoint((*before, *behind))),
        (CUE.beside, close in _BESIDE),
        (CUE.on, close == "на"),
        (CUE.towards, close == "до" and not moved),
        (CUE.denied, before[-2:-1] == [_NOT]),
        (CUE.corrected, _is_correction(mention, story)),
        (CUE.person, close in _PERSON or _is_surname(mention, story)),
    )
    return sum(weight for weight, holds in weights if holds)


def _before(mention: Mention, story: Sequence[Token]) -> list[str]:
    """The nearest words of the same part of a sentence before the name."""
    near = story[max(0, mention.at - _NEAR_WORDS) : mention.at]
    return [token.word for token in near if token.part == story[mention.at].part]


def _behind(mention: Mention, story: Sequence[Token]) -> list[str]:
    near = story[mention.end : mention.end + _NEAR_WORDS]
    return [token.word for token in near if token.part == story[mention.at].part]


def _is_correction(mention: Mention, story: Sequence[Token]) -> bool:
    """«Тернівка, ні, Павлоград»"""
    near = story[max(0, mention.at - 2) : mention.at]
    return any(token.word in _RATHER and token.sentence == story[mention.at].sentence for token in near)


def _is_surname(mention: Mention, story: Sequence[Token]) -> bool:
    """«Іван Житомирський», «мене звати Мирослава Вишнева»: right behind another word with a capital."""
    if not mention.at:
        return False
    name, before = story[mention.at], story[mention.at - 1]
    return name.capital and before.capital and before.part == name.part and before.word not in PREPOSITIONS


def left_over(gazetteer: Gazetteer, text: str, answer: Answer) -> int:
    """How many words stand beside the name that was found, what lies around it and what people say with any name."""
    found = next(iter(candidates(answer)), None)
    if found is None:
        return 0
    names = [found.alias or "", *(unit.name for unit in gazetteer.chain(found.unit))]
    known = {drawer([fold(word)]) for name in names for word in words(name)}
    return sum(drawer([fold(word)]) not in known for word in _weighty(gazetteer, tokens(text)))


def first_part(text: str) -> str:
    """What stands before the first comma or full stop."""
    story = tokens(text)
    return " ".join(token.word for token in story if token.part == story[0].part)


def _weighty(gazetteer: Gazetteer, story: Sequence[Token]) -> list[str]:
    """Words that are neither an area's, nor a kind of place, nor said around any name."""
    return [
        word
        for part in _parts(story)
        for word in take_apart(gazetteer.areas, part).name
        if word not in FILLERS and word not in PREPOSITIONS and word not in SPOTS and fold(word) not in _KINDS_OF_PLACE
    ]


def _parts(story: Sequence[Token]) -> list[list[str]]:
    parts: dict[int, list[str]] = {}
    for token in story:
        parts.setdefault(token.part, []).append(token.word)
    return list(parts.values())
