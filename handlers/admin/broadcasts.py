"""Looking at it, when, yes or no, and its course; /broadcasts."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final, TypeAlias

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.announcements import NewsAct, NewsApprove, NewsLeaf, NewsPage, NewsStep, NewsTime
from bot.domain.admins import Admin
from bot.domain.errors import StaleButton
from bot.domain.notices import Notice
from bot.domain.reports import Reader
from bot.services.newsroom.watching import Newsroom
from bot.services.turns import Turn
from handlers.admin.announcing import ask
from handlers.buttons import message_of
from handlers.filters import On
from handlers.states import Announcing

Act: TypeAlias = Callable[[Newsroom, Turn, Admin, int], Awaitable[None]]


async def listed(_message: Message, turn: Turn, reader: Reader, admin: Admin, newsroom: Newsroom) -> None:
    """/broadcasts"""
    await turn.tell(reader, await newsroom.listed(admin))


async def turn_page(
    query: CallbackQuery, act: NewsPage, turn: Turn, reader: Reader, admin: Admin, newsroom: Newsroom
) -> None:
    """Of announcements, of drafts, or of the areas chosen for one."""
    page = await _page(act, turn, admin, newsroom)
    await turn.tell(reader, page, edits=message_of(query))


async def _page(asked: NewsPage, turn: Turn, admin: Admin, newsroom: Newsroom) -> Notice:
    match asked.what:
        case NewsLeaf.LIST:
            return await newsroom.listed(admin, asked.number)
        case NewsLeaf.DRAFTS:
            return await newsroom.kinds(admin, asked.number)
        case NewsLeaf.AREAS:
            return await newsroom.ask_audience(turn, admin, asked.broadcast_id or 0, page=asked.number)


async def preview(
    _query: CallbackQuery,
    act: NewsAct,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    newsroom: Newsroom,
) -> None:
    """As residents see it; the next words may name another place. The panel comes again below."""
    await newsroom.preview(turn, admin, reader, act.broadcast_id, asks=True)
    await ask(state, Announcing.place, act.broadcast_id)
    await turn.tell(reader, await newsroom.panel(turn, admin, act.broadcast_id))


async def trial(
    _query: CallbackQuery, act: NewsAct, turn: Turn, reader: Reader, admin: Admin, newsroom: Newsroom
) -> None:
    """What comes is what a resident gets, with the panel below."""
    await newsroom.trial(turn, admin, reader, act.broadcast_id)
    await turn.tell(reader, await newsroom.panel(turn, admin, act.broadcast_id))


# --- when -------------------------------------------------------------------------------------------------------------


async def when(
    query: CallbackQuery, act: NewsAct, turn: Turn, reader: Reader, admin: Admin, newsroom: Newsroom
) -> None:
    await turn.tell(reader, await newsroom.ask_time(admin, act.broadcast_id), edits=message_of(query))


async def at(
    query: CallbackQuery,
    act: NewsTime,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    newsroom: Newsroom,
) -> None:
    """A day, then an hour: off it goes."""
    day = _day(act.day)
    if act.hour is None:
        question = await newsroom.ask_hour(admin, act.broadcast_id, day)
        await turn.tell(reader, question, edits=message_of(query))
        return
    await newsroom.submit_at(turn, admin, act.broadcast_id, day, act.hour)
    await state.clear()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise StaleButton from error


# --- steps of its life ------------------------------------------------------------------------------------------------


async def act(
    _query: CallbackQuery, act: NewsAct, turn: Turn, state: FSMContext, admin: Admin, newsroom: Newsroom
) -> None:
    """One tap, one step; the service says who may, and everybody concerned is told."""
    await ACTS[act.step](newsroom, turn, admin, act.broadcast_id)
    if act.step in ENDS:
        await state.clear()


async def approve(_query: CallbackQuery, act: NewsApprove, turn: Turn, admin: Admin, newsroom: Newsroom) -> None:
    """A yes to what the card showed, and to nothing else."""
    await newsroom.approve(turn, admin, act.broadcast_id, act.seen)


async def why_not(
    _query: CallbackQuery,
    act: NewsAct,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    newsroom: Newsroom,
) -> None:
    """A no has a reason, if its giver wants."""
    await turn.tell(reader, await newsroom.ask_reason(admin, act.broadcast_id))
    await ask(state, Announcing.reason, act.broadcast_id)


async def table(
    _query: CallbackQuery, act: NewsAct, turn: Turn, reader: Reader, admin: Admin, newsroom: Newsroom
) -> None:
    await newsroom.table(turn, admin, reader, act.broadcast_id)


async def _withdraw(newsroom: Newsroom, turn: Turn, admin: Admin, number: int) -> None:
    await newsroom.withdraw(turn, admin, number)
    await newsroom.show(turn, admin, number)


ACTS: Final[dict[NewsStep, Act]] = {
    NewsStep.NOW: Newsroom.submit,
    NewsStep.DROP: Newsroom.drop,
    NewsStep.NO_REASON: Newsroom.reject,
    NewsStep.WITHDRAW: _withdraw,
    NewsStep.PAUSE: Newsroom.pause,
    NewsStep.RESUME: Newsroom.resume,
    NewsStep.CANCEL: Newsroom.cancel,
    NewsStep.RETRY: Newsroom.retry,
    NewsStep.SHOW: Newsroom.show,
}
ENDS: Final = frozenset({NewsStep.NOW, NewsStep.DROP, NewsStep.NO_REASON})
"""After these nothing is asked any more."""


def router() -> Router:
    found = Router(name="broadcasts")
    found.message.register(listed, Command("broadcasts"))
    callback = found.callback_query
    callback.register(turn_page, On(NewsPage))
    callback.register(preview, On(NewsAct, NewsStep.PREVIEW))
    callback.register(trial, On(NewsAct, NewsStep.TRIAL))
    callback.register(when, On(NewsAct, NewsStep.WHEN))
    callback.register(at, On(NewsTime))
    callback.register(approve, On(NewsApprove))
    callback.register(why_not, On(NewsAct, NewsStep.REJECT))
    callback.register(table, On(NewsAct, NewsStep.TABLE))
    callback.register(act, On(NewsAct, *ACTS))
    return found
