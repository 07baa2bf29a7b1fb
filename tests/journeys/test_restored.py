"""A copy of the database is put back: old cards act on nobody else's report, and people hear what was lost."""

import asyncio
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.places.gazetteer import Gazetteer
from bot.sandbox import server
from tests.journeys.conftest import TOKEN, Town, serving, settings
from tests.people import SandboxClient, words

KOROSTEN = "zt-o05"


def copied(file: Path, to: Path) -> None:
    to.unlink(missing_ok=True)
    with sqlite3.connect(file) as source:
        source.execute("VACUUM INTO ?", (str(to),))
    source.close()


def put_back(copy: Path, file: Path) -> None:
    for rest in ("-wal", "-shm"):
        Path(f"{file}{rest}").unlink(missing_ok=True)
    shutil.copy(copy, file)


@asynccontextmanager
async def living(sandbox: server.Sandbox, box: SandboxClient, file: Path, gazetteer: Gazetteer) -> AsyncIterator[Town]:
    """One life of the bot on this file."""
    url = f"sqlite+aiosqlite:///{file}"
    async with serving(settings(sandbox.url, url), gazetteer) as app:
        await app.bot.get_me()
        yield Town(box, app, sandbox)


async def test_numbers_given_since_are_not_given_again(
    operator: Path, country: tuple[Path, Gazetteer], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.sqlite3"
    async with server.running() as sandbox, SandboxClient(sandbox.url, bot=int(TOKEN.partition(":")[0])) as box:
        async with living(sandbox, box, operator, country[1]) as town:
            officer = await town.officer(KOROSTEN)
            olena = await town.neighbour("Олена", "Коростень")
            petro = await town.neighbour("Петро", "Коростень")
            copied(operator, copy)
            first = await town.report(olena, "Собака гавкає")
            card = await officer.hears("Нове повідомлення")
            accept = await town.act(first, "accept")
        put_back(copy, operator)
        assert await asyncio.to_thread(main, ["restored", "--skip", "500"]) == 0
        assert "Про втрачене почують: 3 людини" in capsys.readouterr().out
        async with living(sandbox, box, operator, country[1]) as town:
            for each in (officer, olena, petro):
                await each.hears("Мені довелося повернутися до копії даних")
            second = await town.report(petro, "Шумлять сусіди")
            assert int(second) >= int(first) + 500
            await officer.hears("Шумлять сусіди")
            await officer.taps_data(card["message_id"], accept)
            assert "Базу відновлено станом на" in words(await officer.hears("Цього повідомлення вже немає"))
            await officer.replies(card, "Зайду ввечері")
            await officer.hears("Базу відновлено станом на")
            await petro.looks()
            assert not any("Зайду ввечері" in each or "прийнято" in each for each in petro.heard)


def test_a_moment_to_come_is_none(operator: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restored", "--copied", "01.01.2199 03:00"]) == 2
    assert "Коли зроблено цю копію?" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["restored", "--copied", "вчора"])


def test_a_copy_in_which_nobody_ever_wrote(operator: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restored", "--copied", "01.11.2026 03:00"]) == 0
    assert "Копію від 01.11.2026 03:00 враховано" in capsys.readouterr().out
