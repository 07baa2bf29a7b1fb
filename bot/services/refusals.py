"""Saying no. Where somebody tapped: a button whose time is over is answered by a toast, its message loses what does
nothing any more and keeps the numbers of its reports; a card that shows how things were is brought up to date."""

from datetime import timedelta
from typing import Final

from bot.domain.addressing import Address, Side, Tapped
from bot.domain.addressing_notices import ActsOver, Numbered
from bot.domain.errors import DeskError, MoveNotAllowed, ReportTaken, StaleButton
from bot.domain.notices import Refused
from bot.services import addressing
from bot.services.addressing import Writer
from bot.services.reports.cards import Cards
from bot.services.turns import Toast, Turn

TOAST_PAUSE: Final = timedelta(seconds=10)
"""So long the words wait for the toast: they go as a message unless it was shown meanwhile."""
BEHIND: Final = (MoveNotAllowed, ReportTaken)
"""What was tapped stands under a card that shows how things were."""


async def say_no(turn: Turn, failed: Turn, refusal: DeskError) -> None:
    """Why the turn that failed was refused, in a new one and in reply to what is refused."""
    if failed.recipient is not None:
        await turn.tell(failed.recipient, refused(refusal), quotes=failed.heard)


def refused(refusal: DeskError) -> Refused:
    return Refused(refusal.code, tuple(refusal.fields.items()))


class Refusals:
    """The same, minding what was tapped."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards

    async def say(self, turn: Turn, failed: Turn, refusal: DeskError) -> None:
        writer, tapped = failed.writer, failed.tapped
        if writer is None or tapped is None:
            await say_no(turn, failed, refusal)
        elif isinstance(refusal, StaleButton):
            await self._over_the_button(
                turn, failed, Toast(writer.recipient, refused(refusal), f"toast:{tapped.tap}"[:64])
            )
            over = ActsOver(await _open_to(writer, tapped), tapped.ways)
            await turn.tell(writer.recipient, over, edits=tapped.message_id)
        else:
            await say_no(turn, failed, refusal)
            if isinstance(refusal, BEHIND):
                await self._card_as_it_is(turn, writer, tapped)

    async def _over_the_button(self, turn: Turn, failed: Turn, toast: Toast) -> None:
        failed.toast = toast
        await turn.tell(toast.to, toast.notice, key=toast.key, quotes=failed.heard, after=TOAST_PAUSE)

    async def _card_as_it_is(self, turn: Turn, writer: Writer, tapped: Tapped) -> None:
        for address in tapped.addresses[:1]:
            if address.side is Side.OFFICER and writer.officer is not None:
                report = (await addressing.by_address(writer, address)).report
                await self._cards.show_in(turn, report, writer.officer, tapped.message_id)


async def _open_to(writer: Writer, tapped: Tapped) -> tuple[Numbered, ...]:
    """Those of the message's reports that are still there, and its reader has a part in."""
    found = [await _numbered(writer, each) for each in tapped.addresses]
    return tuple(each for each in found if each is not None)


async def _numbered(writer: Writer, address: Address) -> Numbered | None:
    try:
        report = (await addressing.by_address(writer, address)).report
    except DeskError:
        return None
    return Numbered(report.id, report.ref, address.side)
