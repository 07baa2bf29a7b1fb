"""A body that never comes: whoever is so slow is told so, and nothing of it is kept."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.telegram import intake
from bot.telegram.intake import SECRET_HEADER, Webhook
from tests.journeys.test_webhook import free_port

SECRET = "a-secret-of-no-bot"
BODY = b'{"update_id": 7}'


class Kept:
    """Instead of the inbox."""

    def __init__(self) -> None:
        self.updates: list[object] = []

    async def __call__(self, updates: list[object]) -> None:
        self.updates += updates


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
async def port(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    monkeypatch.setattr(intake, "BODY_SECONDS", 0.2)
    webhook = Webhook(secret=SECRET, store=kept)  # type: ignore[arg-type]
    runner, port = web.AppRunner(webhook.application("/telegram"), access_log=None), free_port()
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    yield port
    await runner.cleanup()


async def answer_to(port: int, body: bytes, *, pieces: int = 1) -> bytes:
    """The first line, and whether more may be said on this line; the body comes in pieces, and the last of it only
    where there is an answer to wait for."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /telegram HTTP/1.1\r\nHost: here\r\n{SECRET_HEADER}: {SECRET}\r\nContent-Length: {len(BODY)}\r\n\r\n"
    writer.write(head.encode())
    size = -(-len(body) // pieces)
    for start in range(0, len(body), size):
        writer.write(body[start : start + size])
        await writer.drain()
        await asyncio.sleep(0)
    line = await asyncio.wait_for(reader.readline(), 60)
    rest = b"" if b"200" in line else await asyncio.wait_for(reader.read(), 60)
    writer.close()
    return line + rest


async def test_a_body_that_stops_is_not_waited_for(port: int, kept: Kept) -> None:
    refused = await answer_to(port, BODY[:-1])
    assert refused.startswith(b"HTTP/1.1 408")
    assert b"Connection: close" in refused
    assert kept.updates == []


async def test_a_body_in_pieces_is_taken(port: int, kept: Kept) -> None:
    assert b"200" in await answer_to(port, BODY, pieces=8)
    assert kept.updates == [{"update_id": 7}]
