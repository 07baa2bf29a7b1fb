"""Filters, all of them `async`: aiogram would run a synchronous one in a thread."""

from enum import StrEnum

from aiogram.filters import Command, Filter
from aiogram.types import Message, TelegramObject

from bot.domain.acts.base import Act
from bot.domain.admins import Admin
from bot.domain.people import Officer
from bot.domain.reports import Resident
from bot.services import addressing
from bot.services.reports.filing import Filing
from bot.services.turns import Turn
from bot.telegram.menu import OFFICER_COMMANDS
from bot.telegram.menu import RESIDENT_COMMANDS as ALL_RESIDENTS_COMMANDS
from handlers.commands import is_command, looks_like_command
from handlers.states import RESIDENTS


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


class ForOfficer(Filter):
    """Words of an officer's. Of one who is a resident too: unless a draft or a resident's question is open."""

    async def __call__(
        self,
        _event: TelegramObject,
        filing: Filing,
        officer: Officer | None = None,
        resident: Resident | None = None,
        raw_state: str | None = None,
    ) -> bool:
        if officer is None or resident is None:
            return officer is not None
        asked = {state.state for group in RESIDENTS for state in group.__states__}
        return raw_state not in asked and await filing.draft(resident) is None


RESIDENT_COMMANDS = ("place", "report", "my", "forget")


class OfResident(Command):
    """What only a resident can do; anybody may become one."""

    def __init__(self) -> None:
        super().__init__(*RESIDENT_COMMANDS)


class Aside(Filter):
    """An account that was an officer's once or is not confirmed as one yet, and of nobody else whom the bot knows."""

    async def __call__(self, _event: TelegramObject, *, aside: Officer | None = None) -> bool:
        return aside is not None


class Stranger(Filter):
    """Not a resident."""

    async def __call__(self, _event: TelegramObject, resident: Resident | None = None) -> bool:
        return resident is None


TABLES = (".xlsx", ".zip", ".csv", ".xls", ".ods", ".numbers")


def is_table(name: str) -> bool:
    return name.strip().lower().endswith(TABLES)


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


class On(Filter):
    """A button of this kind; of these steps, where it has several."""

    def __init__(self, kind: type[Act], *steps: StrEnum) -> None:
        self._kind = kind
        self._steps = frozenset(steps)

    async def __call__(self, _event: TelegramObject, act: Act | None = None) -> bool:
        return type(act) is self._kind and (not self._steps or getattr(act, "step", None) in self._steps)


class HasPoint(Filter):
    """A location, a live location or a venue."""

    async def __call__(self, message: Message) -> bool:
        return message.location is not None or message.venue is not None


class HasDocument(Filter):
    """A file."""

    async def __call__(self, message: Message) -> bool:
        return message.document is not None


class NewWords(Filter):
    """No command. Replies to reports never come so far (handlers/addressed.py); one to a question is its answer."""

    async def __call__(self, message: Message) -> bool:
        return not is_command(message)


class PlainText(Filter):
    """Words that are no command."""

    async def __call__(self, message: Message) -> bool:
        return bool(message.text) and not is_command(message)


class OfficersCommand(Command):
    """What only an officer can do."""

    def __init__(self) -> None:
        super().__init__(*(each for each in OFFICER_COMMANDS if each not in ALL_RESIDENTS_COMMANDS))


class KnownCommand(Filter):
    """A command of ours."""

    async def __call__(self, message: Message) -> bool:
        return is_command(message)


class UnknownCommand(Filter):
    """A single word that looks like a command, where no report is written or open to which it could belong."""

    async def __call__(
        self, message: Message, turn: Turn, resident: Resident | None = None, raw_state: str | None = None
    ) -> bool:
        if resident is None or not looks_like_command(message) or str(raw_state or "").startswith("Writing:"):
            return False
        return not await addressing.own(resident, turn.now)
