"""Where? By location or by name or address, confirmed or chosen; then the officer's card."""

from collections.abc import Sequence
from typing import Any, Final

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, StateFilter, invert_f, or_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.base import mark_of
from bot.domain.acts.people import Go, PickPlace, PlacesPage, Step
from bot.domain.errors import RelayStopped, StaleButton
from bot.domain.notices import AskPlace, Notice
from bot.domain.places import Ambiguous, Answer, Candidate, Choice, Found, NotCovered, Unanswered
from bot.domain.reports import EntryKind, Recipient, Resident
from bot.places.reader import ReadingKind
from bot.places.story import LONGEST_NAME, names_nothing
from bot.places.telling import NO_PLACE
from bot.services import unanswered
from bot.services.lookup import Lookup
from bot.services.turns import Turn
from handlers.buttons import message_of
from handlers.entries import point_of
from handlers.filters import HasPoint, On, PlainText, UnknownCommand
from handlers.resident import address, stash
from handlers.resident.guides import Guides
from handlers.resident.offering import (
    SERVED,
    answer_name,
    begin_again,
    codes,
    in_silence,
    list_,
    look_at,
    near_in,
    offer,
    page_of,
    point_in,
    question_of,
    show,
)
from handlers.states import Finding, Writing

SHORT: Final = 3
"""Words of a name with its area."""

TYPED: Final = "typed"
"""The message in which the name stands that was looked up last."""


async def ask(_message: Message, turn: Turn, recipient: Recipient, state: FSMContext) -> None:
    """/place"""
    await begin_again(state)
    await turn.tell(recipient, AskPlace())


async def take_name(
    message: Message,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    guides: Guides,
    resident: Resident,
) -> None:
    """Typed words: coordinates, a street address, or a name. What tells something waits for its place; the one that it
    names is offered."""
    query = message.text or ""
    typed = guides.lookup.read(query, home=resident.place, near=near_in(await state.get_data()))
    if typed.point is not None:
        await look_at(turn, recipient, state, guides.lookup, typed.point)
    elif typed.kind is ReadingKind.STORY:
        await wait_for_place(message, turn, recipient, state, guides.lookup, typed.answer)
    elif typed.address is not None:
        await address.take(typed, turn, recipient, state, guides, resident)
    elif await in_silence(state) and names_nothing(query, typed.answer):
        raise RelayStopped
    else:
        await begin_again(state, query=query, **{TYPED: message.message_id})
        await answer_name(turn, recipient, state, guides, resident, typed)


def is_named(lookup: Lookup, text: str) -> bool:
    """Whether words that came to a known place are rather another place: its name or coordinates, and nothing else."""
    typed = lookup.read(text)
    return typed.is_where and (typed.point is not None or len(text) <= LONGEST_NAME)


def is_short_name(lookup: Lookup, text: str) -> bool:
    """The same for words that may be told as well: three at most, as a story can begin with what is a name too."""
    return len(text.split()) <= SHORT and is_named(lookup, text)


async def retyped(
    message: Message, turn: Turn, recipient: Recipient, state: FSMContext, guides: Guides, resident: Resident
) -> None:
    """The name that was typed last is corrected: it is looked up again. Words that wait are corrected elsewhere."""
    data = await state.get_data()
    waiting = any(each.message_id == message.message_id for each in stash.entries(data))
    if waiting or data.get(TYPED) != message.message_id or data.get("query") == message.text:
        raise SkipHandler
    await take_name(message, turn, recipient, state, guides, resident)


async def take_named(
    _query: CallbackQuery, turn: Turn, recipient: Recipient, state: FSMContext, guides: Guides, resident: Resident
) -> None:
    """«Це назва місця»: the last words that were kept for a report are looked up instead."""
    text = stash.last_words(await state.get_data())
    if not is_named(guides.lookup, text):
        raise StaleButton
    await stash.forget_last(state)
    await _look_for(text, turn, recipient, state, guides, resident)


async def _look_for(
    text: str, turn: Turn, recipient: Recipient, state: FSMContext, guides: Guides, resident: Resident
) -> None:
    """Coordinates or a name, and nothing else."""
    typed = guides.lookup.read(text, home=resident.place, near=near_in(await state.get_data()))
    if typed.point is not None:
        await look_at(turn, recipient, state, guides.lookup, typed.point)
        return
    await begin_again(state, query=text)
    await answer_name(turn, recipient, state, guides, resident, typed)


def last_where(lookup: Lookup, words: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The last of a stranger's messages (packed) that says where: a location, or a text that is a place's name."""

    def says_where(item: dict[str, Any]) -> bool:
        return stash.point_of(item) is not None or (item["kind"] == EntryKind.TEXT and is_named(lookup, item["text"]))

    return next((each for each in reversed(words) if says_where(each)), None)


async def look_where(
    turn: Turn, recipient: Recipient, state: FSMContext, guides: Guides, resident: Resident, where: dict[str, Any]
) -> None:
    """What a stranger said of where, once they agreed."""
    if point := stash.point_of(where):
        await look_at(turn, recipient, state, guides.lookup, point)
    else:
        await _look_for(where["text"], turn, recipient, state, guides, resident)


async def wait_for_place(
    message: Message, turn: Turn, recipient: Recipient, state: FSMContext, lookup: Lookup, told: Answer = NO_PLACE
) -> None:
    """Words that are no name are kept until it is known where they belong; a place that they name is offered."""
    if await in_silence(state):
        raise RelayStopped
    await stash.remember(message, state)
    if message.text and isinstance(told, NotCovered):
        await unanswered.note(turn, Unanswered.STORY)
    await stash.ask(message, turn, recipient, await ask_where(state, lookup, told, message.text or ""))


async def ask_where(state: FSMContext, lookup: Lookup, told: Answer, text: str) -> Notice:
    """The question for words that wait: the place that they name, if they do and no location was shared for them."""
    if isinstance(told, NotCovered) or point_in(await state.get_data()):
        await state.set_state(Finding.asking)
        return AskPlace(kept=True)
    await begin_again(state, query=text)
    return await question_of(state, lookup, told, text)


def last_told(lookup: Lookup, words: Sequence[dict[str, Any]]) -> tuple[str, Answer]:
    """The last of a stranger's messages (packed) that names a place among other words, and the places."""
    texts = [item["text"] for item in reversed(words) if item["kind"] == EntryKind.TEXT]
    read = ((text, lookup.read(text)) for text in texts)
    return next(((text, typed.answer) for text, typed in read if typed.tells_where), ("", NO_PLACE))


async def take_point(message: Message, turn: Turn, recipient: Recipient, state: FSMContext, lookup: Lookup) -> None:
    """A shared location: the likely place is confirmed, the next best are one tap away."""
    point = point_of(message)
    if point is None:
        raise StaleButton
    accuracy = message.location.horizontal_accuracy if message.location else None
    await look_at(turn, recipient, state, lookup, point, accuracy)


async def turn_page(
    query: CallbackQuery,
    act: PlacesPage,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    lookup: Lookup,
    resident: Resident,
) -> None:
    """The list changes in place, as long as it is the list of the last question."""
    data = await state.get_data()
    if served := data.get(SERVED):
        candidates, listed = [Candidate(unit, 1.0) for code in served if (unit := lookup.unit(code))], ",".join(served)
        if act.asked == mark_of(listed):
            page = page_of(lookup, candidates, act.number, why=Choice.SERVED, asked=listed)
            await turn.tell(recipient, page, edits=message_of(query))
            return
    asked = data.get("query", "")
    answer = lookup.read(asked, home=resident.place, near=near_in(data)).answer
    if act.asked != mark_of(asked) or not isinstance(answer, Ambiguous):
        raise StaleButton
    page = page_of(lookup, answer.candidates, act.number, why=answer.why, asked=asked)
    await turn.tell(recipient, page, edits=message_of(query))


async def pick(
    _query: CallbackQuery,
    act: PickPlace,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    guides: Guides,
    resident: Resident,
) -> None:
    """A place was chosen or confirmed. Where that is not the question any more it is asked: a button of long ago must
    not move anybody."""
    unit = guides.lookup.unit(act.katottg)
    if unit is None or not guides.lookup.is_place(unit):
        raise StaleButton
    chosen = Candidate(unit, 1.0)
    if await state.get_state() == Finding.choosing.state or resident.place in (None, unit.katottg):
        await show(turn, recipient, state, guides, resident, chosen)
    else:
        await begin_again(state)
        await offer(turn, recipient, state, guides.lookup, Found(chosen), by_point=False)


async def another(
    _query: CallbackQuery, turn: Turn, recipient: Recipient, state: FSMContext, lookup: Lookup, resident: Resident
) -> None:
    """«Не те місце?»: the next best, where there are any, else the question again."""
    data = await state.get_data()
    await unanswered.note(turn, Unanswered.NOT_LISTED if data.get("listed") else Unanswered.WRONG_PLACE)
    units = [unit for code in _next_best(data, lookup, resident) if (unit := lookup.unit(code))]
    if units:
        await state.update_data(others=[])
        asked = data.get("query", "")
        why = Choice.OTHERS if asked else Choice.POINT
        candidates = [Candidate(unit, 1.0) for unit in units]
        await list_(turn, recipient, state, page_of(lookup, candidates, 0, why=why, asked=asked))
        return
    await begin_again(state)
    await turn.tell(recipient, AskPlace(again=True))


def _next_best(data: dict[str, Any], lookup: Lookup, resident: Resident) -> list[str]:
    """Codes kept with a location; after a name the search is asked only now, because few want to know."""
    if "others" in data or not data.get("query"):
        return list(data.get("others", []))
    answer = lookup.read(data["query"], home=resident.place, near=near_in(data)).answer
    return codes(answer.others) if isinstance(answer, Found) else []


def router() -> Router:
    found = Router(name="place")
    found.message.register(ask, Command("place"))
    found.callback_query.register(turn_page, On(PlacesPage))
    found.callback_query.register(pick, On(PickPlace))
    found.callback_query.register(another, On(Go, Step.OTHER_PLACE))
    found.callback_query.register(take_named, On(Go, Step.PLACE_NAMED), StateFilter(Writing.category))
    looking = StateFilter(Finding.asking, Finding.choosing)
    found.message.register(take_point, looking, HasPoint())
    found.message.register(take_name, looking, PlainText(), invert_f(UnknownCommand()))
    shown = StateFilter(None)  # it led somewhere else than was meant
    found.edited_message.register(retyped, or_f(looking, shown), PlainText(), invert_f(UnknownCommand()))
    return found
