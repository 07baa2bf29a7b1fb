"""Everything else a resident writes: it belongs to a report, names a place, or starts a report. It is never lost."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.addressing import Belongs, Side, Unclear
from bot.domain.notices import Seen, Waiting, WriteHow
from bot.domain.reports import Recipient, ReportStatus, Resident
from bot.domain.silence import Silence
from bot.services import addressing
from bot.services.addressing import Writer
from bot.services.reports.cards import Cards
from bot.services.reports.filing import Filing
from bot.services.turns import Turn
from handlers import which
from handlers.entries import incoming_of
from handlers.filters import HasPoint, PlainText, UnknownCommand
from handlers.resident import held, place, report, stash
from handlers.resident.guides import Guides
from handlers.resident.offering import ask_category, nobody_reads
from handlers.states import Writing


async def wait(
    message: Message,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    filing: Filing,
    guides: Guides,
    resident: Resident,
) -> None:
    """Words came before the questions were answered: they wait for the draft, and the question is asked again."""
    if resident.place is not None:
        await filing.check_carries(resident.place, incoming_of(message))
    await stash.remember(message, state)
    if await state.get_state() == Writing.danger.state:
        await stash.ask(message, turn, recipient, report.danger_question(await state.get_data()))
        return
    named = bool(message.text) and place.is_named(guides.lookup, message.text or "")
    await stash.ask(message, turn, recipient, ask_category(guides.lookup, resident.place, kept=True, named=named))


async def take(
    message: Message,
    turn: Turn,
    recipient: Recipient,
    writer: Writer,
    state: FSMContext,
    filing: Filing,
    cards: Cards,
    guides: Guides,
    resident: Resident,
) -> None:
    """Into the report it belongs to: the draft, or the only open one. Of several the person says which, and whether it
    is one that was just said to be resolved."""
    mine = await addressing.own(resident, turn.now)
    resolved = any(each.status is ReportStatus.RESOLVED for each in mine)
    if not mine:
        await _begin(message, turn, recipient, state, filing, guides, resident)
    elif mine[0].status is ReportStatus.DRAFT or (len(mine) == 1 and not resolved):
        await filing.keep(turn, resident, mine[0], incoming_of(message))
    else:
        options = tuple(Belongs(each, Side.RESIDENT) for each in mine)
        why = Unclear.RESOLVED if resolved else Unclear.SEVERAL
        await which.ask(message, turn, writer, state, cards, which.FoundReport(options, why))


async def _begin(
    message: Message,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    filing: Filing,
    guides: Guides,
    resident: Resident,
) -> None:
    """Without a report: a location asks where, words do too while there is no place, anything else begins one."""
    if await HasPoint()(message):
        await place.take_point(message, turn, recipient, state, guides.lookup)
    elif resident.place is None and await PlainText()(message):
        await place.take_name(message, turn, recipient, state, guides, resident)
    elif resident.place is None:
        await place.wait_for_place(message, turn, recipient, state, guides.lookup)
    elif await _nobody_reads(message, turn, recipient, state, guides, resident):
        return
    else:
        await state.set_state(Writing.category)
        await wait(message, turn, recipient, state, filing, guides, resident)


async def _nobody_reads(
    message: Message, turn: Turn, recipient: Recipient, state: FSMContext, guides: Guides, resident: Resident
) -> bool:
    """Where the resident lives nobody would read it: another place's name is looked up, words wait for another place
    for a day. False: somebody would."""
    home = resident.place or ""
    if await guides.lookup.has_reader(home) or await guides.lookup.silence(home) is Silence.RELAY:
        return False
    if await PlainText()(message) and place.is_short_name(guides.lookup, message.text or ""):
        await place.take_name(message, turn, recipient, state, guides, resident)
        return True
    kept = await held.add(incoming_of(message), turn.now, state)
    return await nobody_reads(
        turn, recipient, state, guides.lookup, home, waiting=Waiting.WORDS if kept else Waiting.FULL
    )


async def unknown_command(_message: Message, turn: Turn, recipient: Recipient) -> None:
    await turn.tell(recipient, WriteHow())


async def corrected(message: Message, turn: Turn, recipient: Recipient, state: FSMContext, filing: Filing) -> None:
    """An edited message changes what waits, and a draft; what an officer already has is not changed behind the
    officer's back, and what lies nowhere is said to."""
    incoming = incoming_of(message)
    waits = (
        await stash.correct(incoming, state),
        await held.correct(incoming, turn.now, state),
        await which.correct(incoming, turn.now, state),
    )
    if not any(waits) and not await filing.corrected(incoming):
        return
    if incoming.point is None:  # a live location moves on by edits
        await turn.tell(recipient, Seen(message.message_id))


def router() -> Router:
    found = Router(name="words")
    found.message.register(unknown_command, UnknownCommand())
    found.message.register(wait, StateFilter(Writing.category, Writing.danger))
    found.message.register(take)
    found.edited_message.register(corrected)
    return found
