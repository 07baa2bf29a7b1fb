"""Latin letters that other spellings than KMU-55 use for other sounds: «Harkiv», «Jitomir», «Vynnycia», «Donieck»; and
names as other languages write them: «Czerkasy», «Tschernihiw», «Jytomyr», «Csernyihiv»."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from bot.places.fold import fold_all

# h is х without the k, j is ж (or a part of дж), c is ц as in Polish.
_LOOSE: Final = (("c", "ts"), ("j", "zh"), ("h", "kh"))
_POLISH: Final = (("szcz", "shch"), ("cz", "ch"), ("sz", "sh"), ("rz", "r"))
_MARKS: Final = {"ch": "\x01", "sh": "\x02", "zh": "\x03", "kh": "\x04"}
_GERMAN: Final[Mapping[str, str]] = {
    **{"schtsch": "shch", "tsch": "ch", "sch": "sh", "ch": "kh", "tz": "ts", "z": "ts", "ß": "s"},
    **{"ü": "iu", "ö": "o", "ä": "ia", "oe": "o"},
}
_LANGUAGES: Final[Sequence[Mapping[str, str]]] = (
    {  # Polish
        **{"szcz": "shch", "cz": "ch", "sz": "sh", "rz": "r", "ch": "kh", "ck": "tsk", "c": "ts", "ż": "zh", "ź": "z"},
        **{"ś": "s", "ć": "ts", "ń": "n", "ł": "l", "ó": "i", "ą": "a", "ę": "e"},
    },
    _GERMAN,
    {**_GERMAN, "sch": "zh", "sa": "za", "so": "zo", "sm": "zm"},  # it has no other letters for ж and з
    {"tch": "ch", "ch": "sh", "ou": "u", "j": "zh", "ï": "i", "é": "e", "è": "e", "ck": "tsk"},  # French
    {  # Hungarian
        **{"cs": "ch", "zs": "zh", "sz": "s", "s": "sh", "gy": "d", "ny": "n", "ly": "i", "c": "ts"},
        **{"á": "a", "é": "e", "í": "i", "ó": "o", "ö": "o", "ő": "o", "ú": "u", "ü": "u", "ű": "u"},
    },
    {  # Romanian
        **{"ch": "k", "ce": "che", "ci": "chi", "ș": "sh", "ş": "sh", "ț": "ts", "ţ": "ts", "j": "zh"},
        **{"ă": "a", "â": "a", "î": "i"},
    },
    {"ch": "kh", "ck": "tsk", "c": "ts", "ř": "r", "ě": "e", "ů": "u", "ý": "y", "á": "a", "í": "i"},  # Czech, Slovak
)
_SOUNDS: Final = tuple(
    (letters, re.compile("|".join(sorted(letters, key=len, reverse=True)))) for letters in _LANGUAGES
)


def looser(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Folded words with one of the letters read so, then with several; then as other languages read them."""
    if all(word.isascii() for word in words):
        yield from _by_letters(words)
    for letters, sound in _SOUNDS:
        read = [_read(word, letters, sound) for word in words]
        if read != list(words):
            yield fold_all(read)


def _read(word: str, letters: Mapping[str, str], sound: re.Pattern[str]) -> str:
    return sound.sub(lambda found: letters[found[0]], word)


def _by_letters(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    respelled = [_without_pairs(word) for word in words]
    if respelled != list(words):
        yield fold_all(respelled)
    marked = [_mark(word) for word in respelled]
    found = [(letter, sound) for letter, sound in _LOOSE if any(letter in word for word in marked)]
    for count in range(1, len(found) + 1):
        for chosen in combinations(found, count):
            sounds = str.maketrans(dict(chosen))
            yield fold_all([_unmark(word.translate(sounds)) for word in marked])


def _without_pairs(word: str) -> str:
    for pair, letters in _POLISH:
        word = word.replace(pair, letters)
    return word


def _mark(word: str) -> str:
    """Pairs of letters that are one sound stay as they are."""
    for pair, mark in _MARKS.items():
        word = word.replace(pair, mark)
    return word


def _unmark(word: str) -> str:
    for pair, mark in _MARKS.items():
        word = word.replace(mark, pair)
    return word
