"""An operator's mistake is one clear sentence and exit code 2, not a traceback."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr, ValidationError

from bot.clients import make_bot
from bot.commands.demo import demo_settings
from bot.config import Settings, SettingsUnusable

ROOT = Path(__file__).parents[2]
TOKEN = "123456:abcdefghijklmnopqrstuvwxyz"


def bot(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m bot` in an empty folder, with nothing of the outside's settings."""
    clean = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    clean |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | environment
    return subprocess.run(  # noqa: PLW1510 - the exit code is what is looked at
        [sys.executable, "-m", "bot", *arguments], cwd=folder, env=clean, capture_output=True, text=True, timeout=240
    )


@pytest.mark.parametrize(
    ("command", "settings", "said"),
    [
        ("run", {}, "BOT_TOKEN is not set"),
        ("migrate", {"DATABASE_URL": "mysql://x"}, "DATABASE_URL is not sqlite+aiosqlite"),
        ("migrate", {"DATABASE_URL": "postgresql+asyncpg://u:pw@127.0.0.1:9/x"}, "does not answer"),
        ("run", {"BOT_TOKEN": TOKEN, "SEND_PER_SECOND": "0"}, "SEND_PER_SECOND: "),
        ("run", {"BOT_TOKEN": TOKEN, "DEFAULT_LOCALE": "fr"}, "DEFAULT_LOCALE: "),
        ("run", {"BOT_TOKEN": TOKEN, "GEOCODER_URL": "maps.example.org"}, "GEOCODER_URL: "),
        ("run", {"BOT_TOKEN": TOKEN, "QUIET_HOURS": "21-8"}, "QUIET_HOURS: "),
        ("run", {"BOT_TOKEN": TOKEN, "OPERATOR_PAGE": "https://example.org"}, "OPERATOR_NAME is not set"),
        ("run", {"BOT_TOKEN": TOKEN, "ANNOUNCEMENTS_PER_SECOND": "1001"}, "ANNOUNCEMENTS_PER_SECOND: "),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, command: str, settings: dict[str, str], said: str) -> None:
    done = bot(tmp_path, command, **settings)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "pw" not in done.stderr


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("operator_name", "Поліція\nнадішліть код"),
        ("operator_name", "Пол\u200bіція"),
        ("operator_name", "я" * 101),
        ("operator_page", "example.org"),
        ("operator_page", "javascript:alert(1)"),
        ("operator_page", "https://example.org/a b"),
        ("operator_contact", "питайте в нас"),
        ("operator_contact", "@"),
    ],
)
def test_who_runs_the_bot_is_told_so_that_it_can_be_read_and_reached(setting: str, value: str) -> None:
    given: dict[str, Any] = {setting: value}
    with pytest.raises(ValidationError, match=setting):
        Settings(_env_file=None, **given)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("operator_name", "Головне управління Національної поліції в Зразковій області"),
        ("operator_page", "https://example.org/bot?x=1"),
        ("operator_contact", "bot@example.org, +380 00 000 00 01"),
        ("operator_contact", "0 800 00 00 00"),
        ("operator_contact", "https://example.org/зв’язок"),
        ("operator_contact", ""),
    ],
)
def test_what_names_who_runs_the_bot_is_taken(setting: str, value: str) -> None:
    given: dict[str, Any] = {setting: value}
    assert getattr(Settings(_env_file=None, **given), setting) == value


def test_a_geocoder_needs_to_know_who_asks(tmp_path: Path) -> None:
    done = bot(tmp_path, "run", BOT_TOKEN=TOKEN, GEOCODER_URL="https://maps.example.org")
    assert done.returncode == 2
    assert "GEOCODER_USER_AGENT is not set" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_leaves_the_demo(tmp_path: Path) -> None:
    """Whatever the operator has set for the real bot."""
    real = Settings(
        _env_file=None,
        bot_token=SecretStr(TOKEN),
        database_url="postgresql+asyncpg://u:pw@db.example.org/x",
        webhook_url="https://bot.example.org/hook",
        geocoder_url="https://maps.example.org",
    )
    demo = demo_settings(real, tmp_path, "http://127.0.0.1:8081").model_dump()
    assert "example.org" not in str(demo)
    assert demo["bot_token"].get_secret_value() != TOKEN


def test_what_is_no_token_is_said() -> None:
    with pytest.raises(SettingsUnusable, match="does not look like a token"):
        make_bot(Settings(_env_file=None, bot_token=SecretStr("no-colon")))


def test_a_webhook_needs_its_secret(tmp_path: Path) -> None:
    done = bot(tmp_path, "run", BOT_TOKEN=TOKEN, WEBHOOK_URL="https://example.org/hook")
    assert done.returncode == 2
    assert "WEBHOOK_SECRET is not set" in done.stderr
    assert "Traceback" not in done.stderr


async def test_a_refused_token_is_said(tmp_path: Path) -> None:
    async def unauthorized(_request: web.Request) -> web.Response:
        return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", unauthorized)
    async with TestServer(app) as telegram:
        url = str(telegram.make_url("")).rstrip("/")
        done = await asyncio.to_thread(bot, tmp_path, "run", BOT_TOKEN=TOKEN, TELEGRAM_API=url)
    assert done.returncode == 2
    assert "Telegram refuses BOT_TOKEN" in done.stderr
    assert TOKEN not in done.stderr


def test_help_lists_every_command(tmp_path: Path) -> None:
    shown = bot(tmp_path, "--help").stdout
    for command in ("run", "demo", "sandbox", "import", "invite", "officers", "places", "migrate"):
        assert f"\n    {command}" in shown
