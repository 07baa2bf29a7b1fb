"""What keyboards are made of."""

import json
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.domain.notices import Notice, Paged
from bot.domain.shortening import shortened
from bot.texts.words import Words

Markup: TypeAlias = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
Row: TypeAlias = list[InlineKeyboardButton]
Layouts: TypeAlias = dict[type[Notice], Callable[[Any, Words], Markup | None]]
"""The keyboards of a family of notices."""

LABEL: Final = 120
"""UTF-16 units of a button's words; a phone shows fewer, but two villages of one name differ at the end."""
NO_LABEL: Final = "—"
MOST_BUTTONS: Final = 100
MOST_BYTES: Final = 9_000
"""Telegram refuses a keyboard of more than about 10 kB, and more than 100 buttons."""
BUTTON_BYTES: Final = 26
"""What the names of a button's fields take."""
WAYS_OUT: Final = 3
"""Rows below a list: the pages, a way on, a way back."""


def button(words: Words, label: str, data: CallbackData) -> InlineKeyboardButton:
    """`label`: the text id behind `button-`."""
    return InlineKeyboardButton(text=words.plain(f"button-{label}"), callback_data=data.pack())


def turning(notice: Paged, words: Words, to: Callable[[int], CallbackData]) -> Row:
    """Below a list: the ways to the page before and to the page after, where there are such."""
    before = [button(words, "previous", to(notice.page - 1))] if notice.page > 0 else []
    return before + ([button(words, "next", to(notice.page + 1))] if notice.page + 1 < notice.pages else [])


def inline(*rows: Row) -> InlineKeyboardMarkup:
    """Rows without buttons are left out, labels shortened to what a phone shows.

    Lists turn pages long before a keyboard is too big for Telegram; should one be, the last of its list go, and the
    ways out below it stay.
    """
    kept = [[_labelled(each) for each in row] for row in rows if row]
    while _too_big(kept):
        kept.pop(max(len(kept) - 1 - WAYS_OUT, 0))
    return InlineKeyboardMarkup(inline_keyboard=kept)


def _labelled(made: InlineKeyboardButton) -> InlineKeyboardButton:
    label = shortened(made.text.replace("\n", " ").strip(), LABEL) or NO_LABEL
    return made if label == made.text else made.model_copy(update={"text": label})


def _too_big(rows: list[Row]) -> bool:
    buttons = [each for row in rows for each in row]
    return len(buttons) > MOST_BUTTONS or sum(map(_bytes, buttons)) > MOST_BYTES


def _bytes(made: InlineKeyboardButton) -> int:
    """About as many as it takes in JSON."""
    return len(json.dumps([made.text, made.callback_data, made.url], ensure_ascii=False).encode()) + BUTTON_BYTES
