"""What the conversations with admins share."""

from aiogram.fsm.context import FSMContext

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
