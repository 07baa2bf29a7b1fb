"""Greeting and consent. Until somebody agrees, every path leads here, with the emergency numbers on it."""

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.admin_notices import AdminHow
from bot.domain.errors import StaleButton
from bot.domain.notices import AskPlace, Help, Welcome, WithoutConsent
from bot.domain.reports import Reader, Resident
from bot.services.doors import Doors
from bot.services.turns import Turn
from bot.telegram.callbacks import Go, Step
from handlers import door
from handlers.filters import FromAdmin, FromStaff, OfResident, StepIs, Stranger
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
) -> None:
    """Whoever came by a poster goes on to where it leads."""
    scanned = (await state.get_data()).get(door.DOOR)
    await state.clear()
    resident = await guides.people.consent(turn, reader)
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


async def as_admin(_message: Message, turn: Turn, reader: Reader) -> None:
    """An admin who is no resident said what is for nobody: what they can do here."""
    await turn.tell(reader, AdminHow())


async def stale(_query: CallbackQuery) -> None:
    raise StaleButton


async def consent_first(_event: Message | CallbackQuery, turn: Turn, reader: Reader, retention_days: int) -> None:
    """Nothing can be kept yet, so the question comes again."""
    await turn.tell(reader, Welcome(retention_days))


def router() -> Router:
    found = Router(name="start")
    stranger = Stranger()
    found.message.register(greet, CommandStart())
    found.callback_query.register(agree, Go.filter(), StepIs(Step.AGREE))
    found.callback_query.register(decline, Go.filter(), StepIs(Step.DECLINE), stranger)
    found.message.register(help_first, Command("help"), stranger)
    found.message.register(consent_first, stranger, OfResident())
    found.message.register(as_admin, stranger, FromAdmin())
    found.callback_query.register(stale, stranger, FromStaff())
    found.message.register(consent_first, stranger)
    found.callback_query.register(consent_first, stranger)
    return found
