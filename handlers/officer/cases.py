"""Accept, reply, resolve; a plain reply; the queue."""

from collections.abc import Awaitable, Callable
from typing import Final

from aiogram import Router
from aiogram.filters import Command, invert_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.cases import CaseAct, QueuePage
from bot.domain.acts.people import Go, Step
from bot.domain.addressing import Unclear
from bot.domain.moves import CaseStep
from bot.domain.notices import AnswerHere, AnswerHow, Help, Seen
from bot.domain.people import Officer
from bot.domain.recipients import recipient_of
from bot.domain.reports import Recipient, Resident
from bot.services import addressing
from bot.services.addressing import Writer
from bot.services.reports.cards import Cards
from bot.services.reports.desk import Desk
from bot.services.turns import Turn
from handlers import which
from handlers.buttons import message_of
from handlers.entries import incoming_of
from handlers.filters import ForOfficer, KnownCommand, OfResident, On, Stranger


async def help_(_message: Message, turn: Turn, recipient: Recipient, resident: Resident | None) -> None:
    """/help and /start"""
    await turn.tell(recipient, Help(officer=True, resident=resident is not None))


async def queue(
    _event: Message | CallbackQuery, turn: Turn, recipient: Recipient, cards: Cards, officer: Officer
) -> None:
    await turn.tell(recipient, await cards.queue(officer))


async def turn_page(
    query: CallbackQuery, act: QueuePage, turn: Turn, recipient: Recipient, cards: Cards, officer: Officer
) -> None:
    await turn.tell(recipient, await cards.queue(officer, act.number), edits=message_of(query))


async def take_step(
    _query: CallbackQuery, act: CaseAct, turn: Turn, officer: Officer, desk: Desk, cards: Cards
) -> None:
    """The buttons of a card."""
    await ACTS[act.step](turn, officer, act.ref, desk, cards)


async def _accept(turn: Turn, officer: Officer, ref: str, desk: Desk, _cards: Cards) -> None:
    await desk.accept(turn, officer, ref)


async def _resolve(turn: Turn, officer: Officer, ref: str, desk: Desk, _cards: Cards) -> None:
    await desk.resolve(turn, officer, ref)


async def _reply(turn: Turn, officer: Officer, ref: str, desk: Desk, _cards: Cards) -> None:
    """A prompt to reply to, so that the answer knows its way."""
    report = await desk.report(officer, ref)
    await turn.tell(recipient_of(officer), AnswerHere(report.id, ref=report.ref), report_id=report.id, role="word")


async def _show(turn: Turn, officer: Officer, ref: str, desk: Desk, cards: Cards) -> None:
    await cards.show_again(turn, await desk.report(officer, ref), officer)


ACTS: Final[dict[CaseStep, Callable[[Turn, Officer, str, Desk, Cards], Awaitable[None]]]] = {
    CaseStep.ACCEPT: _accept,
    CaseStep.REPLY: _reply,
    CaseStep.RESOLVE: _resolve,
    CaseStep.SHOW: _show,
}


async def words(
    message: Message, turn: Turn, recipient: Recipient, writer: Writer, state: FSMContext, cards: Cards
) -> None:
    """What replies to nothing: whose is it? Nothing is guessed, however few cases there are."""
    incoming_of(message)  # what cannot be carried is refused first
    if options := await addressing.choices(writer, turn.now):
        await which.ask(message, turn, writer, state, cards, which.FoundReport(tuple(options), Unclear.UNSAID))
    else:
        await turn.tell(recipient, AnswerHow(), quotes=message.message_id)


async def how(_message: Message, turn: Turn, recipient: Recipient) -> None:
    """A command that is not an officer’s."""
    await turn.tell(recipient, AnswerHow())


async def corrected(message: Message, turn: Turn, recipient: Recipient, state: FSMContext, desk: Desk) -> None:
    """An edit changes words that wait; after the answer went out it does not."""
    incoming = incoming_of(message)
    if await which.correct(incoming, turn.now, state):
        await turn.tell(recipient, Seen(message.message_id))
    else:
        await desk.corrected(incoming)


def router() -> Router:
    found = Router(name="officer")
    found.message.register(help_, Command("help", "start"))
    found.message.register(queue, Command("queue"))
    found.callback_query.register(queue, On(Go, Step.QUEUE))
    found.callback_query.register(turn_page, On(QueuePage))
    found.callback_query.register(take_step, On(CaseAct))
    found.message.register(words, ForOfficer(), invert_f(KnownCommand()))
    found.message.register(how, Stranger(), KnownCommand(), invert_f(OfResident()))
    found.edited_message.register(corrected, Stranger())
    return found
