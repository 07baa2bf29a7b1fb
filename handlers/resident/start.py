"""Greeting and consent. Until somebody agrees, every path leads here, with the emergency numbers on it."""

from collections.abc import Mapping
from typing import Any, Final

from aiogram import Router
from aiogram.filters import Command, invert_f
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.people import Go, Step
from bot.domain.admin_notices import AdminHow
from bot.domain.consent import Consent
from bot.domain.errors import NotKept, StaleButton
from bot.domain.keeping import Keeping
from bot.domain.notices import AskPlace, Help, Seen, WithoutConsent
from bot.domain.reports import Recipient, Resident
from bot.services.deep_links import DeepLinks
from bot.services.turns import Turn
from handlers import which
from handlers.commands import Started
from handlers.deep_links import SCANNED, enter
from handlers.entries import incoming_of
from handlers.filters import FromAdmin, FromStaff, HasPoint, KnownCommand, OfResident, On, Stranger
from handlers.resident import held, place, stash, strangers
from handlers.resident.guides import Guides
from handlers.states import Finding

CONSENTS: Final[Mapping[Step, Consent]] = {
    Step.AGREE_WITH_NEWS: Consent.WITH_NEWS,
    Step.AGREE_WITHOUT_NEWS: Consent.WITHOUT_NEWS,
    Step.AGREE: Consent.NEWS_UNSAID,
}


async def greet(
    _message: Message,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    resident: Resident | None,
    keeping: Keeping,
) -> None:
    """Somebody who agreed before goes on to the place."""
    if resident is None:
        await turn.tell(recipient, await strangers.welcome(turn, state, keeping))
        return
    await state.set_state(Finding.asking)
    await turn.tell(recipient, AskPlace())


async def agree(
    _query: CallbackQuery,
    act: Go,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    guides: Guides,
    deep_links: DeepLinks,
) -> None:
    """Words that waited for this wait for their report now, as if they had come before the place; where one of them
    is a place, or a poster was scanned, it goes on from there."""
    data = await state.get_data()
    words = held.words_in(data, turn.now)
    await state.clear()
    resident = await guides.people.consent(turn, recipient, CONSENTS[act.step])
    where = place.last_where(guides.lookup, words)
    if left := [each for each in words if each is not where]:
        await state.update_data({stash.KEY: left})
    if where is not None:
        await place.look_where(turn, recipient, state, guides, resident, where)
    elif scanned := data.get(SCANNED):
        await enter(turn, recipient, state, deep_links, guides, resident, scanned)
    else:
        await _ask_where(turn, recipient, state, guides, left)


async def _ask_where(
    turn: Turn, recipient: Recipient, state: FSMContext, guides: Guides, words: list[dict[str, Any]]
) -> None:
    """Where words wait the place that they name is offered."""
    if words:
        text, told = place.last_told(guides.lookup, words)
        await turn.tell(recipient, await place.ask_where(state, guides.lookup, told, text))
    else:
        await state.set_state(Finding.asking)
        await turn.tell(recipient, AskPlace())


async def decline(_query: CallbackQuery, turn: Turn, recipient: Recipient, state: FSMContext) -> None:
    await state.clear()
    await turn.tell(recipient, WithoutConsent())


async def help_first(_message: Message, turn: Turn, recipient: Recipient) -> None:
    await turn.tell(recipient, Help())


async def forget(_message: Message, turn: Turn, recipient: Recipient, state: FSMContext) -> None:
    """/forget of somebody who never agreed, or was an officer: what waited for an answer goes."""
    await state.clear()
    await which.waiting_in(state).clear()
    await turn.tell(recipient, WithoutConsent())


async def as_admin(_message: Message, turn: Turn, recipient: Recipient) -> None:
    """An admin who is no resident said what is for nobody: what they can do here."""
    await turn.tell(recipient, AdminHow())


async def stale(_query: CallbackQuery) -> None:
    """A button of a time when there was a resident; or a second yes: what was begun since is not begun anew."""
    raise StaleButton


async def consent_first(
    _event: Message | CallbackQuery, turn: Turn, recipient: Recipient, state: FSMContext, keeping: Keeping
) -> None:
    """A command or an old button: the question comes again."""
    await turn.tell(recipient, await strangers.welcome(turn, state, keeping))


async def words_first(message: Message, turn: Turn, recipient: Recipient, state: FSMContext, keeping: Keeping) -> None:
    """Nothing lasting can be kept yet: it waits for the answer."""
    await strangers.remember(message, turn, recipient, state, keeping)


async def changed(message: Message, turn: Turn, recipient: Recipient, state: FSMContext, keeping: Keeping) -> None:
    """An edit of what waits changes it; any other is as good as new."""
    if await held.correct(incoming_of(message), turn.now, state):
        await turn.tell(recipient, Seen(message.message_id))
    else:
        await strangers.remember(message, turn, recipient, state, keeping)


async def changed_by_admin(_message: Message) -> None:
    """What an admin said was used at once: an edit changes nothing, and that is said."""
    raise NotKept


def router() -> Router:
    found = Router(name="start")
    stranger = Stranger()
    found.message.register(greet, Started())
    found.callback_query.register(agree, On(Go, *CONSENTS), stranger)
    found.callback_query.register(stale, On(Go, *CONSENTS))
    found.callback_query.register(decline, On(Go, Step.DECLINE), stranger)
    found.message.register(help_first, Command("help"), stranger)
    found.message.register(forget, Command("forget"), stranger, invert_f(FromStaff()))
    found.message.register(consent_first, stranger, OfResident())
    found.message.register(as_admin, stranger, FromAdmin())
    found.callback_query.register(stale, stranger, FromStaff())
    found.message.register(consent_first, stranger, KnownCommand())
    found.message.register(words_first, stranger)
    found.edited_message.register(changed, stranger, invert_f(FromStaff()), invert_f(HasPoint()))
    found.edited_message.register(changed_by_admin, stranger, FromAdmin(), invert_f(HasPoint()))
    found.callback_query.register(consent_first, stranger)
    return found
