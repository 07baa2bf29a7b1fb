"""Russian spellings turned into Ukrainian ones by rule and table; all words are folded (`bot.places.fold`).

What only differs in a vowel (Черновцы, Белая Церковь) needs no rule: the drawers of `bot.places.stems` hold it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

BEGINNINGS: Final[Mapping[str, str]] = {
    # Christian names
    **{"никола": "микола", "никит": "микит", "анов": "ганив", "анин": "ганин", "анопол": "ганопил", "афанас": "опанас"},
    **{"филип": "пилип", "осиф": "осип", "ефим": "ухим", "елен": "олен", "екатерин": "катерин", "матве": "матви"},
    **{"андре": "андри", "серге": "серги", "алексе": "олекси", "александр": "олександр"},
    # words that villages are made of
    **{"болш": "велик", "южн": "пивден", "ужн": "пивден", "север": "пивничн", "западн": "захидн", "восточн": "схидн"},
    **{"средн": "середн", "желт": "жовт", "желез": "зализ", "октабр": "жовтн", "побед": "перемог", "надежд": "надии"},
    **{"камен": "каман", "камиш": "комиш", "ржишч": "иржишч", "залес": "залис", "подлес": "пидлис", "подгор": "пидгир"},
    **{"знаменк": "знаманк", "звезд": "зирк", "заре": "зори", "бел": "бил", "лес": "лис", "черн": "чорн"},
}
ENDINGS: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(russian), own)
    for russian, own in (
        ("(?:ое|ее)$", "е"),  # Вишневое, Нижнее
        ("(?<=..)[ое]вка$", "ивка"),  # Ивановка, Алексеевка
        ("(?<=..)[ое]в$", "ив"),  # Харьков, Николаев
        ("пол(?=е?$)", "пил"),  # Тернополь, Василевполье
        ("пиле$", "пила"),
        ("же$", "жа"),  # Запорожье
    )
)
_BEGINNING: Final = re.compile("|".join(sorted(BEGINNINGS, key=len, reverse=True)))


def ukrainian(words: Sequence[str]) -> tuple[str, ...]:
    """The words as Ukrainian would spell them; the same words when no rule applies."""
    return tuple(_ending(_beginning(word)) for word in words)


def _beginning(word: str) -> str:
    found = _BEGINNING.match(word)
    return BEGINNINGS[found[0]] + word[found.end() :] if found else word


def _ending(word: str) -> str:
    for russian, own in ENDINGS:
        word = russian.sub(own, word)
    return word
