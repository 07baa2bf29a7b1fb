"""An account that was an officer's and is none any more, or is not confirmed as one yet: what it does as one is
answered truly, and reaches nobody."""

from aiogram import Router
from aiogram.filters import invert_f, or_f
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.cases import CaseAct, QueuePage
from bot.domain.acts.people import Go, Step
from bot.domain.errors import NotAnOfficer
from bot.domain.notices import NotOfficers, OfficerJoined
from bot.domain.people import Officer
from bot.domain.reports import Recipient
from bot.services.turns import Turn
from handlers.filters import Aside, KnownCommand, OfficersCommand, On


async def words(message: Message, turn: Turn, recipient: Recipient, aside: Officer) -> None:
    """They are no words of a resident's before that is asked for."""
    joining = aside.chat_id == recipient.chat_id
    said = OfficerJoined(aside.name, pending=True) if joining else NotOfficers()
    await turn.tell(recipient, said, quotes=message.message_id)


async def tap(_query: CallbackQuery) -> None:
    raise NotAnOfficer


def router() -> Router:
    """Comes behind the officer's routers: whoever is an officer does not get here."""
    found = Router(name="aside")
    as_officer = or_f(OfficersCommand(), invert_f(KnownCommand()))
    found.message.register(words, Aside(), as_officer)
    found.edited_message.register(words, Aside())
    found.callback_query.register(tap, On(CaseAct))
    found.callback_query.register(tap, On(QueuePage))
    found.callback_query.register(tap, On(Go, Step.QUEUE))
    return found
