"""The answer to «where?»: one place to confirm, several to choose from, the officer's card, or what else to try."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import Any, Final

from aiogram.fsm.context import FSMContext

from bot.domain.acts.base import mark_of
from bot.domain.errors import StaleButton
from bot.domain.notices import (
    AskCategory,
    AskPlace,
    ConfirmPlace,
    NobodyHere,
    NobodyToWrite,
    Notice,
    OfficerCard,
    PlaceChoices,
    PlaceClear,
    PlaceUnknown,
    QuietPlace,
    StationPhoto,
    StationPin,
    Waiting,
)
from bot.domain.places import (
    CODES,
    Ambiguous,
    Answer,
    Candidate,
    Choice,
    Found,
    NearBorder,
    NotCovered,
    Point,
    Unanswered,
    candidates,
)
from bot.domain.reports import Recipient, Resident
from bot.domain.silence import Silence
from bot.places.reader import Read
from bot.services import unanswered
from bot.services.lookup import Lookup
from bot.services.turns import Turn
from bot.texts.places import PAGE_SIZE
from handlers.resident import held, later, stash
from handlers.resident.guides import Guides
from handlers.states import Finding, Writing

POINT: Final = "point"
"""The point of the place that is being found: it goes into the report when the person says so."""
ABOUT: Final = "about"
"""The draft (its ref) that the point may be added to."""
HUSHED: Final = "hushed"
"""The last answer was that from this place nothing is passed on."""
SERVED: Final = "served"
"""Codes of the places of a scanned poster."""
NEAR: Final = "near"
"""The last shared point: it only puts places around it first when a name is typed later. Lives with the dialogue."""


async def begin_again(state: FSMContext, **data: Any) -> None:
    """The question of the place is open; words that wait for a report stay, and where the person was."""
    known = await state.get_data()
    near = {NEAR: known[NEAR]} if known.get(NEAR) else {}
    await state.set_data(stash.kept(known) | near | data)
    await state.set_state(Finding.asking)


def point_in(data: dict[str, Any]) -> Point | None:
    """The shared point of this dialogue, if there was one."""
    return Point(*data[POINT]) if data.get(POINT) else None


def point_of_draft(data: dict[str, Any], ref: str) -> Point | None:
    """The point that was shared to find the place of this draft; not one of a later search."""
    return point_in(data) if data.get(ABOUT) == ref else None


async def in_silence(state: FSMContext) -> bool:
    """Whether the last answer was that nothing is passed on, and nothing else is being asked since."""
    return await state.get_state() is None and bool((await state.get_data()).get(HUSHED))


def near_in(data: dict[str, Any]) -> Point | None:
    """Where the person was when a location was last shared."""
    return Point(*data[NEAR]) if data.get(NEAR) else None


async def look_at(
    turn: Turn, recipient: Recipient, state: FSMContext, lookup: Lookup, point: Point, accuracy: float | None = None
) -> None:
    """What lies around a point is offered."""
    answer = await lookup.at(point, accuracy)
    welcome = await lookup.locations_welcome(answer)
    here = [point.lat, point.lon]
    await begin_again(state, **({POINT: here, NEAR: here} if welcome else {}))
    await offer(turn, recipient, state, lookup, answer, by_point=True)
    if not welcome:
        await state.update_data(others=[])  # the places around would tell where the point was


async def answer_name(
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    guides: Guides,
    resident: Resident,
    typed: Read,
) -> None:
    """What a name led to: one that is certain is shown at once, one that stands otherwise than it was typed is
    confirmed, several are offered."""
    if typed.certain and isinstance(typed.answer, Found):
        await show(turn, recipient, state, guides, resident, typed.answer.candidate)
    else:
        await offer(turn, recipient, state, guides.lookup, typed.answer, by_point=False)


async def question_of(state: FSMContext, lookup: Lookup, answer: Answer, text: str) -> Notice:
    """The question about the places a story names; its words wait already."""
    await state.set_state(Finding.choosing)
    if isinstance(answer, Found):
        return ConfirmPlace(lookup.words(answer.candidate), by_point=False, kept=True)
    await state.update_data(listed=True)
    return page_of(lookup, candidates(answer), 0, why=Choice.TOLD, asked=text)


async def offer(
    turn: Turn, recipient: Recipient, state: FSMContext, lookup: Lookup, answer: Answer, *, by_point: bool
) -> None:
    """Nothing is decided yet: confirm, choose, or try otherwise."""
    match answer:
        case Found(candidate, others):
            await state.set_state(Finding.choosing)
            if by_point:  # the others of a name are asked for when somebody wants to see them
                await state.update_data(others=codes(others))
            await turn.tell(recipient, ConfirmPlace(lookup.words(candidate), by_point))
        case Ambiguous(listed) | NearBorder(listed):
            asked = "" if by_point else (await state.get_data()).get("query", "")
            if by_point:  # the point is not asked again: one page of what there is
                listed = listed[:PAGE_SIZE]
                await state.update_data(others=codes(answer.others))
            why = answer.why if isinstance(answer, Ambiguous) else Choice.BORDER
            await list_(turn, recipient, state, page_of(lookup, listed, 0, why=why, asked=asked))
        case NotCovered(reason):
            await unanswered.note(turn, Unanswered(reason))
            await turn.tell(recipient, _how_else(reason))


def _how_else(reason: str) -> Notice:
    if reason == Unanswered.NO_NAME:
        return AskPlace()
    code = reason if reason in CODES else ""
    return PlaceUnknown(outside=reason == Unanswered.OUTSIDE, oblast=reason == Unanswered.OBLAST, code=code)


async def list_(turn: Turn, recipient: Recipient, state: FSMContext, choices: PlaceChoices) -> None:
    """Several places; a name that is typed instead of choosing is a new question."""
    await state.set_state(Finding.choosing)
    await state.update_data(listed=True)
    await turn.tell(recipient, choices)


def codes(candidates: Sequence[Candidate]) -> list[str]:
    """The next best, one page of them, for «Не те місце?»."""
    return [each.unit.katottg for each in candidates[:PAGE_SIZE]]


def page_of(lookup: Lookup, candidates: Sequence[Candidate], page: int, *, why: Choice, asked: str) -> PlaceChoices:
    """One page of a list; `page` counts from 0, `asked` is what was typed (empty: a point was shared)."""
    shown = candidates[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    if not shown:
        raise StaleButton
    return PlaceChoices(
        options=tuple(lookup.words(each) for each in shown),
        page=page,
        pages=ceil(len(candidates) / PAGE_SIZE),
        total=len(candidates),
        why=why,
        asked=mark_of(asked),
    )


async def show(
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    guides: Guides,
    resident: Resident,
    candidate: Candidate,
) -> None:
    """Remember the place and show who answers for it. Words that waited for a place go on to their report, or wait on
    where nobody would read it."""
    await held.release(turn.now, state)
    data = await state.get_data()
    known = await guides.lookup.place_to_keep(candidate.unit)
    await guides.people.set_place(resident, known)
    await state.set_state(None)
    await state.set_data({key: kept for key, kept in data.items() if key not in ("listed", HUSHED)})
    card = await guides.lookup.card(turn, candidate, point_in(data))
    if not _has_pin(card):
        await turn.tell(recipient, PlaceClear())
    match card:
        case OfficerCard() | NobodyHere():
            await turn.tell(recipient, card)
        case QuietPlace():
            data = await _quieten(turn, recipient, state, card)
    await _show_station(turn, recipient, card)
    if stash.kept(data):
        await _go_on(turn, recipient, state, guides.lookup, known, can_write=_can_write(card))
    else:
        await later.ask_news(turn, recipient, state, guides, resident)


async def _go_on(
    turn: Turn, recipient: Recipient, state: FSMContext, lookup: Lookup, place: str | None, *, can_write: bool
) -> None:
    """What had waited for a place goes on to its report, or waits for another place."""
    if can_write:
        await state.set_state(Writing.category)
        await turn.tell(recipient, ask_category(lookup, place, kept=True))
    else:
        await held.hold(turn.now, state)
        await turn.tell(recipient, NobodyToWrite(Waiting.WORDS))


def _can_write(card: OfficerCard | NobodyHere | QuietPlace) -> bool:
    return not isinstance(card, NobodyHere) and card.can_write


async def nobody_reads(
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    lookup: Lookup,
    katottg: str,
    waiting: Waiting = Waiting.NOTHING,
) -> bool:
    """Whether a report about this place would go into a void. Then none is taken: who answers for it and where the
    station is, and that this bot reaches nobody there. Where nothing is passed on at all, that is said elsewhere."""
    unit = lookup.unit(katottg)
    if unit is None or await lookup.has_reader(katottg):
        return False
    card = await lookup.card(turn, Candidate(unit, 1.0), None)
    if isinstance(card, QuietPlace) and card.level >= Silence.RELAY:
        return False
    await state.set_state(None)
    await held.hold(turn.now, state)
    if waiting is Waiting.NOTHING and held.words_in(await state.get_data(), turn.now):
        waiting = Waiting.WORDS
    await turn.tell(recipient, card)
    await turn.tell(recipient, NobodyToWrite(waiting))
    return True


async def _show_station(turn: Turn, recipient: Recipient, card: OfficerCard | NobodyHere | QuietPlace) -> None:
    """What it looks like, and where it is."""
    if isinstance(card, OfficerCard) and card.station:
        if card.station.photo is not None:
            await turn.tell(recipient, StationPhoto(card.station))
        if card.station.lat is not None:
            await turn.tell(recipient, StationPin(card.station))


def _has_pin(card: OfficerCard | NobodyHere | QuietPlace) -> bool:
    return isinstance(card, OfficerCard) and card.station is not None and card.station.lat is not None


def ask_category(lookup: Lookup, katottg: str | None, *, kept: bool = False, named: bool = False) -> AskCategory:
    """With the place that the report is about, so that a wrong one is seen in time."""
    return AskCategory(lookup.place(katottg) if katottg else None, kept, named)


async def _quieten(turn: Turn, recipient: Recipient, state: FSMContext, card: QuietPlace) -> dict[str, Any]:
    """A silent hromada: what must not be kept leaves the dialogue, and the person is told; returns what stays."""
    before = await state.get_data()
    left = stash.hushed(before, Silence(card.level))
    await turn.tell(recipient, replace(card, dropped=len(stash.entries(left)) < len(stash.entries(before))))
    await state.set_data({HUSHED: True} if card.level >= Silence.RELAY else left)
    return left
