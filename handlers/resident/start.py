"""Greeting and consent. Until somebody agrees, every path leads here, with the emergency numbers on it."""

from aiogram import Router
from aiogram.filters import Command, CommandStart, invert_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.admins import Admin
from bot.domain.notices import AskPlace, Help, Welcome, WithoutConsent
from bot.domain.reports import Reader, Resident
from bot.services.doors import Doors
from bot.services.turns import Turn
from bot.telegram.callbacks import Go, Step
from handlers import door
from handlers.filters import Known, StepIs
from handlers.resident.guides import Guides
from handlers.states import Finding


async def greet(
    _message: Message,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    resident: Resident | None,
    retention_days: int,
) -> None:
    """Somebody who agreed before goes on to the place."""
    if resident is None:
        await turn.tell(reader, Welcome(retention_days))
        return
    await state.set_state(Finding.asking)
    await turn.tell(reader, AskPlace())


async def agree(
    _query: CallbackQuery,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    guides: Guides,
    doors: Doors,
    admin: Admin | None,
) -> None:
    """Whoever came by a poster goes on to where it leads."""
    scanned = (await state.get_data()).get(door.DOOR)
    await state.clear()
    resident = await guides.people.consent(turn, reader, admin=admin is not None)
    if scanned:
        await door.enter(turn, reader, state, doors, guides, resident, scanned)
        return
    await state.set_state(Finding.asking)
    await turn.tell(reader, AskPlace())


async def decline(_query: CallbackQuery, turn: Turn, reader: Reader, state: FSMContext) -> None:
    await state.clear()
    await turn.tell(reader, WithoutConsent())


async def help_first(_message: Message, turn: Turn, reader: Reader) -> None:
    await turn.tell(reader, Help())


async def consent_first(_event: Message | CallbackQuery, turn: Turn, reader: Reader, retention_days: int) -> None:
    """Nothing can be kept yet, so the question comes again."""
    await turn.tell(reader, Welcome(retention_days))


def router() -> Router:
    found = Router(name="start")
    stranger = invert_f(Known())
    found.message.register(greet, CommandStart())
    found.callback_query.register(agree, Go.filter(), StepIs(Step.AGREE))
    found.callback_query.register(decline, Go.filter(), StepIs(Step.DECLINE), stranger)
    found.message.register(help_first, Command("help"), stranger)
    found.message.register(consent_first, stranger)
    found.callback_query.register(consent_first, stranger)
    return found
