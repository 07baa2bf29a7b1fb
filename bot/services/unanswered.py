"""What the search for places could not answer, for the admins: counted by kind, never what was asked."""

from bot.domain.clock import KYIV
from bot.domain.figures.periods import Period
from bot.domain.places import Unanswered
from bot.services.turns import Turn
from db import unanswered


async def note(turn: Turn, kind: Unanswered) -> None:
    """Once more, on this day of Kyiv's calendar."""
    await unanswered.note(kind.value, turn.now.astimezone(KYIV).date())


async def counted(period: Period) -> dict[Unanswered, int]:
    """How often each kind happened, in the order of the domain. Inside of a read transaction."""
    found = await unanswered.between(period.first, period.last)
    return {kind: found[kind.value] for kind in Unanswered if kind.value in found}
