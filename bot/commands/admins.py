"""`admins`: who looks after what, inviting, removing; what a superadmin does in the chat, for the operator."""

from argparse import ArgumentParser, Namespace
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final, NamedTuple

from bot.commands.officers import AskUsername
from bot.commands.opened import opened
from bot.commands.service import ask_username as ask_telegram
from bot.config import Settings
from bot.domain.admins import COUNTRY, Admin, Scope
from bot.domain.clock import utc_now
from bot.domain.errors import DeskError
from bot.domain.links import opening
from bot.places.gazetteer import Gazetteer
from bot.places.load import load_gazetteer
from bot.places.named_areas import LEVELS
from bot.services.admin_office import AdminOffice
from bot.services.admins import Admins
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from bot.services.territories import AdminTerritories
from bot.services.turns import Turns
from bot.texts.parts import moment, title
from bot.texts.words import words

REFUSED: Final = 2


class Office(NamedTuple):
    desk: AdminOffice
    territories: AdminTerritories
    turns: Turns
    gazetteer: Gazetteer


def add_parser(subparsers: Any) -> None:
    """Add `admins` to what `ArgumentParser.add_subparsers()` returned."""
    parser: ArgumentParser = subparsers.add_parser("admins", help="list, invite and remove admins")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    actions.add_parser("list", help="who looks after what").set_defaults(main=show)
    invited = actions.add_parser("invite", help="make a join link for an admin")
    invited.add_argument("areas", metavar="AREA", nargs="+", help="names or codes of oblasts, raions, hromadas; or UA")
    invited.add_argument("--username", help="the bot's username; asked from Telegram otherwise")
    invited.set_defaults(main=invite)
    removed = actions.add_parser("remove", help="remove an admin")
    removed.add_argument("admin", metavar="ADMIN", type=int, help="the number that `admins list` shows")
    removed.set_defaults(main=remove)


@asynccontextmanager
async def _office(settings: Settings) -> AsyncIterator[Office]:
    async with opened(settings) as database:
        gazetteer = await load_gazetteer(database)
        directory = DirectoryService(database, utc_now, lambda: gazetteer)
        territories = AdminTerritories(lambda: gazetteer, Lookup(lambda: gazetteer, directory))
        known = Admins(settings.superadmins, settings.default_locale)
        desk = AdminOffice(known, territories, hours=settings.invite_hours)
        yield Office(desk, territories, Turns(database, utc_now, lambda: None), gazetteer)


async def show(_args: Namespace, settings: Settings) -> int:
    """Print everybody: number, name, territory."""
    say = words(settings.default_locale).plain
    async with _office(settings) as office, office.turns.database.read():
        listed = await office.desk.listed(None)
    for admin in listed:
        territory = _territory(admin.scope, office, settings)
        superadmin = "yes" if admin.superadmin else "no"
        print(say("admins-line", id=str(admin.id), name=admin.name, territory=territory, superadmin=superadmin))
    if not listed:
        print(say("admins-none"))
    return 0


async def invite(args: Namespace, settings: Settings, *, ask_username: AskUsername = ask_telegram) -> int:
    """Print a one-time link for an admin of these areas."""
    say = words(settings.default_locale).plain
    async with _office(settings) as office:
        codes, faults = _codes(args.areas, office.gazetteer, settings)
        if faults:
            print(*faults, sep="\n")
            return REFUSED
        async with office.turns.open() as turn:
            payload = await office.desk.invite(turn, None, codes)
            until = moment(turn.now + office.desk.lifetime)
    username = args.username or await ask_username(settings)
    print(say("invite-created", name=_territory(Scope(frozenset(codes)), office, settings), until=until))
    print(opening(username or "BOT", payload))
    if not username:
        print(say("invite-no-username"))
    return 0


async def remove(args: Namespace, settings: Settings) -> int:
    """Remove an admin; a running bot heeds it with their next word."""
    say = words(settings.default_locale).plain
    gone: Admin | None = None
    async with _office(settings) as office:
        try:
            async with office.turns.open() as turn:
                gone = await office.desk.find(None, args.admin)
                await office.desk.remove(turn, None, args.admin)
        except DeskError:
            print(say("admins-superadmin", name=gone.name) if gone else say("admins-unknown", id=str(args.admin)))
            return REFUSED
    print(say("admins-removed", name=gone.name))
    return 0


def _territory(scope: Scope, office: Office, settings: Settings) -> str:
    here = words(settings.default_locale)
    return "; ".join(title(here, place) for place in office.territories.of(scope)) or here.plain("admin-country")


def _codes(areas: Sequence[str], gazetteer: Gazetteer, settings: Settings) -> tuple[list[str], list[str]]:
    """The code of each area, and a sentence for each that is none or several."""
    say = words(settings.default_locale).plain
    codes, faults = [], []
    for name in areas:
        units = gazetteer.named_areas.typed(name, LEVELS)
        found = [COUNTRY] if name.upper() == COUNTRY else [unit.katottg for unit in units]
        if len(found) == 1:
            codes += found
        elif found:
            listed = ", ".join(f"{gazetteer.unit(code).name} {code}" for code in found[:10])
            faults.append(say("admins-area-several", name=name, codes=listed))
        else:
            faults.append(say("admins-area-unknown", name=name))
    return codes, faults
