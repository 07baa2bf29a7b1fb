"""Turns what people type into comparable keys: case, apostrophes, hyphens, spaces, look-alike letters, kind words.

`key` is idempotent and the same for all spellings of one name: «Кам’янець - Подільський» and «камянець подільський»
are both `камянецьподільський`.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from bot.domain.places import Category

_APOSTROPHES: Final = re.compile("[’'ʼ`´‘ʹ′＇\"“”ˈ\u0301]")
_SHORT_WORDS: Final = re.compile(r"\bр\s*[-./]\s*н(у|і)?\b|\bс\s*-\s*ще\b")
_WORD: Final = re.compile(r"[^\W_]+")
_CYRILLIC: Final = re.compile("[а-яёіїєґў]")
_LATIN_TWINS: Final = str.maketrans("aceiïopxykmthb", "асеіїорхукмтнв")

KINDS: Final[Mapping[str, frozenset[Category]]] = {
    **dict.fromkeys(("м", "місто", "місті", "міста", "город"), frozenset({Category.CITY, Category.SPECIAL_CITY})),
    **dict.fromkeys(("с", "село", "селі", "села"), frozenset({Category.VILLAGE})),
    **dict.fromkeys(("смт", "селище", "селищі", "селища", "пгт"), frozenset({Category.TOWNSHIP})),
    "сел": frozenset({Category.TOWNSHIP, Category.VILLAGE}),
}
AREAS: Final[Mapping[str, frozenset[Category]]] = {
    **dict.fromkeys(("обл", "область", "області"), frozenset({Category.OBLAST})),
    **dict.fromkeys(("район", "району", "районі"), frozenset({Category.RAION, Category.DISTRICT})),
    **dict.fromkeys(("громада", "громади", "громаді", "тг", "отг"), frozenset({Category.HROMADA})),
}
# Words between a hromada's name and the word «громада».
FILLERS: Final = re.compile(r"(територіальн|обєднан|міськ|сільськ|селищн)(а|ої|ій)")
_ADJECTIVE_END: Final = re.compile(r"(?<=\w{4})(ого|ому|ої|ій|ою|ий|им|ім|а|у|е)$")


def words(text: str) -> list[str]:
    """Lower-case words without apostrophes; a word with a Cyrillic letter is Cyrillic throughout."""
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFC", text).lower())
    plain = unicodedata.normalize("NFC", plain)
    expanded = _SHORT_WORDS.sub(lambda found: "селище" if found[0].startswith("с") else "район", plain)
    return [_one_alphabet(word) for word in _WORD.findall(expanded)]


def key(text: str) -> str:
    """What is compared: all words in one."""
    return "".join(words(text))


def stem(name: str) -> str:
    """The key of an adjective without its ending: «Бердичівська», «Бердичівської» are one area."""
    return _ADJECTIVE_END.sub("", key(name))


def _one_alphabet(word: str) -> str:
    return word.translate(_LATIN_TWINS) if _CYRILLIC.search(word) else word
