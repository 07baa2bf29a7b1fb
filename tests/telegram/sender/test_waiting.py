"""Who is passed over, and what an announcement waits for: a pause, the night, a hold, the postman."""

import asyncio
from datetime import timedelta

import sqlalchemy as sa
from aiogram.methods import SendMessage

from bot.domain.notices import Help
from bot.domain.reports import Recipient
from db.engine import execute
from db.schema import ledger, residents
from tests.country import HROMADA, TOWN, WEST, Country
from tests.desk import Desk
from tests.telegram.sender.sending import Sending


async def test_who_says_no_or_is_forgotten_meanwhile_is_passed_over(sending: Sending) -> None:
    found = await sending.announce()
    async with sending.country.turns.open() as turn:
        await sending.app.sender._rounds.prepare(turn)
        await execute(sa.update(residents).where(residents.c.chat_id == 1).values(news_announcement=False))
        await execute(sa.update(residents).where(residents.c.chat_id == 2).values(unreachable_at=turn.now))
        await execute(sa.delete(residents).where(residents.c.chat_id == 3))
    async with sending.at_work():
        progress = await sending.done(found)
    assert (progress.total, progress.sent, progress.skipped) == (10, 7, 3)
    assert set(sending.written_to()) == set(range(4, 11))


async def test_pause_and_resume_and_cancel(sending: Sending) -> None:
    iryna, desk = sending.country.people["Ірина"], Desk(sending.app.announcements)
    found = await sending.announce()
    async with sending.country.turns.open() as turn:
        await sending.app.sender._rounds.prepare(turn)
        await desk.all.course.pause(turn, iryna, found.id)
    async with sending.at_work():
        await asyncio.sleep(0.1)
        assert sending.wire.calls == []
        async with sending.country.turns.open() as turn:
            await desk.all.course.resume(turn, iryna, found.id)
        await sending.done(found)
    second = await sending.announce()
    async with sending.country.turns.open() as turn:
        await sending.app.sender._rounds.prepare(turn)
        await desk.all.course.cancel(turn, iryna, second.id)
    async with sending.at_work():
        await asyncio.sleep(0.1)
    assert len(sending.wire.calls) == 10


async def test_quiet_hours_and_holds_wait_for_their_end(sending: Sending) -> None:
    iryna, desk, country = sending.country.people["Ірина"], Desk(sending.app.announcements), sending.country
    await country.move_in([{"chat_id": 100, "place": "UA63020010010000011"}])
    found = await sending.announce("Увага", "UA")
    async with country.turns.open() as turn:
        await desk.all.holding.hold(turn, iryna, WEST, "повітряна тривога")
    async with sending.at_work():
        progress = await sending.until(found, lambda p: p.sent == 1)
        assert (progress.held, progress.waiting) == (10, 10)
        country.passes(hours=11)
        async with country.turns.open() as turn:
            await desk.all.holding.release(turn, iryna, WEST)
        await asyncio.sleep(0.3)
        progress = await desk.all.counting.progress(found.id)
        assert (progress.quiet, progress.sent) == (True, 1)
        country.passes(hours=10)
        await sending.done(found)
    assert len(sending.wire.calls) == 11


async def test_a_chat_that_is_just_written_to_comes_later(sending: Sending) -> None:
    sending.app.sender._pace.take(3)
    found = await sending.announce("Увага", HROMADA)
    async with sending.at_work():
        await sending.until(found, lambda p: p.sent == 9)
        assert sending.written_to()[3] == 0
        sending.app.sender._pace.rest(3, 0)
        await sending.done(found)


async def test_whatever_the_postman_has_goes_first(country: Country) -> None:
    """Three hundred announcements wait in line; a reply takes the very next place."""
    await country.move_in({"chat_id": chat, "place": TOWN} for chat in range(1000, 1300))
    sending = Sending(country, send_per_second=40, announcements_per_second=40)
    found = await sending.announce()
    postman = asyncio.create_task(sending.app.postman.run())
    async with sending.at_work():
        await sending.until(found, lambda _: len(sending.wire.calls) > 5)
        assert len(sending.app.sender._in_line) > 5
        before = len(sending.wire.calls)
        async with sending.app.postman._turns.open() as turn:
            await turn.tell(Recipient(5555, "uk"), Help())
        await sending.until(found, lambda _: sending.written_to()[5555] > 0)
        ahead = [call.chat_id for call in sending.wire.calls[before:] if isinstance(call, SendMessage)].index(5555)
    postman.cancel()
    await asyncio.gather(postman, return_exceptions=True)
    assert ahead <= 100, "it did not wait for the line of three hundred"


async def test_a_clock_set_back_makes_nobody_wait(sending: Sending) -> None:
    found = await sending.announce()
    async with sending.country.turns.open() as turn:
        await sending.app.sender._rounds.prepare(turn)
        await execute(sa.update(ledger).values(due_at=turn.now + timedelta(hours=2)))
    sending.country.passes(hours=-2)
    async with sending.at_work():
        progress = await sending.done(found)
    assert progress.sent == 10
