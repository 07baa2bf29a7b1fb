"""Workbooks for admins: the empty one, and the directory in force, to be changed and sent back."""

from collections.abc import Sequence
from typing import Final

import db.admins
import db.editions
from bot.domain.attachments import UploadMedia
from bot.domain.errors import OutOfScope
from bot.domain.jobs import Job
from bot.domain.notices import Notice
from bot.domain.registry_notices import RegistryFile, TemplateFile
from bot.domain.territory import within
from bot.services.geography import GazetteerGeography
from bot.services.jobs import Finish, WorkProgress
from bot.services.registry.template import filled_workbook, template_workbook
from bot.services.threads import ThreadPool
from bot.services.turns import Turn
from db.engine import Database
from db.uploads import add as add_upload

TEMPLATE: Final = "registry-template"
EXPORT: Final = "registry-export"


class RegistryWorkbooks:
    def __init__(self, database: Database, threads: ThreadPool, geography: GazetteerGeography) -> None:
        self._database = database
        self._threads = threads
        self._geography = geography

    async def template(self, _job: Job, _progress: WorkProgress) -> Finish:
        return _sending("registry-template.xlsx", await self._threads.do(template_workbook), TemplateFile)

    async def export(self, job: Job, _progress: WorkProgress) -> Finish:
        async with self._database.read():
            admin, edition = await db.admins.by_id(job.args["admin_id"]), await db.editions.load()
        if admin is None or not admin.chat_id:
            raise OutOfScope
        part = await self._threads.do(within, edition, admin.scope, self._geography)
        content = await self._threads.do(filled_workbook, part, self._geography.name)
        return _sending("registry.xlsx", content, RegistryFile)


def _sending(name: str, content: bytes, notice: type[TemplateFile] | type[RegistryFile]) -> Finish:
    async def finish(turn: Turn) -> Sequence[Notice]:
        upload_id = await add_upload(name=name, media=UploadMedia.DOCUMENT, content=content, now=turn.now)
        return [notice(upload_id)]

    return finish
