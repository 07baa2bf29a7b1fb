"""What the words around a place say of it: where somebody lives or is goes before where they came from, what they are
near to, and where somebody else is."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from bot.places.mentions import Mention, Token
from bot.places.vocabulary import CONTRAST

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

# Weights, beside a name's own score of about 0.7 to 0.95.
_HERE: Final = 0.35
_HERE_BEHIND: Final = 0.25
_OF_ME: Final = 0.2
_CAME_FROM: Final = -0.45
_CAME_TO: Final = 0.2
_OTHERS: Final = -0.25
_NEAR_TO: Final = -0.25
_WAY_TO: Final = -0.15
_ON_IT: Final = -0.15
_DENIED: Final = -0.6
_CORRECTED: Final = 0.5


def weight_of(mention: Mention, story: Sequence[Token]) -> float:
    """What the words around a place weigh for it, or against it."""
    before, behind = _before(mention, story), _behind(mention, story)
    close = before[-1] if before else ""
    said = set(before)
    moved = bool(said & _MOVED)
    weights = (
        (_HERE, bool(said & _LIVES) and close not in _BESIDE),
        (_HERE_BEHIND, bool(set(behind[:2]) & _LIVES)),
        (_OF_ME, bool(set(before[-2:]) & _I)),
        (_CAME_FROM, moved and close in _FROM),
        (_CAME_TO, moved and close in _TO),
        (_OTHERS, not _ELSEWHERE.isdisjoint((*before, *behind))),
        (_NEAR_TO, close in _BESIDE),
        (_ON_IT, close == "на"),
        (_WAY_TO, close == "до" and not moved),
        (_DENIED, before[-2:-1] == [_NOT]),
        (_CORRECTED, _is_correction(mention, story)),
    )
    return sum(weight for weight, holds in weights if holds)


def _before(mention: Mention, story: Sequence[Token]) -> list[str]:
    """The nearest words of the same part of a sentence before the name."""
    near = story[max(0, mention.at - _NEAR_WORDS) : mention.at]
    return [token.word for token in near if token.part == story[mention.at].part]


def _behind(mention: Mention, story: Sequence[Token]) -> list[str]:
    """The next words of the same part, as far as they are still about the name: «з Рівного, але зараз у Львові»."""
    near = story[mention.end : mention.end + _NEAR_WORDS]
    own = takewhile(lambda token: token.part == story[mention.at].part and token.word not in CONTRAST, near)
    return [token.word for token in own]


def _is_correction(mention: Mention, story: Sequence[Token]) -> bool:
    """«Тернівка, ні, Павлоград»"""
    near = story[max(0, mention.at - 2) : mention.at]
    return any(token.word in _RATHER and token.sentence == story[mention.at].sentence for token in near)
