"""An app at work: opened on its database, its parts set going, stopped cleanly."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Final

import structlog
from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import BotCommandScopeAllPrivateChats
from aiohttp import web
from yarl import URL

from bot.app import App, build
from bot.config import Settings, SettingsUnusable
from bot.domain.clock import Clock, utc_now
from bot.domain.finishing import to_the_end
from bot.modules import operator_of
from bot.places import reader
from bot.places.load import Progress, load_gazetteer
from bot.telegram.feed import ALLOWED_UPDATES
from bot.telegram.intake import Polling, Webhook, patiently
from bot.telegram.menu import commands
from bot.telegram.profile import show_profile
from bot.texts.words import LANGUAGES, words
from bot.ticks import Clockwork
from db.engine import Database
from db.migrate import upgrade

log = structlog.get_logger(__name__)

OPERATOR_FIELDS: Final = ("operator_name", "operator_page", "operator_contact")


async def check_token(app: App) -> None:
    """Raises `SettingsUnusable` when Telegram refuses the token; without a connection the bot waits for one."""
    try:
        await app.bot.get_me()
    except (TelegramUnauthorizedError, TelegramNotFound) as error:
        raise SettingsUnusable("Telegram refuses BOT_TOKEN: check it with @BotFather.") from error
    except AiogramError as error:
        log.warning("telegram-not-reached", error=type(error).__name__)


@asynccontextmanager
async def opened(settings: Settings, progress: Progress | None = None, clock: Clock = utc_now) -> AsyncIterator[App]:
    """An app on a migrated database with its gazetteer, closed at the end."""
    database = Database(settings.database_url)
    try:
        await upgrade(database)
        gazetteer = await (load_gazetteer(database, progress=progress) if progress else load_gazetteer(database))
        app = build(settings, database, gazetteer, clock)
        try:
            yield app
        finally:
            await app.bot.session.close()
    finally:
        await database.close()


async def serve(app: App) -> None:
    """Run until cancelled, by polling, or by webhook when there is a WEBHOOK_URL."""
    app.settings.complete()
    warn_of_namelessness(app.settings)
    reader.warm(app.places())
    gc.collect()
    gc.freeze()  # the library's models stay; full collections need not walk them again
    clockwork = Clockwork(app.ticks)
    clockwork.start()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(app.loops.watch(app.database), name="commits")
            group.create_task(app.worker.run(), name="inbox")
            group.create_task(app.postman.run(), name="postman")
            group.create_task(app.sender.run(), name="sender")
            group.create_task(app.jobs.run(), name="jobs")
            group.create_task(app.addresses.run(), name="addresses")
            group.create_task(listen(app), name="intake")
            group.create_task(introduce(app), name="menu")
            operator = operator_of(app.settings)
            group.create_task(show_profile(app.bot, operator, app.settings.default_locale), name="profile")
            group.create_task(patiently(partial(learn_name, app)), name="name")
    finally:
        await to_the_end(clockwork.stop())
        await app.feed.finish()
        if app.geocoder is not None:
            await app.geocoder.close()


def warn_of_namelessness(settings: Settings) -> None:
    """Whoever gives the bot something about themselves has to be told who keeps it."""
    missing = [name.upper() for name in OPERATOR_FIELDS if not getattr(settings, name)]
    if missing:
        log.warning("operator-not-told", missing=missing)


async def learn_name(app: App) -> None:
    """What the bot is called, for links that open it."""
    app.bot_name.username = (await app.bot.me()).username or ""


async def introduce(app: App) -> None:
    """The command menu in every language; best effort, the bot works without it."""
    scope = BotCommandScopeAllPrivateChats()
    for locale in LANGUAGES:
        menu = commands(words(locale))
        language = None if locale == app.settings.default_locale else locale
        try:
            await app.bot.set_my_commands(menu, scope=scope, language_code=language)
        except AiogramError as error:
            log.warning("menu-not-set", error=type(error).__name__)


async def listen(app: App) -> None:
    """Take updates in."""
    if app.settings.webhook_url:
        await _listen_webhook(app, app.settings.webhook_url)
        return
    await patiently(app.bot.delete_webhook)
    await Polling(bot=app.bot, base_url=app.settings.telegram_api, store=app.store).run()


async def _listen_webhook(app: App, url: str) -> None:
    settings = app.settings
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    runner = web.AppRunner(Webhook(secret=secret, store=app.store).application(URL(url).path), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.webhook_host, settings.webhook_port).start()
        await patiently(partial(app.bot.set_webhook, url, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES)))
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


async def until_stopped(work: "asyncio.Task[None]") -> None:
    """Wait for the work; SIGINT and SIGTERM end it cleanly."""
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, work.cancel)
    try:
        await work
    except asyncio.CancelledError:
        log.info("stopped")
