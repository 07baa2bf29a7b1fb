"""/intake: where reports are taken, and where the bot is a directory only."""

from typing import Final

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain import intake_notices as notices
from bot.domain.acts.admins import IntakeAct, IntakeAdd, IntakePage, IntakeStep
from bot.domain.admins import Admin
from bot.domain.pages import one_page
from bot.domain.reports import Recipient
from bot.services.intake import Intake
from bot.services.territories import AdminTerritories, Offered
from bot.services.turns import Turn
from handlers.admin.shared import find_area, leave
from handlers.buttons import message_of
from handlers.filters import On, PlainText
from handlers.states import Tending

PAGE: Final = 8


async def show(
    _message: Message,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    intake: Intake,
    territories: AdminTerritories,
) -> None:
    """/intake"""
    await leave(state)
    await turn.tell(recipient, await _page(0, admin, intake, territories))


async def turn_page(
    query: CallbackQuery,
    act: IntakePage,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    intake: Intake,
    territories: AdminTerritories,
) -> None:
    await leave(state)
    page = await _page(act.number, admin, intake, territories)
    await turn.tell(recipient, page, edits=message_of(query))


async def _page(number: int, admin: Admin, intake: Intake, territories: AdminTerritories) -> notices.IntakeAreas:
    listed = await intake.listed(admin)
    page = one_page(listed, number, size=PAGE)
    return notices.IntakeAreas(territories.names(page.shown), len(listed), page=page.number, pages=page.pages)


async def add(_query: CallbackQuery, turn: Turn, recipient: Recipient, state: FSMContext) -> None:
    await state.set_state(Tending.intake_area)
    await turn.tell(recipient, notices.AskIntakeArea())


async def find(
    message: Message,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    state: FSMContext,
    intake: Intake,
    territories: AdminTerritories,
) -> None:
    """A typed name: one area is opened at once, several are offered."""
    found = await find_area(message, turn, recipient, admin, territories, _which)
    if found.options:
        await leave(state)
    if found.only is not None:
        await turn.tell(recipient, await intake.area(admin, found.only))


def _which(offered: Offered) -> notices.AskIntakeArea | notices.IntakeChoices:
    if not offered.options:
        return notices.AskIntakeArea(unknown=True)
    return notices.IntakeChoices(offered.options, more=offered.more)


async def take_step(
    query: CallbackQuery, act: IntakeAct, turn: Turn, recipient: Recipient, admin: Admin, intake: Intake
) -> None:
    """Look at one area, or set it; the message shows how it stands."""
    code, step = act.katottg, act.step
    if step is not IntakeStep.OPEN:
        await intake.set(turn, admin, code, only=step is IntakeStep.ONLY)
    here = None if step is IntakeStep.OPEN else message_of(query)
    await turn.tell(recipient, await intake.area(admin, code), edits=here)


def router() -> Router:
    found = Router(name="admin-intake")
    found.message.register(show, Command("intake"))
    found.callback_query.register(turn_page, On(IntakePage))
    found.callback_query.register(add, On(IntakeAdd))
    found.callback_query.register(take_step, On(IntakeAct))
    found.message.register(find, StateFilter(Tending.intake_area), PlainText())
    return found
