"""What residents of before are asked later: once, beside an answer of theirs, and only when nothing else is open."""

from aiogram.fsm.context import FSMContext

from bot.domain.reports import Recipient, Resident
from bot.services.turns import Turn
from handlers.resident import stash
from handlers.resident.guides import Guides


async def ask_news(turn: Turn, recipient: Recipient, state: FSMContext, guides: Guides, resident: Resident) -> None:
    """Is news welcome? Not beside another question, nor while words wait for their report."""
    if resident.unasked and await state.get_state() is None and not stash.kept(await state.get_data()):
        await guides.subscriptions.ask_once(turn, recipient, resident)
