"""/silent: the list of silent hromadas, and single changes of it."""

from typing import Final

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain import silent_notices as notices
from bot.domain.acts.admins import LEVELS, SURE, SilentAct, SilentAdd, SilentPage, SilentStep
from bot.domain.admins import Admin
from bot.domain.pages import one_page
from bot.domain.recipients import recipient_of
from bot.domain.reports import Recipient
from bot.services.silence import SilentList
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
    silent_list: SilentList,
) -> None:
    """/silent"""
    await leave(state)
    await turn.tell(recipient, await _page(0, admin, silent_list))


async def turn_page(
    query: CallbackQuery,
    act: SilentPage,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    silent_list: SilentList,
) -> None:
    await leave(state)
    page = await _page(act.number, admin, silent_list)
    await turn.tell(recipient, page, edits=message_of(query))


async def _page(number: int, admin: Admin, silent_list: SilentList) -> notices.SilentAreas:
    listed = await silent_list.listed(admin)
    page = one_page(listed, number, size=PAGE)
    items = await silent_list.items(page.shown)
    return notices.SilentAreas(tuple(items), len(listed), page=page.number, pages=page.pages)


async def add(_query: CallbackQuery, turn: Turn, recipient: Recipient, state: FSMContext) -> None:
    await state.set_state(Tending.silent_area)
    await turn.tell(recipient, notices.AskSilentArea())


async def find(
    message: Message,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    state: FSMContext,
    silent_list: SilentList,
    territories: AdminTerritories,
) -> None:
    """A typed name: one area is opened at once, several are offered."""
    found = await find_area(message, turn, recipient, admin, territories, _which)
    if found.options:
        await leave(state)
    if found.only is not None:
        await turn.tell(recipient, notices.SilentAreaShown(await silent_list.item(admin, found.only)))


def _which(offered: Offered) -> notices.AskSilentArea | notices.SilentChoices:
    if not offered.options:
        return notices.AskSilentArea(unknown=True)
    return notices.SilentChoices(offered.options, more=offered.more)


async def take_step(
    query: CallbackQuery,
    act: SilentAct,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    silent_list: SilentList,
) -> None:
    """Look at one area, change its level, take it off the list; the message shows how it stands."""
    code, step = act.katottg, act.step
    before = await silent_list.item(admin, code)
    wished = LEVELS.get(step)
    if wished is not None and wished > before.level:
        counts = await silent_list.counts(admin, code)
        await turn.tell(recipient, notices.ConfirmSilence(before, wished, counts), edits=message_of(query))
        return
    level = wished or SURE.get(step)
    if level is not None:
        await silent_list.put(turn, admin, code, level)
    elif step is SilentStep.REMOVE:
        await silent_list.remove(turn, admin, code)
    after = await silent_list.item(admin, code)
    done = notices.SilentAreaShown(after, changed=after.level != before.level)
    await turn.tell(recipient, done, edits=None if step is SilentStep.OPEN else message_of(query))


async def decide(
    query: CallbackQuery,
    act: SilentAct,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    silent_list: SilentList,
) -> None:
    """A wish for less silence: yes or no, to both and in every card that asked for it."""
    yes, code = act.step is SilentStep.APPROVE, act.katottg
    asked = await (silent_list.approve if yes else silent_list.keep)(turn, admin, code)
    item = await silent_list.item(admin, code)
    decided = await silent_list.tell_decided(turn, code, item.level, approved=yes, by=admin)
    await turn.tell(recipient, decided, edits=message_of(query))
    if (author := await silent_list.author(asked)) is not None and author.id != admin.id:
        await turn.tell(recipient_of(author), decided)


DECISIONS: Final = frozenset({SilentStep.APPROVE, SilentStep.KEEP})


def router() -> Router:
    found = Router(name="admin-silent")
    found.message.register(show, Command("silent"))
    found.callback_query.register(turn_page, On(SilentPage))
    found.callback_query.register(add, On(SilentAdd))
    found.callback_query.register(decide, On(SilentAct, *DECISIONS))
    found.callback_query.register(take_step, On(SilentAct))
    found.message.register(find, StateFilter(Tending.silent_area), PlainText())
    return found
