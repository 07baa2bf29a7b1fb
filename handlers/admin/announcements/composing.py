"""/announce: one message shows the draft, and each of its buttons asks for one thing. The draft itself is in the
database: it can be left and taken up again at any moment."""

from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.announcements import (
    AnnouncementAct,
    AnnouncementArea,
    AnnouncementButton,
    AnnouncementKind,
    AnnouncementLanguage,
    AnnouncementStation,
    AnnouncementStep,
    AnnouncementWords,
    Picks,
)
from bot.domain.announcements import Announcement, Kind
from bot.domain.notices import Notice
from bot.services.announcements.composing import RECENTLY
from bot.texts.words import LANGUAGES
from handlers.admin.announcements.here import AnnouncementsHere, at_the_announcements
from handlers.filters import On
from handlers.states import Announcing

Look: TypeAlias = Callable[[AnnouncementsHere, Announcement], Awaitable[Notice]]


async def announce(_message: Message, here: AnnouncementsHere) -> None:
    """/announce"""
    await here.state.clear()
    await here.tell(await here.announcements.composing.kinds(here.admin))


async def begin(_query: CallbackQuery, act: AnnouncementKind, here: AnnouncementsHere) -> None:
    """An opening begins with its stations, anything else with its words."""
    draft = await here.announcements.composing.begin(here.turn, here.admin, act.kind)
    await _look_at(draft, AnnouncementStep.STATIONS if draft.kind is Kind.OPENING else AnnouncementStep.WORDS, here)


async def look(_query: CallbackQuery, act: AnnouncementAct, here: AnnouncementsHere) -> None:
    """From the panel to a question and back: the message changes in place."""
    await _look_at(await here.draft(act.announcement_id), act.step, here)


async def _look_at(draft: Announcement, step: AnnouncementStep, here: AnnouncementsHere) -> None:
    waits_for, show = LOOKS[step]
    await here.ask(waits_for, draft.id)
    await here.tell(await show(here, draft))


async def _panel(here: AnnouncementsHere, draft: Announcement) -> Notice:
    return await here.announcements.composing.panel(draft)


async def _stations(here: AnnouncementsHere, draft: Announcement) -> Notice:
    return await here.announcements.composing.stations(here.admin, draft)


async def _words(here: AnnouncementsHere, draft: Announcement) -> Notice:
    return here.announcements.composing.ask_words(draft, LANGUAGES[0])


async def _media(here: AnnouncementsHere, draft: Announcement) -> Notice:
    return here.announcements.composing.ask_media(draft)


async def _no_media(here: AnnouncementsHere, draft: Announcement) -> Notice:
    composing = here.announcements.composing
    return composing.ask_media(await composing.set_media(draft, ()))


async def _button(here: AnnouncementsHere, draft: Announcement) -> Notice:
    return here.announcements.composing.ask_button(draft)


async def _audience(here: AnnouncementsHere, draft: Announcement) -> Notice:
    return await here.announcements.composing.ask_audience(here.admin, draft)


async def _beats(here: AnnouncementsHere, draft: Announcement) -> Notice:
    return await here.announcements.composing.beats(here.admin, draft)


LOOKS: Final[dict[AnnouncementStep, tuple[State | None, Look]]] = {
    AnnouncementStep.PANEL: (None, _panel),
    AnnouncementStep.STATIONS: (Announcing.stations, _stations),
    AnnouncementStep.WORDS: (Announcing.words, _words),
    AnnouncementStep.MEDIA: (Announcing.media, _media),
    AnnouncementStep.NO_MEDIA: (Announcing.media, _no_media),
    AnnouncementStep.BUTTON: (None, _button),
    AnnouncementStep.AUDIENCE: (Announcing.audience, _audience),
    AnnouncementStep.BEATS: (Announcing.audience, _beats),
}


# --- choosing ---------------------------------------------------------------------------------------------------------


async def pick_station(_query: CallbackQuery, act: AnnouncementStation, here: AnnouncementsHere) -> None:
    """Tap by tap, or many at once; the list shows what is chosen."""
    await here.tell(await _picked(act, await here.draft(act.announcement_id), here))


async def _picked(tapped: AnnouncementStation, draft: Announcement, here: AnnouncementsHere) -> Notice:
    composing, admin, page = here.announcements.composing, here.admin, tapped.page
    match tapped.how:
        case Picks.ONE:
            return await composing.toggle_station(admin, draft, tapped.value, page)
        case Picks.ALL:
            return await composing.all_stations(admin, draft, page)
        case Picks.NONE:
            return await composing.no_stations(admin, draft, page)
        case Picks.WEEK | Picks.MONTH:
            return await composing.stations_since(admin, draft, here.turn.now - RECENTLY[tapped.how.value], page)
        case Picks.PAGE:
            return await composing.stations(admin, draft, page)


async def pick_words(_query: CallbackQuery, act: AnnouncementWords, here: AnnouncementsHere) -> None:
    """Another language, or words that need no writing."""
    composing, draft = here.announcements.composing, await here.draft(act.announcement_id)
    if act.ready:
        await here.ask(None, draft.id)
        await here.show_panel(await composing.set_words(draft, act.language, None))
    else:
        await here.ask(Announcing.words, draft.id, act.language)
        await here.tell(composing.ask_words(draft, act.language))


async def pick_button(_query: CallbackQuery, act: AnnouncementButton, here: AnnouncementsHere) -> None:
    draft = await here.draft(act.announcement_id)
    await here.show_panel(await here.announcements.composing.set_button(draft, act.button))


async def pick_area(_query: CallbackQuery, act: AnnouncementArea, here: AnnouncementsHere) -> None:
    """Among those a name may mean, or one that is chosen already: out again."""
    composing, draft = here.announcements.composing, await here.draft(act.announcement_id)
    await here.tell(await composing.set_area(here.admin, draft, act.code, chosen=act.chosen, page=act.page))


async def pick_language(_query: CallbackQuery, act: AnnouncementLanguage, here: AnnouncementsHere) -> None:
    draft = await here.draft(act.announcement_id)
    await here.tell(await here.announcements.composing.toggle_language(here.admin, draft, act.language))


def router() -> Router:
    found = Router(name="announcing")
    at_the_announcements(found)
    found.message.register(announce, Command("announce"))
    found.callback_query.register(begin, On(AnnouncementKind))
    found.callback_query.register(look, On(AnnouncementAct, *LOOKS))
    for handler, data in (
        (pick_station, AnnouncementStation),
        (pick_words, AnnouncementWords),
        (pick_button, AnnouncementButton),
        (pick_area, AnnouncementArea),
        (pick_language, AnnouncementLanguage),
    ):
        found.callback_query.register(handler, On(data))
    return found
