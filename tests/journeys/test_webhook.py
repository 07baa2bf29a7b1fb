"""The same desk when Telegram calls us instead of being asked."""

import asyncio
import gzip
import socket
from contextlib import suppress

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


async def test_odd_headers_and_bodies_are_refused(open_town: OpenTown) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/telegram"
    town = await open_town(webhook_url=url, webhook_secret=SecretStr(SECRET), webhook_port=port)
    await webhook_is_set(town, url)
    before = await town.count("inbox")
    for name, request in ODD.items():
        assert 400 <= await status(port, request) < 500, name
    assert await town.count("inbox") == before
    assert await status(port, post(b'{"update_id": 7, "message": {"chat": {"id": "\\u0000"}}}')) == 200
    assert await status(port, post(b'{"update_id": 8, "poll": {"id": 1e400, "chat": []}}')) == 200


def post(body: bytes, *headers: str, secret: str = SECRET, length: int | None = None) -> bytes:
    """A request as it goes over the wire."""
    lines = ["POST /telegram HTTP/1.1", "Host: here", f"X-Telegram-Bot-Api-Secret-Token: {secret}", *headers]
    if not any(each.lower().startswith(("transfer-encoding", "content-length")) for each in headers):
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join([*lines, "", ""]).encode() + body


ODD = {
    "a secret of other letters": post(b"{}", secret="таємниця"),
    "a secret of bytes": post(b"{}").replace(SECRET.encode(), b"\xff\xfe\x80"),
    "no secret": post(b"{}", secret=""),
    "an id of words": post(b'{"update_id": "7"}'),
    "no id": post(b'{"update_id": null}'),
    "yes": post(b'{"update_id": true}'),
    "a part of an id": post(b'{"update_id": 1.5}'),
    "an endless id": post(b'{"update_id": 1e400}'),
    "a long id": post(b'{"update_id": 92233720368547758080}'),
    "a very long id": post(b'{"update_id": ' + b"9" * 10_000 + b"}"),
    "an id below all": post(b'{"update_id": -1}'),
    "an id of a list": post(b'{"update_id": [7]}'),
    "no words": post(b'{"update_id": 7, "message": "\xff\xfe"}'),
    "deep": post(b'{"update_id": 7, "message": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "nothing": post(b""),
    "a number": post(b"7"),
    "packed badly": post(b"\x1f\x8b not packed", "Content-Encoding: gzip"),
    "packed otherwise": post(b"?", "Content-Encoding: br"),
    "packed without end": post(gzip.compress(bytes(50_000_000)), "Content-Encoding: gzip"),
    "too long": post(b" " * 2_000_000),
    "too long, as it says": post(b"{", length=10**12) + b" " * 2_000_000,
    "no length": post(b"zz\r\n{}\r\n", "Transfer-Encoding: chunked"),
    "two lengths": post(b"{}", "Content-Length: 2", "Content-Length: 3"),
    "a length of words": post(b"{}", "Content-Length: two"),
    "an odd wish": post(b"{}", "Expect: the unexpected"),
    "long headers": post(b"{}", "X-Long: " + "a" * 100_000),
    "another method": post(b"{}").replace(b"POST", b"PUT", 1),
    "another place": post(b"{}").replace(b"/telegram", b"/telegram/../other", 1),
}


async def test_an_endless_body_ends_at_the_limit(open_town: OpenTown) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/telegram"
    town = await open_town(webhook_url=url, webhook_secret=SecretStr(SECRET), webhook_port=port)
    await webhook_is_set(town, url)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(post(b"", "Transfer-Encoding: chunked"))
    sent = 0
    with suppress(ConnectionError):
        while not writer.is_closing() and sent < 100 and not reader.at_eof():
            writer.write(b"10000\r\n" + b" " * 65_536 + b"\r\n")
            await writer.drain()
            sent += 1
            await asyncio.sleep(0)
    assert b" 413 " in await asyncio.wait_for(reader.readline(), 30)
    writer.close()


async def status(port: int, request: bytes) -> int:
    """What the answer begins with."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        with suppress(ConnectionError):
            writer.write(request)
            await writer.drain()
        line = await asyncio.wait_for(reader.readline(), 60)
        return int(line.split()[1]) if line else 0
    finally:
        writer.close()
