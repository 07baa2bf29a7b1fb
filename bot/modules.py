"""The modules: what everything else asks, and each part with what its handlers are given and the long work
it does. `bot.app` joins them."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot

from bot.clients import make_bot, make_geocoder
from bot.config import Settings
from bot.domain.announcements import Rules
from bot.domain.clock import Clock
from bot.domain.keeping import Keeping, Operator, unresolved_for
from bot.domain.quiet import QuietHours
from bot.outside.reading import Outside
from bot.papers.halfyear import print_halfyear
from bot.papers.poster import print_poster
from bot.places.gazetteer import Gazetteer
from bot.services.addresses import Addresses
from bot.services.admin_office import AdminOffice
from bot.services.admins import Admins
from bot.services.alerts import Alerts
from bot.services.announcements import Announcements, assembled
from bot.services.announcements.files import ReadStations, WriteResults
from bot.services.announcements.results import announced
from bot.services.area_finder import AreaFinder
from bot.services.audit_export import KIND as AUDIT_EXPORT
from bot.services.audit_export import AuditExport
from bot.services.audit_log import AuditLog
from bot.services.bot_name import BotName
from bot.services.deep_links import DeepLinks
from bot.services.directory import DirectoryService
from bot.services.figures.areas import Extents
from bot.services.figures.figures import Figures
from bot.services.figures.public import PublicFigures
from bot.services.figures.works import FiguresWork
from bot.services.geography import GazetteerGeography
from bot.services.halfyear import HalfYears
from bot.services.intake import Intake
from bot.services.invites import Invites
from bot.services.jobs import Work
from bot.services.joining import Joining
from bot.services.lookup import Lookup
from bot.services.people import People
from bot.services.places import CurrentGazetteer
from bot.services.posters import PosterPrinter, Posters
from bot.services.registry.book import RegistryBook
from bot.services.registry.edits import RegistryEdits
from bot.services.registry.files import APPLY, CHECK, RegistryFiles
from bot.services.registry.membership import OfficerMembership
from bot.services.registry.past import RegistryPast
from bot.services.registry.workbooks import EXPORT, TEMPLATE, RegistryWorkbooks
from bot.services.silence import SilentList
from bot.services.territories import AdminTerritories
from bot.services.threads import ThreadPool
from bot.services.turns import Turns
from bot.services.work_loops import WorkLoops
from bot.telegram.files import Files
from bot.texts.audit_words import workbook
from bot.texts.words import LANGUAGES, words
from db.engine import Database


@dataclass(frozen=True, slots=True)
class Common:
    """What everything else asks."""

    settings: Settings
    database: Database
    clock: Clock
    places: CurrentGazetteer
    directory: DirectoryService
    public: PublicFigures
    lookup: Lookup
    people: People
    threads: ThreadPool
    outside: Outside
    bot: Bot
    bot_name: BotName
    invites: Invites

    @property
    def fetch(self) -> Callable[[str], Awaitable[bytes]]:
        return Files(self.bot).fetch


@dataclass(frozen=True, slots=True)
class Module:
    """One part of the house: what its handlers are given by name, and the long work it does."""

    services: Mapping[str, Any]
    works: Mapping[str, Work] = field(default_factory=dict)


def base_of(settings: Settings, database: Database, gazetteer: Gazetteer, clock: Clock) -> Common:
    places = CurrentGazetteer(database, gazetteer)
    directory = DirectoryService(database, clock, places)
    public = PublicFigures(database, clock)
    return Common(
        settings=settings,
        database=database,
        clock=clock,
        places=places,
        directory=directory,
        public=public,
        lookup=Lookup(places, directory, public.of),
        people=People(),
        threads=ThreadPool(),
        outside=Outside(),
        bot=make_bot(settings),
        bot_name=BotName(),
        invites=Invites(database, clock, hours=settings.invite_hours),
    )


def operator_of(settings: Settings) -> Operator:
    """Who runs the bot, as far as the settings tell."""
    return Operator(settings.operator_name, settings.operator_page, settings.operator_contact)


def keeping_of(settings: Settings) -> Keeping:
    """What residents are told of who runs the bot and how long things are kept."""
    return Keeping(
        resolved_days=settings.retention_days,
        unresolved_days=unresolved_for(settings.retention_days).days,
        maps=settings.geocoder_url is not None,
        operator=operator_of(settings),
    )


def addresses_of(base: Common, turns: Turns, alerts: Alerts, loops: WorkLoops) -> Addresses:
    return Addresses(
        turns,
        make_geocoder(base.settings),
        alerts,
        bot_id=base.bot.id,
        interval=base.settings.geocoder_interval,
        timeout=base.settings.geocoder_timeout,
        on_answers=loops.inbox.nudge,
        loop=loops.addresses,
    )


def admins_module(base: Common, admins: Admins, office: AdminOffice, territories: AdminTerritories) -> Module:
    audit_log = AuditLog(territories)
    return Module(
        {
            "admin_office": office,
            "territories": territories,
            "silent_list": SilentList(territories),
            "intake": Intake(territories),
            "audit_log": audit_log,
        },
        {AUDIT_EXPORT: AuditExport(base.database, admins, audit_log, base.threads, workbook)},
    )


def registry_module(base: Common, joining: Joining) -> Module:
    geography = GazetteerGeography(base.places)
    book = RegistryBook(geography, AreaFinder(base.places))
    files = RegistryFiles(
        database=base.database,
        threads=base.threads,
        outside=base.outside,
        geography=geography,
        fetch=base.fetch,
        say=lambda locale: words(locale).plain,
    )
    workbooks = RegistryWorkbooks(base.database, base.threads, geography)
    return Module(
        {
            "registry_book": book,
            "registry_edits": RegistryEdits(geography, book),
            "registry_past": RegistryPast(geography),
            "membership": OfficerMembership(book, base.invites, joining, base.bot_name),
        },
        {CHECK: files.check, APPLY: files.apply, TEMPLATE: workbooks.template, EXPORT: workbooks.export},
    )


def announcements_of(base: Common) -> Announcements:
    settings = base.settings
    quiet = QuietHours.read(settings.quiet_hours)
    return assembled(
        database=base.database,
        clock=base.clock,
        directory=base.directory,
        lookup=base.lookup,
        finder=AreaFinder(base.places),
        rules=Rules(LANGUAGES, settings.announcement_approval, quiet, settings.allow_paid_broadcast),
    )


def announcements_module(base: Common, announcements: Announcements) -> Module:
    reading = ReadStations(announcements.drafts, announcements.composing, base.fetch, base.outside)
    return Module(
        {"announcements": announcements},
        {
            "announcement-stations": reading,
            "announcement-results": WriteResults(announcements.counting, base.lookup, base.threads, words),
        },
    )


def figures_module(base: Common) -> Module:
    """Figures, and the papers made of them."""
    extents = Extents(base.places, base.lookup)
    figures = Figures(
        database=base.database,
        gazetteer=base.places,
        directory=base.directory,
        threads=base.threads,
        clock=base.clock,
        more=(announced,),
    )
    counting = FiguresWork(
        figures=figures, extents=extents, gazetteer=base.places, threads=base.threads, speakers=words
    )
    deep_links = DeepLinks(base.places, base.directory, base.clock)
    printer = PosterPrinter(deep_links, base.threads, print_poster, base.bot_name, base.clock)
    halfyears = HalfYears(figures, base.directory, base.places, base.threads, print_halfyear)
    return Module(
        {
            "extents": extents,
            "deep_links": deep_links,
            "posters": Posters(base.directory, base.lookup, AreaFinder(base.places), deep_links),
            "halfyears": halfyears,
        },
        {**counting.kinds(), "poster": printer.one, "posters": printer.many, "halfyear": halfyears.work},
    )
