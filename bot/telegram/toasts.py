"""Answers to taps: they stop the button's clock, and may say something over it."""

from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.domain.marked import utf16
from bot.services.turns import Toast, Turn, Turns
from bot.telegram.fitting import plain
from bot.texts.faces import speak
from bot.texts.words import words
from db import outbox

log = structlog.get_logger(__name__)

MOST: Final = 200
"""UTF-16 units of a toast."""


class Toasts:
    """Best effort: what must be heard waits in the outbox until it was shown."""

    def __init__(self, bot: Bot, turns: Turns) -> None:
        self._bot = bot
        self._turns = turns

    async def answer(self, tap: str, turn: Turn) -> None:
        """`turn`: the one in which somebody tapped."""
        text = _text(turn.toast) if turn.toast else ""
        shown = await self._shown(tap, text)
        if turn.toast is not None:
            await self._settle(turn.toast, turn.heard, shown=shown and bool(text))

    async def _shown(self, tap: str, text: str) -> bool:
        """False when Telegram takes no answer any more."""
        try:
            return await self._bot.answer_callback_query(tap, text=text or None, request_timeout=5)
        except AiogramError as error:
            log.debug("callback-not-answered", error=type(error).__name__)
            return False

    async def _settle(self, toast: Toast, where: int | None, *, shown: bool) -> None:
        """Was it shown, nothing more is said; otherwise the words need not wait any longer."""
        async with self._turns.open() as turn:
            await outbox.drop(toast.key)
            if not shown:
                await turn.tell(toast.to, toast.notice, quotes=where)


def _text(toast: Toast) -> str:
    """Empty: too long for a toast."""
    said = plain(speak(toast.notice, words(toast.to.locale)))
    return said if utf16(said) <= MOST else ""
