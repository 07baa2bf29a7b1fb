"""/silent: the list of silent hromadas, and single changes of it."""

from typing import Final

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain import silent_notices as notices
from bot.domain.admins import Admin
from bot.domain.pages import one_page
from bot.domain.reports import Reader
from bot.domain.silence import Silence, SilentArea
from bot.services.silence import SilentList
from bot.services.territories import Territories
from bot.services.turns import Turn
from bot.telegram.admin_callbacks import SilentAct, SilentAdd, SilentPage, SilentStep
from handlers.admin.shared import leave
from handlers.buttons import message_of
from handlers.filters import PlainText
from handlers.states import Tending

PAGE: Final = 8
LEVELS: Final = {
    SilentStep.LEVEL_1: Silence.OFFICERS,
    SilentStep.LEVEL_2: Silence.LOCATIONS,
    SilentStep.LEVEL_3: Silence.RELAY,
}


async def show(
    _message: Message,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    silent_list: SilentList,
    territories: Territories,
) -> None:
    """/silent"""
    await leave(state)
    await turn.tell(reader, await _page(0, admin, silent_list, territories))


async def turn_page(
    query: CallbackQuery,
    callback_data: SilentPage,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    silent_list: SilentList,
    territories: Territories,
) -> None:
    await leave(state)
    page = await _page(callback_data.number, admin, silent_list, territories)
    await turn.tell(reader, page, edits=message_of(query))


async def _page(number: int, admin: Admin, silent_list: SilentList, territories: Territories) -> notices.SilentAreas:
    listed = await silent_list.listed(admin)
    page = one_page(listed, number, size=PAGE)
    items = tuple(_item(area.katottg, area, territories) for area in page.shown)
    return notices.SilentAreas(items, len(listed), page=page.number, pages=page.pages)


def _item(code: str, area: SilentArea | None, territories: Territories) -> notices.SilentItem:
    return notices.SilentItem(territories.words(code), int(area.level) if area else 0, area.note if area else "")


async def add(_query: CallbackQuery, turn: Turn, reader: Reader, state: FSMContext) -> None:
    await state.set_state(Tending.silent_area)
    await turn.tell(reader, notices.AskSilentArea())


async def find(
    message: Message,
    turn: Turn,
    reader: Reader,
    admin: Admin,
    state: FSMContext,
    silent_list: SilentList,
    territories: Territories,
) -> None:
    """A typed name: one area is opened at once, several are offered."""
    found = territories.find(message.text or "", admin.scope)[:PAGE]
    if not found:
        await turn.tell(reader, notices.AskSilentArea(unknown=True))
        return
    await leave(state)
    if len(found) > 1:
        await turn.tell(reader, notices.SilentChoices(tuple(territories.words(unit.katottg) for unit in found)))
        return
    code = found[0].katottg
    await turn.tell(reader, notices.SilentArea(_item(code, await silent_list.find(admin, code), territories)))


async def act(
    query: CallbackQuery,
    callback_data: SilentAct,
    turn: Turn,
    reader: Reader,
    admin: Admin,
    silent_list: SilentList,
    territories: Territories,
) -> None:
    """Look at one area, change its level, take it off the list; the message shows how it stands."""
    code, step = callback_data.katottg, callback_data.step
    changed = step is not SilentStep.OPEN
    if step in LEVELS:
        await silent_list.put(turn, admin, code, LEVELS[step])
    elif changed:
        await silent_list.remove(turn, admin, code)
    area = notices.SilentArea(_item(code, await silent_list.find(admin, code), territories), changed)
    await turn.tell(reader, area, edits=message_of(query) if changed else None)


def router() -> Router:
    found = Router(name="admin-silent")
    found.message.register(show, Command("silent"))
    found.callback_query.register(turn_page, SilentPage.filter())
    found.callback_query.register(add, SilentAdd.filter())
    found.callback_query.register(act, SilentAct.filter())
    found.message.register(find, StateFilter(Tending.silent_area), PlainText())
    return found
