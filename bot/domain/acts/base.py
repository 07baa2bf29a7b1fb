"""What all acts have in common: a sign, and rules for their fields.

A field is a number, a text, a day, a yes or no, a word of a `StrEnum`, or one of these or nothing. Numbers and texts
have a rule in their annotation, so that whatever comes back from a channel is checked before anybody acts: a handler
asks only what depends on the moment, and whether the fields go together.
"""

import re
from dataclasses import dataclass
from typing import Annotated, ClassVar, Final, TypeAlias
from zlib import crc32

from bot.domain.refs import PATTERN

CODE: Final = r"UA[0-9]{17}"
"""How a KATOTTG code is written."""


@dataclass(frozen=True)
class Between:
    """A number of at least `least`, below `below`."""

    least: int
    below: int

    def allows(self, value: object) -> bool:
        return isinstance(value, int) and self.least <= value < self.below


@dataclass(frozen=True)
class Shaped:
    """A text that the whole pattern fits."""

    pattern: str

    def allows(self, value: object) -> bool:
        return isinstance(value, str) and re.fullmatch(self.pattern, value) is not None


NumberOrNone: TypeAlias = Annotated[int, Between(0, 2**63)]
"""0 stands for none."""
Number: TypeAlias = Annotated[int, Between(1, 2**63)]
"""A forged one too large for the database must not get there."""
PageNumber: TypeAlias = Annotated[int, Between(0, 10**6)]
"""Counts from 0; of a list that became shorter the last page is shown."""
Ref: TypeAlias = Annotated[str, Shaped(PATTERN)]
"""A report's: its number may be given twice when a copy of the database is put back."""
Code: TypeAlias = Annotated[str, Shaped(CODE)]
"""A KATOTTG code."""
Mark: TypeAlias = Annotated[str, Shaped(r"[0-9a-f]{0,8}")]
"""Tells one question from another (`mark_of`)."""


@dataclass(frozen=True)
class Act:
    """The base of all acts; `sign`: two or so letters that no other act has."""

    sign: ClassVar[str]

    def __init_subclass__(cls, *, sign: str) -> None:
        cls.sign = sign


def mark_of(asked: str) -> str:
    """What was asked or searched, short enough for a button; empty for nothing."""
    return f"{crc32(asked.encode()):x}" if asked else ""
