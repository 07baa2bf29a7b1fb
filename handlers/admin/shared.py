"""What the conversations with admins share."""

from collections.abc import Callable

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.admins import Admin
from bot.domain.notices import Notice
from bot.domain.reports import Recipient
from bot.services.territories import AdminTerritories, Offered
from bot.services.turns import Turn
from handlers.states import Tending

CHOSEN = "chosen"
"""In the dialogue's data: codes of the areas chosen so far."""


async def leave(state: FSMContext) -> None:
    """The admin's question is over; what the same person writes as a resident stays as it was."""
    if await state.get_state() in {each.state for each in Tending.__states__}:
        await state.set_state(None)
    data = await state.get_data()
    if data.pop(CHOSEN, None) is not None:
        await state.set_data(data)


async def find_area(
    message: Message,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    territories: AdminTerritories,
    ask: Callable[[Offered], Notice],
) -> Offered:
    """The areas that a typed name may mean. Unless that is one alone, it is asked again: what there is to choose from,
    or that no such name is known here."""
    offered = territories.offered(message.text or "", admin.scope)
    if offered.only is None:
        await turn.tell(recipient, ask(offered))
    return offered
