"""The same desk when Telegram calls us instead of being asked."""

import asyncio
import socket

from aiohttp import ClientSession
from pydantic import SecretStr

from tests.journeys.conftest import OpenTown, Town

SECRET = "a-secret-of-the-journeys"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


async def test_a_report_and_its_answer_by_webhook(open_town: OpenTown) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/telegram"
    town = await open_town(webhook_url=url, webhook_secret=SecretStr(SECRET), webhook_port=port)
    await webhook_is_set(town, url)
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Собака гавкає")
    await officer.hears("Собака гавкає")
    await officer.replies("Собака гавкає", "Зайду сьогодні")
    await olena.hears("Зайду сьогодні")
    await olena.sends_album(2)
    await officer.hears("[photo]")

    before = await town.count("inbox")
    async with ClientSession() as session:
        forged = {"update_id": 999_999_999, "message": {"text": "Я вигадка"}}
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "guess"}):
            async with session.post(url, json=forged, headers=headers) as answer:
                assert answer.status == 403
        right = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        for body in (b"not json", b"[]", b'{"message": {}}'):
            async with session.post(url, data=body, headers=right) as answer:
                assert answer.status == 400
        assert await town.count("inbox") == before
        for _ in range(2):  # Telegram repeats what it believes was not taken
            async with session.post(url, json=forged, headers=right) as answer:
                assert answer.status == 200
        assert await town.count("inbox") == before + 1


async def webhook_is_set(town: Town, url: str) -> None:
    for _ in range(200):
        if (await town.app.bot.get_webhook_info()).url == url:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the webhook was never set")
