"""Words beside a name: kinds of places, kinds of areas, and what people say around them.

All but the fillers are folded (`bot.places.fold`), so Russian and Latin spellings need no entries of their own where
they sound the same: «область» and "oblast" are both `област`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from bot.domain.places import PlaceCategory
from bot.places.fold import fold

_CITY: Final = "м місто місті міста місту містом містечко містечку город города городе г city town"
_VILLAGE: Final = "с село селі села селу селом деревня деревне деревни village"
_FARMSTEAD: Final = "хутір хутора хуторі"
_TOWNSHIP: Final = "смт селище селищі селища селищу пгт поселок посёлок поселке поселка township settlement"


def _each(text: str) -> set[str]:
    return {fold(word) for word in text.split()}


KINDS: Final[Mapping[str, frozenset[PlaceCategory]]] = {
    **dict.fromkeys(_each(_CITY), frozenset({PlaceCategory.CITY, PlaceCategory.SPECIAL_CITY})),
    **dict.fromkeys(_each(_VILLAGE) | _each(_FARMSTEAD), frozenset({PlaceCategory.VILLAGE})),
    **dict.fromkeys(_each(_TOWNSHIP), frozenset({PlaceCategory.TOWNSHIP})),
    **dict.fromkeys(_each("сел нп пос"), frozenset({PlaceCategory.TOWNSHIP, PlaceCategory.VILLAGE})),
}
NAMED_BEHIND: Final = frozenset(_each(_FARMSTEAD))
"""Behind a name these belong to it: Красний Хутір, Вінницькі Хутори."""
_OBLAST: Final = "обл область області областю области oblast region province"
_RAION: Final = "район району районі районом района районе рн р раён district"
_HROMADA: Final = "громада громади громаді громаду громадою гром тг отг мтг стг сотг мотг сг громады hromada community"
AREAS: Final[Mapping[str, frozenset[PlaceCategory]]] = {
    **dict.fromkeys(_each(_OBLAST), frozenset({PlaceCategory.OBLAST})),
    **dict.fromkeys(_each(_RAION), frozenset({PlaceCategory.RAION, PlaceCategory.DISTRICT})),
    **dict.fromkeys(_each(_HROMADA), frozenset({PlaceCategory.HROMADA})),
}
# Words between a hromada's name and the word «громада», folded.
BETWEEN: Final = re.compile("(?:територалн|обеднан|обединен|миск|силск|селишчн|городск|селск|поселков)[а-я]{1,3}")
# A word with one of these endings is an area's adjective: «Бердичівський», «Донецька».
ADJECTIVE: Final = re.compile("(?:[сцз]к|ск|[а-я]н)(?:а|ои|у|оу|и|ии|ого|ому|им|ом|аа|уу|ска)$")
# Said around a name, as typed (lower case, no apostrophes). After a preposition a name stands in another case.
_PREPOSITIONS: Final = (
    "в у з із зі на до від біля коло під за поблизу недалеко через перед повз між навпроти"
    " неподалік над про поруч мимо рядом по о об из с со от около возле под"
    " u v z iz na do vid bilia in from near at to"
)
_FILLERS: Final = (
    "я ми мы живе живу живемо живем мешкаю мешкаємо проживаю проживаємо проживаем знаходжусь знаходжуся перебуваю тут"
    " зараз сейчас нахожусь сам сама родом їду еду хто кто дільничний участковый офіцер офицер поліцейський мій моя моє"
    " наш наша наше цікавить мене треба потрібен потрібно шукаю це эта это є есть така такий таке називається пишу вам"
    " добрий день вітаю привіт доброго дня вечір ранок здравствуйте будь ласка мабуть десь там де україна ukraine"
    " україни украина i am live we the of zhyvu meshkaiu ya ja мені нас адреса а й та и прописаний прописана приїхав"
    " приїхала переїхав переїхала працюю працює знайдіть підкажіть підскажіть скажіть який яка привет hello hi hey"
    " my name is"
)
_NEIGHBOURHOOD: Final = (
    "мікрорайон мікрорайоні микрорайон микрорайоне мкр мікр мр масив масиві массив массиве жилмасив жилмассив жм"
    " квартал кварталі район районі районе"
)
_SPOTS: Final = "ст вокзал вокзалу вокзала жд залізнична станція станции центр центрі центру околиця жк ж метро"
# What people say to somebody who has just said hello, besides the fillers.
_TALK: Final = (
    "як справи дела как допоможіть допоможи допомога допомогти помогите помоги помощь help дякую спасибі спасибо thanks"
    " thank you так ні нет да yes no ок ok окей добре гаразд зрозуміло старт start бот bot тест test хай хелоу слава"
    " героям що шо чого як ви ти вы хто ранку вечора вечер утро доброе добрый доброго дня ночі добраніч алло ало hello"
    " прошу можна чи не знаю знаєте питання ще раз назад меню menu"
)
# Where somebody says to live, what only lies near, what is rather not meant.
_LIVING: Final = "живу живемо живем живе мешкаю мешкаємо проживаю проживаємо проживаем зараз тепер сейчас теперь живём"
_BESIDE: Final = "біля коло поруч рядом поряд недалеко неподалік поблизу возле около під под"
_CONTRAST: Final = "не ні нет але но раніше раньше колись"
LIVING: Final = frozenset(_LIVING.split())
BESIDE: Final = frozenset(_BESIDE.split())
CONTRAST: Final = frozenset(_CONTRAST.split())
SELF: Final = frozenset({"я", "ми", "мы", "ya", "my"})
PREPOSITIONS: Final = frozenset(_PREPOSITIONS.split())
INSIDE: Final = frozenset({"на", "за", "під", "под"})
"""Words that names have too, though never first."""
FILLERS: Final = frozenset(_FILLERS.split())
NEIGHBOURHOOD: Final = frozenset(_NEIGHBOURHOOD.split())
"""Words for a part of a city."""
SPOTS: Final = frozenset(_SPOTS.split()) | NEIGHBOURHOOD
"""Where in the place somebody is: «Коростень ж/д»; a few names have such words too."""
_SMALL_TALK: Final = PREPOSITIONS | FILLERS | frozenset(_TALK.split())


def is_said_around(word: str) -> bool:
    """Whether a word is said around names, or to whoever has just said hello."""
    return word in _SMALL_TALK


def is_small_talk(found: Sequence[str]) -> bool:
    """Whether no word can be a name: «добрий день», «як справи»; `found` as typed (`bot.places.words`)."""
    return all(map(is_said_around, found))
