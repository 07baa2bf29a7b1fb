"""What keyboards are made of."""

from collections.abc import Callable
from typing import Any, TypeAlias

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.domain.notices import Notice
from bot.texts.words import Words

Markup: TypeAlias = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
Row: TypeAlias = list[InlineKeyboardButton]
Layouts: TypeAlias = dict[type[Notice], Callable[[Any, Words], Markup | None]]
"""The keyboards of a family of notices."""


def button(words: Words, label: str, data: Any) -> InlineKeyboardButton:
    """`label`: the text id behind `button-`; `data`: a `CallbackData`."""
    return InlineKeyboardButton(text=words.plain(f"button-{label}"), callback_data=data.pack())


def inline(*rows: Row) -> InlineKeyboardMarkup:
    """Rows without buttons are left out."""
    return InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row])
