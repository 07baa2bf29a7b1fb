"""A whole town for the journeys: the sandbox, the real bot with the real client, the sample registry."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

import db.officers
from bot import app as house
from bot.app import App
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.places.gazetteer import Gazetteer
from bot.places.load import load_gazetteer
from bot.samples import ZHYTOMYR
from bot.sandbox import server
from bot.services.registry.importing import import_registry
from db.engine import Database
from db.migrate import upgrade
from tests.people import Person, SandboxClient

TOKEN = "7000000002:JOURNEY-token-of-the-sandbox-AAAAAAAAAAAA"


@dataclass
class Town:
    """What a journey plays in."""

    box: SandboxClient
    app: App
    sandbox: server.Sandbox

    async def resident(self, name: str) -> Person:
        return await self.box.person(name, group="resident")

    async def neighbour(self, name: str, place: str = "Бердичів") -> Person:
        """A resident who has agreed and found the place already."""
        person = await self.resident(name)
        await person.says("/start")
        await person.hears("Згодні?")
        await person.taps("Так, погоджуюсь")
        await person.hears("Де ви живете")
        await person.says(place)
        await person.hears("Телефонуйте 102 або 112")
        return person

    async def officer(self, code: str) -> Person:
        """The sample officer with this code, joined by a real invitation."""
        async with self.app.database.read():
            known = await db.officers.by_code(code)
        assert known is not None
        person = await self.box.person(known.name, group="officer")
        await person.says(f"/start {await self.app.invites.create(known.id)}")
        await person.hears("Вітаю")
        return person

    async def report(self, who: Person, text: str, category: str = "Шум") -> str:
        """The shortest whole report; returns its number."""
        await who.says("/report")
        await who.taps(category)
        await who.taps("Ні, ніхто не в небезпеці")
        await who.hears("Розкажіть, що сталося")
        await who.says(text)
        await who.taps("Готово")
        await who.taps("Надіслати")
        receipt = await who.hears("повідомлення №")
        return str(receipt["text"]).split("№ ")[1].split(".")[0].strip()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the codifier and the sample registry, made once and copied for each journey."""
    file = tmp_path_factory.mktemp("prepared") / "town.sqlite3"

    async def make() -> None:
        database = Database(f"sqlite+aiosqlite:///{file}")
        await upgrade(database)
        await load_gazetteer(database)
        await import_registry(database, utc_now, ZHYTOMYR)
        await database.close()

    asyncio.run(make())
    return file


@pytest.fixture(scope="session")
def gazetteer(prepared: Path) -> Gazetteer:
    async def read() -> Gazetteer:
        database = Database(f"sqlite+aiosqlite:///{prepared}")
        try:
            return await load_gazetteer(database)
        finally:
            await database.close()

    return asyncio.run(read())


def settings(url: str, file: Path, **more: Any) -> Settings:
    return Settings(
        _env_file=None,
        bot_token=SecretStr(TOKEN),
        database_url=f"sqlite+aiosqlite:///{file}",
        telegram_api=url,
        send_per_second=500,
        chat_interval=0,
        **more,
    )


OpenTown = Callable[..., Coroutine[Any, Any, Town]]


@pytest.fixture
async def open_town(prepared: Path, gazetteer: Gazetteer, tmp_path: Path) -> AsyncIterator[OpenTown]:
    """Opens towns with settings of their own; all are closed at the end."""
    from contextlib import AsyncExitStack

    async with AsyncExitStack() as stack:

        async def build(**more: Any) -> Town:
            file = tmp_path / "town.sqlite3"
            shutil.copy(prepared, file)
            return await stack.enter_async_context(_town(file, gazetteer, more))

        yield build


@asynccontextmanager
async def _town(file: Path, gazetteer: Gazetteer, more: dict[str, Any]) -> AsyncIterator[Town]:
    sandbox = await server.start(0)
    chosen = settings(sandbox.url, file, **more)
    database = Database(chosen.database_url)
    app = house.build(chosen, database, gazetteer)
    serving = asyncio.create_task(house.serve(app))
    try:
        async with SandboxClient(sandbox.url, bot=app.bot.id) as box:
            await app.bot.get_me()  # from now on the box knows the bot
            yield Town(box, app, sandbox)
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)
        await app.bot.session.close()
        await database.close()
        await sandbox.stop()


@pytest.fixture
async def town(open_town: OpenTown) -> Town:
    """The usual town."""
    return await open_town()
