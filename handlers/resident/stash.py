"""Words that came before there was a report for them: they wait in the dialogue and are its first entries."""

from collections.abc import Sequence
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.dialogues import HELD
from bot.domain.errors import TooMuch
from bot.domain.notices import Notice
from bot.domain.places import Point
from bot.domain.reports import MAX_ENTRIES, EntryKind, Incoming, Recipient
from bot.domain.silence import Silence
from bot.services.silent_entries import locates
from bot.services.turns import ALBUM_PAUSE, Turn
from handlers.entries import incoming_of, packed, unpacked

KEY = "stash"


async def remember(message: Message, state: FSMContext) -> None:
    """Raises `CannotCarry` for kinds we do not relay, `TooMuch` when nothing more fits."""
    waiting = (await state.get_data()).get(KEY, [])
    if len(waiting) >= MAX_ENTRIES:
        raise TooMuch(most=MAX_ENTRIES)
    await state.update_data({KEY: [*waiting, packed(incoming_of(message))]})


async def ask(message: Message, turn: Turn, recipient: Recipient, question: Notice) -> None:
    """Ask what is still missing; once for an album, when it is whole."""
    if message.media_group_id is None:
        await turn.tell(recipient, question)
    else:
        key = f"wait:{recipient.chat_id}:{message.media_group_id}"[:64]
        await turn.tell(recipient, question, key=key, after=ALBUM_PAUSE)


async def take_over(items: Sequence[dict[str, Any]], state: FSMContext) -> None:
    """What waited elsewhere (packed) waits here now, behind what did already."""
    waiting = (await state.get_data()).get(KEY, [])
    await state.update_data({KEY: [*waiting, *items]})


def last_words(data: dict[str, Any]) -> str:
    """The text that came last; empty where something else did."""
    waiting = data.get(KEY, [])
    return str(waiting[-1]["text"]) if waiting and waiting[-1]["kind"] == EntryKind.TEXT else ""


def point_of(item: dict[str, Any]) -> Point | None:
    """Of a packed location."""
    return Point(**item["point"]) if item["kind"] == EntryKind.LOCATION and item["point"] else None


async def forget_last(state: FSMContext) -> None:
    waiting = (await state.get_data()).get(KEY, [])
    await state.update_data({KEY: waiting[:-1]})


async def correct(incoming: Incoming, state: FSMContext) -> bool:
    """An edited message changes its words here too; False when they do not lie here."""
    waiting = (await state.get_data()).get(KEY, [])
    changed = [packed(incoming) if each["message_id"] == incoming.message_id else each for each in waiting]
    if changed != waiting:
        await state.update_data({KEY: changed})
    return any(each["message_id"] == incoming.message_id for each in waiting)


def kept(data: dict[str, Any]) -> dict[str, Any]:
    """The part of a dialogue's data that outlives a change of mind about the place: words that wait."""
    return {key: data[key] for key in (KEY, HELD) if data.get(key)}


def entries(data: dict[str, Any]) -> list[Incoming]:
    return [unpacked(fields) for fields in data.get(KEY, [])]


def hushed(data: dict[str, Any], level: Silence) -> dict[str, Any]:
    """What may stay of a dialogue's data when it turns out to be about a silent hromada."""
    match level:
        case Silence.OFFICERS:
            return data
        case Silence.LOCATIONS:
            words = [each for each in data.get(KEY, []) if not locates(unpacked(each))]
            return kept({KEY: words})
        case Silence.RELAY:
            return {}
