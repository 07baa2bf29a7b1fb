"""/rollback: the latest changes, and the way back before one of them."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.directory import BackAct, BackPage, BackStep
from bot.domain.admins import Admin
from bot.domain.registry_notices import RollbackDropped
from bot.domain.reports import Recipient
from bot.services.figures.works import tell_gaps_left
from bot.services.registry.past import RegistryPast
from bot.services.turns import Turn
from handlers.buttons import message_of
from handlers.filters import On


async def show(_message: Message, turn: Turn, recipient: Recipient, admin: Admin, registry_past: RegistryPast) -> None:
    await turn.tell(recipient, await registry_past.latest(admin))


async def turn_page(
    query: CallbackQuery, act: BackPage, turn: Turn, recipient: Recipient, admin: Admin, registry_past: RegistryPast
) -> None:
    await turn.tell(recipient, await registry_past.latest(admin, act.number), edits=message_of(query))


async def take_step(
    query: CallbackQuery,
    act: BackAct,
    turn: Turn,
    recipient: Recipient,
    admin: Admin,
    registry_past: RegistryPast,
) -> None:
    """Shown first, then done; both are refused when the directory has moved on since or lies elsewhere."""
    here = message_of(query)
    match act.step:
        case BackStep.SHOW:
            await turn.tell(recipient, await registry_past.before(admin, act.generation), edits=here)
        case BackStep.DO:
            done = await registry_past.go_back(turn, admin, act.generation, act.seen)
            await turn.tell(recipient, done, edits=here)
            await tell_gaps_left(turn, recipient, admin.scope)
        case BackStep.DROP:
            await turn.tell(recipient, RollbackDropped(), edits=here)


def router() -> Router:
    found = Router(name="admin-past")
    found.message.register(show, Command("rollback"))
    found.callback_query.register(turn_page, On(BackPage))
    found.callback_query.register(take_step, On(BackAct))
    return found
