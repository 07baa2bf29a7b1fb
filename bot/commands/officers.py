"""`invite` and `officers`: who has joined, how somebody joins, how a lost phone is cut off."""

from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, Final, TypeAlias

import db.officers
from bot.commands.opened import opened
from bot.commands.service import ask_username as ask_telegram
from bot.config import Settings
from bot.domain.clock import utc_now
from bot.domain.links import opening
from bot.domain.notices import OfficerConfirmed
from bot.domain.people import Officer
from bot.domain.recipients import recipient_of
from bot.services import audit, leaving, menus
from bot.services.invites import Invites
from bot.services.turns import Turns
from bot.texts.parts import moment
from bot.texts.words import words
from db.engine import Database

UNKNOWN: Final = 2

AskUsername: TypeAlias = Callable[[Settings], Awaitable[str | None]]
"""Asks Telegram what the bot is called; None when there is no token."""


def add_parser(subparsers: Any) -> None:
    """Add `invite` and `officers` to what `ArgumentParser.add_subparsers()` returned."""
    invited: ArgumentParser = subparsers.add_parser("invite", help="make a join link for an officer")
    invited.add_argument("officer", metavar="OFFICER", help="the officer's number or code in the registry")
    invited.add_argument("--username", help="the bot's username; asked from Telegram otherwise")
    invited.set_defaults(main=invite)
    parser: ArgumentParser = subparsers.add_parser("officers", help="list officers, cut off a lost phone")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    actions.add_parser("list", help="all officers in service").set_defaults(main=show)
    confirmed = actions.add_parser("confirm", help="the account that joined is the officer's: reports may go there")
    confirmed.add_argument("officer", metavar="OFFICER", help="the officer's number or code in the registry")
    confirmed.set_defaults(main=confirm)
    unbound = actions.add_parser("unbind", help="cut off an officer's phone at once")
    unbound.add_argument("officer", metavar="OFFICER", help="the officer's number or code in the registry")
    unbound.set_defaults(main=unbind)


async def invite(args: Namespace, settings: Settings, *, ask_username: AskUsername = ask_telegram) -> int:
    """Print a one-time link for one officer."""
    say = words(settings.default_locale).plain
    async with opened(settings) as database:
        officer = await find(database, args.officer)
        if officer is None:
            print(say("officers-unknown", officer=args.officer))
            return UNKNOWN
        payload = await Invites(database, utc_now, hours=settings.invite_hours).create(officer.id)
        await noted(database, "officer-invited", officer)
    username = args.username or await ask_username(settings)
    until = moment(utc_now() + timedelta(hours=settings.invite_hours))
    print(say("invite-created", name=officer.name, until=until))
    print(opening(username or "BOT", payload))
    if not username:
        print(say("invite-no-username"))
    return 0


async def show(_args: Namespace, settings: Settings) -> int:
    """Print everybody in service: number, code, role, name, whether they have joined."""
    say = words(settings.default_locale).plain
    async with opened(settings) as database, database.read():
        listed = await db.officers.in_service()
    for officer in listed:
        role, state = say(f"officers-role-{officer.role}"), say(f"officers-state-{officer.joined}")
        print(officer.id, officer.code, role, officer.name, state, sep="\t")
    if not listed:
        print(say("officers-none"))
    return 0


async def unbind(args: Namespace, settings: Settings) -> int:
    """Cut the officer's phone off; a running bot heeds it with its next update."""
    say = words(settings.default_locale).plain
    async with opened(settings) as database:
        officer = await find(database, args.officer)
        if officer is None:
            print(say("officers-unknown", officer=args.officer))
            return UNKNOWN
        async with Turns(database, utc_now, lambda: None).open() as turn:
            await leaving.cut_off(turn, Invites(database, utc_now, hours=settings.invite_hours), officer.id)
            await audit.note(turn, None, "officer-unbound", f"officer:{officer.code}")
    print(say("officers-unbound", name=officer.name))
    return 0


async def confirm(args: Namespace, settings: Settings) -> int:
    """Say that the account which joined is the officer's; a running bot hands over what waits within a minute."""
    say = words(settings.default_locale).plain
    async with opened(settings) as database:
        officer = await find(database, args.officer)
        if officer is None:
            print(say("officers-unknown", officer=args.officer))
            return UNKNOWN
        if officer.joined != "pending":
            print(say("officers-not-pending", name=officer.name))
            return UNKNOWN
        async with Turns(database, utc_now, lambda: None).open() as turn:
            await db.officers.confirm(officer.id, now=turn.now, behind=True)
            await audit.note(turn, None, "officer-confirmed", f"officer:{officer.code}")
            await turn.tell(recipient_of(officer), OfficerConfirmed(officer.name))
            await menus.show(turn, recipient_of(officer))
    print(say("officers-confirmed", name=officer.name))
    return 0


async def noted(database: Database, action: str, officer: Officer) -> None:
    """What is done at the command line stands in the log of changes like anything else."""
    async with Turns(database, utc_now, lambda: None).open() as turn:
        await audit.note(turn, None, action, f"officer:{officer.code}")


async def find(database: Database, wanted: str) -> Officer | None:
    """An officer in service by code, else by number."""
    async with database.read():
        by_code = await db.officers.by_code(wanted)
        return by_code or (await db.officers.by_id(int(wanted)) if wanted.isdecimal() else None)
