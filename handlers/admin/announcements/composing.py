"""/announce: one message shows the draft, and each of its buttons asks for one thing. The draft itself is in the
database: it can be left and taken up again at any moment."""

from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeAlias

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
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
from bot.domain.admins import Admin
from bot.domain.announcements import Announcement, Kind
from bot.domain.errors import StaleButton
from bot.domain.notices import Notice
from bot.domain.reports import Recipient
from bot.services.announcements import Announcements
from bot.services.announcements.composing import RECENTLY, Composing
from bot.services.turns import Turn
from bot.texts.words import LANGUAGES
from handlers.buttons import message_of
from handlers.filters import On
from handlers.states import Announcing

ANNOUNCEMENT: Final = "announcement"
LANGUAGE: Final = "language"
"""Keys of the dialogue's data: which draft is written, and in which language."""

Look: TypeAlias = Callable[[Announcements, Admin, Announcement], Awaitable[Notice]]


async def announce(
    _message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, announcements: Announcements
) -> None:
    """/announce"""
    await state.clear()
    await turn.tell(recipient, await announcements.composing.kinds(admin))


async def begin(
    query: CallbackQuery,
    act: AnnouncementKind,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """An opening begins with its stations, anything else with its words."""
    draft = await announcements.composing.begin(turn, admin, act.kind)
    waits_for, show = LOOKS[AnnouncementStep.STATIONS if draft.kind is Kind.OPENING else AnnouncementStep.WORDS]
    await ask(state, waits_for, draft.id)
    await turn.tell(recipient, await show(announcements, admin, draft), edits=message_of(query))


async def look(
    query: CallbackQuery,
    act: AnnouncementAct,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """From the panel to a question and back: the message changes in place."""
    waits_for, show = LOOKS[act.step]
    draft = await announcements.drafts.open(turn, admin, act.announcement_id)
    await ask(state, waits_for, draft.id)
    await turn.tell(recipient, await show(announcements, admin, draft), edits=message_of(query))


async def _panel(announcements: Announcements, _admin: Admin, draft: Announcement) -> Notice:
    return await announcements.composing.panel(draft)


async def _stations(announcements: Announcements, admin: Admin, draft: Announcement) -> Notice:
    return await announcements.composing.stations(admin, draft)


async def _words(announcements: Announcements, _admin: Admin, draft: Announcement) -> Notice:
    return announcements.composing.ask_words(draft, LANGUAGES[0])


async def _media(announcements: Announcements, _admin: Admin, draft: Announcement) -> Notice:
    return announcements.composing.ask_media(draft)


async def _no_media(announcements: Announcements, _admin: Admin, draft: Announcement) -> Notice:
    composing = announcements.composing
    return composing.ask_media(await composing.set_media(draft, ()))


async def _button(announcements: Announcements, _admin: Admin, draft: Announcement) -> Notice:
    return announcements.composing.ask_button(draft)


async def _audience(announcements: Announcements, admin: Admin, draft: Announcement) -> Notice:
    return await announcements.composing.ask_audience(admin, draft)


async def _beats(announcements: Announcements, admin: Admin, draft: Announcement) -> Notice:
    return await announcements.composing.beats(admin, draft)


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


async def pick_station(
    query: CallbackQuery,
    act: AnnouncementStation,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """Tap by tap, or many at once; the list shows what is chosen."""
    draft = await announcements.drafts.open(turn, admin, act.announcement_id)
    page = await _picked(act, turn, admin, announcements.composing, draft)
    await turn.tell(recipient, page, edits=message_of(query))


async def _picked(
    asked: AnnouncementStation, turn: Turn, admin: Admin, composing: Composing, draft: Announcement
) -> Notice:
    match asked.how:
        case Picks.ONE:
            return await composing.toggle_station(admin, draft, asked.value, asked.page)
        case Picks.ALL:
            return await composing.all_stations(admin, draft, asked.page)
        case Picks.NONE:
            return await composing.no_stations(admin, draft, asked.page)
        case Picks.WEEK | Picks.MONTH:
            return await composing.stations_since(admin, draft, turn.now - RECENTLY[asked.how.value], asked.page)
        case Picks.PAGE:
            return await composing.stations(admin, draft, asked.page)


async def pick_words(
    query: CallbackQuery,
    act: AnnouncementWords,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """Another language, or words that need no writing."""
    language, composing = act.language, announcements.composing
    draft = await announcements.drafts.open(turn, admin, act.announcement_id)
    if act.ready:
        draft = await composing.set_words(draft, language, None)
        await ask(state, None, draft.id)
        await turn.tell(recipient, await composing.panel(draft), edits=message_of(query))
        return
    notice = composing.ask_words(draft, language)
    await ask(state, Announcing.words, draft.id, language)
    await turn.tell(recipient, notice, edits=message_of(query))


async def pick_button(
    query: CallbackQuery,
    act: AnnouncementButton,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    draft = await announcements.drafts.open(turn, admin, act.announcement_id)
    draft = await announcements.composing.set_button(draft, act.button)
    await turn.tell(recipient, await announcements.composing.panel(draft), edits=message_of(query))


async def pick_area(
    query: CallbackQuery,
    act: AnnouncementArea,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """Among those a name may mean, or one that is chosen already: out again."""
    draft = await announcements.drafts.open(turn, admin, act.announcement_id)
    code, chosen, page = act.code, act.chosen, act.page
    question = await announcements.composing.set_area(admin, draft, code, chosen=chosen, page=page)
    await turn.tell(recipient, question, edits=message_of(query))


async def pick_language(
    query: CallbackQuery,
    act: AnnouncementLanguage,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    draft = await announcements.drafts.open(turn, admin, act.announcement_id)
    question = await announcements.composing.toggle_language(admin, draft, act.language)
    await turn.tell(recipient, question, edits=message_of(query))


# --- what is asked ----------------------------------------------------------------------------------------------------


async def ask(state: FSMContext, waits_for: State | None, number: int, language: str = LANGUAGES[0]) -> None:
    """The next words belong to this draft; None: to nothing here."""
    await state.set_state(waits_for)
    await state.update_data({ANNOUNCEMENT: number, LANGUAGE: language})


async def asked(state: FSMContext) -> tuple[int, str]:
    """Which draft, and which language."""
    data: dict[str, Any] = await state.get_data()
    if ANNOUNCEMENT not in data:
        raise StaleButton
    return int(data[ANNOUNCEMENT]), str(data.get(LANGUAGE, LANGUAGES[0]))


def router() -> Router:
    found = Router(name="announcing")
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
