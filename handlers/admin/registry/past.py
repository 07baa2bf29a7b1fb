"""/rollback: the latest changes, and the way back before one of them."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.domain.admins import Admin
from bot.domain.registry_notices import RollbackDropped
from bot.domain.reports import Reader
from bot.services.figures.works import tell_gaps_left
from bot.services.registry.past import RegistryPast
from bot.services.turns import Turn
from bot.telegram.registry_callbacks import BackAct, BackPage, BackStep
from handlers.buttons import message_of


async def show(_message: Message, turn: Turn, reader: Reader, admin: Admin, registry_past: RegistryPast) -> None:
    await turn.tell(reader, await registry_past.latest(admin))


async def turn_page(
    query: CallbackQuery, callback_data: BackPage, turn: Turn, reader: Reader, admin: Admin, registry_past: RegistryPast
) -> None:
    await turn.tell(reader, await registry_past.latest(admin, callback_data.number), edits=message_of(query))


async def act(
    query: CallbackQuery,
    callback_data: BackAct,
    turn: Turn,
    reader: Reader,
    admin: Admin,
    registry_past: RegistryPast,
) -> None:
    """Shown first, then done; both are refused when the directory has moved on since or lies elsewhere."""
    here = message_of(query)
    match callback_data.step:
        case BackStep.SHOW:
            await turn.tell(reader, await registry_past.before(admin, callback_data.generation), edits=here)
        case BackStep.DO:
            done = await registry_past.go_back(turn, admin, callback_data.generation, callback_data.seen)
            await turn.tell(reader, done, edits=here)
            await tell_gaps_left(turn, reader, admin.scope)
        case BackStep.DROP:
            await turn.tell(reader, RollbackDropped(), edits=here)


def router() -> Router:
    found = Router(name="admin-past")
    found.message.register(show, Command("rollback"))
    found.callback_query.register(turn_page, BackPage.filter())
    found.callback_query.register(act, BackAct.filter())
    return found
