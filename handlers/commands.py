"""What is a command: one that the bot knows. Whatever else begins with a slash is somebody's words."""

import re
from typing import Any, Final

from aiogram import Bot
from aiogram.filters import CommandStart
from aiogram.types import Message

from bot.telegram.menu import OFFICER_COMMANDS, RESIDENT_COMMANDS
from bot.texts.admins import COMMANDS as ADMIN_COMMANDS

KNOWN: Final = frozenset({"start", *RESIDENT_COMMANDS, *OFFICER_COMMANDS, *ADMIN_COMMANDS})
_FORM: Final = re.compile(r"/([A-Za-z0-9_]{1,32})(@\w+)?(?=\s|$)")
_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


def is_command(message: Message) -> bool:
    """One that is known. Behind /start only what a link brings is no words."""
    text = message.text or ""
    found = _FORM.match(text)
    if found is None or found[1] not in KNOWN:
        return False
    rest = text[found.end() :].strip()
    return found[1] != "start" or not rest or _PAYLOAD.fullmatch(rest) is not None


def looks_like_command(message: Message) -> bool:
    """A single word as Telegram marks commands, known or not."""
    return _FORM.fullmatch((message.text or "").strip()) is not None


class Started(CommandStart):
    """/start, alone or from a link."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        return await super().__call__(message, bot) if is_command(message) else False
