"""Read this file first: everything the bot consists of, joined in one place.

An update comes in (`Polling` or `Webhook` -> `Store`; words of danger are answered right there: `FirstHelp`), waits in
the inbox, is handled in a turn (`InboxWorker` -> `Feed` -> handlers -> services), and what it says goes out of the
outbox (`Postman`), announcements behind it out of their ledger (`Herald`). Nothing is built at import: two bots fit
into one process, and into one test.

The wings of the house are built in `bot.wings`, what the settings lead to outside in `bot.clients`; `bot.serving` sets
the whole going.
"""

import asyncio
from dataclasses import dataclass
from functools import partial

from aiogram import Bot, Dispatcher

from bot.config import Settings
from bot.domain.clock import Clock, utc_now
from bot.domain.quiet import QuietHours
from bot.jobs import Attention, Housekeeping, Ticks
from bot.places.gazetteer import Gazetteer
from bot.places.geocoder import Geocoder
from bot.services.addresses import Addresses, with_answers
from bot.services.admin_office import AdminOffice
from bot.services.admins import Admins
from bot.services.alarms import Alarms
from bot.services.alerts import Alerts
from bot.services.authors import Authors
from bot.services.backlog import Backlog
from bot.services.bot_name import BotName
from bot.services.broadcasts import Broadcasts
from bot.services.broadcasts.base import Rules
from bot.services.broadcasts.rendering import Renderer
from bot.services.broadcasts.rounds import Rounds
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
from bot.services.news import News
from bot.services.newsroom.counting import Counting
from bot.services.newsroom.watching import Lookout
from bot.services.places import CurrentGazetteer
from bot.services.refusals import Refusals
from bot.services.reports.assignment import Assignment
from bot.services.reports.cards import Cards
from bot.services.reports.desk import Desk
from bot.services.reports.filing import Filing
from bot.services.silence_watch import SilenceWatch
from bot.services.territories import Territories
from bot.services.turns import Turns
from bot.services.workshop import Workshop
from bot.telegram.counts import Counts
from bot.telegram.feed import Feed
from bot.telegram.herald import Herald
from bot.telegram.intake import Store
from bot.telegram.pace import Pace
from bot.telegram.postman import Postman
from bot.telegram.storage import TurnStorage, private_dialogue
from bot.telegram.toasts import Toasts
from bot.texts.words import LANGUAGES
from bot.wings import (
    addresses_of,
    admins_wing,
    base_of,
    figures_wing,
    keeping_of,
    newsroom_of,
    newsroom_wing,
    registry_wing,
)
from db.engine import Database
from handlers.middlewares import WhatIsTapped, WhoSpeaks
from handlers.resident.guides import Guides
from handlers.returns import Returns
from handlers.routers import counter


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


def build(settings: Settings, database: Database, gazetteer: Gazetteer, clock: Clock = utc_now) -> App:
    """Join the parts. Touches neither network nor database."""
    base = base_of(settings, database, gazetteer, clock)
    said, answered = asyncio.Event(), asyncio.Event()
    turns = Turns(database, clock, said.set)
    cards = Cards(base.lookup)
    assignment = Assignment(base.lookup, cards)
    desk = Desk(base.lookup, cards, assignment)
    joining = Joining(base.invites, assignment)
    alerts = Alerts(settings.superadmins, settings.default_locale)
    addresses = addresses_of(base, turns, alerts, answered.set)
    news = News(base.lookup)
    guides = Guides(base.lookup, base.people, news, addresses)

    admins = Admins(settings.superadmins, settings.default_locale)
    territories = Territories(base.places, base.lookup)
    admin_office = AdminOffice(admins, territories, hours=settings.invite_hours)
    renderer = Renderer(base.lookup, base.directory, LANGUAGES)
    rules = Rules(LANGUAGES, settings.broadcast_approval, QuietHours.read(settings.quiet_hours))
    broadcasts = Broadcasts(database=database, clock=clock, lookup=base.lookup, renderer=renderer, rules=rules)
    newsroom = newsroom_of(base, broadcasts, rules)
    digests = Digests(base.lookup, base.directory, settings.digest_hour, broadcasts.awaiting)
    wings = (
        admins_wing(base, admins, admin_office, territories),
        registry_wing(base, joining),
        newsroom_wing(base, broadcasts, newsroom),
        figures_wing(base),
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
        news=news,
        digests=digests,
        bot_name=base.bot_name,
        alerts=alerts,
        keeping=keeping_of(settings),
        **{name: service for wing in wings for name, service in wing.services.items()},
    )
    dispatcher.callback_query.outer_middleware(WhatIsTapped())
    dispatcher.update.outer_middleware(WhoSpeaks(base.people, base.directory, admins, settings.default_locale))
    dispatcher.include_router(counter())

    authors = Authors(base.people, settings.default_locale, partial(private_dialogue, base.bot.id))
    limits = Limits(authors, per_minute=settings.messages_per_minute, staff=settings.staff_messages_per_minute)
    feed = Feed(base.bot, dispatcher, Toasts(base.bot, turns), settings.default_locale)
    returns = Returns(bot=base.bot, dispatcher=dispatcher, guides=guides)
    handle, refuse = with_answers(feed, returns), Refusals(cards).say
    worker = InboxWorker(turns, handle, alerts, refuse=refuse, nudge=answered, writer_of=authors.in_lane)
    pace = Pace(interval=settings.chat_interval, per_second=settings.send_per_second)
    rounds = Rounds(renderer, rules.quiet, alone=database.is_sqlite)
    return App(
        settings=settings,
        database=database,
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
            nudge=said,
            bot_name=base.bot_name,
            counts=Counts(Counting(broadcasts, base.lookup, LANGUAGES)),
        ),
        herald=Herald(bot=base.bot, turns=turns, rounds=rounds, people=base.people, pace=pace, settings=settings),
        jobs=JobWorker(turns, {kind: work for wing in wings for kind, work in wing.works.items()}, alerts),
        workshop=base.workshop,
        ticks=Ticks(
            housekeeping=Housekeeping(database, clock, settings.retention_days),
            attention=Attention(turns, assignment, joining),
            places=base.places,
            lookout=Lookout(turns, newsroom),
            backlog=Backlog(database, clock),
            public=base.public,
            digest=DigestTick(turns, digests),
            silence=SilenceWatch(turns, alerts),
            warm_up=WarmUp(base.workshop),
        ),
        invites=base.invites,
        admin_office=admin_office,
        broadcasts=broadcasts,
    )
