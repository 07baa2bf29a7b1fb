"""A letter: a notice with all that is needed to send it, and what the calls of the Bot API made of one share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from aiogram.methods import TelegramMethod
from aiogram.types import ReplyParameters

from bot.domain.attachments import Upload
from bot.domain.marked import NOTHING, Marked
from bot.domain.notices import Notice
from bot.domain.reports import Entry
from bot.texts.words import Words

Call: TypeAlias = TelegramMethod[Any]
TEXT_LIMIT: Final = 4096
"""UTF-16 units of a message, as Telegram counts."""
CAPTION_LIMIT: Final = 1024


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice with all that is needed to send it. `entries`: what a `Relayed` carries (several: an album);
    `quotes`: the message of this chat it replies to, and `quotable` what that says, as far as we know; `edits`: the
    message it changes; `upload`: the file of ours that an `Attached` carries; `plain`: without what Telegram may
    refuse; `username`: of the bot, for links."""

    chat_id: int
    notice: Notice
    words: Words
    entries: Sequence[Entry] = ()
    quotes: int | None = None
    quotable: Marked = NOTHING
    edits: int | None = None
    protect: bool = False
    upload: Upload | None = None
    plain: bool = False
    username: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the calls that deliver a letter, and the entries that lie in its messages, one in each."""

    call: Call
    entries: Sequence[Entry] = ()


def quote(letter: Letter) -> ReplyParameters | None:
    if letter.quotes is None:
        return None
    return ReplyParameters(message_id=letter.quotes, allow_sending_without_reply=True)
