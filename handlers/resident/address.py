"""A typed street address: looked for on a map outside of the turn, or answered by its settlement."""

from aiogram.fsm.context import FSMContext

from bot.domain.addresses import GeocoderAnswer, GeocoderOutcome
from bot.domain.notices import AddressSought, AddressUnused, AskSettlement
from bot.domain.places import Answer, Unanswered, candidates
from bot.domain.reports import Recipient, Resident
from bot.places.address import StreetAddress
from bot.places.reader import Read
from bot.services import unanswered
from bot.services.turns import Turn
from handlers.resident.guides import Guides
from handlers.resident.offering import answer_name, begin_again, look_at, near_in
from handlers.states import Finding

SOUGHT = "sought"
"""In the dialogue's data: the number of the address whose answer is waited for."""
WHY = {GeocoderOutcome.NOT_FOUND: Unanswered.NO_ADDRESS, GeocoderOutcome.AWAY: Unanswered.GEOCODER_AWAY}


async def take(
    typed: Read,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    guides: Guides,
    resident: Resident,
) -> None:
    """What was read is an address."""
    assert typed.address is not None
    street, settlement = typed.address
    if not settlement:
        await begin_again(state)
        await unanswered.note(turn, Unanswered.NO_SETTLEMENT)
        await turn.tell(recipient, AskSettlement())
        return
    await begin_again(state, query=settlement)
    if guides.addresses.looked_for and await guides.lookup.locations_welcome(typed.answer):
        where = StreetAddress(street, guides.lookup.for_maps(typed.answer, settlement))
        await state.update_data({SOUGHT: await guides.addresses.seek(turn, recipient, where)})
        await turn.tell(recipient, AddressSought())
        return
    await unanswered.note(turn, Unanswered.NO_GEOCODER)
    await turn.tell(recipient, AddressUnused("never"))
    await answer_name(turn, recipient, state, guides, resident, typed)


async def answered(
    answer: GeocoderAnswer,
    turn: Turn,
    recipient: Recipient,
    state: FSMContext,
    guides: Guides,
    resident: Resident,
) -> None:
    """The map has spoken: on as if a location had been shared, or with the settlement's name. Nothing is said to
    somebody who has gone on to something else meanwhile."""
    data = await state.get_data()
    if data.get(SOUGHT) != answer.number or await state.get_state() != Finding.asking.state:
        return
    await state.update_data({SOUGHT: None})
    by_name = guides.lookup.read(data["query"], home=resident.place, near=near_in(data))
    outcome = answer.outcome
    if answer.point is not None:
        if _agree(await guides.lookup.at(answer.point, answer.accuracy_m), by_name.answer):
            await look_at(turn, recipient, state, guides.lookup, answer.point, answer.accuracy_m)
            return
        outcome = GeocoderOutcome.NOT_FOUND  # a street of that name elsewhere
    await unanswered.note(turn, WHY[outcome])
    await turn.tell(recipient, AddressUnused(outcome.value))
    await answer_name(turn, recipient, state, guides, resident, by_name)


def _agree(by_point: Answer, by_name: Answer) -> bool:
    """Whether the point lies where the settlement that was named may be."""
    return not _hromadas(by_point).isdisjoint(_hromadas(by_name))


def _hromadas(answer: Answer) -> set[str]:
    return {each.unit.hromada or each.unit.katottg for each in candidates(answer)}
