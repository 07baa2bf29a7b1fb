"""Read this file first: everything the bot consists of, built and joined in one place.

An update comes in (`Polling` or `Webhook` -> `Store`), waits in the inbox, is handled in a turn (`InboxWorker` ->
`Feed` -> handlers -> services), and what it says goes out of the outbox (`Postman`), announcements behind it out of
their ledger (`Herald`). Nothing is built at import: two bots fit into one process,
and into one test.
"""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

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
from bot.domain.finishing import to_the_end
from bot.domain.quiet import QuietHours
from bot.jobs import Attention, Clockwork, Housekeeping, Ticks
from bot.papers.halfyear import print_halfyear
from bot.papers.poster import print_poster
from bot.places.gazetteer import Gazetteer
from bot.places.geocoder import Geocoder
from bot.places.load import Progress, load_gazetteer
from bot.services.addresses import Addresses, with_answers
from bot.services.admin_office import AdminOffice
from bot.services.admins import Admins
from bot.services.audit_export import KIND as AUDIT_EXPORT
from bot.services.audit_export import AuditExport
from bot.services.audit_log import AuditLog
from bot.services.bot_name import BotName
from bot.services.broadcasts import Broadcasts
from bot.services.broadcasts.base import Rules
from bot.services.broadcasts.rendering import Renderer
from bot.services.broadcasts.rounds import Rounds
from bot.services.cards import Cards
from bot.services.desk import Desk
from bot.services.digests import Digests, DigestTick
from bot.services.directory import DirectoryService
from bot.services.doors import Doors
from bot.services.figures.announcements import announced
from bot.services.figures.areas import Extents
from bot.services.figures.figures import Figures
from bot.services.figures.public import PublicFigures
from bot.services.figures.works import FiguresWork
from bot.services.geography import GazetteerGeography
from bot.services.halfyear import HalfYears
from bot.services.handover import HandOver
from bot.services.inbox import InboxWorker
from bot.services.invites import Invites
from bot.services.jobs import JobWorker, Work
from bot.services.lookup import Lookup
from bot.services.news import News
from bot.services.newsroom.base import Habits
from bot.services.newsroom.counting import Counting
from bot.services.newsroom.finding import AreaFinder
from bot.services.newsroom.jobs import ReadStations, WriteResults
from bot.services.newsroom.watching import Lookout, Newsroom
from bot.services.people import People
from bot.services.places import CurrentGazetteer
from bot.services.posters import PosterPrinter, Posters
from bot.services.registry.book import RegistryBook
from bot.services.registry.edits import RegistryEdits
from bot.services.registry.files import APPLY, CHECK, RegistryFiles
from bot.services.registry.membership import OfficerMembership
from bot.services.registry.past import RegistryPast
from bot.services.registry.workbooks import EXPORT, TEMPLATE, RegistryWorkbooks
from bot.services.relay import Relay
from bot.services.silence import SilentList
from bot.services.territories import Territories
from bot.services.turns import Turns
from bot.services.workshop import Workshop
from bot.telegram.compose import commands
from bot.telegram.counts import Counts
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
    """All parts of one bot that run, tick, or are asked from outside."""

    settings: Settings
    database: Database
    places: CurrentGazetteer
    bot: Bot
    bot_name: BotName
    dispatcher: Dispatcher
    store: Store
    feed: Feed
    worker: InboxWorker
    geocoder: Geocoder | None
    addresses: Addresses
    postman: Postman
    herald: Herald
    jobs: JobWorker
    workshop: Workshop
    ticks: Ticks
    invites: Invites
    admin_office: AdminOffice
    broadcasts: Broadcasts


@dataclass(frozen=True, slots=True)
class _Base:
    """What everything else asks."""

    settings: Settings
    database: Database
    clock: Clock
    places: CurrentGazetteer
    directory: DirectoryService
    public: PublicFigures
    lookup: Lookup
    people: People
    workshop: Workshop
    bot: Bot
    bot_name: BotName
    invites: Invites

    @property
    def fetch(self) -> Callable[[str], Awaitable[bytes]]:
        return Files(self.bot).fetch


@dataclass(frozen=True, slots=True)
class _Wing:
    """One part of the house: what its handlers are given by name, and the long work it does."""

    services: Mapping[str, Any]
    works: Mapping[str, Work] = field(default_factory=dict)


def build(settings: Settings, database: Database, gazetteer: Gazetteer, clock: Clock = utc_now) -> App:
    """Join the parts. Touches neither network nor database."""
    base = _base(settings, database, gazetteer, clock)
    said, answered = asyncio.Event(), asyncio.Event()
    turns = Turns(database, clock, said.set)
    cards = Cards(base.lookup)
    handover = HandOver(base.lookup, cards)
    desk = Desk(base.lookup, cards, handover)
    addresses = _addresses(base, turns, answered.set)
    news = News()
    guides = Guides(base.lookup, base.people, news, addresses)

    admins = Admins(settings.superadmins, settings.default_locale)
    territories = Territories(base.places, base.lookup)
    admin_office = AdminOffice(admins, territories, hours=settings.invite_hours)
    renderer = Renderer(base.lookup, base.directory, LANGUAGES)
    rules = Rules(LANGUAGES, settings.broadcast_approval, QuietHours.read(settings.quiet_hours))
    broadcasts = Broadcasts(database=database, clock=clock, lookup=base.lookup, renderer=renderer, rules=rules)
    newsroom = _newsroom(base, broadcasts, rules)
    digests = Digests(base.lookup, base.directory, settings.digest_hour, broadcasts.awaiting)
    wings = (
        _admins_wing(base, admins, admin_office, territories),
        _registry_wing(base),
        _newsroom_wing(base, broadcasts, newsroom),
        _figures_wing(base),
    )

    dispatcher = Dispatcher(
        storage=TurnStorage(),
        lookup=base.lookup,
        people=base.people,
        relay=Relay(base.lookup, cards, handover),
        cards=cards,
        desk=desk,
        invites=base.invites,
        guides=guides,
        news=news,
        digests=digests,
        bot_name=base.bot_name,
        retention_days=settings.retention_days,
        **{name: service for wing in wings for name, service in wing.services.items()},
    )
    dispatcher.update.outer_middleware(WhoSpeaks(base.people, base.directory, admins, settings.default_locale))
    dispatcher.include_router(counter())

    feed = Feed(base.bot, dispatcher)
    returns = Returns(bot=base.bot, dispatcher=dispatcher, guides=guides)
    worker = InboxWorker(turns, with_answers(feed, returns), nudge=answered)
    pace = Pace(interval=settings.chat_interval, per_second=settings.send_per_second)
    rounds = Rounds(renderer, rules.quiet, alone=database.is_sqlite)
    return App(
        settings=settings,
        database=database,
        places=base.places,
        bot=base.bot,
        bot_name=base.bot_name,
        dispatcher=dispatcher,
        store=Store(bot_id=base.bot.id, database=database, clock=clock, on_updates=worker.nudge),
        feed=feed,
        worker=worker,
        geocoder=addresses.geocoder,
        addresses=addresses,
        postman=Postman(
            bot=base.bot,
            turns=turns,
            desk=desk,
            people=base.people,
            settings=settings,
            pace=pace,
            nudge=said,
            counts=Counts(Counting(broadcasts, base.lookup, LANGUAGES)),
        ),
        herald=Herald(bot=base.bot, turns=turns, rounds=rounds, people=base.people, pace=pace, settings=settings),
        jobs=JobWorker(turns, {kind: work for wing in wings for kind, work in wing.works.items()}),
        workshop=base.workshop,
        ticks=Ticks(
            housekeeping=Housekeeping(database, clock, settings.retention_days),
            attention=Attention(turns, handover),
            places=base.places,
            lookout=Lookout(turns, newsroom),
            public=base.public,
            digest=DigestTick(turns, digests),
        ),
        invites=base.invites,
        admin_office=admin_office,
        broadcasts=broadcasts,
    )


def _base(settings: Settings, database: Database, gazetteer: Gazetteer, clock: Clock) -> _Base:
    places = CurrentGazetteer(database, gazetteer)
    directory = DirectoryService(database, clock, places)
    public = PublicFigures(database, clock)
    return _Base(
        settings=settings,
        database=database,
        clock=clock,
        places=places,
        directory=directory,
        public=public,
        lookup=Lookup(places, directory, public.of),
        people=People(),
        workshop=Workshop(),
        bot=make_bot(settings),
        bot_name=BotName(),
        invites=Invites(database, clock, hours=settings.invite_hours),
    )


def _addresses(base: _Base, turns: Turns, on_answers: Callable[[], None]) -> Addresses:
    return Addresses(
        turns,
        make_geocoder(base.settings),
        bot_id=base.bot.id,
        interval=base.settings.geocoder_interval,
        timeout=base.settings.geocoder_timeout,
        on_answers=on_answers,
    )


def _admins_wing(base: _Base, admins: Admins, office: AdminOffice, territories: Territories) -> _Wing:
    audit_log = AuditLog(territories)
    return _Wing(
        {
            "admin_office": office,
            "territories": territories,
            "silent_list": SilentList(territories),
            "audit_log": audit_log,
        },
        {AUDIT_EXPORT: AuditExport(base.database, admins, audit_log, base.workshop, workbook)},
    )


def _registry_wing(base: _Base) -> _Wing:
    geography = GazetteerGeography(base.places)
    book = RegistryBook(geography)
    files = RegistryFiles(
        database=base.database,
        workshop=base.workshop,
        geography=geography,
        fetch=base.fetch,
        say=lambda locale: words(locale).plain,
    )
    workbooks = RegistryWorkbooks(base.database, base.workshop, geography)
    return _Wing(
        {
            "registry_book": book,
            "registry_edits": RegistryEdits(geography, book),
            "registry_past": RegistryPast(geography),
            "membership": OfficerMembership(book, base.invites, base.bot_name),
        },
        {CHECK: files.check, APPLY: files.apply, TEMPLATE: workbooks.template, EXPORT: workbooks.export},
    )


def _newsroom(base: _Base, broadcasts: Broadcasts, rules: Rules) -> Newsroom:
    return Newsroom(
        broadcasts=broadcasts,
        directory=base.directory,
        lookup=base.lookup,
        finder=AreaFinder(base.places),
        clock=base.clock,
        habits=Habits(LANGUAGES, base.settings.broadcast_approval, rules.quiet, base.settings.allow_paid_broadcast),
    )


def _newsroom_wing(base: _Base, broadcasts: Broadcasts, newsroom: Newsroom) -> _Wing:
    return _Wing(
        {"broadcasts": broadcasts, "newsroom": newsroom},
        {
            "news-stations": ReadStations(newsroom, base.fetch, base.workshop),
            "news-results": WriteResults(broadcasts, base.lookup, base.workshop),
        },
    )


def _figures_wing(base: _Base) -> _Wing:
    """Figures, and the papers made of them."""
    extents = Extents(base.places, base.lookup)
    figures = Figures(
        database=base.database,
        gazetteer=base.places,
        directory=base.directory,
        workshop=base.workshop,
        clock=base.clock,
        more=(announced,),
    )
    counting = FiguresWork(
        figures=figures, extents=extents, gazetteer=base.places, workshop=base.workshop, speakers=words
    )
    doors = Doors(base.places, base.directory, base.clock)
    printer = PosterPrinter(doors, base.workshop, print_poster, partial(username_of, base.bot), base.clock)
    halfyears = HalfYears(figures, base.directory, base.places, base.workshop, print_halfyear)
    return _Wing(
        {
            "extents": extents,
            "doors": doors,
            "posters": Posters(base.directory, base.lookup, doors),
            "halfyears": halfyears,
        },
        {**counting.kinds(), "poster": printer.one, "posters": printer.many, "halfyear": halfyears.work},
    )


async def username_of(bot: Bot) -> str:
    """Asked from Telegram once, at start; only outside of turns."""
    return (await bot.me()).username or "BOT"


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
    clockwork = Clockwork(app.ticks)
    clockwork.start()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(app.worker.run(), name="inbox")
            group.create_task(app.postman.run(), name="postman")
            group.create_task(app.herald.run(), name="herald")
            group.create_task(app.jobs.run(), name="jobs")
            group.create_task(app.addresses.run(), name="addresses")
            group.create_task(listen(app), name="intake")
            group.create_task(introduce(app), name="menu")
            group.create_task(patiently(partial(learn_name, app)), name="name")
    finally:
        await to_the_end(clockwork.stop())
        await app.feed.finish()
        if app.geocoder is not None:
            await app.geocoder.close()


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
