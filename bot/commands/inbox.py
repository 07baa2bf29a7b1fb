"""`inbox`: updates that were set aside because they failed too often, and how they are handed in again."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import Any, Final

from bot.commands.opened import opened
from bot.config import Settings
from bot.domain.clock import shown_moment
from bot.texts.words import words
from db import inbox

REFUSED: Final = 2


def add_parser(subparsers: Any) -> None:
    """Add `inbox` to what `ArgumentParser.add_subparsers()` returned."""
    parser: ArgumentParser = subparsers.add_parser("inbox", help="updates that were set aside")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    listed = actions.add_parser("list", help="what was set aside, without its contents")
    listed.set_defaults(main=list_aside)
    again = actions.add_parser("retry", help="hand it in again")
    again.add_argument("numbers", nargs="*", type=_number, metavar="NUMBER", help="as listed; none: all")
    again.set_defaults(main=retry)


def _number(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 2**63:
        raise ArgumentTypeError(f"no number: {text!r}")
    return int(text)


async def list_aside(_args: Namespace, settings: Settings) -> int:
    """One line each: number, when it came, when and why it was set aside."""
    say = words(settings.default_locale).plain
    async with opened(settings) as database, database.read():
        found = await inbox.aside()
    for each in found:
        came, aside = shown_moment(each.received_at), shown_moment(each.set_aside_at)
        print(say("inbox-aside", number=str(each.id), came=came, aside=aside, error=each.error))
    print(say("inbox-aside-count", count=len(found)))
    return 0


async def retry(args: Namespace, settings: Settings) -> int:
    """A running bot takes it up within a second. Code 2: nothing of it is there."""
    say = words(settings.default_locale).plain
    async with opened(settings) as database, database.write():
        count = await inbox.hand_in_again(args.numbers or None)
    print(say("inbox-again", count=count))
    return 0 if count or not args.numbers else REFUSED
