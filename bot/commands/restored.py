"""`restored`: what has to be done after a copy of the database was put back."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import datetime
from typing import Any, Final

from bot.commands.opened import opened
from bot.config import Settings
from bot.domain.clock import KYIV, shown_moment, utc_now
from bot.places.load import load_gazetteer
from bot.services import audit
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.restoring import restored
from bot.services.turns import Turns
from bot.texts.words import words
from db import restores

REFUSED: Final = 2
SKIP: Final = 1000
MOST: Final = 1_000_000


def add_parser(subparsers: Any) -> None:
    """Add `restored` to what `ArgumentParser.add_subparsers()` returned."""
    parser: ArgumentParser = subparsers.add_parser("restored", help="after a copy of the database was put back")
    parser.add_argument("--copied", type=_moment, metavar="MOMENT", help="when the copy was made (Kyiv time)")
    parser.add_argument("--skip", type=_number, default=SKIP, metavar="N", help="numbers that may have been given")
    parser.set_defaults(main=run)


def _moment(text: str) -> datetime:
    """«28.11.2026 03:00» or ISO; without a zone it is Kyiv's clock."""
    for read in (datetime.fromisoformat, _written):
        try:
            found = read(text.strip())
        except ValueError:
            continue
        return found if found.tzinfo else found.replace(tzinfo=KYIV)
    raise ArgumentTypeError(f"no moment: {text!r}; write 28.11.2026 03:00")


def _written(text: str) -> datetime:
    return datetime.strptime(text, "%d.%m.%Y %H:%M")  # noqa: DTZ007 - the zone follows


def _number(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= MOST:
        raise ArgumentTypeError(f"a number from 1 to {MOST}")
    return int(text)


async def run(args: Namespace, settings: Settings) -> int:
    """Move the numbers on, note the copy, tell everybody."""
    say = words(settings.default_locale).plain
    async with opened(settings) as database:
        gazetteer = await load_gazetteer(database)
        lookup = Lookup(lambda: gazetteer, DirectoryService(database, utc_now, lambda: gazetteer))
        async with Turns(database, utc_now, lambda: None).open() as turn:
            copied = args.copied or await restores.last_moment()
            if copied is None or copied > turn.now:
                print(say("restored-no-moment"))
                return REFUSED
            told = await restored(turn, lookup, copied, skip=args.skip)
            await audit.note(turn, None, "copy-put-back", f"copy:{shown_moment(copied)}")
    print(say("restored-done", copied=shown_moment(copied), skip=str(args.skip), people=told))
    return 0
