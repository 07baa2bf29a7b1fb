"""/poster: for which station or hromada, and off to the press."""

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.admins import Admin
from bot.domain.reports import Reader
from bot.services.posters import Posters
from bot.services.turns import Turn
from bot.telegram.callbacks import PickPoster, PosterPage
from bot.telegram.paper_keyboards import ALL
from handlers.buttons import message_of
from handlers.filters import PlainText
from handlers.states import Postering


async def ask(
    _message: Message,
    command: CommandObject,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    posters: Posters,
    admin: Admin,
) -> None:
    """/poster, /poster Бердичів"""
    await state.set_state(Postering.asking)
    await turn.tell(reader, await posters.choices(admin, query=(command.args or "").strip()))


async def search(message: Message, turn: Turn, reader: Reader, posters: Posters, admin: Admin) -> None:
    await turn.tell(reader, await posters.choices(admin, query=(message.text or "").strip()))


async def turn_page(
    query: CallbackQuery, callback_data: PosterPage, turn: Turn, reader: Reader, posters: Posters, admin: Admin
) -> None:
    page = await posters.choices(admin, callback_data.number)
    await turn.tell(reader, page, edits=message_of(query))


async def pick(
    _query: CallbackQuery,
    callback_data: PickPoster,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    posters: Posters,
    admin: Admin,
) -> None:
    if await state.get_state() == Postering.asking.state:
        await state.clear()
    if callback_data.what == ALL:
        await posters.ask_all(turn, reader, admin)
    else:
        await posters.ask(turn, reader, admin, callback_data.what)


def router() -> Router:
    found = Router(name="admin-posters")
    found.message.register(ask, Command("poster"))
    found.message.register(search, StateFilter(Postering.asking), PlainText())
    found.callback_query.register(turn_page, PosterPage.filter())
    found.callback_query.register(pick, PickPoster.filter())
    return found
