"""What becomes of each recipient, whatever Telegram answers."""

import asyncio
from typing import Any

import pytest
from aiogram.methods import TelegramMethod

from bot.domain.broadcasts import Status
from bot.domain.reports import Recipient
from bot.services.announcements import course
from db.schema import ledger, residents
from tests.country import TOWN
from tests.telegram.sender.square import Square, once
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
async def test_who_is_gone_is_noted_and_the_others_get_it(square: Square, answer: tuple[int, Any]) -> None:
    once(square.wire, 3, answer)
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert (progress.sent, progress.blocked) == (9, 1)
    gone = [row.chat_id for row in await square.country.rows(residents) if row.unreachable_at]
    assert gone == [3]
    assert (await square.app.announcements.counting.count(found.id)).unreachable == 1
    async with square.country.turns.open():
        await square.app.sender._people.came_back(Recipient(3, "uk"))
    async with square.at_work():
        again = await square.done(await square.announce("Ще раз"))
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
async def test_what_passes_is_tried_again(square: Square, answer: tuple[int, Any]) -> None:
    once(square.wire, 3, answer)
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert progress.sent == 10
    assert square.written_to()[3] == 2


async def test_a_429_makes_everybody_wait_also_the_postman(square: Square) -> None:
    once(square.wire, 3, refusal(429, "Too Many Requests: retry after 60", retry_after=60))
    found = await square.announce()
    async with square.at_work():
        await square.until(found, lambda _: square.written_to()[3] > 0)
        assert square.app.postman._pace.pause() > 50
        assert square.app.sender._room() == 0
        await asyncio.sleep(0.5)
        assert len(square.wire.calls) <= 10
        assert not any(row.under_way for row in await square.country.rows(ledger)), "a lease must not run out in line"


async def test_a_chat_that_moved_is_followed(square: Square) -> None:
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    once(square.wire, 3, refusal(400, words, migrate_to_chat_id=-1003))
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert progress.sent == 10
    assert square.written_to()[-1003] == 1


async def test_a_chat_that_moved_to_one_we_know_gets_it_once(square: Square) -> None:
    """Somebody wrote from the new chat before the old one was noticed to be gone."""
    await square.country.move_in([{"chat_id": -1003, "place": TOWN}])
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    once(square.wire, 3, refusal(400, words, migrate_to_chat_id=-1003))
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert (progress.sent, progress.skipped) == (10, 1)
    assert (square.written_to()[-1003], square.written_to()[3]) == (1, 1)


async def test_who_cannot_be_reached_is_tried_again_on_demand_only(square: Square) -> None:
    once(square.wire, 3, refusal(400, "Bad Request: something is wrong with it"))
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
        assert (progress.sent, progress.failed) == (9, 1)
        async with square.country.turns.open() as turn:
            await square.app.announcements.course.retry_failed(turn, square.country.people["Ірина"], found.id)
        progress = await square.until(found, lambda p: p.sent == 10 and p.status is Status.DONE)
    assert progress.failed == 0
    assert square.written_to()[3] == 2


async def test_of_very_many_some_are_tried_again_at_a_time(square: Square, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else waits while a hundred thousand rows change; the rest can be tried again after these."""
    monkeypatch.setattr(course, "RETRY_MOST", 2)

    async def refuse(method: TelegramMethod[Any]) -> tuple[int, Any]:
        if getattr(method, "chat_id", 0) in (1, 2, 3):
            return refusal(400, "Bad Request: something is wrong with it")
        return await square.wire.deliver(method)

    square.wire.answer = refuse
    found = await square.announce()
    async with square.at_work():
        assert (await square.done(found)).failed == 3
        square.wire.answer = square.wire.deliver
        for sent, failed in ((9, 1), (10, 0)):
            async with square.country.turns.open() as turn:
                await square.app.announcements.course.retry_failed(turn, square.country.people["Ірина"], found.id)
            progress = await square.done(found)
            assert (progress.sent, progress.failed) == (sent, failed)


async def test_a_lost_answer_is_counted_as_a_possible_repeat(square: Square) -> None:
    lost = [True]

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        if getattr(method, "chat_id", None) == 3 and lost:
            lost.clear()
            raise TimeoutError
        return await square.wire.deliver(method)

    square.wire.answer = answer
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert (progress.sent, progress.repeated) == (10, 1)
