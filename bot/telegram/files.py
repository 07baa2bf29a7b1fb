"""Files that people send to the bot, as bytes. Never inside a turn: Telegram is asked."""

from io import BytesIO
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound

from bot.domain.errors import FileGone, FileTooBig

MOST_BYTES: Final = 20_000_000
"""What Telegram gives to a bot."""


class Files:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, file_id: str) -> bytes:
        """Raises `FileTooBig`, `FileGone`, or what the network says (worth another try)."""
        try:
            about = await self._bot.get_file(file_id)
        except (TelegramBadRequest, TelegramNotFound) as error:
            raise (FileTooBig if "too big" in str(error) else FileGone)() from error
        if about.file_path is None or (about.file_size or 0) > MOST_BYTES:
            raise FileTooBig
        into = BytesIO()
        await self._bot.download_file(about.file_path, into)
        return into.getvalue()
