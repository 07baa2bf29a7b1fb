"""A poster was scanned: `/start st_…` or `/start hr_…`."""

from typing import Any, Final

from aiogram import Bot, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.keeping import Keeping
from bot.domain.notices import AskPlace, StationPin
from bot.domain.paper_notices import DeepLinkCard, DeepLinkOutdated
from bot.domain.people import Officer
from bot.domain.places import Candidate, Choice
from bot.domain.posters import Linked, deep_link_of
from bot.domain.reports import Recipient, Resident
from bot.services.deep_links import DeepLinks
from bot.services.lookup import officers_words, station_words_of
from bot.services.turns import Turn
from handlers.resident import stash, strangers
from handlers.resident.guides import Guides
from handlers.resident.offering import SERVED, begin_again, page_of, show
from handlers.states import Finding

SCANNED: Final = "scanned"
"""In the dialogue: what a stranger scanned, until they agree."""


class Scanned(CommandStart):
    """`/start` with the payload of a deep link."""

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        found = await super().__call__(message, bot)
        command = found.get("command") if isinstance(found, dict) else None
        is_deep_link = isinstance(command, CommandObject) and deep_link_of(command.args or "") is not None
        return found if is_deep_link else False


async def follow(
    _message: Message,
    command: CommandObject,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    deep_links: DeepLinks,
    guides: Guides,
    resident: Resident | None,
    officer: Officer | None,
    keeping: Keeping,
) -> None:
    """Consent first; an officer is shown what residents see."""
    payload = (command.args or "")[:64]
    if officer is not None:
        found = await _behind(deep_links, payload)
        await turn.tell(recipient, _card(found) if found else DeepLinkOutdated())
    elif resident is None:
        await state.update_data({SCANNED: payload})
        await turn.tell(recipient, await strangers.welcome(turn, state, keeping))
    else:
        await enter(turn, recipient, state, deep_links, guides, resident, payload)


async def enter(
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    deep_links: DeepLinks,
    guides: Guides,
    resident: Resident,
    payload: str,
) -> None:
    """The card at once where the place is clear: it is the only one, or the resident's own. Else the station, and the
    question of the place."""
    found = await _behind(deep_links, payload)
    own = [each for each in found.places if each.katottg == resident.place] if found else []
    clear = own or (found.places if found and len(found.places) == 1 else ())
    if clear:
        await begin_again(state)
        await show(turn, recipient, state, guides, resident, Candidate(clear[0], 1.0))
        return
    await begin_again(state)
    await turn.tell(recipient, _card(found) if found else DeepLinkOutdated())
    if found is None or not found.places:
        await turn.tell(recipient, AskPlace(kept=bool(stash.kept(await state.get_data()))))
        return
    if found.station and (words := station_words_of(found.station)).lat is not None:
        await turn.tell(recipient, StationPin(words))
    codes = [each.katottg for each in found.places]
    await state.update_data({SERVED: codes})
    await state.set_state(Finding.choosing)
    candidates = [Candidate(each, 1.0) for each in found.places]
    asked = ",".join(codes)
    await turn.tell(recipient, page_of(guides.lookup, candidates, 0, why=Choice.SERVED, asked=asked))


async def _behind(deep_links: DeepLinks, payload: str) -> Linked | None:
    deep_link = deep_link_of(payload)
    return await deep_links.behind(deep_link) if deep_link else None


def _card(found: Linked) -> DeepLinkCard:
    names = tuple(unit.name for unit in found.hromadas)
    station = station_words_of(found.station) if found.station else None
    return DeepLinkCard(found.name, names, officers_words(found.officers), station)


def router() -> Router:
    found = Router(name="deep-links")
    found.message.register(follow, Scanned())
    return found
