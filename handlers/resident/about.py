"""What a resident can ask about: help, own reports, being forgotten."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.people import Forget, Go, MyPage, Step
from bot.domain.errors import StaleButton
from bot.domain.notices import ConfirmForget, Help
from bot.domain.reports import Recipient, Resident
from bot.services import forgetting
from bot.services.people import People
from bot.services.reports.filing import Filing
from bot.services.turns import Turn
from handlers import which
from handlers.buttons import message_of
from handlers.filters import On
from handlers.resident import later
from handlers.resident.guides import Guides


async def help_(
    _message: Message, turn: Turn, recipient: Recipient, state: FSMContext, guides: Guides, resident: Resident
) -> None:
    await turn.tell(recipient, Help())
    await later.ask_news(turn, recipient, state, guides, resident)


async def my_reports(
    _message: Message,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    filing: Filing,
    guides: Guides,
    resident: Resident,
) -> None:
    await turn.tell(recipient, await filing.mine(resident))
    await later.ask_news(turn, recipient, state, guides, resident)


async def turn_page(
    query: CallbackQuery, act: MyPage, turn: Turn, recipient: Recipient, filing: Filing, resident: Resident
) -> None:
    await turn.tell(recipient, await filing.mine(resident, act.number), edits=message_of(query))


async def ask_forget(_message: Message, turn: Turn, recipient: Recipient, people: People, resident: Resident) -> None:
    await turn.tell(recipient, ConfirmForget(await people.count_reports(resident), resident.agreement))


async def forget(
    _query: CallbackQuery, act: Forget, turn: Turn, recipient: Recipient, state: FSMContext, resident: Resident
) -> None:
    """What was agreed to anew since the question was asked stays."""
    if act.agreement != resident.agreement:
        raise StaleButton
    await state.clear()
    await which.waiting_in(state).clear()
    await forgetting.forget(turn, resident, recipient)


async def keep(_query: CallbackQuery, turn: Turn, recipient: Recipient) -> None:
    await turn.tell(recipient, Help())


def router() -> Router:
    found = Router(name="about")
    found.message.register(help_, Command("help"))
    found.message.register(my_reports, Command("my"))
    found.message.register(ask_forget, Command("forget"))
    found.callback_query.register(turn_page, On(MyPage))
    found.callback_query.register(forget, On(Forget))
    found.callback_query.register(keep, On(Go, Step.KEEP))
    return found
