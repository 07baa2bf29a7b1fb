"""Everything else a resident writes: it belongs to a report, names a place, or starts a report. It is never lost."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.errors import NoCorrections, TooMuch
from bot.domain.notices import AskCategory, AskDanger, WriteHow
from bot.domain.reports import MAX_ENTRIES, OFFENCES, Category, Reader, Resident
from bot.services.lookup import Lookup
from bot.services.people import People
from bot.services.relay import Relay
from bot.services.turns import Turn
from handlers.entries import draft_of, packed
from handlers.filters import HasPoint, PlainText
from handlers.resident import place
from handlers.states import Writing


async def stash(message: Message, turn: Turn, reader: Reader, state: FSMContext) -> None:
    """Words came before the questions were answered: they wait for the draft, and the question is asked again."""
    await _remember(message, state)
    data = await state.get_data()
    if await state.get_state() == Writing.danger.state:
        await turn.tell(reader, AskDanger(Category(data["category"]) in OFFENCES))
    elif len(data["stash"]) == 1 or not message.media_group_id:
        await turn.tell(reader, AskCategory())


async def _remember(message: Message, state: FSMContext) -> None:
    kept = (await state.get_data()).get("stash", [])
    if len(kept) >= MAX_ENTRIES:
        raise TooMuch(most=MAX_ENTRIES)
    await state.update_data(stash=[*kept, packed(draft_of(message))])


async def take(
    message: Message,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    relay: Relay,
    lookup: Lookup,
    people: People,
    resident: Resident,
) -> None:
    """Into the report it belongs to. Without one: a location asks where, words do too while there is no place, and
    anything else begins a new report."""
    replied_to = message.reply_to_message.message_id if message.reply_to_message else None
    if message.text and message.text.startswith("/"):
        await turn.tell(reader, WriteHow())
        return
    if not await relay.has_somewhere(resident):
        if await HasPoint()(message):
            await place.take_point(message, turn, reader, state, lookup)
            return
        if resident.place is None and await PlainText()(message):
            await place.take_name(message, turn, reader, state, lookup, people, resident)
            return
    if await relay.add(turn, resident, draft_of(message), replied_to):
        return
    await state.set_state(Writing.category)
    await stash(message, turn, reader, state)


async def corrected(message: Message, relay: Relay) -> None:
    """An edited message changes a draft; what an officer already has is not changed behind the officer's back."""
    if not await relay.corrected(draft_of(message)):
        raise NoCorrections


def router() -> Router:
    found = Router(name="words")
    found.message.register(stash, StateFilter(Writing.category, Writing.danger))
    found.message.register(take)
    found.edited_message.register(corrected)
    return found
