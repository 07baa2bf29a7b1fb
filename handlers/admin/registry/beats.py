"""A beat: what it is made of, where its station is, who serves there and since when."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.directory import (
    NewBeatArea,
    PickBeatArea,
    PickBeatOfficer,
    PickBeatStation,
    PickNewRole,
    PickPost,
    PickToday,
)
from bot.domain.clock import KYIV
from bot.domain.errors import StaleButton
from bot.domain.notices import Notice
from bot.domain.registry import DirectoryKind
from bot.domain.registry_notices import (
    AskArea,
    AskChoice,
    AskField,
    AskPostDay,
    EditFaulty,
    EntryRetired,
)
from bot.services.registry.faults import Fault, WrongCell
from bot.services.registry.files import fault_words
from bot.services.registry.typed import typed_day
from handlers.admin.registry.choosing import areas, beat_panel, posts
from handlers.admin.registry.here import DirectoryHere, at_the_directory
from handlers.filters import NewWords, On, PlainText
from handlers.states import Editing


async def _add_area(here: DirectoryHere, beat: int) -> None:
    await beat_panel(here, beat)
    await here.ask(AskArea(beat, ()), Editing.area, beat=beat)


async def _station(here: DirectoryHere, beat: int) -> None:
    await _choose_from(here, DirectoryKind.STATIONS, beat)


async def _appoint(here: DirectoryHere, beat: int) -> None:
    await _choose_from(here, DirectoryKind.OFFICERS, beat)


async def _choose_from(here: DirectoryHere, kind: DirectoryKind, beat: int) -> None:
    """A list to tap in or to search; new ones can be made there."""
    await beat_panel(here, beat)
    page = await here.book.page(here.admin, kind, beat=beat)
    await here.ask(page, Editing.searching, query="", kind=kind.value, beat=beat)


async def _new_officer(here: DirectoryHere, beat: int) -> None:
    await beat_panel(here, beat)
    await here.tell(AskChoice(DirectoryKind.BEATS, beat, "role", ""))


async def _new_station(here: DirectoryHere, beat: int) -> None:
    await beat_panel(here, beat)
    question = AskField(DirectoryKind.STATIONS, 0, "name", "", empties=False)
    await here.ask(question, Editing.typing, new=DirectoryKind.STATIONS.value, beat=beat)


ACTS: Final[dict[str, Callable[[DirectoryHere, int], Awaitable[None]]]] = {
    "area-add": _add_area,
    "area-remove": areas,
    "station": _station,
    "appoint": _appoint,
    "end-post": posts,
    "new-officer": _new_officer,
    "new-station": _new_station,
}


async def pick_area(_query: CallbackQuery, act: PickBeatArea, here: DirectoryHere) -> None:
    change = here.edits.add_area if act.wanted else here.edits.remove_area
    await here.done(await change(here.turn, here.admin, act.beat, act.katottg), DirectoryKind.BEATS, act.beat)


async def pick_station(_query: CallbackQuery, act: PickBeatStation, here: DirectoryHere) -> None:
    fault = await here.edits.set_station(here.turn, here.admin, act.beat, act.station or None)
    await here.done(fault, DirectoryKind.BEATS, act.beat)


async def pick_officer(_query: CallbackQuery, act: PickBeatOfficer, here: DirectoryHere) -> None:
    """Since when?"""
    await beat_panel(here, act.beat)
    name = await here.book.shown(here.admin, DirectoryKind.OFFICERS, act.officer, "name")
    await here.ask(AskPostDay(act.beat, name, last=False), Editing.day, beat=act.beat, officer=act.officer)


async def pick_post(_query: CallbackQuery, act: PickPost, here: DirectoryHere) -> None:
    """Until when?"""
    listed = (await beat_panel(here, act.beat)).posts
    found = next((each for each in listed if (each.officer_id, each.since) == (act.officer, act.since)), None)
    if found is None:
        raise StaleButton
    about = {"beat": act.beat, "officer": act.officer, "since": act.since.toordinal()}
    await here.ask(AskPostDay(act.beat, found.officer, last=True), Editing.day, **about)


async def pick_today(_query: CallbackQuery, act: PickToday, here: DirectoryHere) -> None:
    about = await here.asked()
    if about.get("beat") != act.beat or "officer" not in about:
        raise StaleButton
    await _set_day(here, about, here.turn.now.astimezone(KYIV).date())


async def pick_new_role(_query: CallbackQuery, act: PickNewRole, here: DirectoryHere) -> None:
    """The name comes next."""
    await beat_panel(here, act.beat)
    question = AskField(DirectoryKind.OFFICERS, 0, "name", "", empties=False)
    new = DirectoryKind.OFFICERS.value
    await here.ask(question, Editing.typing, new=new, beat=act.beat, role=act.role.value)


async def _set_day(here: DirectoryHere, about: dict[str, Any], day: date) -> None:
    beat, officer = int(about["beat"]), int(about["officer"])
    if "since" in about:
        since = date.fromordinal(int(about["since"]))
        fault = await here.edits.end_post(here.turn, here.admin, beat, officer, since=since, until=day)
    else:
        fault = await here.edits.appoint(here.turn, here.admin, beat, officer, day)
    await here.done(fault, DirectoryKind.BEATS, beat)


def retired(kind: DirectoryKind, name: str, fault: Fault | None) -> Notice:
    return EditFaulty(fault_words(fault)) if fault else EntryRetired(kind, name)


async def take_day(message: Message, here: DirectoryHere) -> None:
    """«01.09.2026»"""
    about = await here.asked()
    try:
        day = typed_day(message.text or "")
    except WrongCell as wrong:
        await here.done(Fault(wrong.code, fields=wrong.fields), DirectoryKind.BEATS, int(about["beat"]))
        return
    await _set_day(here, about, day)


async def new_beat(_query: CallbackQuery, act: NewBeatArea, here: DirectoryHere) -> None:
    """Its name was given, this is its first territory."""
    about = await here.asked()
    if about.get("new") != DirectoryKind.BEATS.value or "name" not in about:
        raise StaleButton
    fault, beat = await here.edits.new_beat(here.turn, here.admin, about["name"], act.katottg)
    await here.done(fault, DirectoryKind.BEATS, beat)


def router() -> Router:
    found = Router(name="admin-beats")
    at_the_directory(found)
    found.message.register(take_day, StateFilter(Editing.day), PlainText(), NewWords())
    found.callback_query.register(new_beat, On(NewBeatArea))
    found.callback_query.register(pick_area, On(PickBeatArea))
    found.callback_query.register(pick_station, On(PickBeatStation))
    found.callback_query.register(pick_officer, On(PickBeatOfficer))
    found.callback_query.register(pick_post, On(PickPost))
    found.callback_query.register(pick_today, On(PickToday))
    found.callback_query.register(pick_new_role, On(PickNewRole))
    return found
