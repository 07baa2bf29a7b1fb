"""Where? By location or by name, confirmed or chosen; then the officer's card."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import Any, Final
from zlib import crc32

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.errors import StaleButton
from bot.domain.notices import (
    AskCategory,
    AskPlace,
    ConfirmPlace,
    OfficerCard,
    PlaceChoices,
    PlaceUnknown,
    StationPin,
)
from bot.domain.places import Ambiguous, Answer, Candidate, Found, NearBorder, NotCovered, Point
from bot.domain.reports import Reader, Resident
from bot.places.coordinates import read_coordinates
from bot.services.lookup import Lookup
from bot.services.people import People
from bot.services.turns import Turn
from bot.telegram.callbacks import Go, Page, PickPlace, Step
from bot.texts.speak import PAGE_SIZE
from handlers.entries import point_of
from handlers.filters import HasPoint, PlainText, StepIs
from handlers.resident import stash
from handlers.states import Finding, Writing

SERVED: Final = "served"
"""In the dialogue: codes of the places of a scanned poster."""
LONGEST_NAME: Final = 60
"""Characters: the longest way to name a settlement with its raion and oblast stays below."""


async def ask(_message: Message, turn: Turn, reader: Reader, state: FSMContext) -> None:
    """/place"""
    await begin_again(state)
    await turn.tell(reader, AskPlace())


async def begin_again(state: FSMContext, **data: Any) -> None:
    """The question of the place is open; words that wait for a report stay."""
    await state.set_data(stash.kept(await state.get_data()) | data)
    await state.set_state(Finding.asking)


async def take_name(
    message: Message,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    lookup: Lookup,
    people: People,
    resident: Resident,
) -> None:
    """A typed name: one clear place is shown at once, several are offered. What is too long for a name is a story:
    it waits for its place."""
    query = message.text or ""
    if point := read_coordinates(query):
        await _look_at(turn, reader, state, lookup, point)
        return
    answer = lookup.find(query, home=resident.place)
    await begin_again(state, query=query)
    if isinstance(answer, Found):
        await state.update_data(others=_codes(answer.others))
        await show(turn, reader, state, lookup, people, resident, answer.candidate)
    elif isinstance(answer, NotCovered) and len(query) > LONGEST_NAME:
        await stash.remember(message, state)
        await turn.tell(reader, AskPlace(kept=True))
    else:
        await _offer(turn, reader, state, lookup, answer, by_point=False)


async def take_point(message: Message, turn: Turn, reader: Reader, state: FSMContext, lookup: Lookup) -> None:
    """A shared location: the likely place is confirmed, the next best are one tap away."""
    point = point_of(message)
    if point is None:
        raise StaleButton
    accuracy = message.location.horizontal_accuracy if message.location else None
    await _look_at(turn, reader, state, lookup, point, accuracy)


async def _look_at(
    turn: Turn, reader: Reader, state: FSMContext, lookup: Lookup, point: Point, accuracy: float | None = None
) -> None:
    answer = await lookup.at(point, accuracy)
    await begin_again(state, point=[point.lat, point.lon])
    await _offer(turn, reader, state, lookup, answer, by_point=True)


async def _offer(
    turn: Turn, reader: Reader, state: FSMContext, lookup: Lookup, answer: Answer, *, by_point: bool
) -> None:
    match answer:
        case Found(candidate, others):
            await state.set_state(Finding.choosing)
            await state.update_data(others=_codes(others))
            await turn.tell(reader, ConfirmPlace(lookup.words(candidate), by_point))
        case Ambiguous(candidates) | NearBorder(candidates):
            await state.set_state(Finding.choosing)
            asked = (await state.get_data()).get("query", "")
            offered = choices(lookup, candidates, 0, asked=asked)
            await turn.tell(reader, replace(offered, border=isinstance(answer, NearBorder)))
        case NotCovered(reason):
            await turn.tell(reader, PlaceUnknown(outside=reason == "outside-ukraine"))


def _codes(candidates: Sequence[Candidate]) -> list[str]:
    """The next best, one page of them, for «Не те місце?»."""
    return [each.unit.katottg for each in candidates[:PAGE_SIZE]]


def choices(lookup: Lookup, candidates: Sequence[Candidate], page: int, *, asked: str) -> PlaceChoices:
    """One page of a list; `page` counts from 0, `asked` is what was typed (empty: a point was shared)."""
    shown = candidates[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    if not shown:
        raise StaleButton
    return PlaceChoices(
        options=tuple(lookup.words(each) for each in shown),
        page=page,
        pages=ceil(len(candidates) / PAGE_SIZE),
        total=len(candidates),
        by_point=not asked,
        asked=_mark(asked),
    )


def _mark(asked: str) -> str:
    """Short enough for a button."""
    return f"{crc32(asked.encode()):x}"


async def turn_page(
    query: CallbackQuery,
    callback_data: Page,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    lookup: Lookup,
    resident: Resident,
) -> None:
    """The list changes in place, as long as it is the list of the last question."""
    data = await state.get_data()
    if served := data.get(SERVED):
        candidates, mark = [Candidate(unit, 1.0) for code in served if (unit := lookup.unit(code))], ",".join(served)
        if callback_data.asked == _mark(mark) and query.message is not None:
            page = replace(choices(lookup, candidates, callback_data.number, asked=mark), served=True)
            await turn.tell(reader, page, edits=query.message.message_id)
            return
    asked = data.get("query", "")
    answer = lookup.find(asked, home=resident.place)
    if callback_data.asked != _mark(asked) or not isinstance(answer, Ambiguous) or query.message is None:
        raise StaleButton
    page = choices(lookup, answer.candidates, callback_data.number, asked=asked)
    await turn.tell(reader, page, edits=query.message.message_id)


async def pick(
    _query: CallbackQuery,
    callback_data: PickPlace,
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    lookup: Lookup,
    people: People,
    resident: Resident,
) -> None:
    """A place was chosen or confirmed."""
    unit = lookup.unit(callback_data.katottg)
    if unit is None or not lookup.is_place(unit):
        raise StaleButton
    await show(turn, reader, state, lookup, people, resident, Candidate(unit, 1.0))


async def another(_query: CallbackQuery, turn: Turn, reader: Reader, state: FSMContext, lookup: Lookup) -> None:
    """«Не те місце?»: the next best, where there are any, else the question again."""
    data = await state.get_data()
    units = [unit for code in data.get("others", []) if (unit := lookup.unit(code))]
    if units:
        await state.update_data(others=[])
        candidates = [Candidate(unit, 1.0) for unit in units]
        await turn.tell(reader, choices(lookup, candidates, 0, asked=data.get("query", "")))
        return
    await begin_again(state)
    await turn.tell(reader, AskPlace(again=True))


async def show(
    turn: Turn,
    reader: Reader,
    state: FSMContext,
    lookup: Lookup,
    people: People,
    resident: Resident,
    candidate: Candidate,
) -> None:
    """Remember the place and show who answers for it. Words that waited for a place go on to their report."""
    data = await state.get_data()
    await people.set_place(resident, candidate.unit.katottg)
    await state.set_state(None)
    card = await lookup.card(turn, candidate, point_in(data))
    await turn.tell(reader, card)
    if isinstance(card, OfficerCard) and card.station and card.station.lat is not None:
        await turn.tell(reader, StationPin(card.station))
    if stash.kept(data):
        await state.set_state(Writing.category)
        await turn.tell(reader, AskCategory())


def point_in(data: dict[str, Any]) -> Point | None:
    """The shared point of this dialogue, if there was one."""
    return Point(*data["point"]) if data.get("point") else None


def router() -> Router:
    found = Router(name="place")
    found.message.register(ask, Command("place"))
    found.callback_query.register(turn_page, Page.filter())
    found.callback_query.register(pick, PickPlace.filter())
    found.callback_query.register(another, Go.filter(), StepIs(Step.OTHER_PLACE))
    looking = StateFilter(Finding.asking, Finding.choosing)
    found.message.register(take_point, looking, HasPoint())
    found.message.register(take_name, looking, PlainText())
    return found
