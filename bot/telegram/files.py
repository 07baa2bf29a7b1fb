"""Files that people send to the bot, as bytes. Never inside a turn: Telegram is asked."""

from io import BytesIO
from typing import TYPE_CHECKING, Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramNotFound

from bot.domain.errors import FileGone, FileTooBig

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

MOST_BYTES: Final = 20_000_000
"""What Telegram gives to a bot."""


class _Room(BytesIO):
    """Of what is downloaded, no more than that, whatever its size was said to be."""

    def write(self, data: "Buffer", /) -> int:
        if self.tell() + memoryview(data).nbytes > MOST_BYTES:
            raise FileTooBig
        return super().write(data)


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
        into = _Room()
        await self._bot.download_file(about.file_path, into)
        return into.getvalue()
