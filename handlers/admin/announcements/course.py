"""Looking at it, when, yes or no, and its course; /broadcasts."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.announcements import (
    AnnouncementAct,
    AnnouncementApprove,
    AnnouncementLeaf,
    AnnouncementPage,
    AnnouncementStep,
    AnnouncementTime,
)
from bot.domain.admins import Admin
from bot.domain.notices import Notice
from bot.domain.recipients import recipient_of
from bot.domain.reports import Recipient
from bot.services.announcements import Announcements
from bot.services.turns import Turn
from handlers.admin.announcements.composing import ask
from handlers.buttons import message_of
from handlers.filters import On
from handlers.states import Announcing

Act: TypeAlias = Callable[[Announcements, Turn, Admin, int], Awaitable[None]]


async def listed(
    _message: Message, turn: Turn, recipient: Recipient, admin: Admin, announcements: Announcements
) -> None:
    """/broadcasts"""
    await turn.tell(recipient, await announcements.watching.listed(admin))


async def turn_page(
    query: CallbackQuery,
    act: AnnouncementPage,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """Of announcements, of drafts, or of the areas chosen for one."""
    page = await _page(act, turn, admin, announcements)
    await turn.tell(recipient, page, edits=message_of(query))


async def _page(asked: AnnouncementPage, turn: Turn, admin: Admin, announcements: Announcements) -> Notice:
    match asked.what:
        case AnnouncementLeaf.LIST:
            return await announcements.watching.listed(admin, asked.number)
        case AnnouncementLeaf.DRAFTS:
            return await announcements.composing.kinds(admin, asked.number)
        case AnnouncementLeaf.AREAS:
            draft = await announcements.drafts.open(turn, admin, asked.announcement_id or 0)
            return await announcements.composing.ask_audience(admin, draft, page=asked.number)


async def preview(
    _query: CallbackQuery,
    act: AnnouncementAct,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """As residents see it; the next words may name another place. The panel comes again below."""
    draft = await announcements.drafts.open(turn, admin, act.announcement_id)
    await announcements.previews.tell(turn, recipient, draft, asks=True)
    await ask(state, Announcing.place, draft.id)
    await turn.tell(recipient, await announcements.composing.panel(draft))


async def trial(
    _query: CallbackQuery,
    act: AnnouncementAct,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """What comes is what a resident gets, with the panel below."""
    draft = await announcements.drafts.open(turn, admin, act.announcement_id)
    await announcements.previews.trial(turn, recipient, draft)
    await turn.tell(recipient, await announcements.composing.panel(draft))


# --- when -------------------------------------------------------------------------------------------------------------


async def when(
    query: CallbackQuery,
    act: AnnouncementAct,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    draft = await announcements.drafts.open(turn, admin, act.announcement_id)
    await turn.tell(recipient, announcements.deciding.ask_time(draft), edits=message_of(query))


async def at(
    query: CallbackQuery,
    act: AnnouncementTime,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """A day, then an hour: off it goes."""
    if act.hour is None:
        draft = await announcements.drafts.open(turn, admin, act.announcement_id)
        await turn.tell(recipient, announcements.deciding.ask_hour(draft, act.day), edits=message_of(query))
        return
    await announcements.deciding.submit_at(turn, admin, act.announcement_id, act.day, act.hour)
    await state.clear()


# --- steps of its life ------------------------------------------------------------------------------------------------


async def act(
    _query: CallbackQuery,
    act: AnnouncementAct,
    turn: Turn,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """One tap, one step; the service says who may, and everybody concerned is told."""
    await ACTS[act.step](announcements, turn, admin, act.announcement_id)
    if act.step in ENDS:
        await state.clear()


async def approve(
    _query: CallbackQuery, act: AnnouncementApprove, turn: Turn, admin: Admin, announcements: Announcements
) -> None:
    """A yes to what the card showed, and to nothing else."""
    await announcements.deciding.approve(turn, admin, act.announcement_id, act.seen)


async def why_not(
    _query: CallbackQuery,
    act: AnnouncementAct,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """A no has a reason, if its giver wants."""
    await turn.tell(recipient, await announcements.deciding.ask_reason(admin, act.announcement_id))
    await ask(state, Announcing.reason, act.announcement_id)


async def table(
    _query: CallbackQuery,
    act: AnnouncementAct,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    await announcements.watching.table(turn, admin, recipient, act.announcement_id)


async def _withdraw(announcements: Announcements, turn: Turn, admin: Admin, number: int) -> None:
    draft = await announcements.deciding.withdraw(turn, admin, number)
    await turn.tell(recipient_of(admin), await announcements.composing.panel(draft))


ACTS: Final[dict[AnnouncementStep, Act]] = {
    AnnouncementStep.NOW: lambda all_, *what: all_.deciding.submit(*what),
    AnnouncementStep.DROP: lambda all_, *what: all_.deciding.drop(*what),
    AnnouncementStep.NO_REASON: lambda all_, *what: all_.deciding.reject(*what),
    AnnouncementStep.WITHDRAW: _withdraw,
    AnnouncementStep.PAUSE: lambda all_, *what: all_.watching.pause(*what),
    AnnouncementStep.RESUME: lambda all_, *what: all_.watching.resume(*what),
    AnnouncementStep.CANCEL: lambda all_, *what: all_.watching.cancel(*what),
    AnnouncementStep.RETRY: lambda all_, *what: all_.watching.retry(*what),
    AnnouncementStep.SHOW: lambda all_, *what: all_.watching.show(*what),
}
ENDS: Final = frozenset({AnnouncementStep.NOW, AnnouncementStep.DROP, AnnouncementStep.NO_REASON})
"""After these nothing is asked any more."""


def router() -> Router:
    found = Router(name="announcements")
    found.message.register(listed, Command("broadcasts"))
    callback = found.callback_query
    callback.register(turn_page, On(AnnouncementPage))
    callback.register(preview, On(AnnouncementAct, AnnouncementStep.PREVIEW))
    callback.register(trial, On(AnnouncementAct, AnnouncementStep.TRIAL))
    callback.register(when, On(AnnouncementAct, AnnouncementStep.WHEN))
    callback.register(at, On(AnnouncementTime))
    callback.register(approve, On(AnnouncementApprove))
    callback.register(why_not, On(AnnouncementAct, AnnouncementStep.REJECT))
    callback.register(table, On(AnnouncementAct, AnnouncementStep.TABLE))
    callback.register(act, On(AnnouncementAct, *ACTS))
    return found
