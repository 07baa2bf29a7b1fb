"""Troubles on order, and Telegram's limits on sending."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import BufferedInputFile, InputMediaPhoto

from bot.sandbox import samples
from bot.sandbox.server import Sandbox
from tests.people import ControlRefusal, Person, SandboxClient
from tests.sandbox.conftest import Clock


@pytest.mark.parametrize(
    ("kind", "error", "words"),
    [
        ("429", TelegramRetryAfter, "Too Many Requests: retry after 7"),
        ("500", TelegramServerError, "Internal Server Error"),
        ("502", TelegramServerError, "Bad Gateway"),
        ("400", TelegramBadRequest, "Bad Request: chat not found"),
        ("403", TelegramForbiddenError, "Forbidden: bot was blocked by the user"),
        ("409", TelegramConflictError, "Conflict: terminated by other getUpdates request"),
    ],
)
async def test_answers(
    bot: Bot, olena: Person, control: SandboxClient, *, kind: str, error: type[TelegramAPIError], words: str
) -> None:
    await control.fault(kind, method="sendMessage", times=2, retry_after=7)
    for _ in range(2):
        with pytest.raises(error, match=words):
            await bot.send_message(olena.id, "x")
    await bot.send_message(olena.id, "y")
    await olena.looks()
    assert olena.heard == ["y"]


async def test_retry_after_is_a_number_of_seconds(bot: Bot, olena: Person, control: SandboxClient) -> None:
    await control.fault("429", retry_after=7)
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(olena.id, "x")
    assert caught.value.retry_after == 7


async def test_own_words(bot: Bot, olena: Person, control: SandboxClient) -> None:
    await control.fault("400", description="Bad Request: PEER_FLOOD")
    with pytest.raises(TelegramBadRequest, match="PEER_FLOOD"):
        await bot.send_message(olena.id, "x")


async def test_drop_has_no_effect_and_lost_answer_has(bot: Bot, olena: Person, control: SandboxClient) -> None:
    await control.fault("drop", method="sendMessage", times=1)
    await control.fault("lost_answer", method="sendMessage", times=1)
    for text in ("раз", "два"):
        with pytest.raises(TelegramNetworkError):
            await bot.send_message(olena.id, text)
    await bot.send_message(olena.id, "три")
    await olena.looks()
    assert olena.heard == ["два", "три"]
    calls = await control.calls("sendMessage")
    assert [(call["ok"], call["answer_lost"], bool(call["message_id"])) for call in calls] == [
        (False, True, False),
        (True, True, True),
        (True, False, True),
    ]


async def test_timeout_lasts_until_the_caller_leaves(bot: Bot, olena: Person, control: SandboxClient) -> None:
    await control.fault("timeout", method="sendMessage", times=1)
    with pytest.raises(TelegramNetworkError, match="timeout"):
        await bot.send_message(olena.id, "раз", request_timeout=0.3)  # type: ignore[arg-type]
    await bot.send_message(olena.id, "два")
    await olena.looks()
    assert olena.heard == ["два"]


async def test_a_hanging_call_does_not_hold_up_the_end(
    bot: Bot, olena: Person, control: SandboxClient, box: Sandbox
) -> None:
    await control.fault("timeout")
    hanging = asyncio.create_task(bot.send_message(olena.id, "раз"))
    await asyncio.sleep(0.1)
    await asyncio.wait_for(box.stop(), 2)
    with pytest.raises(TelegramNetworkError):
        await hanging


async def test_only_the_chat_that_is_meant(bot: Bot, olena: Person, control: SandboxClient) -> None:
    await control.fault("403", chat=olena.id)
    ivan = await control.person("Іван")
    await ivan.says("/start")
    await bot.send_message(ivan.id, "x")
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(olena.id, "x")
    await control.clear_faults()
    await bot.send_message(olena.id, "x")


async def test_never_and_taken_back(bot: Bot, olena: Person, control: SandboxClient) -> None:
    await control.fault("500", probability=0)
    number = await control.fault("500")
    await control.call("DELETE", f"faults/{number}")
    await bot.send_message(olena.id, "x")
    assert [fault["probability"] for fault in (await control.state())["faults"]] == [0]
    for wrong, words in (({"kind": "418"}, "unknown fault '418'"), ({"kind": "500", "colour": 1}, "unknown field")):
        with pytest.raises(ControlRefusal, match=words):
            await control.call("POST", "faults", wrong)


# -- limits -------------------------------------------------------------------------------------------------


async def refused(bot: Bot, chat: int, times: int, what: str = "send_message", **more: Any) -> list[int]:
    """Which of so many sends at once are refused, by number."""
    found, waits = [], []
    for number in range(times):
        try:
            await getattr(bot, what)(chat, **(more or {"text": str(number)}))
        except TelegramRetryAfter as wait:
            waits.append(wait.retry_after)
            found.append(number)
    assert all(seconds >= 1 for seconds in waits)
    return found


async def test_one_a_second_per_chat(bot: Bot, olena: Person, control: SandboxClient, clock: Clock) -> None:
    assert await refused(bot, olena.id, 5) == [], "limits are off until they are switched on"
    await control.limits(strict=True)
    assert await refused(bot, olena.id, 3) == [1, 2]
    clock.ahead += 1
    assert await refused(bot, olena.id, 1) == []
    clock.ahead += 1
    sent = await bot.send_message(olena.id, "x")
    with pytest.raises(TelegramRetryAfter):
        await bot.edit_message_text("y", chat_id=olena.id, message_id=sent.message_id)
    assert await refused(bot, olena.id, 2, "send_chat_action", action="typing") == []


async def test_twenty_a_minute_per_group(bot: Bot, olena: Person, control: SandboxClient, clock: Clock) -> None:
    group = await control.group("Двір", olena)
    await control.limits(strict=True)
    assert await refused(bot, group["id"], 22) == [20, 21]
    clock.ahead += 60
    media: list[Any] = [InputMediaPhoto(media=BufferedInputFile(samples.png(), "a.png")) for _ in range(10)]
    await bot.send_media_group(group["id"], media)
    assert await refused(bot, group["id"], 12) == [10, 11], "every item of an album counts"


async def test_thirty_a_second_overall(bot: Bot, control: SandboxClient) -> None:
    people = [await control.person(f"Особа {number}") for number in range(33)]
    for person in people:
        await person.says("/start")
    await control.limits(strict=True)
    answers = await asyncio.gather(*(refused(bot, person.id, 1) for person in people))
    assert sum(map(len, answers)) == 3


async def test_unknown_limit(control: SandboxClient) -> None:
    with pytest.raises(ControlRefusal, match="unknown limits"):
        await control.limits(per_day=1)
