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
from bot.domain.broadcasts import Kind, StationButton
from bot.domain.errors import StaleButton
from bot.domain.notices import Notice
from bot.domain.reports import Reader
from bot.services.newsroom.watching import Newsroom
from bot.services.turns import Turn
from bot.texts.words import LANGUAGES
from handlers.buttons import message_of
from handlers.filters import On
from handlers.states import Announcing

BROADCAST: Final = "broadcast"
LANGUAGE: Final = "language"
"""Keys of the dialogue's data: which draft is written, and in which language."""

Look: TypeAlias = Callable[[Newsroom, Turn, Admin, int], Awaitable[Notice]]


async def announce(
    _message: Message, turn: Turn, reader: Reader, state: FSMContext, admin: Admin, newsroom: Newsroom
) -> None:
    """/announce"""
    await state.clear()
    await turn.tell(reader, await newsroom.kinds(admin))


async def begin(
    query: CallbackQuery,
    act: NewsKind,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    newsroom: Newsroom,
) -> None:
    """An opening begins with its stations, anything else with its words."""
    if act.kind not in set(Kind):
        raise StaleButton
    draft = await newsroom.begin(turn, admin, Kind(act.kind))
    if draft.kind is Kind.OPENING:
        await ask(state, Announcing.stations, draft.id)
        await turn.tell(reader, await newsroom.stations(turn, admin, draft.id), edits=message_of(query))
    else:
        await ask(state, Announcing.words, draft.id)
        await turn.tell(reader, await newsroom.ask_words(turn, admin, draft.id, LANGUAGES[0]), edits=message_of(query))


async def look(
    query: CallbackQuery,
    act: NewsAct,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    newsroom: Newsroom,
) -> None:
    """From the panel to a question and back: the message changes in place."""
    waits_for, show = LOOKS[act.step]
    notice = await show(newsroom, turn, admin, act.broadcast_id)
    await ask(state, waits_for, act.broadcast_id)
    await turn.tell(reader, notice, edits=message_of(query))


async def _words(newsroom: Newsroom, turn: Turn, admin: Admin, number: int) -> Notice:
    return await newsroom.ask_words(turn, admin, number, LANGUAGES[0])


async def _beats(newsroom: Newsroom, turn: Turn, admin: Admin, number: int) -> Notice:
    await newsroom.beats(turn, admin, number)
    return await newsroom.ask_audience(turn, admin, number)


LOOKS: Final[dict[NewsStep, tuple[State | None, Look]]] = {
    NewsStep.PANEL: (None, Newsroom.panel),
    NewsStep.STATIONS: (Announcing.stations, Newsroom.stations),
    NewsStep.WORDS: (Announcing.words, _words),
    NewsStep.MEDIA: (Announcing.media, Newsroom.ask_media),
    NewsStep.NO_MEDIA: (Announcing.media, Newsroom.no_media),
    NewsStep.BUTTON: (None, Newsroom.ask_button),
    NewsStep.AUDIENCE: (Announcing.audience, Newsroom.ask_audience),
    NewsStep.BEATS: (Announcing.audience, _beats),
}


# --- choosing ---------------------------------------------------------------------------------------------------------


async def pick_station(
    query: CallbackQuery, act: NewsStation, turn: Turn, reader: Reader, admin: Admin, newsroom: Newsroom
) -> None:
    """Tap by tap, or many at once; the list shows what is chosen."""
    number = act.broadcast_id
    if act.how is Picks.ONE:
        await newsroom.toggle_station(turn, admin, number, act.value)
    elif act.how in PICKS:
        await PICKS[act.how](newsroom, turn, admin, number)
    page = await newsroom.stations(turn, admin, number, act.page)
    await turn.tell(reader, page, edits=message_of(query))


async def _week(newsroom: Newsroom, turn: Turn, admin: Admin, number: int) -> None:
    await newsroom.recent_stations(turn, admin, number, "week")


async def _month(newsroom: Newsroom, turn: Turn, admin: Admin, number: int) -> None:
    await newsroom.recent_stations(turn, admin, number, "month")


PICKS: Final[dict[Picks, Callable[[Newsroom, Turn, Admin, int], Awaitable[None]]]] = {
    Picks.ALL: Newsroom.all_stations,
    Picks.NONE: Newsroom.no_stations,
    Picks.WEEK: _week,
    Picks.MONTH: _month,
}


async def pick_words(
    query: CallbackQuery,
    act: NewsWords,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    admin: Admin,
    newsroom: Newsroom,
) -> None:
    """Another language, or words that need no writing."""
    number, language = act.broadcast_id, act.language
    if act.ready:
        await newsroom.set_words(turn, admin, number, language, None)
        await ask(state, None, number)
        await turn.tell(reader, await newsroom.panel(turn, admin, number), edits=message_of(query))
        return
    notice = await newsroom.ask_words(turn, admin, number, language)
    await ask(state, Announcing.words, number, language)
    await turn.tell(reader, notice, edits=message_of(query))


async def pick_button(
    query: CallbackQuery, act: NewsButton, turn: Turn, reader: Reader, admin: Admin, newsroom: Newsroom
) -> None:
    if act.button and act.button not in set(StationButton):
        raise StaleButton
    chosen = StationButton(act.button) if act.button else None
    await newsroom.set_button(turn, admin, act.broadcast_id, chosen)
    await turn.tell(reader, await newsroom.panel(turn, admin, act.broadcast_id), edits=message_of(query))


async def pick_area(
    query: CallbackQuery, act: NewsArea, turn: Turn, reader: Reader, admin: Admin, newsroom: Newsroom
) -> None:
    """Among those a name may mean, or one that is chosen already: out again."""
    number = act.broadcast_id
    await newsroom.set_area(turn, admin, number, act.code, chosen=act.chosen)
    question = await newsroom.ask_audience(turn, admin, number, page=act.page)
    await turn.tell(reader, question, edits=message_of(query))


async def pick_language(
    query: CallbackQuery, act: NewsLanguage, turn: Turn, reader: Reader, admin: Admin, newsroom: Newsroom
) -> None:
    number = act.broadcast_id
    await newsroom.toggle_language(turn, admin, number, act.language)
    await turn.tell(reader, await newsroom.ask_audience(turn, admin, number), edits=message_of(query))


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
