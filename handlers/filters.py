"""Filters, all of them `async`: aiogram would run a synchronous one in a thread."""

from aiogram.filters import Filter
from aiogram.types import Message, TelegramObject

from bot.domain.admins import Admin
from bot.domain.people import Officer
from bot.domain.reports import Resident
from bot.services.relay import Relay
from bot.telegram.callbacks import Go, Step
from bot.telegram.newsroom_callbacks import NewsAct, NewsStep
from handlers.commands import is_command, looks_like_command
from handlers.entries import replied_to_in


class FromOfficer(Filter):
    """Somebody who has joined as an officer."""

    async def __call__(self, _event: TelegramObject, officer: Officer | None = None) -> bool:
        return officer is not None


class FromAdmin(Filter):
    """Somebody who looks after the directory."""

    async def __call__(self, _event: TelegramObject, admin: Admin | None = None) -> bool:
        return admin is not None


class FromStaff(Filter):
    """An officer or an admin."""

    async def __call__(
        self, _event: TelegramObject, officer: Officer | None = None, admin: Admin | None = None
    ) -> bool:
        return officer is not None or admin is not None


TABLES = (".xlsx", ".zip", ".csv", ".xls", ".ods", ".numbers")


def is_table(name: str) -> bool:
    return name.strip().lower().endswith(TABLES)


class NoReply(Filter):
    """Not a reply: whoever is an officer or a resident too may answer a report at any time."""

    async def __call__(self, message: Message) -> bool:
        return message.reply_to_message is None and not is_command(message)


class RegistryDocument(Filter):
    """A table sent by itself: in an album, as a reply or while a report is written it belongs to that report."""

    async def __call__(self, message: Message, raw_state: str | None = None) -> bool:
        document = message.document
        alone = message.media_group_id is None and message.reply_to_message is None
        writing = str(raw_state or "").startswith("Writing:")
        return document is not None and alone and not writing and is_table(document.file_name or "")


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


class StepOf(Filter):
    """One of the buttons of an announcement."""

    def __init__(self, *steps: NewsStep) -> None:
        self._steps = frozenset(steps)

    async def __call__(self, _event: TelegramObject, callback_data: NewsAct) -> bool:
        return callback_data.step in self._steps


class HasPoint(Filter):
    """A location, a live location or a venue."""

    async def __call__(self, message: Message) -> bool:
        return message.location is not None or message.venue is not None


class HasDocument(Filter):
    """A file."""

    async def __call__(self, message: Message) -> bool:
        return message.document is not None


class NewWords(Filter):
    """Neither a command nor a reply: a reply says itself what it belongs to, whatever else is being asked."""

    async def __call__(self, message: Message) -> bool:
        return not is_command(message) and replied_to_in(message) is None


class PlainText(Filter):
    """Words that are no command."""

    async def __call__(self, message: Message) -> bool:
        return bool(message.text) and not is_command(message)


class KnownCommand(Filter):
    """A command of ours."""

    async def __call__(self, message: Message) -> bool:
        return is_command(message)


class UnknownCommand(Filter):
    """A single word that looks like a command, where no report is written or open to which it could belong."""

    async def __call__(
        self, message: Message, relay: Relay, resident: Resident | None = None, raw_state: str | None = None
    ) -> bool:
        if resident is None or not looks_like_command(message) or str(raw_state or "").startswith("Writing:"):
            return False
        return not await relay.has_somewhere(resident)


class BelongsToReport(Filter):
    """A reply to something of a report of one's own, or a further item of an album that lies in one."""

    async def __call__(self, message: Message, relay: Relay, resident: Resident | None = None) -> bool:
        if resident is None or is_command(message):
            return False
        replied_to, album = replied_to_in(message), message.media_group_id
        if replied_to is None and album is None:
            return False
        return await relay.answered(resident, message.chat.id, replied_to, album) is not None
