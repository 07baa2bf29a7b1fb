"""`run` and `migrate`: the bot itself. The library of the Bot API takes seconds to import, so only those who talk to
Telegram import it."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from bot.config import Settings
from db import migrate as migrations
from db.engine import Database


def add_parser(subparsers: Any) -> None:
    running: ArgumentParser = subparsers.add_parser("run", help="run the bot: polling, or webhook with WEBHOOK_URL")
    running.set_defaults(main=run)
    migrating: ArgumentParser = subparsers.add_parser("migrate", help="bring the database up to date (run does it too)")
    migrating.add_argument("--to", default="head", metavar="REVISION", help="a revision, or 'base' to empty the schema")
    migrating.set_defaults(main=migrate)


def show_progress(done: int, total: int) -> None:
    """One line that counts up, for the first start."""
    print(f"\rLoading the codifier: {done * 100 // max(total, 1)} %", end="", file=sys.stderr, flush=True)
    if done >= total:
        print(file=sys.stderr)


async def run(_args: Namespace, settings: Settings) -> int:
    """Serve until SIGINT or SIGTERM."""
    settings.complete()
    from bot import serving

    async with serving.opened(settings, show_progress) as app:
        await serving.check_token(app)
        await serving.until_stopped(asyncio.create_task(serving.serve(app)))
    return 0


async def migrate(args: Namespace, settings: Settings) -> int:
    """Move the schema, up or down, and say where it stands."""
    database = Database(settings.database_url)
    try:
        if args.to == "base":
            await migrations.downgrade(database, "base")
        else:
            await migrations.upgrade(database, args.to)
        print(f"schema at {await migrations.current(database) or 'base'}")
    finally:
        await database.close()
    return 0


async def ask_username(settings: Settings) -> str | None:
    """What the bot is called, from Telegram; None without a token or an answer."""
    if settings.bot_token is None:
        return None
    from aiogram.exceptions import TelegramAPIError

    from bot.clients import make_bot

    bot = make_bot(settings)
    try:
        return (await bot.get_me()).username
    except TelegramAPIError:
        return None
    finally:
        await bot.session.close()
