"""A tap on a button: what else stands under the same message."""

from typing import Final

from aiogram.types import CallbackQuery, Message

from bot.domain.acts.cases import QueuePage
from bot.domain.acts.people import MyPage, NewsStop, ShowStation
from bot.domain.addressing import Tapped, Way
from bot.telegram.linking import addresses_in_buttons

WAYS: Final = frozenset(each.sign for each in (ShowStation, NewsStop, QueuePage, MyPage))
"""Kinds of buttons that are no answer to a question: each works as long as what it leads to is there."""


def tapped(query: CallbackQuery) -> Tapped | None:
    """None: Telegram does not name the message any more."""
    message = query.message
    if message is None:
        return None
    markup = message.reply_markup if isinstance(message, Message) else None
    buttons = [each for row in markup.inline_keyboard for each in row] if markup else []
    labels = {
        each.callback_data: each.text for each in buttons if each.callback_data and each.callback_data != query.data
    }
    ways = tuple(Way(label, data) for data, label in labels.items() if data.partition(":")[0] in WAYS)
    return Tapped(query.id, message.message_id, addresses_in_buttons(markup), ways)
