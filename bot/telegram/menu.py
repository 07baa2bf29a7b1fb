"""The commands that Telegram shows to each role."""

from typing import Final

from aiogram.types import BotCommand

from bot.texts.admins import COMMANDS as ADMIN_COMMANDS
from bot.texts.words import Words

RESIDENT_COMMANDS: Final = (
    "emergency",
    "place",
    "report",
    "my",
    "news",
    "stop",
    "language",
    "forget",
    "privacy",
    "help",
)
OFFICER_COMMANDS: Final = ("queue", "halfyear", "digest", "emergency", "language", "privacy", "help")


def commands(words: Words, *, officer: bool = False, admin: bool = False, resident: bool = False) -> list[BotCommand]:
    """The command menu of whoever may be several of these; who is nothing yet may become a resident."""
    names: tuple[str, ...] = OFFICER_COMMANDS if officer else ()
    names += RESIDENT_COMMANDS if resident or not officer else ()
    names += ADMIN_COMMANDS if admin else ()
    return [BotCommand(command=each, description=words.plain(f"command-{each}")) for each in dict.fromkeys(names)]
