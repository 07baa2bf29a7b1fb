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
    NewsAct,
    NewsArea,
    NewsButton,
    NewsKind,
    NewsLanguage,
    NewsStation,
    NewsStep,
    NewsWords,
    Picks,
)
from bot.domain.admins import Admin
from bot.domain.broadcasts import Broadcast, Kind, StationButton
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

BROADCAST: Final = "broadcast"
LANGUAGE: Final = "language"
"""Keys of the dialogue's data: which draft is written, and in which language."""

Look: TypeAlias = Callable[[Announcements, Admin, Broadcast], Awaitable[Notice]]


async def announce(
    _message: Message, turn: Turn, recipient: Recipient, state: FSMContext, admin: Admin, announcements: Announcements
) -> None:
    """/announce"""
    await state.clear()
    await turn.tell(recipient, await announcements.composing.kinds(admin))


async def begin(
    query: CallbackQuery,
    act: NewsKind,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """An opening begins with its stations, anything else with its words."""
    if act.kind not in set(Kind):
        raise StaleButton
    draft = await announcements.composing.begin(turn, admin, Kind(act.kind))
    waits_for, show = LOOKS[NewsStep.STATIONS if draft.kind is Kind.OPENING else NewsStep.WORDS]
    await ask(state, waits_for, draft.id)
    await turn.tell(recipient, await show(announcements, admin, draft), edits=message_of(query))


async def look(
    query: CallbackQuery,
    act: NewsAct,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """From the panel to a question and back: the message changes in place."""
    waits_for, show = LOOKS[act.step]
    draft = await announcements.drafts.open(turn, admin, act.broadcast_id)
    await ask(state, waits_for, draft.id)
    await turn.tell(recipient, await show(announcements, admin, draft), edits=message_of(query))


async def _panel(announcements: Announcements, _admin: Admin, draft: Broadcast) -> Notice:
    return await announcements.composing.panel(draft)


async def _stations(announcements: Announcements, admin: Admin, draft: Broadcast) -> Notice:
    return await announcements.composing.stations(admin, draft)


async def _words(announcements: Announcements, _admin: Admin, draft: Broadcast) -> Notice:
    return announcements.composing.ask_words(draft, LANGUAGES[0])


async def _media(announcements: Announcements, _admin: Admin, draft: Broadcast) -> Notice:
    return announcements.composing.ask_media(draft)


async def _no_media(announcements: Announcements, _admin: Admin, draft: Broadcast) -> Notice:
    composing = announcements.composing
    return composing.ask_media(await composing.set_media(draft, ()))


async def _button(announcements: Announcements, _admin: Admin, draft: Broadcast) -> Notice:
    return announcements.composing.ask_button(draft)


async def _audience(announcements: Announcements, admin: Admin, draft: Broadcast) -> Notice:
    return await announcements.composing.ask_audience(admin, draft)


async def _beats(announcements: Announcements, admin: Admin, draft: Broadcast) -> Notice:
    return await announcements.composing.beats(admin, draft)


LOOKS: Final[dict[NewsStep, tuple[State | None, Look]]] = {
    NewsStep.PANEL: (None, _panel),
    NewsStep.STATIONS: (Announcing.stations, _stations),
    NewsStep.WORDS: (Announcing.words, _words),
    NewsStep.MEDIA: (Announcing.media, _media),
    NewsStep.NO_MEDIA: (Announcing.media, _no_media),
    NewsStep.BUTTON: (None, _button),
    NewsStep.AUDIENCE: (Announcing.audience, _audience),
    NewsStep.BEATS: (Announcing.audience, _beats),
}


# --- choosing ---------------------------------------------------------------------------------------------------------


async def pick_station(
    query: CallbackQuery,
    act: NewsStation,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """Tap by tap, or many at once; the list shows what is chosen."""
    draft = await announcements.drafts.open(turn, admin, act.broadcast_id)
    page = await _picked(act, turn, admin, announcements.composing, draft)
    await turn.tell(recipient, page, edits=message_of(query))


async def _picked(asked: NewsStation, turn: Turn, admin: Admin, composing: Composing, draft: Broadcast) -> Notice:
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
    act: NewsWords,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """Another language, or words that need no writing."""
    language, composing = act.language, announcements.composing
    draft = await announcements.drafts.open(turn, admin, act.broadcast_id)
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
    act: NewsButton,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    if act.button and act.button not in set(StationButton):
        raise StaleButton
    chosen = StationButton(act.button) if act.button else None
    draft = await announcements.drafts.open(turn, admin, act.broadcast_id)
    draft = await announcements.composing.set_button(draft, chosen)
    await turn.tell(recipient, await announcements.composing.panel(draft), edits=message_of(query))


async def pick_area(
    query: CallbackQuery,
    act: NewsArea,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    """Among those a name may mean, or one that is chosen already: out again."""
    draft = await announcements.drafts.open(turn, admin, act.broadcast_id)
    code, chosen, page = act.code, act.chosen, act.page
    question = await announcements.composing.set_area(admin, draft, code, chosen=chosen, page=page)
    await turn.tell(recipient, question, edits=message_of(query))


async def pick_language(
    query: CallbackQuery,
    act: NewsLanguage,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    announcements: Announcements,
) -> None:
    draft = await announcements.drafts.open(turn, admin, act.broadcast_id)
    question = await announcements.composing.toggle_language(admin, draft, act.language)
    await turn.tell(recipient, question, edits=message_of(query))


# --- what is asked ----------------------------------------------------------------------------------------------------


async def ask(state: FSMContext, waits_for: State | None, number: int, language: str = LANGUAGES[0]) -> None:
    """The next words belong to this draft; None: to nothing here."""
    await state.set_state(waits_for)
    await state.update_data({BROADCAST: number, LANGUAGE: language})


async def asked(state: FSMContext) -> tuple[int, str]:
    """Which draft, and which language."""
    data: dict[str, Any] = await state.get_data()
    if BROADCAST not in data:
        raise StaleButton
    return int(data[BROADCAST]), str(data.get(LANGUAGE, LANGUAGES[0]))


def router() -> Router:
    found = Router(name="announcing")
    found.message.register(announce, Command("announce"))
    found.callback_query.register(begin, On(NewsKind))
    found.callback_query.register(look, On(NewsAct, *LOOKS))
    for handler, data in (
        (pick_station, NewsStation),
        (pick_words, NewsWords),
        (pick_button, NewsButton),
        (pick_area, NewsArea),
        (pick_language, NewsLanguage),
    ):
        found.callback_query.register(handler, On(data))
    return found
