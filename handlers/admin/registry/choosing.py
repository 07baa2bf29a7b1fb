"""What one chooses from for a beat, page by page: its areas, its posts, areas found by what was typed."""

from collections.abc import Awaitable, Callable
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.base import mark_of
from bot.domain.acts.directory import BeatChoice, BeatPage
from bot.domain.clock import KYIV
from bot.domain.errors import StaleButton
from bot.domain.pages import one_page
from bot.domain.registry import DirectoryKind
from bot.domain.registry_notices import AskArea, AskPostEnd, BeatPanel
from handlers.admin.registry.here import DirectoryHere, at_the_directory
from handlers.filters import NewWords, On, PlainText
from handlers.states import Editing

PAGE: Final = 8
TYPED: Final = "typed"
MOST_TYPED: Final = 100


async def beat_panel(here: DirectoryHere, beat: int) -> BeatPanel:
    """Raises StaleButton, OutOfScope."""
    found = await here.book.panel(here.admin, DirectoryKind.BEATS, beat)
    if not isinstance(found, BeatPanel):
        raise StaleButton
    return found


async def areas(here: DirectoryHere, beat: int, page: int = 0) -> None:
    """Which of its areas should it lose?"""
    one = one_page((await beat_panel(here, beat)).areas, page, size=PAGE)
    await here.tell(AskArea(beat, tuple(one.shown), removing=True, page=one.number, pages=one.pages))


async def posts(here: DirectoryHere, beat: int, page: int = 0) -> None:
    """Whose post ends? Those that are over are left out."""
    today = here.turn.now.astimezone(KYIV).date()
    listed = [p for p in (await beat_panel(here, beat)).posts if p.until is None or p.until >= today]
    one = one_page(listed, page, size=PAGE)
    await here.tell(AskPostEnd(beat, tuple(one.shown), page=one.number, pages=one.pages))


async def take_area(message: Message, here: DirectoryHere) -> None:
    """A name or a code: what of the territory may be meant."""
    about, typed = await here.asked(), (message.text or "")[:MOST_TYPED]
    await here.ask(_found(here, int(about["beat"]), typed), Editing.area, **{**about, TYPED: typed})


def _found(here: DirectoryHere, beat: int, typed: str, page: int = 0) -> AskArea:
    one = here.book.areas_called(here.admin, typed, page)
    return AskArea(beat, tuple(one.shown), query=typed, page=one.number, pages=one.pages)


PAGES: Final[dict[BeatChoice, Callable[[DirectoryHere, int, int], Awaitable[None]]]] = {
    BeatChoice.NO_AREA: areas,
    BeatChoice.END_POST: posts,
}


async def leaf(_query: CallbackQuery, act: BeatPage, here: DirectoryHere) -> None:
    """Another page; of a search only as long as it is the last one."""
    beat, page = act.beat, act.number
    if act.what in PAGES:
        await PAGES[act.what](here, beat, page)
        return
    about = await here.asked()
    typed = str(about.get(TYPED, ""))
    if about.get("beat") != beat or not act.mark or mark_of(typed) != act.mark:
        raise StaleButton
    await here.tell(_found(here, beat, typed, page))


def router() -> Router:
    found = Router(name="admin-choosing")
    at_the_directory(found)
    found.message.register(take_area, StateFilter(Editing.area), PlainText(), NewWords())
    found.callback_query.register(leaf, On(BeatPage))
    return found
