"""`poster` and `halfyear`: what is printed, from the command line."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.commands.officers import find
from bot.commands.opened import opened
from bot.commands.service import ask_username
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.domain.errors import DeskError
from bot.domain.halfyear import half_of
from bot.domain.posters import DeepLink, LinkTo
from bot.papers.halfyear import print_halfyear
from bot.papers.poster import print_poster
from bot.places.gazetteer import Gazetteer
from bot.places.load import load_gazetteer
from bot.places.named_areas import HROMADAS
from bot.services.bot_name import BotName
from bot.services.deep_links import DeepLinks
from bot.services.directory import DirectoryService
from bot.services.figures.figures import Figures
from bot.services.halfyear import HalfYears
from bot.services.posters import PosterPrinter
from bot.services.threads import ThreadPool
from bot.texts.words import words
from db.engine import Database

REFUSED: Final = 2


def add_parser(subparsers: Any) -> None:
    """Add both to what `ArgumentParser.add_subparsers()` returned."""
    poster: ArgumentParser = subparsers.add_parser("poster", help="print A4 posters with a QR code")
    poster.add_argument("station", nargs="?", metavar="STATION", help="a station's code or number")
    poster.add_argument("--hromada", metavar="NAME", help="for a hromada instead: its code or name")
    poster.add_argument("--all", action="store_true", help="for every station")
    poster.add_argument("--username", help="the bot's username; asked from Telegram otherwise")
    poster.set_defaults(main=print_posters)
    halfyear: ArgumentParser = subparsers.add_parser("halfyear", help="print an officer's half-yearly report")
    halfyear.add_argument("officer", metavar="OFFICER", help="the officer's number or code in the registry")
    halfyear.add_argument("--half", default="", metavar="2026-1", help="the half-year; else the last one that is over")
    halfyear.set_defaults(main=print_report)
    for each in (poster, halfyear):
        each.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where to write (default: here)")


@dataclass(frozen=True, slots=True)
class Press:
    """What the commands need."""

    database: Database
    gazetteer: Gazetteer
    directory: DirectoryService
    threads: ThreadPool


@asynccontextmanager
async def _press(settings: Settings) -> AsyncIterator[Press]:
    async with opened(settings) as database:
        gazetteer = await load_gazetteer(database)
        yield Press(database, gazetteer, DirectoryService(database, utc_now, lambda: gazetteer), ThreadPool())


async def print_posters(args: Namespace, settings: Settings) -> int:
    """Write a PDF and a PNG for each; what is unknown or may not be shown is named."""
    username = args.username or await ask_username(settings)
    if not username:
        print("Telegram was not asked what the bot is called: set BOT_TOKEN, or --username.", file=sys.stderr)
        return REFUSED
    async with _press(settings) as press:
        wanted = await _wanted(args, press)
        deep_links = DeepLinks(lambda: press.gazetteer, press.directory, utc_now)
        printer = PosterPrinter(deep_links, press.threads, print_poster, BotName(username), utc_now)
        return await _write_all(wanted, printer, args.out, settings)


async def _wanted(args: Namespace, press: Press) -> list[tuple[str, str]]:
    """(what it is called in files, the payload of its deep link)."""
    stations = sorted((await press.directory.current()).stations.values(), key=lambda each: each.code)
    if args.all:
        return [(each.code, DeepLink(LinkTo.STATION, str(each.id)).payload) for each in stations]
    if args.hromada:
        codes = [unit.katottg for unit in press.gazetteer.named_areas.called(args.hromada, HROMADAS)]
        return [(code, DeepLink(LinkTo.HROMADA, code).payload) for code in codes]
    fitting = [each for each in stations if args.station in {each.code, str(each.id)}]
    chosen = sorted(fitting, key=lambda each: each.code != args.station)[:1]
    return [(each.code, DeepLink(LinkTo.STATION, str(each.id)).payload) for each in chosen]


async def _write_all(
    wanted: Sequence[tuple[str, str]], printer: PosterPrinter, folder: Path, settings: Settings
) -> int:
    outcome = 0 if wanted else REFUSED
    if not wanted:
        print(words(settings.default_locale).plain("poster-nobody"), file=sys.stderr)
    for done, (name, payload) in enumerate(wanted, 1):
        printed = await printer.printed(payload)
        if printed is None:
            print(words(settings.default_locale).plain("poster-nobody"), name, file=sys.stderr)
            outcome = REFUSED
            continue
        pages = printed[2]
        for ending, content in (("pdf", pages.pdf), ("png", pages.png)):
            outcome = max(outcome, _write(folder / f"poster-{Path(name).name}.{ending}", content))
        print(f"{done}/{len(wanted)} poster-{name}.pdf", file=sys.stderr)
    return outcome


def _write(path: Path, content: bytes) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        print(f"{path}: {error.strerror or error}", file=sys.stderr)
        return REFUSED
    return 0


async def print_report(args: Namespace, settings: Settings) -> int:
    """Write the report of one officer."""
    say = words(settings.default_locale).plain
    async with _press(settings) as press:
        officer = await find(press.database, args.officer)
        figures = Figures(
            database=press.database,
            gazetteer=lambda: press.gazetteer,
            directory=press.directory,
            threads=press.threads,
            clock=utc_now,
        )
        halfyears = HalfYears(figures, press.directory, lambda: press.gazetteer, press.threads, print_halfyear)
        if officer is None:
            print(say("officers-unknown", officer=args.officer), file=sys.stderr)
            return REFUSED
        try:
            half = half_of(args.half, figures.today)
            content = await halfyears.printed(officer.id, half)
        except DeskError as refusal:
            print(say(f"refused-{refusal.code}"), file=sys.stderr)
            return REFUSED
    path = args.out / f"halfyear-{Path(officer.code).name}-{half.year}-{half.number}.pdf"
    print(path)
    return _write(path, content)
