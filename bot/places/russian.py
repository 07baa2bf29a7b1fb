"""Russian beginnings of names that no rule of sounds turns into the Ukrainian ones; all folded (`bot.places.fold`).

Endings and vowels (Харьков, Белая Церковь, Черновцы) need no table: the drawers of `bot.places.stems` hold them.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

# Christian names first, then words that villages are made of.
BEGINNINGS: Final[Mapping[str, str]] = {
    **{"никола": "микола", "никит": "микит", "никифор": "никифор", "анов": "ганив", "анин": "ганин", "анопол": "ганопил"},
    **{"аленов": "олинив", "афанас": "опанас", "филип": "пилип", "федор": "федор", "егор": "егор", "иосиф": "осип"},
    **{"ефим": "ухим", "евгенов": "евгенив", "елен": "олен", "екатерин": "катерин", "ксенев": "оксанив", "степан": "степан"},
    **{"матве": "матви", "андре": "андри", "серге": "серги", "алексе": "олекси", "александр": "олександр", "софиев": "софив"},
    **{"болш": "велик", "красн": "червон", "южн": "пивден", "ужн": "пивден", "север": "пивничн", "западн": "захидн"},
    **{"восточн": "схидн", "средн": "середн", "желт": "жовт", "желез": "зализ", "вишн": "вишн", "деревн": "сил"},
    **{"октабр": "жовтн", "июл": "липн", "первома": "першотравн", "дружб": "дружб", "мирн": "мирн", "побед": "перемог"},
    **{"свобод": "свобод", "слобод": "слобид", "надежд": "надии", "счаст": "шаст", "шчаст": "шчаст", "сомн": "снов"},
    **{"камен": "каман", "пат": "пат", "кремен": "кремин", "камиш": "комиш", "хорош": "хорош", "лебеж": "лебед"},
    **{"пшен": "пшен", "ржишч": "иржишч", "ржавец": "иржавец", "мшан": "имшан", "лгов": "илгив", "тарасов": "тарасив"},
    **{"заборе": "забира", "залесе": "залиса", "подлес": "пидлис", "подгор": "пидгир", "подл": "пидл", "пригород": "примиськ"},
    **{"воздвижен": "здвижен", "вознесен": "вознесен", "воскресен": "воскресен", "успен": "успен", "болнич": "ликарнан"},
    **{"днепродзержин": "дниподзержин", "звезд": "зирк", "знаменк": "знаманк", "рад": "рад", "заре": "зори", "зара": "зора"},
}
_REAL: Final[Mapping[str, str]] = {russian: own for russian, own in BEGINNINGS.items() if russian != own}
_BEGINNING: Final = re.compile("|".join(sorted(_REAL, key=len, reverse=True)))


def ukrainian(words: Sequence[str]) -> tuple[str, ...]:
    """The words with their Russian beginnings replaced; the same words when there is nothing to replace."""
    return tuple(_replaced(word) for word in words)


def _replaced(word: str) -> str:
    found = _BEGINNING.match(word)
    return _REAL[found[0]] + word[found.end() :] if found else word
