"""A whole town for the journeys: the sandbox, the real bot with the real client, the sample registry."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlalchemy as sa
from aiogram import Dispatcher, Router
from pydantic import SecretStr

import db.audit
import db.officers
from bot import app as assembly
from bot import serving as house
from bot.app import App, build
from bot.config import Settings
from bot.domain.clock import Clock, utc_now
from bot.domain.people import Officer
from bot.places.gazetteer import Gazetteer
from bot.places.load import load_gazetteer
from bot.samples import ZHYTOMYR
from bot.sandbox import server
from bot.services.registry.importing import import_registry
from bot.telegram.intake import patiently
from bot.texts import audit_words
from db.engine import Database
from handlers.routers import root_router
from tests.control_client import words
from tests.databases import in_file, without_power_cuts
from tests.people import Person, SandboxClient

TOKEN = "7000000002:JOURNEY-token-of-the-sandbox-AAAAAAAAAAAA"


@dataclass
class Town:
    """What a journey plays in."""

    box: SandboxClient
    app: App
    sandbox: server.Sandbox

    async def resident(self, name: str, **about: Any) -> Person:
        return await self.box.person(name, group="resident", **about)

    async def neighbour(
        self, name: str, place: str = "Бердичів", *, heard: str = "вашої громади:", **about: Any
    ) -> Person:
        """A resident who has agreed and found the place already; `heard`: of its card."""
        person = await self.resident(name, **about)
        await person.says("/start")
        await person.hears("Згодні?")
        await person.taps("Погоджуюсь")
        await person.hears("Де це сталося або де ви живете")
        await person.says(place)
        await person.hears(heard)
        return person

    async def wants_announcements(self, who: Person) -> None:
        """A yes to what is announced besides openings."""
        await who.says("/news")
        await who.taps("Надсилати інші оголошення")
        await who.hears("Інші оголошення: надсилаю")

    async def officer(self, code: str) -> Person:
        """The sample officer with this code, joined by a real invitation, from an account with a name of its own."""
        person = await self.box.person(f"Акаунт-{code}", group="officer", username=f"account_{code.replace('-', '_')}")
        await person.says(f"/start {await self.invitation(code)}")
        await person.hears("Вітаю")
        return person

    async def known_officer(self, code: str) -> Officer:
        async with self.app.database.read():
            known = await db.officers.by_code(code)
        assert known is not None
        return known

    async def invitation(self, code: str) -> str:
        """The payload of a join link."""
        return await self.app.invites.create((await self.known_officer(code)).id, trusted=True)

    async def draft(self, who: Person, category: str = "Шум") -> None:
        """From /report to the open draft."""
        await who.says("/report")
        await who.hears("Про що хочете повідомити")
        await who.taps(category)
        await who.hears("Комусь зараз загрожує небезпека?")
        await who.taps("Ні, небезпеки немає")
        await who.hears("Опишіть своїми словами")

    async def add_point(self, who: Person) -> None:
        """The point that the place was found by goes along with the open draft."""
        await who.taps("Готово")
        await who.hears("Додати точку")
        await who.taps("Додати точку")
        await who.hears("піде разом із повідомленням")
        await who.taps("Додати ще")
        await who.hears("Готово")

    async def send(self, who: Person) -> str:
        """Off with the open draft; returns the report's number."""
        await who.taps("Готово")
        await who.hears("Перевірте перед надсиланням")
        await who.taps("Надіслати")
        receipt = await who.hears("повідомлення №")
        return words(receipt).split("№ ")[1].split(".")[0].strip()

    async def report(self, who: Person, text: str, category: str = "Шум") -> str:
        """The shortest whole report; returns its number."""
        await self.draft(who, category)
        await who.says(text)
        await who.hears("Додано. Пишіть")
        return await self.send(who)

    async def act(self, number: int | str, step: str, kind: str = "rp") -> str:
        """What a button of a report says: of its card (`rp`) or, while it is a draft, `dr`."""
        found = await self.rows("SELECT ref FROM reports WHERE id = :number", number=int(number))
        return f"{kind}:{found[0]['ref']}:{step}"

    async def count(self, table: str) -> int:
        """How many rows the database has in a table."""
        async with self.app.database.read() as connection:
            counted = await connection.execute(sa.select(sa.func.count()).select_from(sa.table(table)))
            return int(counted.scalar_one())

    async def rows(self, statement: str, **values: Any) -> list[dict[str, Any]]:
        async with self.app.database.read() as connection:
            return [dict(row) for row in (await connection.execute(sa.text(statement), values)).mappings()]


@pytest.fixture(scope="session")
def country(filled_file: Path) -> tuple[Path, Gazetteer]:
    """A database file with the codifier and the sample registry, made once and copied for each journey; and the
    places in memory."""
    file = Path(shutil.copy(filled_file, filled_file.with_name("town.sqlite3")))

    async def make() -> Gazetteer:
        database = in_file(file)
        gazetteer = await load_gazetteer(database)
        await import_registry(database, utc_now, ZHYTOMYR)
        await database.close()
        return gazetteer

    return file, asyncio.run(make())


@pytest.fixture
def country_file(country: tuple[Path, Gazetteer], tmp_path: Path) -> Path:
    """A copy of the prepared database, for one test alone."""
    return Path(shutil.copy(country[0], tmp_path / "town.sqlite3"))


@pytest.fixture
def operator(country_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands are given in a folder of one's own, and the environment names the database. Returns its file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{country_file}")
    return country_file


@pytest.fixture(autouse=True)
def no_great_collections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every bot walks and freezes the memory of its process when it starts; here dozens start in one."""
    monkeypatch.setattr(house, "gc", SimpleNamespace(collect=int, freeze=int))


def settings(url: str, database_url: str, **more: Any) -> Settings:
    usual: dict[str, Any] = {"send_per_second": 500, "chat_interval": 0, "messages_per_minute": 100_000}
    usual |= {"announcements_per_second": 500, "quiet_hours": "00:00-00:00"}  # journeys are played at night too
    return Settings(
        _env_file=None,
        bot_token=SecretStr(TOKEN),
        database_url=database_url,
        telegram_api=url,
        **(usual | more),
    )


OpenTown = Callable[..., Coroutine[Any, Any, Town]]


@pytest.fixture
async def open_town(country: tuple[Path, Gazetteer], tmp_path: Path) -> AsyncIterator[OpenTown]:
    """Opens towns with settings of their own; all are closed at the end."""
    async with AsyncExitStack() as stack:

        async def build(**more: Any) -> Town:
            file = tmp_path / "town.sqlite3"
            shutil.copy(country[0], file)
            return await stack.enter_async_context(opened_town(f"sqlite+aiosqlite:///{file}", country[1], more))

        yield build


@asynccontextmanager
async def opened_town(database_url: str, gazetteer: Gazetteer, more: dict[str, Any]) -> AsyncIterator[Town]:
    """A sandbox with a running bot on a database that is prepared; `clock` may stand among the settings."""
    clock: Clock = more.get("clock", utc_now)
    chosen = {name: value for name, value in more.items() if name != "clock"}
    async with (
        server.running() as sandbox,
        serving(settings(sandbox.url, database_url, **chosen), gazetteer, clock) as app,
        SandboxClient(sandbox.url, bot=app.bot.id) as box,
    ):
        await patiently(app.bot.get_me)  # from now on the box knows the bot
        yield Town(box, app, sandbox)
        await _whatever_happened_has_words(app.database)


async def _whatever_happened_has_words(database: Database) -> None:
    """No journey leaves anything in the audit log that admins could not read."""
    async with database.read():
        records = await db.audit.newest(most=1000)
    for record in records:
        assert record.action in audit_words.ACTIONS, record
        assert record.subject.partition(":")[0] in audit_words.SUBJECTS, record
        assert {*(record.before or {}), *(record.after or {})} <= audit_words.FIELDS, record


_resting: list[Router] = []


@pytest.fixture(scope="session", autouse=True)
def routers_are_built_once() -> Iterator[None]:
    """Hundreds of handlers and filters are looked at one by one when a bot is built; they know nothing of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assembly, "root_router", lambda: _resting.pop() if _resting else root_router())
        yield


def _hands_back(dispatcher: Dispatcher) -> None:
    """A router belongs to one bot at a time: the next one may have those of a bot that is gone."""
    for router in dispatcher.sub_routers:
        router._parent_router = None
        _resting.append(router)


@asynccontextmanager
async def serving(chosen: Settings, gazetteer: Gazetteer, clock: Clock = utc_now) -> AsyncIterator[App]:
    """A bot that runs until the end of the block."""
    database = without_power_cuts(Database(chosen.database_url))
    app = build(chosen, database, gazetteer, clock)
    work = asyncio.create_task(house.serve(app))
    try:
        yield app
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        await app.bot.session.close()
        await database.close()
        _hands_back(app.dispatcher)


@pytest.fixture
async def town(open_town: OpenTown) -> Town:
    """The usual town."""
    return await open_town()
