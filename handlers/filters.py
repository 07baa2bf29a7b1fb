"""Filters, all of them `async`: aiogram would run a synchronous one in a thread."""

from aiogram.filters import Filter
from aiogram.types import Message, TelegramObject

from bot.domain.people import Officer
from bot.domain.reports import Resident
from bot.telegram.callbacks import Go, Step


class FromOfficer(Filter):
    """Somebody who has joined as an officer."""

    async def __call__(self, _event: TelegramObject, officer: Officer | None = None) -> bool:
        return officer is not None


class Known(Filter):
    """A resident who agreed to be remembered."""

    async def __call__(self, _event: TelegramObject, resident: Resident | None = None) -> bool:
        return resident is not None


class StepIs(Filter):
    """One of the buttons without a subject."""

    def __init__(self, *steps: Step) -> None:
        self._steps = frozenset(steps)

    async def __call__(self, _event: TelegramObject, callback_data: Go) -> bool:
        return callback_data.step in self._steps


class HasPoint(Filter):
    """A location, a live location or a venue."""

    async def __call__(self, message: Message) -> bool:
        return message.location is not None or message.venue is not None


class PlainText(Filter):
    """Words that are no command."""

    async def __call__(self, message: Message) -> bool:
        return bool(message.text) and not str(message.text).startswith("/")
