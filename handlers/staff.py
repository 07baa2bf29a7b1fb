"""For officers and admins alike: the daily digest, the half-yearly report."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.cases import DigestSwitch
from bot.domain.admins import Admin
from bot.domain.people import Officer
from bot.domain.reports import Recipient
from bot.services.digests import Digests
from bot.services.halfyear import HalfYears
from bot.services.turns import Turn
from handlers.buttons import message_of
from handlers.filters import FromStaff, On


async def digest(_message: Message, turn: Turn, recipient: Recipient, digests: Digests) -> None:
    await turn.tell(recipient, await digests.settings(recipient))


async def switch(query: CallbackQuery, act: DigestSwitch, turn: Turn, recipient: Recipient, digests: Digests) -> None:
    changed = await digests.switch(recipient, on=act.on)
    await turn.tell(recipient, changed, edits=message_of(query))


async def halfyear(
    _message: Message,
    command: CommandObject,
    turn: Turn,
    recipient: Recipient,
    halfyears: HalfYears,
    officer: Officer | None,
    admin: Admin | None,
) -> None:
    """/halfyear, /halfyear 2026-1; an admin: /halfyear CODE 2026-1"""
    await halfyears.ask(turn, recipient, (command.args or "").split(), officer, admin)


def router() -> Router:
    found = Router(name="staff")
    for observer in (found.message, found.callback_query):
        observer.filter(FromStaff())
    found.message.register(digest, Command("digest"))
    found.message.register(halfyear, Command("halfyear"))
    found.callback_query.register(switch, On(DigestSwitch))
    return found
