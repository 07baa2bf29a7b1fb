"""What an admin can do, and where."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.domain.admin_notices import AdminHome
from bot.domain.admins import Admin
from bot.domain.notices import CommandMenu
from bot.domain.people import Officer
from bot.domain.reports import Reader
from bot.services.lookup import Lookup
from bot.services.turns import Turn


async def home(
    _message: Message, turn: Turn, reader: Reader, lookup: Lookup, admin: Admin, officer: Officer | None
) -> None:
    """/admin"""
    await turn.tell(reader, AdminHome(territory(admin, lookup)))
    await turn.tell(reader, CommandMenu(officer=officer is not None, admin=True))


def territory(admin: Admin, lookup: Lookup) -> tuple[str, ...]:
    """Names of the areas; empty: the whole country."""
    if admin.scope.is_country:
        return ()
    units = (lookup.unit(code) for code in sorted(admin.scope.codes))
    return tuple(unit.name for unit in units if unit is not None)


def router() -> Router:
    found = Router(name="admin-home")
    found.message.register(home, Command("admin"))
    return found
