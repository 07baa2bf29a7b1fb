"""What stands below the words of a notice: buttons, each a label and an act, in rows; or a request of the keyboard that
people type with. No channel is known here: it shows them as it can."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from bot.domain.acts.base import Act
from bot.domain.notices import Notice, Paged
from bot.texts.words import Words


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    act: Act


Row: TypeAlias = Sequence[Button]


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Rows of buttons; without a row all that stood there go."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ShareLocation:
    """A way to send where one is, beside typing; `hint` stands where one types."""

    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class AnswerField:
    """What is typed next answers this message; `hint` stands where one types."""

    hint: str


@dataclass(frozen=True, slots=True)
class Typing:
    """One types again as ever: a way to share a location goes."""


Offer: TypeAlias = Keyboard | ShareLocation | AnswerField | Typing
Offers: TypeAlias = Callable[[Any, Words], Offer | None]


@dataclass(frozen=True, slots=True)
class Face:
    """How a notice looks: its words as HTML, and what is offered below them (None: nothing)."""

    words: Callable[[Any, Words], str]
    offer: Offers | None = None


Faces: TypeAlias = dict[type[Notice], Face]
"""The faces of a family of notices."""

TWO: Final = 2
FOUR: Final = 4
"""Buttons in a row: of labels of a few words, of numbers."""


def keyboard(*rows: Row) -> Keyboard:
    """Rows without buttons are left out."""
    return Keyboard(tuple(row for row in rows if row))


def button(words: Words, label: str, act: Act) -> Button:
    """`label`: the text id behind `button-`."""
    return Button(words.plain(f"button-{label}"), act)


def in_rows(buttons: Sequence[Button], wide: int) -> list[Row]:
    return [buttons[at : at + wide] for at in range(0, len(buttons), wide)]


def numbered_button(number: int, made: Button) -> Button:
    """As in the list above it: a narrow screen cuts a button before it tells two villages apart."""
    return replace(made, label=f"{number}. {made.label}")


def turning(notice: Paged, words: Words, to: Callable[[int], Act]) -> Row:
    """Below a list: the ways to the page before and to the page after, where there are such."""
    before = [button(words, "previous", to(notice.page - 1))] if notice.page > 0 else []
    return before + ([button(words, "next", to(notice.page + 1))] if notice.page + 1 < notice.pages else [])
