"""Read this file first: everything the bot consists of, joined in one place.

An update comes in (`Polling` or `Webhook` -> `Store`; words of danger are answered right there: `FirstHelp`), waits in
the inbox, is handled in a turn (`InboxWorker` -> `Feed` -> handlers -> services), and what it says goes out of the
outbox (`Postman`), announcements behind it out of their ledger (`Sender`). Nothing is built at import: two bots fit
into one process, and into one test.

The modules are built in `bot.modules`, what the settings lead to outside in `bot.clients`; `bot.serving` sets the whole
going.
"""

from dataclasses import dataclass
from functools import partial

from aiogram import Bot, Dispatcher

from bot.config import Settings
from bot.domain.clock import Clock, utc_now
from bot.modules import (
    addresses_of,
    admins_module,
    announcements_module,
    announcements_of,
    base_of,
    figures_module,
    keeping_of,
    registry_module,
)
from bot.places.gazetteer import Gazetteer
from bot.places.geocoder import Geocoder
from bot.services.addresses import Addresses, with_answers
from bot.services.admin_office import AdminOffice
from bot.services.admins import Admins
from bot.services.alarms import Alarms
from bot.services.alerts import Alerts
from bot.services.announcements import Announcements
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.announcements.watching import ProgressTick
from bot.services.authors import Authors
from bot.services.backlog import Backlog
from bot.services.bot_name import BotName
from bot.services.digests import Digests, DigestTick
from bot.services.figures.works import WarmUp
from bot.services.first_help import FirstHelp
from bot.services.hush import Hush
from bot.services.inbox import InboxWorker
from bot.services.invites import Invites
from bot.services.jobs import JobWorker
from bot.services.joining import Joining
from bot.services.limits import Limits
from bot.services.losses import Losses
from bot.services.places import CurrentGazetteer
from bot.services.refusals import Refusals
from bot.services.reports.assignment import Assignment
from bot.services.reports.cards import Cards
from bot.services.reports.desk import Desk
from bot.services.reports.filing import Filing
from bot.services.silence_watch import SilenceWatch
from bot.services.territories import AdminTerritories
from bot.services.threads import ThreadPool
from bot.services.turns import Turns
from bot.services.work_loops import WorkLoops
from bot.telegram.counts import Counts
from bot.telegram.feed import Feed
from bot.telegram.intake import Store
from bot.telegram.pace import Pace
from bot.telegram.postman import Postman
from bot.telegram.sender import Sender
from bot.telegram.storage import TurnStorage, private_dialogue
from bot.telegram.toasts import Toasts
from bot.ticks import Attention, Housekeeping, Ticks
from db.engine import Database
from handlers.geocoder_answers import GeocoderAnswers
from handlers.middlewares import WhatIsTapped, WhoSpeaks
from handlers.resident.guides import Guides
from handlers.routers import root_router


@dataclass(frozen=True, slots=True)
class App:
    """All parts of one bot that run, tick, or are asked from outside."""

    settings: Settings
    database: Database
    loops: WorkLoops
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
    sender: Sender
    jobs: JobWorker
    threads: ThreadPool
    ticks: Ticks
    invites: Invites
    admin_office: AdminOffice
    announcements: Announcements


def build(settings: Settings, database: Database, gazetteer: Gazetteer, clock: Clock = utc_now) -> App:
    """Join the parts. Touches neither network nor database."""
    base = base_of(settings, database, gazetteer, clock)
    loops = WorkLoops()
    turns = Turns(database, clock, loops.outbox.nudge)
    cards = Cards(base.lookup)
    assignment = Assignment(base.lookup, cards)
    desk = Desk(base.lookup, cards, assignment)
    joining = Joining(base.invites, assignment)
    alerts = Alerts(settings.superadmins, settings.default_locale)
    addresses = addresses_of(base, turns, alerts, loops)
    subscriptions = Subscriptions(base.lookup)
    guides = Guides(base.lookup, base.people, subscriptions, addresses)

    admins = Admins(settings.superadmins, settings.default_locale)
    territories = AdminTerritories(base.places, base.lookup)
    admin_office = AdminOffice(admins, territories, hours=settings.invite_hours)
    announcements = announcements_of(base)
    digests = Digests(base.lookup, base.directory, settings.digest_hour, announcements.reach.awaiting)
    modules = (
        admins_module(base, admins, admin_office, territories),
        registry_module(base, joining),
        announcements_module(base, announcements),
        figures_module(base),
    )

    alarms, hush = Alarms(), Hush(base.lookup)
    dispatcher = Dispatcher(
        storage=TurnStorage(),
        lookup=base.lookup,
        people=base.people,
        filing=Filing(base.lookup, cards, assignment, alarms, hush),
        cards=cards,
        desk=desk,
        joining=joining,
        guides=guides,
        subscriptions=subscriptions,
        digests=digests,
        bot_name=base.bot_name,
        alerts=alerts,
        keeping=keeping_of(settings),
        **{name: service for module in modules for name, service in module.services.items()},
    )
    dispatcher.callback_query.outer_middleware(WhatIsTapped())
    dispatcher.update.outer_middleware(WhoSpeaks(base.people, base.directory, admins, settings.default_locale))
    dispatcher.include_router(root_router())

    authors = Authors(base.people, settings.default_locale, partial(private_dialogue, base.bot.id))
    limits = Limits(authors, per_minute=settings.messages_per_minute, staff=settings.staff_messages_per_minute)
    feed = Feed(base.bot, dispatcher, Toasts(base.bot, turns), settings.default_locale)
    returns = GeocoderAnswers(bot=base.bot, dispatcher=dispatcher, guides=guides)
    handle, refuse = with_answers(feed, returns), Refusals(cards).say
    worker = InboxWorker(turns, handle, alerts, refuse=refuse, loop=loops.inbox, writer_of=authors.in_lane)
    pace = Pace(interval=settings.chat_interval, per_second=settings.send_per_second)
    return App(
        settings=settings,
        database=database,
        loops=loops,
        places=base.places,
        bot=base.bot,
        bot_name=base.bot_name,
        dispatcher=dispatcher,
        store=Store(
            bot_id=base.bot.id,
            turns=turns,
            first_help=FirstHelp(alarms, hush, authors),
            limits=limits,
            on_updates=worker.nudge,
        ),
        feed=feed,
        worker=worker,
        geocoder=addresses.geocoder,
        addresses=addresses,
        postman=Postman(
            bot=base.bot,
            turns=turns,
            losses=Losses(desk, alerts),
            people=base.people,
            settings=settings,
            pace=pace,
            loop=loops.outbox,
            bot_name=base.bot_name,
            counts=Counts(announcements.counting.fill),
        ),
        sender=Sender(
            bot=base.bot,
            turns=turns,
            rounds=announcements.rounds,
            people=base.people,
            pace=pace,
            settings=settings,
            loop=loops.announcements,
        ),
        jobs=JobWorker(
            turns, {kind: work for module in modules for kind, work in module.works.items()}, alerts, loop=loops.jobs
        ),
        threads=base.threads,
        ticks=Ticks(
            housekeeping=Housekeeping(database, clock, settings.retention_days),
            attention=Attention(turns, assignment, joining),
            places=base.places,
            progress=ProgressTick(turns, base.directory, announcements.deciding, announcements.watching),
            backlog=Backlog(database, clock),
            public=base.public,
            digest=DigestTick(turns, digests),
            silence=SilenceWatch(turns, alerts),
            warm_up=WarmUp(base.threads),
        ),
        invites=base.invites,
        admin_office=admin_office,
        announcements=announcements,
    )
