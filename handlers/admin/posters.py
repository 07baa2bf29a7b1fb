"""/poster: for which station or hromada, and off to the press."""

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.figures import EVERY_POSTER, PickPoster, PosterPage
from bot.domain.admins import Admin
from bot.domain.reports import Recipient
from bot.services.posters import Posters
from bot.services.turns import Turn
from handlers.buttons import message_of
from handlers.filters import On, PlainText
from handlers.states import Postering


async def ask(
    _message: Message,
    command: CommandObject,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    posters: Posters,
    admin: Admin,
) -> None:
    """/poster, /poster Бердичів"""
    await state.set_state(Postering.asking)
    await turn.tell(recipient, await posters.choices(admin, query=(command.args or "").strip()))


async def search(message: Message, turn: Turn, recipient: Recipient, posters: Posters, admin: Admin) -> None:
    await turn.tell(recipient, await posters.choices(admin, query=(message.text or "").strip()))


async def turn_page(
    query: CallbackQuery, act: PosterPage, turn: Turn, recipient: Recipient, posters: Posters, admin: Admin
) -> None:
    page = await posters.choices(admin, act.number)
    await turn.tell(recipient, page, edits=message_of(query))


async def pick(
    _query: CallbackQuery,
    act: PickPoster,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    posters: Posters,
    admin: Admin,
) -> None:
    if await state.get_state() == Postering.asking.state:
        await state.clear()
    if act.what == EVERY_POSTER:
        await posters.ask_all(turn, recipient, admin)
    else:
        await posters.ask(turn, recipient, admin, act.what)


def router() -> Router:
    found = Router(name="admin-posters")
    found.message.register(ask, Command("poster"))
    found.message.register(search, StateFilter(Postering.asking), PlainText())
    found.callback_query.register(turn_page, On(PosterPage))
    found.callback_query.register(pick, On(PickPoster))
    return found
