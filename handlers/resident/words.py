"""Everything else a resident writes: it belongs to a report, names a place, or starts a report. It is never lost."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.errors import NoCorrections
from bot.domain.notices import AskDanger, WriteHow
from bot.domain.reports import OFFENCES, Category, Reader, Resident
from bot.services.relay import Relay
from bot.services.turns import Turn
from handlers.entries import draft_of, replied_to_in
from handlers.filters import BelongsToReport, HasPoint, PlainText, UnknownCommand
from handlers.resident import place, stash
from handlers.resident.guides import Guides
from handlers.resident.offering import ask_category
from handlers.states import Writing


async def wait(
    message: Message,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    relay: Relay,
    guides: Guides,
    resident: Resident,
) -> None:
    """Words came before the questions were answered: they wait for the draft, and the question is asked again."""
    if resident.place is not None:
        await relay.check_carries(resident.place, draft_of(message))
    await stash.remember(message, state)
    if await state.get_state() == Writing.danger.state:
        category = Category((await state.get_data())["category"])
        await stash.ask(message, turn, reader, AskDanger(category in OFFENCES))
        return
    named = bool(message.text) and place.is_named(guides.lookup, message.text or "")
    await stash.ask(message, turn, reader, ask_category(guides.lookup, resident.place, kept=True, named=named))


async def take(
    message: Message,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    relay: Relay,
    guides: Guides,
    resident: Resident,
) -> None:
    """Into the report it belongs to. Without one: a location asks where, words do too while there is no place, and
    anything else begins a new report."""
    if not await relay.has_somewhere(resident):
        if await HasPoint()(message):
            await place.take_point(message, turn, reader, state, guides.lookup)
            return
        if resident.place is None and await PlainText()(message):
            await place.take_name(message, turn, reader, state, guides, resident)
            return
    if await relay.add(turn, resident, draft_of(message), replied_to_in(message)):
        return
    if resident.place is None:
        await place.wait_for_place(message, turn, reader, state)
        return
    await state.set_state(Writing.category)
    await wait(message, turn, reader, state, relay, guides, resident)


async def take_reply(message: Message, turn: Turn, relay: Relay, resident: Resident) -> None:
    """It says itself which report it belongs to, whatever else is being asked."""
    await relay.add(turn, resident, draft_of(message), replied_to_in(message))


async def unknown_command(_message: Message, turn: Turn, reader: Reader) -> None:
    await turn.tell(reader, WriteHow())


async def corrected(message: Message, state: FSMContext, relay: Relay) -> None:
    """An edited message changes a draft; what an officer already has is not changed behind the officer's back."""
    draft = draft_of(message)
    await stash.correct(draft, state)
    if not await relay.corrected(draft):
        raise NoCorrections


def replies() -> Router:
    """Comes before the questions."""
    found = Router(name="replies")
    found.message.register(take_reply, BelongsToReport())
    return found


def router() -> Router:
    found = Router(name="words")
    found.message.register(unknown_command, UnknownCommand())
    found.message.register(wait, StateFilter(Writing.category, Writing.danger))
    found.message.register(take)
    found.edited_message.register(corrected)
    return found
