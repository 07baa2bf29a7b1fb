"""What the search for places could not answer, for the admins: counted by kind, never what was asked."""

from bot.domain.clock import KYIV
from bot.domain.places import Unanswered
from bot.services.turns import Turn
from db import unanswered


async def note(turn: Turn, kind: Unanswered) -> None:
    """Once more, on this day of Kyiv's calendar."""
    await unanswered.note(kind.value, turn.now.astimezone(KYIV).date())
