"""News of one's community: on and off by kind, the way out under each announcement, a station's card or pin."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.people import NewsChange, NewsStop, ShowStation
from bot.domain.announcements import StationButton
from bot.domain.errors import StaleButton
from bot.domain.news_notices import NewsChoice, NewsStopped, StationCard
from bot.domain.notices import StationPin
from bot.domain.reports import Recipient, Resident
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.lookup import Lookup
from bot.services.turns import Turn
from handlers.buttons import message_of
from handlers.filters import Known, On


async def show(
    _message: Message, turn: Turn, recipient: Recipient, subscriptions: Subscriptions, resident: Resident
) -> None:
    """/news"""
    await turn.tell(recipient, await subscriptions.show(turn, resident))


async def stop(
    _message: Message, turn: Turn, recipient: Recipient, subscriptions: Subscriptions, resident: Resident | None
) -> None:
    """/stop, also from somebody who never agreed to anything: nothing is sent to them."""
    if resident is not None:
        await subscriptions.choose(turn, resident, None, wanted=False)
    await turn.tell(recipient, NewsStopped())


async def change(
    query: CallbackQuery,
    act: NewsChange,
    turn: Turn,
    recipient: Recipient,
    subscriptions: Subscriptions,
    resident: Resident,
) -> None:
    """The answer to the question, or a switch of /news; the message shows how it is now."""
    await subscriptions.choose(turn, resident, act.kind, wanted=act.wanted)
    choice: NewsChoice = await subscriptions.choice(resident)
    await turn.tell(recipient, choice, edits=message_of(query))


async def no_more(
    _query: CallbackQuery,
    act: NewsStop,
    turn: Turn,
    recipient: Recipient,
    subscriptions: Subscriptions,
    resident: Resident,
) -> None:
    """Under an announcement, which stays as it is."""
    await subscriptions.choose(turn, resident, act.kind, wanted=False)
    await turn.tell(recipient, await subscriptions.choice(resident))


async def station(_query: CallbackQuery, act: ShowStation, turn: Turn, recipient: Recipient, lookup: Lookup) -> None:
    """Public, so for anybody who has the button."""
    found = await lookup.station(act.station_id)
    if found is None:
        raise StaleButton
    await turn.tell(recipient, StationPin(found) if act.what is StationButton.LOCATION else StationCard(found))


def router() -> Router:
    """Comes before officers' and residents' counters: an officer may be a resident too."""
    found = Router(name="news")
    found.message.register(show, Command("news"), Known())
    found.message.register(stop, Command("stop"))
    found.callback_query.register(change, On(NewsChange), Known())
    found.callback_query.register(no_more, On(NewsStop), Known())
    found.callback_query.register(station, On(ShowStation))
    return found
