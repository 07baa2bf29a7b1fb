"""What an admin can do, and where."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.domain.admin_notices import AdminHome
from bot.domain.admins import Admin
from bot.domain.notices import CommandMenu
from bot.domain.people import Officer
from bot.domain.reports import Reader
from bot.services.territories import Territories
from bot.services.turns import Turn


async def home(
    _message: Message, turn: Turn, reader: Reader, territories: Territories, admin: Admin, officer: Officer | None
) -> None:
    """/admin"""
    await turn.tell(reader, AdminHome(territories.of(admin.scope)))
    await turn.tell(reader, CommandMenu(officer=officer is not None, admin=True))


def router() -> Router:
    found = Router(name="admin-home")
    found.message.register(home, Command("admin"))
    return found
