"""/hold: oblasts where nothing is sent now, and why."""

from typing import Final

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.announcements import HoldAct, HoldStep
from bot.domain.errors import StaleButton
from bot.domain.notices import Notice
from handlers.admin.announcements.here import AnnouncementsHere, at_the_announcements
from handlers.filters import NewWords, On, PlainText
from handlers.states import Holding

OBLAST: Final = "oblast"
"""Key of the dialogue's data."""
REASONS: Final = frozenset({HoldStep.ALERT, HoldStep.POWER})


async def show(_message: Message, here: AnnouncementsHere) -> None:
    """/hold"""
    await here.state.clear()
    await here.tell(await here.announcements.holding.listed(here.admin))


async def take_step(_query: CallbackQuery, act: HoldAct, here: AnnouncementsHere) -> None:
    """Where, why, and back again; the message changes in place."""
    if act.step in REASONS:
        await here.announcements.holding.hold(here.turn, here.admin, act.code, act.step.value)
    elif act.step is HoldStep.RELEASE:
        await here.announcements.holding.release(here.turn, here.admin, act.code)
    await here.state.clear()
    if act.step is HoldStep.WORDS:
        await here.state.set_state(Holding.reason)
        await here.state.set_data({OBLAST: act.code})
    await here.tell(await _next(act.step, act.code, here))


async def _next(step: HoldStep, code: str, here: AnnouncementsHere) -> Notice:
    holding = here.announcements.holding
    if step is HoldStep.WHERE:
        return await holding.where(here.admin)
    if step in (HoldStep.WHY, HoldStep.WORDS):
        return holding.why(here.admin, code, words=step is HoldStep.WORDS)
    return await holding.listed(here.admin)


async def take_reason(message: Message, here: AnnouncementsHere) -> None:
    """In one's own words."""
    code = (await here.state.get_data()).get(OBLAST)
    if code is None:
        raise StaleButton
    await here.announcements.holding.hold(here.turn, here.admin, str(code), message.text or "")
    await here.state.clear()
    await here.tell(await here.announcements.holding.listed(here.admin))


def router() -> Router:
    found = Router(name="holds")
    at_the_announcements(found)
    found.message.register(show, Command("hold"))
    found.callback_query.register(take_step, On(HoldAct))
    found.message.register(take_reason, StateFilter(Holding.reason), PlainText(), NewWords())
    return found
