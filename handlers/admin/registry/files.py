"""A registry file is sent, looked at, applied or discarded; the empty workbook."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.domain.acts.directory import ImportAct, ImportStep
from bot.domain.admins import Admin
from bot.domain.registry_notices import ImportDiscarded, ImportHow
from bot.domain.reports import Recipient
from bot.services.jobs import start_job
from bot.services.registry.files import APPLY, CHECK, discard
from bot.services.registry.workbooks import TEMPLATE
from bot.services.turns import Turn
from handlers.filters import On, RegistryDocument

SUFFIXES = (".xlsx", ".zip")


async def take(message: Message, turn: Turn, recipient: Recipient, admin: Admin) -> None:
    """A workbook or an archive is looked at; of any other document it is said what to send."""
    document = message.document
    name = (document.file_name or "" if document else "").strip()
    if document is None or not name.lower().endswith(SUFFIXES):
        await turn.tell(recipient, ImportHow())
        return
    await start_job(turn, recipient, CHECK, admin_id=admin.id, file_id=document.file_id, name=name[:100])


async def decide(_query: CallbackQuery, act: ImportAct, turn: Turn, recipient: Recipient, admin: Admin) -> None:
    """Apply or discard what was shown."""
    if act.step is ImportStep.DISCARD:
        await turn.tell(recipient, ImportDiscarded(await discard(admin, act.check_id)))
        return
    await start_job(turn, recipient, APPLY, admin_id=admin.id, check_id=act.check_id)


async def template(_message: Message, turn: Turn, recipient: Recipient) -> None:
    """/template"""
    await start_job(turn, recipient, TEMPLATE)


def router() -> Router:
    found = Router(name="admin-files")
    found.message.register(template, Command("template"))
    found.message.register(take, RegistryDocument())
    found.callback_query.register(decide, On(ImportAct))
    return found
