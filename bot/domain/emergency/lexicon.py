"""Which words of the tables a word may be: in the strict spelling, else by ear, with one slip, or run together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

from bot.domain.emergency.rows import is_concept, is_several
from bot.domain.emergency.spelling import LONGEST_WORD, heard, is_latin, plain, sounded, without_digits

Tags = frozenset[str]
NONE: Final[Tags] = frozenset()
_SLIP_FROM: Final = 7
"""Letters of a word below which a slip is not guessed: short words are too like one another."""
_HEARD_FROM: Final = 5
_PARTS_FROM: Final = 3


class Index:
    """Words and beginnings of words in one spelling."""

    def __init__(self, spelling: Callable[[str], str]) -> None:
        self._spelling = spelling
        self._whole: defaultdict[str, set[str]] = defaultdict(set)
        self._stems: defaultdict[str, set[str]] = defaultdict(set)
        self._longest = 0

    def add(self, pattern: str, tag: str) -> None:
        """One word («слово») or beginning («слов-») that carries a tag."""
        spelt = self._spelling(pattern.rstrip("-"))
        (self._stems if pattern.endswith("-") else self._whole)[spelt].add(tag)
        self._longest = max(self._longest, len(spelt))

    def tags(self, word: str) -> set[str]:
        """The tags of a word in this index' spelling."""
        found = set(self._whole.get(word, ()))
        for end in range(2, min(len(word), self._longest) + 1):
            if (more := self._stems.get(word[:end])) is not None:
                found |= more
        return found

    def knows(self, word: str) -> bool:
        """Whether the whole word (not only its beginning) is one of the tables'."""
        return word in self._whole

    def spellings(self) -> Iterator[tuple[str, bool, frozenset[str]]]:
        """What is in it: spelling, whether it is a beginning, tags."""
        for words, is_stem in ((self._whole, False), (self._stems, True)):
            for spelt, tags in words.items():
                yield spelt, is_stem, frozenset(tags)


class Slips:
    """Words of an index with one letter left out, doubled, wrong or swapped, found by what is left without a letter."""

    def __init__(self, index: Index) -> None:
        self._without: defaultdict[str, set[tuple[str, bool, Tags]]] = defaultdict(set)
        for spelt, is_stem, tags in index.spellings():
            if len(spelt) >= _SLIP_FROM:
                for short in _one_less(spelt):
                    self._without[short].add((spelt, is_stem, tags))

    def tags(self, word: str) -> Tags:
        """The tags of the words that this may be with one slip; the first and the last letter are trusted."""
        found: set[str] = set()
        for end in range(_SLIP_FROM - 1, len(word) + 1):
            head = word[:end]
            for short in _one_less(head):
                for spelt, is_stem, tags in self._without.get(short, ()):
                    if (
                        (is_stem or end == len(word))
                        and (spelt[0], spelt[-1]) == (word[0], head[-1])
                        and _is_slip(head, spelt)
                    ):
                        found |= tags
        return frozenset(found)


class Lexicon:
    """The words of all tables."""

    def __init__(self, words: Iterable[tuple[str, str]], ordinary: Iterable[str], joints: Iterable[str]) -> None:
        self._strict, self._loud, self._latin = Index(plain), Index(lambda each: heard(plain(each))), Index(sounded)
        for pattern, tag in words:
            for index in (self._strict, self._loud, self._latin):
                index.add(pattern, tag)
        self._slips, self._latin_slips = Slips(self._loud), Slips(self._latin)
        self._ordinary = Index(plain)
        for pattern in ordinary:
            self._ordinary.add(pattern, "ordinary")
        self._joints = frozenset(map(plain, joints))
        self.read = lru_cache(maxsize=8192)(self._read)

    def _read(self, word: str) -> tuple[Tags, ...]:
        """The tags of a word, or of the words that it is when somebody left out the spaces."""
        word = word[:LONGEST_WORD]
        if is_latin(word):
            return (self._read_latin(word),)
        strict = plain(word)
        if found := self._strict.tags(strict):
            return (frozenset(found),)
        return (NONE,) if self._ordinary.tags(strict) else self._guessed(word, strict)

    def _guessed(self, word: str, strict: str) -> tuple[Tags, ...]:
        """With digits for letters, by ear, run together, with a slip: the surest first."""
        if any(letter.isdigit() for letter in word) and (found := self._strict.tags(plain(without_digits(word)))):
            return (frozenset(found),)
        if len(strict) >= _HEARD_FROM and (found := self._loud.tags(heard(strict))):
            return (frozenset(found),)
        slips = self._slips.tags(heard(strict)) if len(strict) >= _SLIP_FROM else NONE
        return self._parts(strict) or (slips,)

    def _read_latin(self, word: str) -> Tags:
        spelt = sounded(word)
        found = self._latin.tags(spelt) or (self._latin_slips.tags(spelt) if len(spelt) >= _SLIP_FROM else NONE)
        return frozenset(found) | frozenset(self._strict.tags(word))

    def _parts(self, word: str) -> tuple[Tags, ...]:
        """«менебють» -> the tags of «мене» and «бють»; nothing when it cannot be cut into words of the tables."""
        if len(word) < 2 * _PARTS_FROM:
            return ()
        best: list[tuple[Tags, ...] | None] = [None] * (len(word) + 1)
        best[len(word)] = ()
        for start in range(len(word) - 2, -1, -1):
            for end in range(len(word), start + 1, -1):
                rest = best[end]
                if rest is None:
                    continue
                piece = word[start:end]
                if (tags := self._piece(piece, is_last=end == len(word))) is not None:
                    best[start] = (tags, *rest)
                    break
        found = best[0]
        return found if found and len(found) > 1 else ()

    def _piece(self, piece: str, *, is_last: bool) -> Tags | None:
        if self._strict.knows(piece) and (len(piece) >= _PARTS_FROM or piece in self._joints):
            return frozenset(self._strict.tags(piece))
        if is_last and len(piece) > _PARTS_FROM and (tags := self._strict.tags(piece)):
            return frozenset(tags)
        return NONE if piece in self._joints else None


def vocabulary(concepts: Iterable[tuple[str, str]], elements: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Patterns with their tags: single words of the concepts, and what rows name literally."""
    for concept, entry in concepts:
        if " " not in entry:
            for pattern in entry.split("/"):
                yield pattern, concept
    for element in set(elements):
        if not is_concept(element):
            for pattern in element.split("/"):
                if not is_several(pattern):
                    yield pattern, element


def _one_less(word: str) -> set[str]:
    return {word, *(word[:each] + word[each + 1 :] for each in range(len(word)))}


def _is_slip(one: str, other: str) -> bool:
    """Whether one letter is added, missing or wrong, or two neighbours are swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:] or swapped
