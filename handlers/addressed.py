"""What says itself which report it belongs to, whatever else is being asked, and from residents and officers alike: a
reply, a further item of an album, a tap on a number. Where nobody can tell, the person does."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from aiogram import Bot, Router
from aiogram.filters import CommandObject, CommandStart, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.cases import Whose
from bot.domain.acts.people import Go, OwnAct, Step
from bot.domain.addressing import Address, Side, Unclear, address_in
from bot.domain.addressing_notices import ReportHere, WordsDropped
from bot.domain.errors import OwnErased, ReportErased, ReportGone, StaleButton
from bot.domain.notices import AskPlace, DraftWaits
from bot.domain.reports import Recipient, ReportStatus, Resident
from bot.services import addressing
from bot.services.addressing import Writer
from bot.services.reports.cards import Cards
from bot.services.reports.desk import Desk
from bot.services.reports.filing import Filing
from bot.services.turns import Turn
from handlers import which
from handlers.commands import is_command
from handlers.entries import incoming_of, unpacked
from handlers.filters import Known, On
from handlers.resident import held, stash
from handlers.resident.guides import Guides
from handlers.resident.offering import ask_category, nobody_reads
from handlers.states import Finding, Writing
from handlers.targets import target_of
from handlers.which import FoundReport

ASKING: Final = frozenset({Finding.asking, Finding.choosing, Writing.category, Writing.danger})
"""Here a reply to words of ours without an address is an answer to the question, and seen to be taken as one."""


_WHY: Final[Mapping[type[ReportGone], Unclear]] = {ReportErased: Unclear.ERASED, OwnErased: Unclear.OWN_ERASED}
"""Why a reply leads nowhere."""


class Addressed(Filter):
    """A reply, or an item of an album, that belongs to a report, or of which nobody can tell whether it does. Hands
    over what was `found`."""

    async def __call__(
        self,
        message: Message,
        bot: Bot,
        turn: Turn,
        writer: Writer,
        state: FSMContext,
        raw_state: str | None = None,
    ) -> bool | dict[str, Any]:
        target, album = target_of(message, bot), message.media_group_id
        if is_command(message) or (target is None and album is None):
            return False
        if writer.resident is None and writer.officer is None:
            addressing.check_side(writer, target)
            return False
        try:
            if found := await addressing.belongs(writer, target, album):
                return {"found": FoundReport(tuple(found))}
        except ReportGone as lost:
            if writer.resident is None and not await addressing.choices(writer, turn.now):
                raise
            return {"found": FoundReport(why=_WHY.get(type(lost), Unclear.GONE), copied=str(lost.fields["copied"]))}
        if await which.is_waiting(message, state, turn.now):
            return {"found": FoundReport(why=None)}
        unclear = target is not None and not (target.question and raw_state in {each.state for each in ASKING})
        return {"found": FoundReport()} if unclear and await addressing.choices(writer, turn.now) else False


async def take(
    message: Message,
    turn: Turn,
    writer: Writer,
    state: FSMContext,
    found: FoundReport,
    filing: Filing,
    desk: Desk,
    cards: Cards,
) -> None:
    """To where it belongs, or the question where that is."""
    if len(found.options) == 1:
        await which.give(turn, writer, incoming_of(message), found.options[0], filing, desk)
        return
    options = found.options or await addressing.choices(writer, turn.now)
    await which.ask(message, turn, writer, state, cards, replace(found, options=tuple(options)))


async def choose(
    _query: CallbackQuery,
    act: Whose,
    turn: Turn,
    writer: Writer,
    state: FSMContext,
    filing: Filing,
    desk: Desk,
) -> None:
    """All that waits goes to the report that was tapped."""
    waiting = which.waiting_in(state)
    words = held.entries(await waiting.get_data(), turn.now)
    if not words:
        raise StaleButton
    there = await addressing.by_address(writer, Address(act.side, act.ref))
    for each in words:
        await which.give(turn, writer, each, there, filing, desk)
    await waiting.clear()


async def begin(
    _query: CallbackQuery,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    filing: Filing,
    guides: Guides,
    resident: Resident,
) -> None:
    """«Нове повідомлення»: what waits are its first words."""
    waiting = which.waiting_in(state)
    words = held.words_in(await waiting.get_data(), turn.now)
    if not words or await filing.draft(resident) is not None:
        raise StaleButton
    await stash.take_over(words, state)
    await waiting.clear()
    if resident.place is None:
        await state.set_state(Finding.asking)
        await turn.tell(recipient, AskPlace(kept=True))
        return
    for each in words:
        await filing.check_carries(resident.place, unpacked(each))
    if await nobody_reads(turn, recipient, state, guides.lookup, resident.place):
        return
    await state.set_state(Writing.category)
    await turn.tell(recipient, ask_category(guides.lookup, resident.place, kept=True))


async def drop(_query: CallbackQuery, turn: Turn, recipient: Recipient, state: FSMContext) -> None:
    waiting = which.waiting_in(state)
    if not held.words_in(await waiting.get_data(), turn.now):
        raise StaleButton
    await waiting.clear()
    await turn.tell(recipient, WordsDropped())


# --- a number that leads here -----------------------------------------------------------------------------------------


class Opened(CommandStart):
    """`/start` with the address of a report: its number was tapped."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        found = await super().__call__(message, bot)
        command = found.get("command") if isinstance(found, dict) else None
        is_address = isinstance(command, CommandObject) and address_in(command.args or "") is not None
        return found if is_address else False


async def open_(_message: Message, command: CommandObject, turn: Turn, writer: Writer, cards: Cards) -> None:
    address = address_in(command.args or "")
    if address is None:
        raise StaleButton
    await _show(turn, writer, address, cards)


async def show_own(_query: CallbackQuery, act: OwnAct, turn: Turn, writer: Writer, cards: Cards) -> None:
    await _show(turn, writer, Address(Side.RESIDENT, act.ref), cards)


async def _show(turn: Turn, writer: Writer, address: Address, cards: Cards) -> None:
    """How it stands: the card, or a line, and either can be replied to."""
    report = (await addressing.by_address(writer, address)).report
    if address.side is Side.OFFICER and writer.officer is not None:
        await cards.show_again(turn, report, writer.officer)
    elif report.status is ReportStatus.DRAFT:
        await turn.tell(writer.recipient, DraftWaits(report.id, ref=report.ref))
    else:
        item = cards.item(report, mine=True)
        here = ReportHere(report.id, report.category, report.status, item.place, ref=report.ref)
        await turn.tell(writer.recipient, here, report_id=report.id, role="word")


def router() -> Router:
    """Comes before all counters."""
    found = Router(name="addressed")
    found.message.register(open_, Opened())
    found.message.register(take, Addressed())
    found.callback_query.register(choose, On(Whose))
    found.callback_query.register(begin, On(Go, Step.NEW_REPORT), Known())
    found.callback_query.register(drop, On(Go, Step.NOWHERE))
    found.callback_query.register(show_own, On(OwnAct))
    return found
