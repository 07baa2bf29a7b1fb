"""Words of which nobody can tell where they belong: they are kept beside the dialogue for a day, and their writer is
asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.domain.addressing import Belongs, Side, Unclear
from bot.domain.addressing_notices import WhichReport
from bot.domain.dialogues import HELD
from bot.domain.errors import TooMuch
from bot.domain.reports import MAX_ENTRIES, Incoming, ReportStatus
from bot.services.addressing import Writer
from bot.services.reports.cards import Cards
from bot.services.reports.desk import Desk
from bot.services.reports.filing import Filing
from bot.services.turns import Turn
from handlers.entries import incoming_of
from handlers.resident import held, stash

WHY = "why"
"""Kept beside the words: why was asked."""
MOST_CHOICES = 10
"""Of each side; whoever has more replies to a card."""


@dataclass(frozen=True, slots=True)
class FoundReport:
    """What a message may belong to, and why its writer is asked unless that is one report (None: for the same reason
    as before; `copied`: as in `errors.ReportGone`)."""

    options: tuple[Belongs, ...] = ()
    why: Unclear | None = Unclear.LOST
    copied: str = "no"


def waiting_in(state: FSMContext) -> FSMContext:
    """A conversation of its own: whatever else is begun or given up meanwhile, these words stay."""
    return FSMContext(storage=state.storage, key=replace(state.key, destiny="undecided"))


async def ask(
    message: Message,
    turn: Turn,
    writer: Writer,
    state: FSMContext,
    cards: Cards,
    found: FoundReport,
) -> None:
    """Keep the message and ask. Raises `CannotCarry`, `TooMuch`."""
    waiting = waiting_in(state)
    why = found.why or _asked(await waiting.get_data())
    if not await held.add(incoming_of(message), turn.now, waiting, held.KNOWN, **{WHY: why.value}):
        raise TooMuch(most=MAX_ENTRIES)
    own, cases = (_of(side, found.options) for side in (Side.RESIDENT, Side.OFFICER))
    question = WhichReport(
        why,
        tuple(cards.item(each.report, mine=True) for each in own),
        tuple(cards.item(each.report, mine=True) for each in cases),
        more=len(found.options) - len(own) - len(cases),
        fresh=writer.resident is not None and not any(each.report.status is ReportStatus.DRAFT for each in own),
        copied=found.copied,
    )
    await stash.ask(message, turn, writer.recipient, question)


def _asked(data: dict[str, Any]) -> Unclear:
    """Why it was asked before."""
    return Unclear(data.get(HELD, {}).get(WHY, Unclear.LOST))


def _of(side: Side, options: Sequence[Belongs]) -> list[Belongs]:
    return [each for each in options if each.side is side][:MOST_CHOICES]


async def is_waiting(message: Message, state: FSMContext, now: datetime) -> bool:
    """Whether the album that this is an item of waits already."""
    if message.media_group_id is None:
        return False
    kept = held.entries(await waiting_in(state).get_data(), now)
    return any(each.album == message.media_group_id for each in kept)


async def correct(incoming: Incoming, now: datetime, state: FSMContext) -> bool:
    """An edited message changes its words here too; False when they do not lie here."""
    return await held.correct(incoming, now, waiting_in(state), held.KNOWN)


async def give(turn: Turn, writer: Writer, incoming: Incoming, to: Belongs, filing: Filing, desk: Desk) -> None:
    """Into the report it belongs to, on the side where its writer has a part in it."""
    if to.side is Side.RESIDENT and writer.resident is not None:
        await filing.keep(turn, writer.resident, to.report, incoming, to.quotes)
    elif to.side is Side.OFFICER and writer.officer is not None:
        await desk.answer(turn, writer.officer, to.report, incoming, to.quotes)
