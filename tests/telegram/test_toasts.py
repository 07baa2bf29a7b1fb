"""What is said over a button is never lost: it waits as a message until the toast was shown."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from aiogram import Bot

from bot.domain.addressing import Tapped
from bot.domain.errors import CannotCarry, DeskError, ReportGone, StaleButton
from bot.domain.reports import Recipient
from bot.services.addressing import Writer
from bot.services.refusals import TOAST_PAUSE, Refusals
from bot.services.turns import Turn, Turns
from bot.telegram.toasts import Toasts
from db.engine import Database, execute
from db.schema import outbox
from tests.db.waiting import NOW
from tests.telegram.wire import Wire, refusal

TOKEN = "7000000004:TOAST-token-of-no-bot-AAAAAAAAAAAAAAAAAAA"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


class Counter:
    """A tap that is refused, and the answer to it."""

    def __init__(self, database: Database) -> None:
        self.wire, self.database = Wire(), database
        self.turns = Turns(database, lambda: NOW, lambda: None)
        self.toasts = Toasts(Bot(TOKEN, session=self.wire), self.turns)
        recipient = Recipient(1, "uk")
        self.failed = Turn(NOW, recipient, tapped=Tapped("77", 5), writer=Writer(recipient), heard=5)

    async def refuses(self, why: DeskError) -> None:
        async with self.turns.open() as turn:
            await Refusals(None).say(turn, self.failed, why)  # type: ignore[arg-type]  # no card was tapped

    async def answers(self) -> None:
        await self.toasts.answer("77", self.failed)

    async def waiting(self) -> list[tuple[str, timedelta]]:
        """What waits, and for how long."""
        async with self.database.read():
            rows = list(await execute(sa.select(outbox).order_by(outbox.c.id)))
        return [(row.kind, row.due_at - NOW) for row in rows]


async def test_the_words_wait_for_the_toast_and_go_if_nobody_shows_it(database: Database) -> None:
    counter = Counter(database)
    await counter.refuses(StaleButton())
    assert sorted(await counter.waiting()) == [("acts-over", timedelta(0)), ("refused", TOAST_PAUSE)]
    await counter.answers()
    assert await counter.waiting() == [("acts-over", timedelta(0))]
    (call,) = counter.wire.calls
    assert str(getattr(call, "text", "")).startswith("Ця кнопка вже не діє")


@pytest.mark.parametrize("long", [False, True])
async def test_what_cannot_be_a_toast_is_a_message_at_once(database: Database, *, long: bool) -> None:
    counter = Counter(database)

    async def too_old(_method: Any) -> tuple[int, Any]:
        return refusal(400, TOO_OLD)

    if not long:
        counter.wire.answer = too_old
    await counter.refuses(ReportGone(copied="28.11.2026 03:00" + " " * 200 if long else "no"))
    await counter.answers()
    assert sorted(await counter.waiting()) == [("acts-over", timedelta(0)), ("refused", timedelta(0))]


async def test_other_refusals_are_messages_and_touch_no_button(database: Database) -> None:
    counter = Counter(database)
    await counter.refuses(CannotCarry())
    await counter.answers()
    assert await counter.waiting() == [("refused", timedelta(0))]
