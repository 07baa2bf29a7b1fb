"""Several processes of one bot: one PostgreSQL, a webhook, nothing more."""

import asyncio
import socket
from pathlib import Path

import pytest

from bot.domain.clock import utc_now
from bot.places.gazetteer import Gazetteer
from bot.places.load import fill
from bot.samples import ZHYTOMYR
from bot.services.registry.importing import import_registry
from db.engine import Database
from tests.journeys.conftest import opened_town, serving, settings


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_two_replicas_share_the_work(database: Database, country: tuple[Path, Gazetteer]) -> None:
    await fill(database, now=utc_now())
    await import_registry(database, utc_now, ZHYTOMYR)
    port = free_port()
    hook = {"webhook_url": f"http://127.0.0.1:{port}/hook", "webhook_port": port, "webhook_secret": "a-secret"}
    async with opened_town(database.url, country[1], hook) as town:
        # The second one registers no webhook of its own: in service a balancer stands before both.
        second = settings(town.sandbox.url, database.url, **hook).model_copy(update={"webhook_port": free_port()})
        async with serving(second, country[1]):
            third = await town.officer("zt-o03")
            fourth = await town.officer("zt-o04")
            olena, taras = await town.neighbour("Олена"), await town.neighbour("Тарас")
            await town.draft(olena)
            await town.draft(taras)
            for number in range(1, 6):
                await olena.says(f"Перше-{number}")
                await taras.says(f"Друге-{number}")
            await olena.hears("Разом уже 5.")
            await taras.hears("Разом уже 5.")
            await town.send(olena)
            await town.send(taras)
            for officer in (third, fourth):
                await officer.hears("Друге-5")
                for story in ("Перше", "Друге"):
                    told = [text for text in officer.told if text.startswith(f"{story}-")]
                    assert told == [f"{story}-{number}" for number in range(1, 6)]
            await third.replies("Перше-3", "Прийду ввечері")
            await olena.hears("Прийду ввечері")
            await fourth.hears("займається Зразок Третій")
            assert sum("Прийду ввечері" in text for text in olena.heard) == 1
            for _ in range(200):
                if not await town.count("outbox"):
                    break
                await asyncio.sleep(0.05)
            assert await town.count("outbox") == 0
