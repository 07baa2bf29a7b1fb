"""What an admin can do, and where."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.domain.admin_notices import AdminHome
from bot.domain.admins import Admin
from bot.domain.keeping import Keeping
from bot.domain.reports import Recipient
from bot.services import menus
from bot.services.territories import AdminTerritories
from bot.services.turns import Turn


async def home(
    _message: Message, turn: Turn, recipient: Recipient, territories: AdminTerritories, keeping: Keeping, admin: Admin
) -> None:
    """/admin"""
    nameless = admin.superadmin and not keeping.operator.name
    await turn.tell(recipient, AdminHome(territories.of(admin.scope), nameless))
    await menus.show(turn, recipient)


def router() -> Router:
    found = Router(name="admin-home")
    found.message.register(home, Command("admin"))
    return found
