"""What a text says of danger: the rows of the tables, found in its words.

A sure row counts unless the text tells of a film, a joke, long ago, what is over and the like; a likely one needs that
nothing of this is said; two hints, or one with a call for help, count as much. A miss costs a life, a false alarm a
glance.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Final, TypeVar

from bot.domain.emergency.alarm import Alarm, Danger
from bot.domain.emergency.lexicon import Lexicon, vocabulary
from bot.domain.emergency.reading import Reading, read
from bot.domain.emergency.rows import Phrase, Row, entries, is_concept, phrase, rows
from bot.domain.emergency.spelling import is_latin, lowered, plain
from bot.domain.emergency.tables import (
    danger,
    fire,
    medical,
    missing,
    ordnance,
    people,
    phrases,
    places,
    suicide,
    times,
    violence_home,
)

T = TypeVar("T")
LONGEST: Final = 4096
"""Characters that are looked through: one message."""
TABLES: Final[Mapping[Danger, ModuleType]] = {
    Danger.SUICIDE: suicide,
    Danger.ORDNANCE: ordnance,
    Danger.FIRE: fire,
    Danger.MEDICAL: medical,
    Danger.VIOLENCE_HOME: violence_home,
    Danger.MISSING: missing,
    Danger.DANGER: danger,
}
ELSEWHERE: Final = ("FICTION", "JOKE", "TRADE", "THEORY", "NEWS", "PAST", "RELIEF", "PAPERS")
"""Tables of times.py: what they find makes a danger one that is not here and now."""
_ALMOST_SURE: Final = ("FICTION", "JOKE", "TRADE", "THEORY", "PAST", "RELIEF", "NEWS")
_KEYS: Final = dict(zip("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхїфівапролджєячсмитьбю’", strict=True))
_JOINTS: Final = ("не", "і", "й", "та", "у", "в", "на", "з", "до", "я", "ми", "и", "с", "мы", "он")
_SHORT: Final = 2
"""Words of a text in which a hint is enough: nobody writes «міна» for nothing."""
_ORDINARY: Final = (
    *("покровськ-", "пожежн-", "вогнищ-", "горіхов-", "горішн-", "горенич-"),
    *("просне-", "проснут-", "передач-", "перевір-"),
)
"""Beginnings of words that are near to dangerous ones, and harmless."""


class Recogniser:
    """The tables, ready to be asked."""

    def __init__(self) -> None:
        modules = [people, times, *TABLES.values()]
        listed = [(name, entry) for each in modules for name, table in each.WORDS.items() for entry in entries(table)]
        self._rows = {kind: [list(rows(table)) for table in _tables(kind)] for kind in Danger}
        self._context = {name: list(rows(getattr(times, name))) for name in ELSEWHERE}
        self._harmless = list(rows(phrases.HARMLESS))
        named = [(name, phrase(entry)) for name, entry in listed if " " in entry]
        everything = [*self._harmless, *(row for each in self._context.values() for row in each)]
        everything += [row for each in self._rows.values() for table in each for row in table]
        elements = {each.tag for row in everything for part in row.phrases for each in part}
        elements |= {each.tag for _, part in named for each in part}
        inside = _inside(elements)
        self._phrases = [(tag, part) for name, part in named for tag in inside[name]]
        single = [(tag, entry) for name, entry in listed if " " not in entry for tag in inside[name]]
        self._lexicon = Lexicon(vocabulary(single, elements), (*_ORDINARY, *_named_beginnings()), _JOINTS)
        self._by_tag = Rows(self._rows, self._context, self._harmless, self._phrases)

    def kinds(self, text: str) -> tuple[Danger, ...]:
        """The kinds a text speaks of, the most urgent first."""
        for written in _readings(text):
            if found := self._kinds(self._read(written)):
                return found
        return ()

    def _read(self, text: str) -> Reading:
        found = read(text, self._lexicon.read)
        for name, part in self._by_tag.phrases(found):
            spans = [(place[0], place[-1]) for place in found.find(part)]
            if spans:
                found.add(name, spans)
        gone = {word for row in self._by_tag.harmless(found) for place in found.match(row) for word in place}
        if gone:
            found.drop(gone)
        return found

    def _kinds(self, found: Reading) -> tuple[Danger, ...]:
        sure: list[Danger] = []
        likely: list[Danger] = []
        hints: Counter[Danger] = Counter()
        for kind, level, row in self._by_tag.dangers(found):
            if (level == 0 and kind in sure) or (level == 1 and kind in likely):
                continue
            if any(found.match(row)):
                (sure if level == 0 else likely).append(kind) if level < 2 else hints.update([kind])
        return self._weighed(found, sure, likely, hints)

    def _weighed(
        self, found: Reading, sure: list[Danger], likely: list[Danger], hints: Counter[Danger]
    ) -> tuple[Danger, ...]:
        if not sure and not likely and not hints:
            return ()
        called = bool({"HELP", "COME"} & found.spans.keys())
        elsewhere = {name for name, row in self._by_tag.context(found) if any(found.match(row))}
        if Danger.SUICIDE in sure:
            elsewhere -= {"RELIEF", "NEWS"}  # «дякую за все» is how people say goodbye
        if elsewhere.intersection(_ALMOST_SURE) and not called:
            return ()
        if elsewhere:
            return _urgent(sure)
        urgent = called or "NOW" in found.spans
        pressing = [kind for kind, n in hints.items() if n > 1 or urgent]
        short = len(found.words) <= _SHORT
        return _urgent(sure) or _urgent(likely) or _urgent(hints if short else pressing if urgent else ())


def _tables(kind: Danger) -> tuple[str, str, str]:
    """Sure, likely, hints."""
    module = TABLES[kind]
    alone = phrases.ALONE[kind.value]
    return f"{module.SURE}\n{phrases.PHRASES[kind.value]}", f"{module.LIKELY}\n{alone}", module.HINT


def _inside(elements: Iterable[str]) -> Mapping[str, list[str]]:
    """For each concept the elements that it is a part of («MAN/HE», «дитину/PERSON»), itself first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for element in sorted(elements, key=len):
        for part in element.split("/"):
            if is_concept(part):
                found[part].append(element)
    return defaultdict(list, {name: list(dict.fromkeys([name, *each])) for name, each in found.items()})


def _urgent(kinds: Iterable[Danger]) -> tuple[Danger, ...]:
    """The most urgent first, each once."""
    found = set(kinds)
    return tuple(kind for kind in Danger if kind in found)


def _readings(text: str) -> Iterator[str]:
    """As it stands (Latin letters are read by their sound), and as typed with the wrong layout."""
    yield text
    if is_latin(lowered(text)):
        yield "".join(_KEYS.get(each, each) for each in text.lower())


class Rows:
    """Every row by the rarest of its tags, so that only those are tried whose words are there."""

    def __init__(
        self,
        dangers: Mapping[Danger, list[list[Row]]],
        context: Mapping[str, list[Row]],
        harmless: list[Row],
        named: list[tuple[str, Phrase]],
    ) -> None:
        self._dangers = _keyed(
            ((kind, level, row), row.needs)
            for kind, tables in dangers.items()
            for level, table in enumerate(tables)
            for row in table
        )
        self._context = _keyed(((name, row), row.needs) for name, table in context.items() for row in table)
        self._harmless = _keyed((row, row.needs) for row in harmless)
        self._phrases = _keyed(((name, part), frozenset(each.tag for each in part)) for name, part in named)

    def dangers(self, found: Reading) -> Iterator[tuple[Danger, int, Row]]:
        """(kind, 0 sure 1 likely 2 hint, row), the sure ones first."""
        return iter(sorted(_met(self._dangers, found), key=lambda each: each[1]))

    def context(self, found: Reading) -> Iterator[tuple[str, Row]]:
        return _met(self._context, found)

    def harmless(self, found: Reading) -> Iterator[Row]:
        return _met(self._harmless, found)

    def phrases(self, found: Reading) -> Iterator[tuple[str, Phrase]]:
        return _met(self._phrases, found)


def _keyed(listed: Iterable[tuple[T, frozenset[str]]]) -> Mapping[str, list[tuple[frozenset[str], T]]]:
    """By the tag that the fewest others need."""
    pairs = list(listed)
    often = Counter(tag for _, needs in pairs for tag in needs)
    found: defaultdict[str, list[tuple[frozenset[str], T]]] = defaultdict(list)
    for each, needs in pairs:
        found[min(sorted(needs), key=lambda tag: often[tag])].append((needs, each))
    return found


def _met(keyed: Mapping[str, list[tuple[frozenset[str], T]]], found: Reading) -> Iterator[T]:
    for tag in list(found.spans):
        for needs, each in keyed.get(tag, ()):
            if found.has(needs):
                yield each


@cache
def _recogniser() -> Recogniser:
    return Recogniser()


def alarm_of(text: str) -> Alarm | None:
    """What a text says of danger; None where it says none."""
    looked = text[:LONGEST]
    if "🆘" in looked or _bare(looked) in _calls():
        return Alarm((Danger.DANGER,), call=True)
    if _KIND.sub("", _bare(looked)) in _names():
        return None
    kinds = _recogniser().kinds(looked)
    return Alarm(kinds, child=_by_child(looked)) if kinds else None


def dangers(text: str) -> tuple[Danger, ...]:
    """The kinds a text speaks of, the most urgent first; empty: none. A bare call for help or number is `DANGER`."""
    found = alarm_of(text)
    return found.kinds if found else ()


def _bare(text: str) -> str:
    return " ".join(plain(word) for word in re.findall(r"\w+", lowered(text)))


@cache
def _calls() -> frozenset[str]:
    return frozenset(_bare(each) for each in phrases.CALLS if each)


@cache
def _names() -> frozenset[str]:
    return frozenset(map(_bare, _listed_names()))


def _listed_names() -> list[str]:
    return [name.strip() for name in places.NAMES.replace("\n", " ").split(",")]


def _named_beginnings() -> Iterator[str]:
    """«рокитн-» of «рокитне»: its cases, and names made of it."""
    for word in {word for name in _listed_names() for word in re.findall(r"\w+", lowered(name))}:
        stem = word.rstrip("аеиіїйоуюя")
        yield f"{stem}-" if len(stem) >= _STEM_FROM else word


_KIND: Final = re.compile(r"^(?:с|м|смт|село|місто|селище|город|поселок) ")
"""What stands before a name."""
_STEM_FROM: Final = 5
_CHILD: Final = re.compile(
    r"\b(?:мен[іе]|мне|я)\s+(?:всього\s+|только\s+|лише\s+)?(?:[5-9]|1[0-7])\s*(?:рок|рік|лет|год|р\b)"
    r"|\b(?:я|мене|мені|меня|мне|нас)\b.{0,60}\b(?:мам[аоуи]|тат[оау]|пап[аыу]|батьк[оаи]|отчим|вітчим|вчительк|училк)"
    r"|\b(?:мам[аоуи]|тат[оау]|пап[аыу]|вітчим|отчим|батько)\b.{0,40}\b(?:мене|мені|меня|мне|мной|мною|нас)\b"
    r"|однокласник|одноклассник|у (?:нас в )?школі|в школе|після уроків|старшокласник|старшеклассник",
    re.IGNORECASE,
)
"""Words of somebody who is a child: the age, parents who do it, school."""


def _by_child(text: str) -> bool:
    return bool(_CHILD.search(text))
