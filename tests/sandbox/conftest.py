"""A sandbox in this process, an unmodified aiogram client on it, and a person who wrote first."""

import time
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.sandbox.server import Sandbox, running
from tests.people import Person, SandboxClient

TOKEN = "4242:TEST_token-1"


class Clock:
    """Unix time that can be moved forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


def client(url: str, token: str = TOKEN) -> Bot:
    """aiogram's own client, pointed at a sandbox."""
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


async def shut(bot: Bot) -> None:
    """Close the client without aiogram's pause for TLS connections, of which there are none."""
    session = bot.session
    assert isinstance(session, AiohttpSession)
    if session._session is not None:
        await session._session.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def box(clock: Clock) -> AsyncIterator[Sandbox]:
    async with running(clock=clock) as sandbox:
        yield sandbox


@pytest.fixture
async def bot(box: Sandbox) -> AsyncIterator[Bot]:
    made = client(box.url)
    await made.get_me()
    yield made
    await shut(made)


@pytest.fixture
async def control(box: Sandbox) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(box.url) as made:
        yield made


@pytest.fixture
async def olena(bot: Bot, control: SandboxClient) -> Person:
    person = await control.person("Олена", group="resident")
    await person.says("/start")
    return person
