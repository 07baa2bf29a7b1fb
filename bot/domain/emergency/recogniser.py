"""What a text says of danger: the rows of the tables, found in its words, and how such texts are meant (`weighing`).

A sure row speaks of danger unless the text tells of a film, a joke, long ago, what is over and the like; a likely one
needs that nothing of this is said; two hints, or one with a call for help, say as much. The more the tables say, the
less likely the weights need to find it; where the tables are silent, the weights speak alone. A miss costs a life, a
false alarm a glance.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from types import ModuleType
from typing import Final

from bot.domain.emergency.alarm import Alarm, Danger
from bot.domain.emergency.comparing import compared
from bot.domain.emergency.lexicon import Lexicon, vocabulary
from bot.domain.emergency.names import bare, is_name, named_beginnings, named_places
from bot.domain.emergency.reading import DangerReading, read
from bot.domain.emergency.rows import entries, is_concept, is_several, phrase, rows, several
from bot.domain.emergency.spelling import is_latin, keyed, lowered, plain, unkeyed
from bot.domain.emergency.tables import (
    danger,
    fire,
    medical,
    missing,
    ordnance,
    people,
    phrases,
    suicide,
    times,
    violence_home,
    weights,
)
from bot.domain.emergency.tried import Rows
from bot.domain.emergency.weighing import ANY, Weighed, Weighing, pieces

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
_JOINTS: Final = ("не", "і", "й", "та", "у", "в", "на", "з", "до", "я", "ми", "и", "с", "мы", "он")
_SHORT: Final = 2
"""Words of a text in which a hint is enough: nobody writes «міна» for nothing."""
_CURT, _SURE, _LIKELY, _NOTHING, _ELSEWHERE, _ONE_WORD = range(6)
_ENOUGH: Final = (0.1, 0.35, 0.38, 0.48, 0.7, 0.7)
"""How likely a danger must be where the tables are sure of one in few words, are sure, think it likely, say nothing,
say: not here and now, or do not know the only word there is.

One word has few pieces, and its beginning may be that of anything: at 0.48 four in a hundred everyday words («бачили»,
«таьне») are danger, at 0.7 one; what is lost are words of danger with two slips, of which 0.48 finds few, too."""
_WEIGHED: Final = frozenset({_NOTHING, _ONE_WORD})
"""Where the tables found nothing, the weights speak alone."""
_INITIALS: Final = 2
"""Letters that are no word yet."""
_CALLED: Final = 20
"""Characters of a bare call that is typed in the wrong layout: «cgfcbnt»."""
_FEW: Final = 4
"""Words of a text that tells nothing but a danger, if it tells one."""
_BESIDE: Final = 0.3
"""A kind that is so likely beside the likeliest is spoken of too."""
_VEILED: Final = 0.6
"""Who wants to die says so in everyday words: so much less than `_ENOUGH` is enough."""
_LEANING: Final[Mapping[Danger, float]] = {Danger.DANGER: 0.8, Danger.VIOLENCE_HOME: 1.4}
"""An attack is nearly always told with a wound, a fire or a husband too: what is said of it tells the least."""
_TODAY: Final = "TODAY"
"""What ends the past in a text; no row asks for it."""
_FOREIGN: Final = 0.35
"""The share of known pieces below which Cyrillic letters may be the wrong layout of Latin ones."""
_ORDINARY: Final = (
    *("покровськ-", "пожежн-", "вогнищ-", "горіхов-", "горішн-", "горенич-"),
    *(
        "просне-",
        "проснут-",
        "передач-",
        "передат-",
        "передам",
        "передайт-",
        "перевір-",
        "звернен-",
        "газет-",
        "газон-",
        "газель",
    ),
)
"""Beginnings of words that are near to dangerous ones, and harmless."""


class Recogniser:
    """The tables, ready to be asked, with the weights that judged texts taught."""

    def __init__(self, learned: str = weights.WEIGHTS) -> None:
        modules = [people, times, *TABLES.values()]
        listed = [(name, entry) for each in modules for name, table in each.WORDS.items() for entry in entries(table)]
        self._rows = {kind: [list(rows(table)) for table in _tables(kind)] for kind in Danger}
        self._context = {name: list(rows(getattr(times, name))) for name in ELSEWHERE}
        self._harmless = list(rows(phrases.HARMLESS))
        named = [(name, phrase(entry)) for name, entry in listed if " " in entry]
        everything = [*self._harmless, *(row for each in self._context.values() for row in each)]
        everything += [row for each in self._rows.values() for table in each for row in table]
        elements = {_TODAY, *(each.tag for row in everything for part in row.phrases for each in part)}
        named += dict.fromkeys(each for element in sorted(elements) for each in several(element))
        elements |= {each.tag for _, part in named for each in part}
        inside = _inside(elements)
        self._phrases = [(tag, part) for name, part in named for tag in inside[name]]
        single = [(tag, entry) for name, entry in listed if " " not in entry for tag in inside[name]]
        self._lexicon = Lexicon(vocabulary(single, elements), (*_ORDINARY, *named_beginnings()), _JOINTS)
        self._who_and_where = frozenset(map(plain, entries(phrases.WHO_AND_WHERE)))
        self._weighing = Weighing(learned)
        self._by_tag = Rows(self._rows, self._context, self._harmless, self._phrases)

    def kinds(self, text: str) -> tuple[Danger, ...]:
        """The kinds a text speaks of, the likeliest first."""
        written, weighed = self._meant(text)
        found = self._read(written)
        elsewhere = self._elsewhere(found)
        shares = self._weighing.shares(weighed, marks(found, elsewhere))
        leaning = {kind: shares[kind] * _LEANING.get(kind, 1) for kind in Danger}
        by_share = sorted(Danger, key=lambda kind: -leaning[kind])
        veiled = _VEILED if by_share[0] == Danger.SUICIDE else 1
        said = self._said(found, elsewhere)
        if 1 - shares[None] < _ENOUGH[said] * veiled or (said in _WEIGHED and self._tells_nothing(found)):
            return ()
        return tuple(kind for kind in by_share if leaning[kind] >= _BESIDE * leaning[by_share[0]])

    def studied(self, text: str) -> tuple[list[str], list[str]]:
        """What there is to learn from a text: its pieces, and what the tables find in it."""
        written, _ = self._meant(text)
        found = self._read(written)
        return pieces(written), sorted(marks(found, self._elsewhere(found)))

    def _meant(self, text: str) -> tuple[str, Weighed]:
        """The text in the layout in which most of it is known, and what it weighs."""
        weighed = self._weighing.weigh(text)
        if is_latin(lowered(text)):
            other = unkeyed(text)
        elif weighed.known < _FOREIGN * weighed.had:
            other = keyed(text)
        else:
            return text, weighed
        return max((text, weighed), (other, self._weighing.weigh(other)), key=lambda each: each[1].known)

    def _tells_nothing(self, found: DangerReading) -> bool:
        """Whether a text only says who is where: «він прийшов» is said by a victim, and by everybody else. Letters
        beside numbers are a house or a code: «4г», «в-41»."""
        return self._who_and_where.issuperset(plain(word) for word in found.words if _is_word(word))

    def _elsewhere(self, found: DangerReading) -> set[str]:
        return {name for name, row in self._by_tag.context(found) if any(found.match(row))}

    def _read(self, text: str) -> DangerReading:
        found = read(text, self._lexicon.read)
        for name, part in self._by_tag.phrases(found):
            spans = [(place[0], place[-1]) for place in found.find(part)]
            if spans:
                found.add(name, spans)
        gone = named_places(found.words) | compared(found.words)
        gone |= {word for row in self._by_tag.harmless(found) for place in found.match(row) for word in place}
        if gone:
            found.drop(gone)
        return found

    def _said(self, found: DangerReading, elsewhere: set[str]) -> int:
        """What the tables say, a place in `_ENOUGH`."""
        rows = {(kind, level) for kind, level, row in self._by_tag.dangers(found) if any(found.match(row))}
        called = bool({"HELP", "COME"} & found.spans.keys())
        if _TODAY in found.spans:
            elsewhere = elsewhere - {"PAST"}  # «сапери були торік, а сьогодні ще одна»
        if (Danger.SUICIDE, 0) in rows:
            elsewhere = elsewhere - {"RELIEF", "NEWS"}  # «дякую за все» is how people say goodbye
        if elsewhere.intersection(_ALMOST_SURE) and not called:
            return _ELSEWHERE
        levels = {level for _, level in rows}
        if 0 in levels:
            return _CURT if len(found.words) <= _FEW else _SURE
        if levels and called and not elsewhere:
            return _SURE  # «у сусіда ніж, рятуйте»: a hint beside a cry for help is no hint
        if elsewhere:
            return _NOTHING
        if 1 in levels or (levels and ("NOW" in found.spans or len(found.words) <= _SHORT)):
            return _LIKELY
        return _NOTHING if len(found.words) > 1 else _ONE_WORD


def _is_word(word: str) -> bool:
    return sum(map(str.isalpha, word)) > _INITIALS


def marks(found: DangerReading, elsewhere: Iterable[str]) -> set[str]:
    """What the tables find that is weighed too: the words of danger, of people and of time, and a denial."""
    said = {tag for tag in found.spans if is_concept(tag) and "/" not in tag}
    return said.union(elsewhere, ["DENIED"] if any(found.denied) else [], [ANY])


def _tables(kind: Danger) -> tuple[str, str, str]:
    """Sure, likely, hints."""
    module = TABLES[kind]
    alone = phrases.ALONE[kind.value]
    return f"{module.SURE}\n{phrases.PHRASES[kind.value]}", f"{module.LIKELY}\n{alone}", module.HINT


def _inside(elements: Iterable[str]) -> Mapping[str, list[str]]:
    """For each concept, or several words, the elements that it is a part of («MAN/HE», «дитину/PERSON»),
    itself first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for element in sorted(elements, key=len):
        for part in element.split("/"):
            if is_concept(part) or is_several(part):
                found[part].append(element)
    return defaultdict(list, {name: list(dict.fromkeys([name, *each])) for name, each in found.items()})


@cache
def _recogniser() -> Recogniser:
    return Recogniser()


def warm() -> None:
    """Read the tables now: they take half a second that nobody who writes should wait for."""
    _recogniser()


def studied(text: str) -> tuple[list[str], list[str]]:
    """What there is to learn from a text: its pieces, and what the tables find in it."""
    return _recogniser().studied(text)


def alarm_of(text: str) -> Alarm | None:
    """What a text says of danger; None where it says none."""
    looked = text[:LONGEST]
    said = bare(looked)
    if "🆘" in looked or said in _calls() or (len(looked) <= _CALLED and bare(unkeyed(looked)) in _calls()):
        return Alarm((Danger.DANGER,), call=True)
    if is_name(said):
        return None
    kinds = _recogniser().kinds(looked)
    return Alarm(kinds, child=_by_child(looked)) if kinds else None


def dangers(text: str) -> tuple[Danger, ...]:
    """The kinds a text speaks of, the most urgent first; empty: none. A bare call for help or number is `DANGER`."""
    found = alarm_of(text)
    return found.kinds if found else ()


@cache
def _calls() -> frozenset[str]:
    return frozenset(bare(each) for each in phrases.CALLS if each)


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
