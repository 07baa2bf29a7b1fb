"""/audit: who changed what, page by page; and all of it as a file."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.domain.admins import Admin
from bot.domain.reports import Reader
from bot.services.audit_export import KIND
from bot.services.audit_log import AuditLog
from bot.services.jobs import start_job
from bot.services.turns import Turn
from bot.telegram.admin_callbacks import AuditAct, AuditStep
from handlers.buttons import message_of


async def show(_message: Message, turn: Turn, reader: Reader, admin: Admin, audit_log: AuditLog) -> None:
    """/audit"""
    await turn.tell(reader, await audit_log.page(admin.scope))


async def act(
    query: CallbackQuery, callback_data: AuditAct, turn: Turn, reader: Reader, admin: Admin, audit_log: AuditLog
) -> None:
    """Older, newest, or everything as a file."""
    if callback_data.step is AuditStep.EXPORT:
        await start_job(turn, reader, KIND)
        return
    before = callback_data.before if callback_data.step is AuditStep.OLDER else 0
    page = await audit_log.page(admin.scope, before)
    await turn.tell(reader, page, edits=message_of(query))


def router() -> Router:
    found = Router(name="audit")
    found.message.register(show, Command("audit"))
    found.callback_query.register(act, AuditAct.filter())
    return found
