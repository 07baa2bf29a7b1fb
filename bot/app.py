"""Read this file first: everything the bot consists of, built and joined in one place.

An update comes in (`Polling` or `Webhook` -> `Store`), waits in the inbox, is handled in a turn (`InboxWorker` ->
`Feed` -> handlers -> services), and what it says goes out of the outbox (`Postman`), announcements behind it out of
their ledger (`Herald`). Nothing is built at import: two
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
from bot.domain.quiet import QuietHours
from bot.jobs import Attention, Housekeeping, scheduler
from bot.places.gazetteer import Gazetteer
from bot.places.geocoder import Geocoder
from bot.places.load import Progress, load_gazetteer
from bot.services.addresses import Addresses, with_answers
from bot.services.admins import Admins
from bot.services.broadcasts import Broadcasts
from bot.services.broadcasts.base import Rules
from bot.services.broadcasts.rendering import Renderer
from bot.services.broadcasts.rounds import Rounds
from bot.services.admin_office import AdminOffice
from bot.services.admins import Admins
from bot.services.audit_export import KIND as AUDIT_EXPORT
from bot.services.audit_export import AuditExport
from bot.services.audit_log import AuditLog
from bot.services.bot_name import BotName
from bot.services.cards import Cards
from bot.services.desk import Desk
from bot.services.directory import DirectoryService
from bot.services.figures.areas import Extents
from bot.services.figures.figures import Figures
from bot.services.figures.public import PublicFigures
from bot.services.figures.works import FiguresWork
from bot.services.geography import GazetteerGeography
from bot.services.handover import HandOver
from bot.services.inbox import InboxWorker
from bot.services.invites import Invites
from bot.services.jobs import JobWorker, Work
from bot.services.lookup import Lookup
from bot.services.news import News
from bot.services.newsroom.base import Habits
from bot.services.newsroom.finding import AreaFinder
from bot.services.newsroom.jobs import ReadStations, WriteResults
from bot.services.newsroom.watching import Lookout, Newsroom
from bot.services.people import People
from bot.services.places import CurrentGazetteer
from bot.services.registry.book import RegistryBook
from bot.services.registry.edits import RegistryEdits
from bot.services.registry.files import APPLY, CHECK, RegistryFiles
from bot.services.registry.membership import OfficerMembership
from bot.services.registry.past import RegistryPast
from bot.services.registry.workbooks import EXPORT, TEMPLATE, RegistryWorkbooks
from bot.services.relay import Relay
from bot.services.silence import SilentList
from bot.services.extents import Extents
from bot.services.turns import Turns
from bot.services.workshop import Workshop
from bot.telegram.botname import BotName
from bot.telegram.compose import commands
from bot.telegram.feed import ALLOWED_UPDATES, Feed
from bot.telegram.files import Files
from bot.telegram.herald import Herald, hands
from bot.telegram.intake import Polling, Store, Webhook, patiently
from bot.telegram.pace import Pace
from bot.telegram.postman import Postman
from bot.telegram.storage import TurnStorage
from bot.texts.audit_words import workbook
from bot.texts.words import LANGUAGES, words
from db.engine import Database
from db.migrate import upgrade
from handlers.middlewares import WhoSpeaks
from handlers.resident.guides import Guides
from handlers.returns import Returns
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
    geocoder: Geocoder | None
    addresses: Addresses
    postman: Postman
    herald: Herald
    housekeeping: Housekeeping
    attention: Attention
    invites: Invites
    broadcasts: Broadcasts
    lookout: Lookout
    jobs: JobWorker
    workshop: Workshop
    public: PublicFigures
    bot_name: BotName
    admin_office: AdminOffice
    name: BotName


def build(settings: Settings, database: Database, gazetteer: Gazetteer, clock: Clock = utc_now) -> App:
    """Join the parts. Touches neither network nor database."""
    places = CurrentGazetteer(database, gazetteer)
    public = PublicFigures(database, clock)
    lookup = Lookup(places, directory, public.of)
    directory = DirectoryService(database, clock, places)
    lookup = Lookup(places, directory)
    people, cards = People(), Cards(lookup)
    handover = HandOver(lookup, cards)
    relay = Relay(lookup, cards, handover)
    desk = Desk(lookup, cards, handover)
    extents = Extents(places, lookup)
    silent_list = SilentList(extents)
    desk = Desk(cards, handover)
    geography = GazetteerGeography(places)
    book = RegistryBook(geography)
    name = BotName()
    invites = Invites(database, clock, hours=settings.invite_hours)

    admins = Admins(settings.superadmins, settings.default_locale)
    admin_office = AdminOffice(admins, extents, hours=settings.invite_hours)
    bot_name = BotName()
    audit_log, workshop = AuditLog(extents), Workshop()
    audit_export = AuditExport(database, admins, audit_log, workshop, workbook)

    renderer = Renderer(lookup, directory, LANGUAGES)
    rules = Rules(LANGUAGES, settings.broadcast_approval, QuietHours.read(settings.quiet_hours))
    broadcasts = Broadcasts(database=database, clock=clock, lookup=lookup, renderer=renderer, rules=rules)

    finder = AreaFinder(places)
    habits = Habits(LANGUAGES, settings.broadcast_approval, rules.quiet)
    newsroom = Newsroom(
        broadcasts=broadcasts, directory=directory, lookup=lookup, finder=finder, clock=clock, habits=habits
    workshop, extents = Workshop(), Extents(places, lookup)
    figures = Figures(database=database, gazetteer=places, directory=directory, workshop=workshop, clock=clock)
    counting = FiguresWork(
        figures=figures, extents=extents, gazetteer=places, workshop=workshop, speakers=words
    )

    bot = make_bot(settings)
    said, answered = asyncio.Event(), asyncio.Event()
    turns = Turns(database, clock, said.set)
    geocoder = make_geocoder(settings)
    addresses = Addresses(
        turns,
        geocoder,
        bot_id=bot.id,
        interval=settings.geocoder_interval,
        timeout=settings.geocoder_timeout,
        on_answers=answered.set,
    )
    news = News()
    guides = Guides(lookup, people, news, addresses)
    dispatcher = Dispatcher(
        storage=TurnStorage(),
        lookup=lookup,
        people=people,
        relay=relay,
        cards=cards,
        desk=desk,
        invites=invites,
        guides=guides,
        broadcasts=broadcasts,
        newsroom=newsroom,
        news=news,
        extents=extents,
        retention_days=settings.retention_days,
        extents=extents,
        silent_list=silent_list,
        admin_office=admin_office,
        bot_name=bot_name,
        audit_log=audit_log,
        registry_book=book,
        registry_edits=RegistryEdits(geography, book),
        registry_past=RegistryPast(geography),
        membership=OfficerMembership(book, invites, name),
    )
    dispatcher.update.outer_middleware(WhoSpeaks(people, directory, admins, settings.default_locale))
    dispatcher.include_router(counter())

    workshop = Workshop()
    pace = Pace(interval=settings.chat_interval, per_second=settings.send_per_second)
    postman = Postman(bot=bot, turns=turns, desk=desk, people=people, settings=settings, pace=pace, nudge=said)
    rounds = Rounds(renderer, rules.quiet, alone=database.is_sqlite)
    herald = Herald(bot=bot, turns=turns, rounds=rounds, people=people, pace=pace, settings=settings)
    said = asyncio.Event()
    turns = Turns(database, clock, said.set)
    postman = Postman(bot=bot, turns=turns, desk=desk, people=people, settings=settings, nudge=said)
    feed = Feed(bot, dispatcher)
    returns = Returns(bot=bot, dispatcher=dispatcher, guides=guides)
    worker = InboxWorker(turns, with_answers(feed, returns), nudge=answered)
    store = Store(bot_id=bot.id, database=database, clock=clock, on_updates=worker.nudge)
    housekeeping = Housekeeping(database, clock, settings.retention_days)
    kinds = work_kinds(
        read_stations=ReadStations(newsroom, Files(bot).fetch, workshop),
        write_results=WriteResults(broadcasts, lookup, workshop),
    )
    files = RegistryFiles(
        database=database,
        workshop=workshop,
        geography=geography,
        fetch=Files(bot).fetch,
        say=lambda locale: words(locale).plain,
    )
    workbooks = RegistryWorkbooks(database, workshop, geography)
    return App(
        settings=settings,
        database=database,
        places=places,
        bot=bot,
        dispatcher=dispatcher,
        store=store,
        feed=feed,
        worker=worker,
        geocoder=geocoder,
        addresses=addresses,
        postman=postman,
        herald=herald,
        housekeeping=housekeeping,
        attention=Attention(turns, handover),
        invites=invites,
        broadcasts=broadcasts,
        lookout=Lookout(turns, newsroom),
        jobs=JobWorker(turns, kinds),
        jobs=JobWorker(turns, work_kinds(counting)),
        workshop=workshop,
        public=public,
    )


def work_kinds(*, read_stations: Work, write_results: Work) -> dict[str, Work]:
    """How each kind of long work is done."""
    return {"news-stations": read_stations, "news-results": write_results}
def work_kinds(counting: FiguresWork) -> dict[str, Work]:
    """How each kind of long work is done."""
    return {**counting.kinds()}
        jobs=JobWorker(turns, work_kinds(audit_export)),
        workshop=workshop,
        bot_name=bot_name,
        admin_office=admin_office,
    )


def work_kinds(audit_export: AuditExport) -> dict[str, Work]:
    """How each kind of long work is done."""
    return {AUDIT_EXPORT: audit_export}
        jobs=JobWorker(turns, work_kinds(files, workbooks)),
        workshop=workshop,
        name=name,
    )


def work_kinds(files: RegistryFiles, workbooks: RegistryWorkbooks) -> dict[str, Work]:
    """How each kind of long work is done."""
    return {
        CHECK: files.check,
        APPLY: files.apply,
        TEMPLATE: workbooks.template,
        EXPORT: workbooks.export,
    }


def check(settings: Settings) -> None:
    """Says at once what is missing, before anything is loaded; raises `Unusable`."""
    make_bot(settings)
    if settings.webhook_url and settings.webhook_secret is None:
        raise Unusable("WEBHOOK_SECRET is not set: with WEBHOOK_URL it is needed (see .env.example).")
    if settings.geocoder_url and not settings.geocoder_user_agent:
        raise Unusable("GEOCODER_USER_AGENT is not set: with GEOCODER_URL it is needed (see .env.example).")


def make_bot(settings: Settings) -> Bot:
    """Raises `Unusable` without a token, or with something that is none."""
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    if not token:
        raise Unusable("BOT_TOKEN is not set: put it into .env or the environment (see .env.example).")
    with suppress(TokenValidationError):
        validate_token(token)
        return Bot(token, session=_session(settings))
    raise Unusable("BOT_TOKEN does not look like a token of @BotFather (digits, a colon, letters).")


def make_geocoder(settings: Settings) -> Geocoder | None:
    """None where no server is configured."""
    if not settings.geocoder_url:
        return None
    agent = settings.geocoder_user_agent or ""
    return Geocoder(settings.geocoder_url, user_agent=agent, timeout_s=settings.geocoder_timeout)


def _session(settings: Settings) -> AiohttpSession:
    server = TelegramAPIServer.from_base(settings.telegram_api)
    return AiohttpSession(api=server, limit=settings.senders * 2 + hands(settings), timeout=settings.send_timeout)


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
    ticks = scheduler(app.housekeeping, app.attention, app.places, app.lookout)
    ticks = scheduler(app.housekeeping, app.attention, app.places, app.public)
    ticks.start()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(app.worker.run(), name="inbox")
            group.create_task(app.postman.run(), name="postman")
            group.create_task(app.herald.run(), name="herald")
            group.create_task(app.jobs.run(), name="jobs")
            group.create_task(app.addresses.run(), name="addresses")
            group.create_task(listen(app), name="intake")
            group.create_task(introduce(app), name="menu")
            group.create_task(patiently(partial(app.name.ask, app.bot)), name="name")
    finally:
        ticks.shutdown(wait=False)
        await app.feed.finish()
        if app.geocoder is not None:
            await app.geocoder.close()


async def introduce(app: App) -> None:
    """What the bot is called, for links that open it; and the command menu in every language. Best effort, the bot
    works without them."""
    with suppress(AiogramError):
        app.bot_name.username = (await app.bot.me()).username or ""
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
