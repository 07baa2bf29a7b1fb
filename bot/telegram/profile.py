"""What Telegram shows of the bot before anybody has written to it: the text above Start, the line in its profile."""

from collections.abc import Awaitable, Callable
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.domain.keeping import Operator
from bot.texts.about import about, description
from bot.texts.words import LANGUAGES, words

log = structlog.get_logger(__name__)

EVERYBODY: Final = None
"""No language of its own: for whoever reads none of ours."""


async def show_profile(bot: Bot, operator: Operator, default_locale: str) -> None:
    """In every language, and for everybody else in the default one. Best effort: the bot works without it."""
    for language in (EVERYBODY, *LANGUAGES):
        spoken = words(language or default_locale)
        await _tried(_describe, bot, description(spoken, operator), language)
        await _tried(_introduce, bot, about(spoken), language)


async def _tried(
    change: Callable[[Bot, str, str | None], Awaitable[None]], bot: Bot, text: str, language: str | None
) -> None:
    try:
        await change(bot, text, language)
    except AiogramError as error:
        log.warning("profile-not-set", error=type(error).__name__)


async def _describe(bot: Bot, text: str, language: str | None) -> None:
    """Telegram allows few changes a day, so nothing is set that is so already."""
    if (await bot.get_my_description(language)).description != text:
        await bot.set_my_description(text, language)


async def _introduce(bot: Bot, text: str, language: str | None) -> None:
    if (await bot.get_my_short_description(language)).short_description != text:
        await bot.set_my_short_description(text, language)
