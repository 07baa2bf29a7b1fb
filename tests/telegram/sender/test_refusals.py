"""What becomes of each recipient, whatever Telegram answers."""

import asyncio
from typing import Any

import pytest
from aiogram.methods import TelegramMethod

from bot.domain.announcements import AnnouncementStatus
from bot.domain.reports import Recipient
from bot.services.announcements import course
from db.schema import ledger, residents
from tests.country import TOWN
from tests.telegram.sender.sending import Sending, once
from tests.telegram.wire import refusal


@pytest.mark.parametrize(
    "answer",
    [
        refusal(403, "Forbidden: bot was blocked by the user"),
        refusal(403, "Forbidden: user is deactivated"),
        refusal(400, "Bad Request: chat not found"),
        refusal(400, "Bad Request: PEER_ID_INVALID"),
    ],
    ids=["blocked", "deactivated", "deleted", "unknown"],
)
async def test_who_is_gone_is_noted_and_the_others_get_it(sending: Sending, answer: tuple[int, Any]) -> None:
    once(sending.wire, 3, answer)
    found = await sending.announce()
    async with sending.at_work():
        progress = await sending.done(found)
    assert (progress.sent, progress.blocked) == (9, 1)
    gone = [row.chat_id for row in await sending.country.rows(residents) if row.unreachable_at]
    assert gone == [3]
    assert (await sending.app.announcements.counting.count(found.id)).unreachable == 1
    async with sending.country.turns.open():
        await sending.app.sender._people.came_back(Recipient(3, "uk"))
    async with sending.at_work():
        again = await sending.done(await sending.announce("Ще раз"))
    assert (again.total, again.sent) == (10, 10), "who came back gets the next one"


@pytest.mark.parametrize(
    "answer",
    [
        refusal(429, "Too Many Requests: retry after 1", retry_after=1),
        refusal(500, "Internal Server Error"),
        (502, "<html>Bad Gateway</html>"),
    ],
    ids=lambda answer: str(answer[0]),
)
async def test_what_passes_is_tried_again(sending: Sending, answer: tuple[int, Any]) -> None:
    once(sending.wire, 3, answer)
    found = await sending.announce()
    async with sending.at_work():
        progress = await sending.done(found)
    assert progress.sent == 10
    assert sending.written_to()[3] == 2


async def test_a_429_makes_everybody_wait_also_the_postman(sending: Sending) -> None:
    once(sending.wire, 3, refusal(429, "Too Many Requests: retry after 60", retry_after=60))
    found = await sending.announce()
    async with sending.at_work():
        await sending.until(found, lambda _: sending.written_to()[3] > 0)
        assert sending.app.postman._pace.pause() > 50
        assert sending.app.sender._room() == 0
        await asyncio.sleep(0.5)
        assert len(sending.wire.calls) <= 10
        assert not any(row.under_way for row in await sending.country.rows(ledger)), "a lease must not run out in line"


async def test_a_chat_that_moved_is_followed(sending: Sending) -> None:
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    once(sending.wire, 3, refusal(400, words, migrate_to_chat_id=-1003))
    found = await sending.announce()
    async with sending.at_work():
        progress = await sending.done(found)
    assert progress.sent == 10
    assert sending.written_to()[-1003] == 1


async def test_a_chat_that_moved_to_one_we_know_gets_it_once(sending: Sending) -> None:
    """Somebody wrote from the new chat before the old one was noticed to be gone."""
    await sending.country.move_in([{"chat_id": -1003, "place": TOWN}])
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    once(sending.wire, 3, refusal(400, words, migrate_to_chat_id=-1003))
    found = await sending.announce()
    async with sending.at_work():
        progress = await sending.done(found)
    assert (progress.sent, progress.skipped) == (10, 1)
    assert (sending.written_to()[-1003], sending.written_to()[3]) == (1, 1)


async def test_who_cannot_be_reached_is_tried_again_on_demand_only(sending: Sending) -> None:
    once(sending.wire, 3, refusal(400, "Bad Request: something is wrong with it"))
    found = await sending.announce()
    async with sending.at_work():
        progress = await sending.done(found)
        assert (progress.sent, progress.failed) == (9, 1)
        async with sending.country.turns.open() as turn:
            await sending.app.announcements.course.retry_failed(turn, sending.country.people["Ірина"], found.id)
        progress = await sending.until(found, lambda p: p.sent == 10 and p.status is AnnouncementStatus.DONE)
    assert progress.failed == 0
    assert sending.written_to()[3] == 2


async def test_of_very_many_some_are_tried_again_at_a_time(sending: Sending, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else waits while a hundred thousand rows change; the rest can be tried again after these."""
    monkeypatch.setattr(course, "RETRY_MOST", 2)

    async def refuse(method: TelegramMethod[Any]) -> tuple[int, Any]:
        if getattr(method, "chat_id", 0) in (1, 2, 3):
            return refusal(400, "Bad Request: something is wrong with it")
        return await sending.wire.deliver(method)

    sending.wire.answer = refuse
    found = await sending.announce()
    async with sending.at_work():
        assert (await sending.done(found)).failed == 3
        sending.wire.answer = sending.wire.deliver
        for sent, failed in ((9, 1), (10, 0)):
            async with sending.country.turns.open() as turn:
                await sending.app.announcements.course.retry_failed(turn, sending.country.people["Ірина"], found.id)
            progress = await sending.done(found)
            assert (progress.sent, progress.failed) == (sent, failed)


async def test_a_lost_answer_is_counted_as_a_possible_repeat(sending: Sending) -> None:
    lost = [True]

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        if getattr(method, "chat_id", None) == 3 and lost:
            lost.clear()
            raise TimeoutError
        return await sending.wire.deliver(method)

    sending.wire.answer = answer
    found = await sending.announce()
    async with sending.at_work():
        progress = await sending.done(found)
    assert (progress.sent, progress.repeated) == (10, 1)
