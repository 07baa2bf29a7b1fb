"""Text as it is seen: without characters that hide, turn around or stand for other ones.

Direction overrides make «exe.фото» of «фото.exe», zero-width characters hide words from a search, and a link can lead
elsewhere than its words say. None of them survives on its way from one person to another; emoji do.
"""

import re
from typing import Final

from bot.domain.marked import Edit, Entity, Marked

_PICTURE: Final = (
    r"[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    r"\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff][\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?"
)
_EMOJI: Final = (
    r"\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"  # flags of countries within countries
    r"|[0-9#*]\ufe0f?\u20e3"  # keys
    rf"|{_PICTURE}(?:\u200d{_PICTURE})*"
)
_BIDI: Final = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_UNSEEN: Final = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u3164\ufe00-\ufe0f\ufeff\uffa0"
    r"\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    r"\x00-\x08\x0d-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
)
_BREAKS: Final = r"\x0b\x0c\x85\u2028\u2029"
_MARKS: Final = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
MOST_MARKS: Final = 3
"""On one letter: more than any language has cover the lines around it."""
_PARTS: Final = re.compile(
    rf"(?P<emoji>{_EMOJI})|(?P<unseen>[{_BIDI}{_UNSEEN}]+)|(?P<break>[{_BREAKS}])|(?P<blank>\u2800)"
    rf"|(?<={_MARKS}{{{MOST_MARKS}}})(?P<heap>{_MARKS}+)"
)
_SUSPECT: Final = re.compile(rf"[{_BIDI}{_UNSEEN}{_BREAKS}\u2800]|{_MARKS}{{{MOST_MARKS + 1}}}")
_INSTEAD: Final = {"unseen": "", "heap": "", "break": "\n", "blank": " "}


def seen(words: Marked) -> Marked:
    """What a reader of the words sees, with the formatting on the same characters."""
    words = _within(words)
    return words.edited(_edits(words.text)) if _SUSPECT.search(words.text) else words


def seen_text(text: str) -> str:
    return Marked(text).edited(_edits(text)).text if _SUSPECT.search(text) else text


def in_a_line(text: str, most: int) -> str:
    """A title or a name: at most so many characters."""
    line = " ".join(seen_text(text).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _edits(text: str) -> list[Edit]:
    found = ((each, str(each.lastgroup)) for each in _PARTS.finditer(text))
    return [(each.start(), each.end(), _INSTEAD[kind]) for each, kind in found if kind in _INSTEAD]


def _within(words: Marked) -> Marked:
    """Formatting that ends where the text does, on whole characters."""
    entities, end = list[Entity](), words.length
    for each in words.entities:
        start, stop = max(each["offset"], 0), min(each["offset"] + each["length"], end)
        if stop > start:
            entities.append({**each, "offset": start, "length": stop - start})
    return Marked(words.text, tuple(entities))


# --- links ------------------------------------------------------------------------------------------------------------

ACCOUNTS: Final = ("tg:",)
"""Links to somebody's account: a copied one would give that person away."""
HIDING: Final = frozenset({"spoiler", "custom_emoji", "text_mention"})
"""Formatting under which something else lies than what is read."""


def opened(words: Marked) -> Marked:
    """With the address behind every link whose words do not say it, and nothing hidden under formatting."""
    units = _characters(words.text)
    edits, kept = list[Edit](), list[Entity]()
    for each in sorted(words.entities, key=lambda one: int(one["offset"] + one["length"])):
        address = in_a_line(str(each.get("url") or ""), MOST_ADDRESS) if each["type"] == "text_link" else ""
        begin, end = units.get(each["offset"]), units.get(each["offset"] + each["length"])
        if each["type"] in HIDING or begin is None or end is None or address.lower().startswith(ACCOUNTS):
            continue
        if address and _bare(words.text[begin:end]) != _bare(address):
            edits.append((end, end, f" ({address})"))
            continue
        kept.append({**each, "type": "blockquote"} if each["type"] == "expandable_blockquote" else each)
    return Marked(words.text, tuple(kept)).edited(edits)


MOST_ADDRESS: Final = 2048


def _bare(address: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", address.strip().lower()).rstrip("/")


def _characters(text: str) -> dict[int, int]:
    """{UTF-16 offset: character} of each character, and of the end."""
    found, at = dict[int, int](), 0
    for number, character in enumerate(text):
        found[at] = number
        at += 2 if ord(character) > 0xFFFF else 1
    found[at] = len(text)
    return found
