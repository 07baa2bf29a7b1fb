"""Answers that a conversation waits for: they come through the inbox, but not from Telegram."""

from aiogram import Bot, Dispatcher

from bot.domain.addresses import GeocoderAnswer
from bot.domain.recipients import recipient_of
from bot.domain.reports import Recipient
from bot.services.turns import Turn
from handlers.resident import address
from handlers.resident.guides import Guides


class GeocoderAnswers:
    """An answer goes on where it was asked for."""

    def __init__(self, *, bot: Bot, dispatcher: Dispatcher, guides: Guides) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._guides = guides

    async def __call__(self, answer: GeocoderAnswer, turn: Turn) -> None:
        """Whoever asked to be forgotten meanwhile is not known any more."""
        resident = await self._guides.people.resident(Recipient(answer.chat_id, ""))
        if resident is None:
            return
        turn.recipient = recipient_of(resident)
        # In a private chat the person has the chat's number.
        state = self._dispatcher.fsm.get_context(self._bot, answer.chat_id, answer.chat_id)
        await address.answered(answer, turn, turn.recipient, state, self._guides, resident)
