"""From a stored update to the handlers: parses the JSON and feeds the dispatcher inside the turn."""

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import Final

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update

from bot.domain.notices import LivePoint, Notice, PartUnread
from bot.domain.reports import Recipient
from bot.services.inbox import Unreadable
from bot.services.turns import Turn
from bot.telegram.reading import SPOKEN, UpdateReading, read
from bot.telegram.salvage import Unread
from bot.telegram.tapping import tapped
from bot.telegram.toasts import Toasts
from db.inbox import Claimed

log = structlog.get_logger(__name__)

CHANNEL: Final = "telegram"
ALLOWED_UPDATES: Final = ("message", "edited_message", "callback_query", "my_chat_member", "message_reaction")


class Feed:
    """The inbox worker's `Handle` for Telegram."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, toasts: Toasts, default_locale: str) -> None:
        self._bot = bot
        self._toasts = toasts
        self._default_locale = default_locale
        self._dispatcher = dispatcher
        self._answering: set[asyncio.Task[None]] = set()

    async def __call__(self, claimed: Claimed, turn: Turn) -> None:
        """Raises `Unreadable` for an update this version does not know; whatever a handler raises passes through."""
        try:
            reading = read(claimed.payload, self._bot)
        except Unread as error:
            turn.recipient = self._writer(claimed)
            raise Unreadable from error
        if reading.silent:
            return
        turn.heard = _message_of(reading.update)
        if (query := reading.update.callback_query) is not None:
            turn.tapped = tapped(query)
            turn.afterwards.append(partial(self._answer_in_background, query.id, turn))
        await self._dispatcher.feed_update(self._bot, reading.update, turn=turn)
        if turn.recipient is not None:
            for remark in _remarks(reading):
                await turn.tell(turn.recipient, remark)

    def _writer(self, claimed: Claimed) -> Recipient | None:
        """Of a message that cannot be read: by the lane it came in. Groups are not served."""
        chat = claimed.lane.removeprefix(f"{CHANNEL}:")
        spoken = any(f'"{each}": {{' in claimed.payload for each in SPOKEN)
        return Recipient(int(chat), self._default_locale) if chat.isdecimal() and spoken else None

    async def finish(self) -> None:
        """Wait for the answers under way; each takes a few seconds at most."""
        await asyncio.gather(*self._answering)

    async def _answer_in_background(self, query_id: str, turn: Turn) -> None:
        """The next turn need not wait for Telegram."""
        task = asyncio.create_task(self._answer(query_id, turn))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)

    async def _answer(self, query_id: str, turn: Turn) -> None:
        try:
            await self._toasts.answer(query_id, turn)
        except Exception as error:
            log.warning("tap-not-answered", error=type(error).__name__)


def _remarks(reading: UpdateReading) -> Iterator[Notice]:
    """What the author of a message should know of how it was taken."""
    if reading.lost:
        yield PartUnread()
    location = reading.update.message.location if reading.update.message else None
    if location is not None and location.live_period:
        yield LivePoint()


def _message_of(update: Update) -> int | None:
    """The message an update is about: what was written, or where somebody tapped."""
    query = update.callback_query
    message = update.message or update.edited_message or (query.message if query else None)
    return message.message_id if message else None
