"""Read this file first: everything the bot consists of, built and joined in one place.

An update comes in (`Polling` or `Webhook` -> `Store`), waits in the inbox, is handled in a turn (`InboxWorker` ->
`Feed` -> handlers -> services), and what it says goes out of the outbox (`Postman`). Nothing is built at import: two
bots fit into one process, and into one test.
"""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import BotCommandScopeAllPrivateChats
from aiogram.utils.token import TokenValidationError, validate_token
from aiohttp import web
from yarl import URL

from bot.config import Settings, Unusable
from bot.domain.clock import Clock, utc_now
from bot.jobs import Attention, Housekeeping, scheduler
from bot.papers.halfyear import print_halfyear
from bot.papers.poster import print_poster
from bot.places.gazetteer import Gazetteer
from bot.places.load import Progress, load_gazetteer
from bot.services.admins import Admins
from bot.services.cards import Cards
from bot.services.desk import Desk
from bot.services.digests import Digests, DigestTick
from bot.services.directory import DirectoryService
from bot.services.doors import Doors
from bot.services.figures.areas import Territories
from bot.services.figures.figures import Figures
from bot.services.figures.public import PublicFigures
from bot.services.figures.works import FiguresWork
from bot.services.halfyear import HalfYears
from bot.services.handover import HandOver
from bot.services.inbox import InboxWorker
from bot.services.invites import Invites
from bot.services.jobs import JobWorker, Work
from bot.services.lookup import Lookup
from bot.services.people import People
from bot.services.places import CurrentGazetteer
from bot.services.posters import PosterPrinter, Posters
from bot.services.relay import Relay
from bot.services.turns import Turns
from bot.services.workshop import Workshop
from bot.telegram.compose import commands
from bot.telegram.feed import ALLOWED_UPDATES, Feed
from bot.telegram.intake import Polling, Store, Webhook, patiently
from bot.telegram.postman import Postman
from bot.telegram.storage import TurnStorage
from bot.texts.words import LANGUAGES, words
from db.engine import Database
from db.migrate import upgrade
from handlers.middlewares import WhoSpeaks
from handlers.routers import counter

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class App:
    """All parts of one bot."""

    settings: Settings
    database: Database
    places: CurrentGazetteer
    bot: Bot
    dispatcher: Dispatcher
    store: Store
    feed: Feed
    worker: InboxWorker
    postman: Postman
    housekeeping: Housekeeping
    attention: Attention
    invites: Invites
    jobs: JobWorker
    workshop: Workshop
    public: PublicFigures
    digest: DigestTick


def build(settings: Settings, database: Database, gazetteer: Gazetteer, clock: Clock = utc_now) -> App:
    """Join the parts. Touches neither network nor database."""
    directory = DirectoryService(database, clock)
    places = CurrentGazetteer(database, gazetteer)
    public = PublicFigures(database, clock)
    lookup = Lookup(places, directory, public.of)
    people, cards = People(), Cards(lookup)
    handover = HandOver(lookup, cards)
    relay = Relay(lookup, cards, handover)
    desk = Desk(cards, handover)
    invites = Invites(database, clock, hours=settings.invite_hours)

    doors = Doors(places, directory, clock)
    digests = Digests(lookup, directory, settings.digest_hour)
    admins = Admins(settings.superadmins, settings.default_locale)

    workshop, territories = Workshop(), Territories(places, lookup)
    figures = Figures(database=database, gazetteer=places, directory=directory, workshop=workshop, clock=clock)
    counting = FiguresWork(
        figures=figures, territories=territories, gazetteer=places, workshop=workshop, speakers=words
    )

    halfyear = HalfYears(figures, directory, places, workshop, print_halfyear)
    bot = make_bot(settings)
    dispatcher = Dispatcher(
        storage=TurnStorage(),
        lookup=lookup,
        people=people,
        relay=relay,
        cards=cards,
        desk=desk,
        invites=invites,
        territories=territories,
        retention_days=settings.retention_days,
        doors=doors,
        posters=Posters(directory, lookup, doors),
        halfyears=halfyear,
        digests=digests,
    )
    dispatcher.update.outer_middleware(WhoSpeaks(people, directory, admins, settings.default_locale))
    dispatcher.include_router(counter())

    printer = PosterPrinter(doors, workshop, print_poster, partial(username_of, bot), clock)

    said = asyncio.Event()
    turns = Turns(database, clock, said.set)
    postman = Postman(bot=bot, turns=turns, desk=desk, people=people, settings=settings, nudge=said)
    feed = Feed(bot, dispatcher)
    worker = InboxWorker(turns, feed)
    store = Store(bot_id=bot.id, database=database, clock=clock, on_updates=worker.nudge)
    housekeeping = Housekeeping(database, clock, settings.retention_days)
    return App(
        settings=settings,
        database=database,
        places=places,
        bot=bot,
        dispatcher=dispatcher,
        store=store,
        feed=feed,
        worker=worker,
        postman=postman,
        housekeeping=housekeeping,
        attention=Attention(turns, handover),
        invites=invites,
        jobs=JobWorker(turns, work_kinds(counting, printer, halfyear)),
        workshop=workshop,
        public=public,
        digest=DigestTick(turns, digests),
    )


def work_kinds(counting: FiguresWork, printer: PosterPrinter, halfyear: HalfYears) -> dict[str, Work]:
    """How each kind of long work is done."""
    papers = {"poster": printer.one, "posters": printer.many, "halfyear": halfyear.work}
    return {**counting.kinds(), **papers}


async def username_of(bot: Bot) -> str:
    """Asked from Telegram once, at start; only outside of turns."""
    return (await bot.me()).username or "BOT"


def check(settings: Settings) -> None:
    """Says at once what is missing, before anything is loaded; raises `Unusable`."""
    make_bot(settings)
    if settings.webhook_url and settings.webhook_secret is None:
        raise Unusable("WEBHOOK_SECRET is not set: with WEBHOOK_URL it is needed (see .env.example).")


def make_bot(settings: Settings) -> Bot:
    """Raises `Unusable` without a token, or with something that is none."""
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    if not token:
        raise Unusable("BOT_TOKEN is not set: put it into .env or the environment (see .env.example).")
    with suppress(TokenValidationError):
        validate_token(token)
        return Bot(token, session=_session(settings))
    raise Unusable("BOT_TOKEN does not look like a token of @BotFather (digits, a colon, letters).")


def _session(settings: Settings) -> AiohttpSession:
    server = TelegramAPIServer.from_base(settings.telegram_api)
    return AiohttpSession(api=server, limit=settings.senders * 2, timeout=settings.send_timeout)


async def check_token(app: App) -> None:
    """Raises `Unusable` when Telegram refuses the token; without a connection the bot starts and waits for one."""
    try:
        await app.bot.get_me()
    except (TelegramUnauthorizedError, TelegramNotFound) as error:
        raise Unusable("Telegram refuses BOT_TOKEN: check it with @BotFather.") from error
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
            app.workshop.close()
            await app.bot.session.close()
    finally:
        await database.close()


async def serve(app: App) -> None:
    """Run until cancelled, by polling, or by webhook when there is a WEBHOOK_URL."""
    check(app.settings)
    gc.collect()
    gc.freeze()  # the library's models stay; full collections need not walk them again
    ticks = scheduler(app.housekeeping, app.attention, app.places, app.public, app.digest)
    ticks.start()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(app.worker.run(), name="inbox")
            group.create_task(app.postman.run(), name="postman")
            group.create_task(app.jobs.run(), name="jobs")
            group.create_task(listen(app), name="intake")
            group.create_task(introduce(app), name="menu")
    finally:
        ticks.shutdown(wait=False)
        await app.feed.finish()


async def introduce(app: App) -> None:
    """The command menu in every language; best effort, the bot works without it."""
    with suppress(AiogramError):
        await username_of(app.bot)
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
