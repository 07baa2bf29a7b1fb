"""A report: what about, is anyone in danger, entries, summary, off it goes."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.people import DraftAct, DraftStep, Go, PickCategory, Step
from bot.domain.errors import StaleButton
from bot.domain.notices import AskDanger, AskEntries, AskPlace, DraftDropped, DraftWaits, EmergencyNumbers, Notice
from bot.domain.reports import OFFENCES, Category, Recipient, Resident
from bot.services.reports.filing import Filing
from bot.services.turns import Turn
from handlers.filters import On
from handlers.resident import held, later, stash
from handlers.resident.guides import Guides
from handlers.resident.offering import ABOUT, POINT, ask_category, nobody_reads, point_of_draft
from handlers.states import Finding, Writing

DECLARED: Final = "declared"
"""In the dialogue: «Так, небезпека є» was the answer."""


def danger_question(data: dict[str, Any]) -> Notice:
    """What is asked before a draft opens. Whoever said yes gets the numbers, never the question again."""
    if data.get(DECLARED):
        return EmergencyNumbers(asking=True)
    return AskDanger(Category(data["category"]) in OFFENCES, kept=bool(stash.kept(data)))


async def write(
    _event: Message | CallbackQuery,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    filing: Filing,
    guides: Guides,
    resident: Resident,
) -> None:
    """«Написати офіцеру» and /report. An unsent report comes first; without a place, the place does."""
    waiting = await filing.draft(resident)
    if waiting is not None:
        await state.set_state(Writing.entries)
        await turn.tell(recipient, DraftWaits(waiting.id, ref=waiting.ref))
    elif resident.place is None:
        await state.set_state(Finding.asking)
        await turn.tell(recipient, AskPlace())
    elif not await nobody_reads(turn, recipient, state, guides.lookup, resident.place):
        await held.release(turn.now, state)
        await state.set_state(Writing.category)
        kept = bool(stash.kept(await state.get_data()))
        await turn.tell(recipient, ask_category(guides.lookup, resident.place, kept=kept))


async def choose_category(
    _query: CallbackQuery, act: PickCategory, turn: Turn, recipient: Recipient, state: FSMContext
) -> None:
    await state.update_data(category=act.category.value)
    await state.set_state(Writing.danger)
    await turn.tell(recipient, AskDanger(act.category in OFFENCES))


async def danger(_query: CallbackQuery, turn: Turn, recipient: Recipient, state: FSMContext) -> None:
    """The numbers, also for a tap on an old question; nothing is sent unless the person says that it can wait."""
    asking = await state.get_state() == Writing.danger.state
    if asking:
        await state.update_data({DECLARED: True})
    await turn.tell(recipient, EmergencyNumbers(asking))


async def begin(
    _query: CallbackQuery,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    filing: Filing,
    guides: Guides,
    resident: Resident,
) -> None:
    """No danger, or it can wait: the draft opens, with what was written before it did."""
    if resident.place and await nobody_reads(turn, recipient, state, guides.lookup, resident.place):
        return
    data = await state.get_data()
    declared = bool(data.get(DECLARED))
    report = await filing.start(turn, resident, Category(data["category"]), declared=declared)
    await state.set_state(Writing.entries)
    await state.set_data({POINT: data[POINT], ABOUT: report.ref} if data.get(POINT) else {})
    stashed = stash.entries(data)
    for incoming in stashed:
        report = await filing.keep(turn, resident, report, incoming)
    if not stashed:
        locations, watched = await filing.takes_locations(report), report.category is Category.THREAT
        await turn.tell(recipient, AskEntries(report.id, locations, watched, ref=report.ref))


async def drop(_query: CallbackQuery, turn: Turn, recipient: Recipient, state: FSMContext) -> None:
    """Cancelled before there was a draft."""
    await state.clear()
    await turn.tell(recipient, DraftDropped())


async def take_step(
    _query: CallbackQuery,
    act: DraftAct,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    filing: Filing,
    guides: Guides,
    resident: Resident,
) -> None:
    """The buttons of a draft."""
    await ACTS[act.step](turn, resident, act.ref, filing, state)
    if act.step is DraftStep.SEND:
        await later.ask_news(turn, recipient, state, guides, resident)


async def _done(turn: Turn, resident: Resident, ref: str, filing: Filing, state: FSMContext) -> None:
    await filing.summary(turn, resident, ref, found=point_of_draft(await state.get_data(), ref))


async def _point(turn: Turn, resident: Resident, ref: str, filing: Filing, state: FSMContext) -> None:
    if (point := point_of_draft(await state.get_data(), ref)) is None:
        raise StaleButton
    await filing.add_point(turn, resident, ref, point)


async def _more(turn: Turn, resident: Resident, ref: str, filing: Filing, state: FSMContext) -> None:
    await filing.more(turn, resident, ref)
    await state.set_state(Writing.entries)


async def _send(turn: Turn, resident: Resident, ref: str, filing: Filing, state: FSMContext) -> None:
    if await filing.send(turn, resident, ref):
        await state.clear()


async def _cancel(turn: Turn, resident: Resident, ref: str, filing: Filing, state: FSMContext) -> None:
    await filing.cancel(turn, resident, ref)
    await state.clear()


ACTS: Final[dict[DraftStep, Callable[[Turn, Resident, str, Filing, Any], Awaitable[None]]]] = {
    DraftStep.DONE: _done,
    DraftStep.POINT: _point,
    DraftStep.MORE: _more,
    DraftStep.SEND: _send,
    DraftStep.CANCEL: _cancel,
}


def router() -> Router:
    found = Router(name="report")
    found.message.register(write, Command("report"))
    found.callback_query.register(write, On(Go, Step.WRITE))
    found.callback_query.register(choose_category, On(PickCategory), StateFilter(Writing.category, Writing.danger))
    in_question = StateFilter(Writing.danger)
    found.callback_query.register(danger, On(Go, Step.DANGER))
    found.callback_query.register(begin, On(Go, Step.NO_DANGER, Step.CAN_WAIT), in_question)
    found.callback_query.register(drop, On(Go, Step.DROP), StateFilter(Writing.category, Writing.danger))
    found.callback_query.register(take_step, On(DraftAct))
    return found
