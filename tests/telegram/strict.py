"""Calls of the Bot API as the sandbox reads them: what it refuses, Telegram would refuse too."""

from typing import Any

from aiogram.methods import SendMediaGroup

from bot.sandbox.methods.media import ALBUM, MIXES
from bot.sandbox.texts import Words, caption_content, text_content
from bot.telegram.letter import Call


def shown(call: Call) -> list[dict[str, Any]]:
    """The words of each message a call makes, with their formatting; raises `ApiError` for what is refused."""
    if isinstance(call, SendMediaGroup):
        kinds = [item.type for item in call.media]
        assert ALBUM[0] <= len(kinds) <= ALBUM[1]
        assert len({MIXES.get(kind, "seen") for kind in kinds}) == 1
        return [_caption(item) for item in call.media]
    said: Any = call
    if getattr(said, "text", None) is not None:
        return [text_content(Words(said.text, said.parse_mode, said.entities), _nobody)]
    return [_caption(said)]


def _caption(said: Any) -> dict[str, Any]:
    if not getattr(said, "caption", None):
        return {"caption": ""}
    found = caption_content(Words(said.caption, said.parse_mode, said.caption_entities), _nobody)
    return {"caption": "", **found}


def _nobody(_number: int) -> None:
    return None


def words_in(call: Call) -> list[str]:
    return [each.get("text", each.get("caption", "")) for each in shown(call)]
