"""Words of somebody who has not agreed yet: they wait with the dialogue for the answer, for a day at most."""

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.errors import CannotCarry
from bot.domain.keeping import Keeping
from bot.domain.notices import Waiting, Welcome
from bot.domain.reports import Recipient
from bot.services.refusals import refused
from bot.services.turns import Turn
from handlers.entries import incoming_of
from handlers.resident import held, stash


async def remember(message: Message, turn: Turn, recipient: Recipient, state: FSMContext, keeping: Keeping) -> None:
    """Keep it for the answer, and ask the question (again)."""
    waiting = Waiting.WORDS
    try:
        draft = incoming_of(message)
    except CannotCarry as refusal:
        await turn.tell(recipient, refused(refusal), quotes=turn.heard)
        waiting = Waiting.WORDS if held.words_in(await state.get_data(), turn.now) else Waiting.NOTHING
    else:
        if not await held.add(draft, turn.now, state):
            waiting = Waiting.FULL
    await stash.ask(message, turn, recipient, _welcome(keeping, waiting))


async def welcome(turn: Turn, state: FSMContext, keeping: Keeping) -> Welcome:
    """The question, and whether words wait for its answer."""
    waiting = Waiting.WORDS if held.words_in(await state.get_data(), turn.now) else Waiting.NOTHING
    return _welcome(keeping, waiting)


def _welcome(keeping: Keeping, waiting: Waiting) -> Welcome:
    return Welcome(keeping.resolved_days, waiting, keeping.unresolved_days, keeping.operator.name)
