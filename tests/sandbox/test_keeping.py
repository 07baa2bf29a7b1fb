"""`--state DIR`: a restart keeps everything, also when the first life ended by a kill."""

import argparse
import asyncio
import json
import os
import signal
import sys
from pathlib import Path

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.cli import add_arguments, read_points
from bot.sandbox.server import running
from tests.people import SandboxClient
from tests.sandbox.conftest import client, shut

SERVER = """
import argparse, asyncio, sys
from bot.sandbox.cli import add_arguments, main
parser = argparse.ArgumentParser()
add_arguments(parser)
asyncio.run(main(parser.parse_args(sys.argv[1:])))
"""


async def test_a_restart_keeps_the_conversation(tmp_path: Path) -> None:
    async with running(state_dir=tmp_path) as box, SandboxClient(box.url) as control:
        bot = client(box.url)
        await bot.get_me()
        olena = await control.person("Олена", label="Мешканка Олена", group="resident")
        await olena.says("/start")
        photo = (await olena.sends_photo(caption="яма"))["photo"][-1]["file_id"]
        first = (await bot.get_updates(allowed_updates=["message", "callback_query"]))[0]
        await bot.get_updates(offset=first.update_id + 1)
        button = InlineKeyboardButton(text="Так", callback_data="y")
        sent = await bot.send_message(
            olena.id, "Питання?", reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]])
        )
        group = await control.group("Дільниця", olena, type="supergroup", is_forum=True)
        topic = await bot.create_forum_topic(group["id"], "Тема")
        content = await control.content(photo)
        await shut(bot)

    async with running(state_dir=tmp_path) as box, SandboxClient(box.url) as control:
        bot = client(box.url)
        (user,) = (await control.state())["users"]
        assert (user["label"], user["unread"]) == ("Мешканка Олена", 1)
        olena.box = control
        await olena.looks()
        assert olena.heard == ["Питання?"]
        assert await control.content(photo) == content
        waiting = await bot.get_updates()
        assert [update.message and update.message.caption for update in waiting] == ["яма"]
        assert await olena.taps("Так", patience=0) is None
        edited = await bot.edit_message_text("Дякую", chat_id=olena.id, message_id=sent.message_id)
        assert not isinstance(edited, bool)
        again = await bot.send_message(olena.id, "Далі")
        assert again.message_id == sent.message_id + 1
        assert await bot.send_message(group["id"], "x", message_thread_id=topic.message_thread_id)
        await control.call("POST", "reset")
        await shut(bot)

    async with running(state_dir=tmp_path) as box, SandboxClient(box.url) as control:
        assert (await control.state())["users"] == []


async def test_a_webhook_goes_on_after_a_restart(tmp_path: Path) -> None:
    async with running(state_dir=tmp_path) as box:
        bot = client(box.url)
        await bot.set_webhook("http://127.0.0.1:1/hook", secret_token="secret", max_connections=3)
        await shut(bot)
    async with running(state_dir=tmp_path) as box:
        bot = client(box.url)
        info = await bot.get_webhook_info()
        assert (info.url, info.max_connections) == ("http://127.0.0.1:1/hook", 3)
        await shut(bot)


async def _spawn(folder: Path) -> tuple[asyncio.subprocess.Process, str]:
    command = ("-c", SERVER, "--port", "0", "--state", str(folder), "--strict")
    process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 60)).decode()
    return process, line.split()[1]


@pytest.mark.slow
async def test_a_kill_keeps_all_that_was_confirmed(tmp_path: Path) -> None:
    process, url = await _spawn(tmp_path)
    async with SandboxClient(url) as control:
        assert (await control.state())["limits"]["strict"] is True
        bot = client(url)
        await bot.get_me()
        olena = await control.person("Олена")
        for number in range(20):
            await olena.says(str(number))
        sent = await bot.send_message(olena.id, "остання мить")
        os.kill(process.pid, signal.SIGKILL)  # right after the answer
        await shut(bot)
    await process.wait()
    async with running(state_dir=tmp_path) as box, SandboxClient(box.url) as control:
        bot = client(box.url)
        texts = [update.message and update.message.text for update in await bot.get_updates()]
        assert texts == [str(number) for number in range(20)]
        olena.box = control
        await olena.hears("остання мить")
        assert (await bot.send_message(olena.id, "далі")).message_id == sent.message_id + 1, "no number comes twice"
        await shut(bot)


def test_points_file(tmp_path: Path) -> None:
    points = [[50.25, 28.66, 260000, "Житомир"]]
    for content in (points, {"points": points}):
        (tmp_path / "points.json").write_text(json.dumps(content))
        assert read_points(tmp_path / "points.json") == points
    assert read_points(None) == []
    (tmp_path / "points.json").write_text('"x"')
    with pytest.raises(ValueError, match="a list of"):
        read_points(tmp_path / "points.json")


def test_options() -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert vars(parser.parse_args([])) == {"port": 8081, "state": None, "points": None, "strict": False}
