"""Looking at it, when, yes or no, and its course; /broadcasts."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from aiogram import Router
from aiogram.filters import Command
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
from bot.services.announcements import Announcements
from bot.services.turns import Turn
from handlers.admin.announcements.here import AnnouncementsHere, at_the_announcements
from handlers.filters import On
from handlers.states import Announcing

TakeStep: TypeAlias = Callable[[Announcements, Turn, Admin, int], Awaitable[None]]


async def listed(_message: Message, here: AnnouncementsHere) -> None:
    """/broadcasts"""
    await here.tell(await here.announcements.watching.listed(here.admin))


async def turn_page(_query: CallbackQuery, act: AnnouncementPage, here: AnnouncementsHere) -> None:
    """Of announcements, of drafts, or of the areas chosen for one."""
    await here.tell(await _page(act, here))


async def _page(tapped: AnnouncementPage, here: AnnouncementsHere) -> Notice:
    match tapped.what:
        case AnnouncementLeaf.LIST:
            return await here.announcements.watching.listed(here.admin, tapped.number)
        case AnnouncementLeaf.DRAFTS:
            return await here.announcements.composing.kinds(here.admin, tapped.number)
        case AnnouncementLeaf.AREAS:
            draft = await here.draft(tapped.announcement_id or 0)
            return await here.announcements.composing.ask_audience(here.admin, draft, page=tapped.number)


async def preview(_query: CallbackQuery, act: AnnouncementAct, here: AnnouncementsHere) -> None:
    """As residents see it; the next words may name another place. The panel comes again below."""
    draft = await here.draft(act.announcement_id)
    await here.announcements.previews.tell(here.turn, here.recipient, draft, asks=True)
    await here.ask(Announcing.place, draft.id)
    await here.tell_below(await here.announcements.composing.panel(draft))


async def trial(_query: CallbackQuery, act: AnnouncementAct, here: AnnouncementsHere) -> None:
    """What comes is what a resident gets, with the panel below."""
    draft = await here.draft(act.announcement_id)
    await here.announcements.previews.trial(here.turn, here.recipient, draft)
    await here.tell_below(await here.announcements.composing.panel(draft))


# --- when -------------------------------------------------------------------------------------------------------------


async def when(_query: CallbackQuery, act: AnnouncementAct, here: AnnouncementsHere) -> None:
    await here.tell(here.announcements.deciding.ask_time(await here.draft(act.announcement_id)))


async def at(_query: CallbackQuery, act: AnnouncementTime, here: AnnouncementsHere) -> None:
    """A day, then an hour: off it goes."""
    deciding, number = here.announcements.deciding, act.announcement_id
    if act.hour is None:
        await here.tell(deciding.ask_hour(await here.draft(number), act.day))
        return
    await deciding.submit_at(here.turn, here.admin, number, act.day, act.hour)
    await here.state.clear()


# --- steps of its life ------------------------------------------------------------------------------------------------


async def take_step(_query: CallbackQuery, act: AnnouncementAct, here: AnnouncementsHere) -> None:
    """One tap, one step; the service says who may, and everybody concerned is told."""
    await STEPS[act.step](here.announcements, here.turn, here.admin, act.announcement_id)
    if act.step in ENDS:
        await here.state.clear()


async def approve(_query: CallbackQuery, act: AnnouncementApprove, here: AnnouncementsHere) -> None:
    """A yes to what the card showed, and to nothing else."""
    await here.announcements.deciding.approve(here.turn, here.admin, act.announcement_id, act.seen)


async def why_not(_query: CallbackQuery, act: AnnouncementAct, here: AnnouncementsHere) -> None:
    """A no has a reason, if its giver wants."""
    await here.tell_below(await here.announcements.deciding.ask_reason(here.admin, act.announcement_id))
    await here.ask(Announcing.reason, act.announcement_id)


async def table(_query: CallbackQuery, act: AnnouncementAct, here: AnnouncementsHere) -> None:
    await here.announcements.watching.table(here.turn, here.admin, here.recipient, act.announcement_id)


async def _withdraw(announcements: Announcements, turn: Turn, admin: Admin, number: int) -> None:
    draft = await announcements.deciding.withdraw(turn, admin, number)
    await turn.tell(recipient_of(admin), await announcements.composing.panel(draft))


STEPS: Final[dict[AnnouncementStep, TakeStep]] = {
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
    at_the_announcements(found)
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
    callback.register(take_step, On(AnnouncementAct, *STEPS))
    return found
