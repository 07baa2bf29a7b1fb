"""Words with their formatting: joined, changed and divided so that it stays on the same visible characters.

`entities` are Telegram's: mappings with `type`, `offset` and `length`, both counted in UTF-16 units.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final, TypeAlias

Entity: TypeAlias = Mapping[str, Any]
Edit: TypeAlias = tuple[int, int, str]
"""From, to (characters of the text) and what comes there."""

JOINED: Final = frozenset("\u200d\ufe0e\ufe0f\u20e3") | {chr(code) for code in range(0x1F3FB, 0x1F400)}
"""What belongs to the character before it: a text is not divided there."""


def utf16(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and what stands out in it."""

    text: str = ""
    entities: Sequence[Entity] = ()

    @property
    def length(self) -> int:
        return utf16(self.text)

    def edited(self, edits: Sequence[Edit]) -> "Marked":
        """With other words in places, given in their order and without overlap. Formatting before, around and behind
        a place keeps its words; whatever is left without a character goes."""
        text, last = "", 0
        for begin, end, new in edits:
            text += self.text[last:begin] + new
            last = end
        moves = _Moves(self.text, edits)
        shifted = (_between(each, moves.opening(each["offset"]), moves.closing(_end(each))) for each in self.entities)
        return Marked(text + self.text[last:], tuple(each for each in shifted if each["length"] > 0))

    def part(self, begin: int, end: int) -> "Marked":
        """From and to, in characters."""
        start, stop = utf16(self.text[:begin]), utf16(self.text[:end])
        inside = (
            _between(each, max(each["offset"], start) - start, min(_end(each), stop) - start) for each in self.entities
        )
        return Marked(self.text[begin:end], tuple(each for each in inside if each["length"] > 0))

    def divided(self, most: int) -> list["Marked"]:
        """In parts of at most `most` UTF-16 units, between lines or words where that is possible."""
        parts, begin = [], 0
        while begin < len(self.text):
            end = _fits(self.text, begin, most)
            parts.append(self.part(begin, end))
            begin = end
        return parts or [self]


NOTHING: Final = Marked()


def joined(parts: Iterable[Marked], between: str = "\n") -> Marked:
    """One after another; those without a character left out."""
    text, entities = "", list[Entity]()
    for each in parts:
        if each.text:
            text += between if text else ""
            shift = utf16(text)
            entities += [{**one, "offset": one["offset"] + shift} for one in each.entities]
            text += each.text
    return Marked(text, tuple(entities))


def whole(text: str, style: str) -> Marked:
    """All of it in one style."""
    return Marked(text, ({"type": style, "offset": 0, "length": utf16(text)},) if text else ())


def _end(entity: Entity) -> int:
    end: int = entity["offset"] + entity["length"]
    return end


def _between(entity: Entity, begin: int, end: int) -> dict[str, Any]:
    return {**entity, "offset": begin, "length": end - begin}


class _Moves:
    """Where an edge of formatting comes to lie; one inside of a place goes to that one's edge, and what is inserted
    behind the last character of something does not belong to it."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        units = _units(text)
        self._begins, self._ends = [units[each[0]] for each in edits], [units[each[1]] for each in edits]
        grown = (utf16(new) - units[end] + units[begin] for begin, end, new in edits)
        self._shifts = [0, *accumulate(grown)]

    def opening(self, offset: int) -> int:
        passed = bisect_right(self._ends, offset)
        inside = passed < len(self._begins) and self._begins[passed] < offset
        return (self._begins[passed] if inside else offset) + self._shifts[passed]

    def closing(self, offset: int) -> int:
        passed = bisect_right(self._ends, offset)
        if passed and self._begins[passed - 1] == self._ends[passed - 1] == offset:
            passed -= 1
        inside = passed < len(self._begins) and self._begins[passed] < offset < self._ends[passed]
        return self._ends[passed] + self._shifts[passed + 1] if inside else offset + self._shifts[passed]


def _units(text: str) -> list[int]:
    """The UTF-16 offset of each character, and of the end."""
    return [0, *accumulate(2 if ord(each) > 0xFFFF else 1 for each in text)]


def _fits(text: str, begin: int, most: int) -> int:
    """The end of the part that begins here."""
    end = begin + bisect_right(_units(text[begin : begin + most + 1]), most) - 1
    if end >= len(text):
        return len(text)
    for gap in ("\n\n", "\n", " "):
        if (found := text.rfind(gap, begin + (end - begin) // 2, end)) > begin:
            return found + len(gap)
    return _before_a_character(text, begin, end)


def _before_a_character(text: str, begin: int, end: int) -> int:
    """Not into the middle of an emoji made of several characters, unless it is longer than anything."""
    cut = end
    while cut > begin + 1 and (text[cut] in JOINED or text[cut - 1] == "\u200d"):
        cut -= 1
    return cut if cut > begin + 1 else max(end, begin + 1)
