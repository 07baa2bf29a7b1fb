"""Buttons that all keyboards of announcements are made of."""

from collections.abc import Sequence
from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.telegram.buttons import Row, button
from bot.telegram.newsroom_callbacks import NewsAct, NewsStep
from bot.texts.words import Words

IN_A_ROW: Final = 4


def act(words: Words, label: str, number: int, step: NewsStep) -> InlineKeyboardButton:
    return button(words, label, NewsAct(broadcast_id=number, step=step))


def back(words: Words, number: int, label: str = "news-done") -> Row:
    return [act(words, label, number, NewsStep.PANEL)]


def rows(buttons: Sequence[InlineKeyboardButton], wide: int) -> list[Row]:
    return [list(buttons[at : at + wide]) for at in range(0, len(buttons), wide)]
