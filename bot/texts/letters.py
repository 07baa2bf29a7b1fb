"""What the directory says in Ukrainian, in the reader's letters: names are romanised, ranks and hours translated as far
as a table knows them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.domain.notices import StationWords
from bot.texts.words import Words

HOME: Final = "uk"
RANKS: Final[Mapping[str, str]] = {
    "рядовий поліції": "police private",
    "капрал поліції": "police corporal",
    "сержант поліції": "police sergeant",
    "старший сержант поліції": "senior police sergeant",
    "молодший лейтенант поліції": "junior police lieutenant",
    "лейтенант поліції": "police lieutenant",
    "старший лейтенант поліції": "senior police lieutenant",
    "капітан поліції": "police captain",
    "майор поліції": "police major",
    "підполковник поліції": "police lieutenant colonel",
    "полковник поліції": "police colonel",
}
"""Art. 80 of the Law on the National Police, without its generals."""
HOURS: Final[Mapping[str, str]] = {
    "пн": "Mon",
    "вт": "Tue",
    "ср": "Wed",
    "чт": "Thu",
    "пт": "Fri",
    "сб": "Sat",
    "нд": "Sun",
    "цілодобово": "day and night",
    "щодня": "every day",
    "вихідний": "closed",
    "вихідні": "closed",
    "перерва": "break",
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_CYRILLIC: Final = re.compile(r"[А-Яа-яІіЇїЄєҐґ]")


def rank(words: Words, given: str) -> str:
    """«капітан поліції», “police captain”"""
    return given if words.locale == HOME else RANKS.get(" ".join(given.casefold().split()), words.name(given))


def hours(words: Words, given: str) -> str:
    """«пн–пт 09:00–18:00», “Mon–Fri 09:00–18:00”; as they stand where a word is not in the table."""
    if words.locale == HOME:
        return given
    said = _WORD.sub(lambda found: HOURS.get(found[0].casefold(), found[0]), given)
    return given if _CYRILLIC.search(said) else said


def readable(words: Words, station: StationWords) -> StationWords:
    """A station as it is told to a reader."""
    return replace(
        station,
        name=words.name(station.name),
        address=words.name(station.address),
        hours=hours(words, station.hours),
    )
