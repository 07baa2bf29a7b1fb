"""The commands that Telegram shows to each role."""

from typing import Final

from aiogram.types import BotCommand

from bot.texts.admin_speech import COMMANDS as ADMIN_COMMANDS
from bot.texts.words import Words

RESIDENT_COMMANDS: Final = ("place", "report", "my", "news", "stop", "emergency", "language", "forget", "help")
OFFICER_COMMANDS: Final = ("queue", "halfyear", "digest", "emergency", "language", "help")


def commands(words: Words, *, officer: bool = False, admin: bool = False) -> list[BotCommand]:
    """The command menu of a role; an admin's stand behind those of a resident or an officer, as they may be either."""
    names = (OFFICER_COMMANDS if officer else RESIDENT_COMMANDS) + (ADMIN_COMMANDS if admin else ())
    return [BotCommand(command=each, description=words.plain(f"command-{each}")) for each in dict.fromkeys(names)]
