"""/audit: who changed what, page by page; and all of it as a file."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.admins import AuditAct, AuditStep
from bot.domain.admins import Admin
from bot.domain.reports import Recipient
from bot.services.audit_export import KIND
from bot.services.audit_log import AuditLog
from bot.services.jobs import start_job
from bot.services.turns import Turn
from handlers.buttons import message_of
from handlers.filters import On


async def show(_message: Message, turn: Turn, recipient: Recipient, admin: Admin, audit_log: AuditLog) -> None:
    """/audit"""
    await turn.tell(recipient, await audit_log.page(admin.scope))


async def take_step(
    query: CallbackQuery, act: AuditAct, turn: Turn, recipient: Recipient, admin: Admin, audit_log: AuditLog
) -> None:
    """Older, newest, or everything as a file."""
    if act.step is AuditStep.EXPORT:
        await start_job(turn, recipient, KIND)
        return
    before = act.before if act.step is AuditStep.OLDER else 0
    page = await audit_log.page(admin.scope, before)
    await turn.tell(recipient, page, edits=message_of(query))


def router() -> Router:
    found = Router(name="audit")
    found.message.register(show, Command("audit"))
    found.callback_query.register(take_step, On(AuditAct))
    return found
