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
from bot.domain.reports import Recipient
from bot.services.announcements import Announcements
from bot.services.turns import Turn
from handlers.buttons import message_of
from handlers.filters import NewWords, On, PlainText
from handlers.states import Holding

OBLAST: Final = "oblast"
"""Key of the dialogue's data."""
REASONS: Final = frozenset({HoldStep.ALERT, HoldStep.POWER})


async def show(
    _message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, announcements: Announcements
) -> None:
    """/hold"""
    await state.clear()
    await turn.tell(recipient, await announcements.holding.listed(admin))


async def act(
    query: CallbackQuery,
    act: HoldAct,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """Where, why, and back again; the message changes in place."""
    step, code = act.step, act.code
    if step in REASONS:
        await announcements.holding.hold(turn, admin, code, step.value)
    elif step is HoldStep.RELEASE:
        await announcements.holding.release(turn, admin, code)
    await state.clear()
    if step is HoldStep.WORDS:
        await state.set_state(Holding.reason)
        await state.set_data({OBLAST: code})
    await turn.tell(recipient, await _next(announcements, admin, step, code), edits=message_of(query))


async def _next(announcements: Announcements, admin: Admin, step: HoldStep, code: str) -> Notice:
    if step is HoldStep.WHERE:
        return await announcements.holding.where(admin)
    if step in (HoldStep.WHY, HoldStep.WORDS):
        return announcements.holding.why(admin, code, words=step is HoldStep.WORDS)
    return await announcements.holding.listed(admin)


async def take_reason(
    message: Message,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """In one's own words."""
    code = (await state.get_data()).get(OBLAST)
    if code is None:
        raise StaleButton
    await announcements.holding.hold(turn, admin, str(code), message.text or "")
    await state.clear()
    await turn.tell(recipient, await announcements.holding.listed(admin))


def router() -> Router:
    found = Router(name="holds")
    found.message.register(show, Command("hold"))
    found.callback_query.register(act, On(HoldAct))
    found.message.register(take_reason, StateFilter(Holding.reason), PlainText(), NewWords())
    return found
