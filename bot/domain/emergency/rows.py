"""The language of the tables.

A table is text, a row a line (or, in a table of words, what stands between two commas or line ends). In a row

    слово       is the whole word, in any of its spellings
    слов-       is any word that begins so
    а/слов-     is either of them
    а/б+в       is «а», or «б» followed by «в»: an alternative of several words
    BEAT        is any of the words and phrases that the table of words calls so
    a b c       follow each other in this order, with up to two other words between (none after «не», «без», …)
    a _ b       with up to six other words between
    a, b        stand near one another in any order (only in the tables of dangers)
    # …         is a remark
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.domain.emergency.spelling import plain

GAP: Final = 3
"""How far a word may be from the one before it in a phrase (1: next to it)."""
WIDE_GAP: Final = 7
DENIALS: Final = frozenset(
    {"не", "ні", "ни", "нє", "ne", "без", "нема", "немає", "нету", "нет", "ніяк", "ніякої", "ніякого", "ніяких"}
    | {"жодної", "жодного", "жодних", "никакого", "никакой", "никаких", "ані", "против", "проти", "замість", "вместо"}
)
"""Words that deny the next one, unless a row names them."""
_DENIALS: Final = frozenset(map(plain, DENIALS))


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a phrase: its tag, how far it may be from the one before, and whether that one is a denial."""

    tag: str
    gap: int = GAP
    is_denied: bool = False


Phrase = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Phrases that stand near one another in any order, and every tag they need."""

    phrases: tuple[Phrase, ...]
    needs: frozenset[str]
    source: str


def rows(table: str) -> Iterator[Row]:
    """The rows of a table of phrases."""
    for line in lines(table):
        phrases = tuple(phrase(part) for part in line.split(","))
        yield Row(phrases, frozenset(each.tag for part in phrases for each in part), line)


def entries(table: str) -> Iterator[str]:
    """The words and phrases of a table of words."""
    for line in lines(table):
        yield from filter(None, (part.strip() for part in line.split(",")))


def lines(table: str) -> Iterator[str]:
    """Lines without remarks and empty ones."""
    for line in table.splitlines():
        if kept := line.partition("#")[0].strip().strip(",").strip():
            yield kept


def phrase(text: str) -> Phrase:
    """«не _ б’є» -> its elements."""
    found: list[Element] = []
    gap, denied = GAP, False
    for word in text.split():
        if word == "_":
            gap = WIDE_GAP
            continue
        found.append(Element(word, 1 if denied and gap == GAP else gap, denied))
        gap, denied = GAP, is_denial(word)
    return tuple(found)


def is_denial(word: str) -> bool:
    """Whether each of the ways to write an element denies what follows."""
    return all(plain(each) in _DENIALS for each in word.split("/"))


def is_concept(element: str) -> bool:
    """Whether an element names a table of words."""
    return element.isascii() and element.isupper()


def is_several(alternative: str) -> bool:
    """Whether an alternative of an element is several words: «не+туди»."""
    return "+" in alternative


def several(element: str) -> Iterator[tuple[str, Phrase]]:
    """The alternatives of an element that are several words, each as the phrase it is."""
    for alternative in filter(is_several, element.split("/")):
        yield alternative, phrase(alternative.replace("+", " "))
