"""What is offered below a notice, as Telegram's keyboards: within its limits."""

import json
from typing import Final, TypeAlias

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.domain.notices import Notice
from bot.domain.shortening import shortened
from bot.telegram.acts import pack
from bot.texts.buttons import AnswerField, Keyboard, Offer, ShareLocation
from bot.texts.faces import offered
from bot.texts.words import Words

Markup: TypeAlias = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply

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


def keyboard(notice: Notice, words: Words) -> Markup | None:
    """What goes under the message; None: nothing."""
    offer = offered(notice, words)
    return markup(offer) if offer is not None else None


def markup(offer: Offer) -> Markup:
    match offer:
        case Keyboard(rows):
            return inline([[tappable(each.label, pack(each.act)) for each in row] for row in rows])
        case ShareLocation(label, hint):
            share = KeyboardButton(text=label, request_location=True)
            return ReplyKeyboardMarkup(keyboard=[[share]], resize_keyboard=True, input_field_placeholder=hint)
        case AnswerField(hint):
            return ForceReply(input_field_placeholder=hint)
        case _:
            return ReplyKeyboardRemove()


def inline(rows: list[list[InlineKeyboardButton]]) -> InlineKeyboardMarkup:
    """Lists turn pages long before a keyboard is too big for Telegram; should one be, the last of its list go, and the
    ways out below it stay."""
    kept = list(rows)
    while _too_big(kept):
        kept.pop(max(len(kept) - 1 - WAYS_OUT, 0))
    return InlineKeyboardMarkup(inline_keyboard=kept)


def tappable(label: str, data: str) -> InlineKeyboardButton:
    """The label shortened to what a phone shows."""
    shown = shortened(label.replace("\n", " ").strip(), LABEL) or NO_LABEL
    return InlineKeyboardButton(text=shown, callback_data=data)


def _too_big(rows: list[list[InlineKeyboardButton]]) -> bool:
    buttons = [each for row in rows for each in row]
    return len(buttons) > MOST_BUTTONS or sum(map(_bytes, buttons)) > MOST_BYTES


def _bytes(made: InlineKeyboardButton) -> int:
    """About as many as it takes in JSON."""
    return len(json.dumps([made.text, made.callback_data], ensure_ascii=False).encode()) + BUTTON_BYTES
