"""/hold: oblasts where nothing is sent now, and why."""

from typing import Final

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.announcements import HoldAct, HoldStep
from bot.domain.admins import Admin
from bot.domain.errors import StaleButton
from bot.domain.notices import Notice
from bot.domain.reports import Reader
from bot.services.broadcasts import Broadcasts
from bot.services.newsroom.watching import Newsroom
from bot.services.turns import Turn
from handlers.buttons import message_of
from handlers.filters import NewWords, On, PlainText
from handlers.states import Holding

OBLAST: Final = "oblast"
"""Key of the dialogue's data."""
REASONS: Final = frozenset({HoldStep.ALERT, HoldStep.POWER})


async def show(
    _message: Message, turn: Turn, reader: Reader, state: FSMContext, admin: Admin, newsroom: Newsroom
) -> None:
    """/hold"""
    await state.clear()
    await turn.tell(reader, await newsroom.holds(admin))


async def act(
    query: CallbackQuery,
    act: HoldAct,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    newsroom: Newsroom,
    broadcasts: Broadcasts,
) -> None:
    """Where, why, and back again; the message changes in place."""
    step, code = act.step, act.code
    if step in REASONS:
        await broadcasts.hold(turn, admin, code, step.value)
    elif step is HoldStep.RELEASE:
        await broadcasts.release(turn, admin, code)
    await state.clear()
    if step is HoldStep.WORDS:
        await state.set_state(Holding.reason)
        await state.set_data({OBLAST: code})
    await turn.tell(reader, await _next(newsroom, admin, step, code), edits=message_of(query))


async def _next(newsroom: Newsroom, admin: Admin, step: HoldStep, code: str) -> Notice:
    if step is HoldStep.WHERE:
        return await newsroom.hold_where(admin)
    if step in (HoldStep.WHY, HoldStep.WORDS):
        return newsroom.hold_why(admin, code, words=step is HoldStep.WORDS)
    return await newsroom.holds(admin)


async def take_reason(
    message: Message,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    newsroom: Newsroom,
    broadcasts: Broadcasts,
) -> None:
    """In one's own words."""
    code = (await state.get_data()).get(OBLAST)
    if code is None:
        raise StaleButton
    await broadcasts.hold(turn, admin, str(code), message.text or "")
    await state.clear()
    await turn.tell(reader, await newsroom.holds(admin))


def router() -> Router:
    found = Router(name="holds")
    found.message.register(show, Command("hold"))
    found.callback_query.register(act, On(HoldAct))
    found.message.register(take_reason, StateFilter(Holding.reason), PlainText(), NewWords())
    return found
