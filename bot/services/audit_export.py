"""The audit log as a workbook, made by a job."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from bot.domain.admin_notices import AuditFile, AuditRecord
from bot.domain.attachments import UploadMedia
from bot.domain.clock import KYIV
from bot.domain.errors import OutOfScope
from bot.domain.jobs import Job
from bot.services.admins import Admins
from bot.services.audit_log import AuditLog
from bot.services.jobs import WorkProgress
from bot.services.threads import ThreadPool
from bot.services.turns import Turn
from db import admins, uploads
from db.engine import Database

KIND: Final = "audit-export"

MakeBook: TypeAlias = Callable[[Sequence[AuditRecord], str], bytes]
"""A workbook of the records, in the language of this locale."""


class AuditExport:
    """`make` is blocking and runs in the threads."""

    def __init__(self, database: Database, known: Admins, log: AuditLog, threads: ThreadPool, make: MakeBook) -> None:
        self._database = database
        self._known = known
        self._log = log
        self._threads = threads
        self._make = make

    async def __call__(self, job: Job, progress: WorkProgress) -> "Finish":
        """What the admin may see at the time it is done; raises `OutOfScope` for somebody who is none any more."""
        async with self._database.read():
            admin = await admins.by_chat(job.recipient.chat_id)
            if admin is None or not self._known.still(admin):
                raise OutOfScope
            records = await self._log.all(admin.scope)
        await progress.shown(0)
        return Finish(await self._threads.do(self._make, records, job.recipient.locale), len(records))


class Finish:
    """Puts the file on its way, in the turn that ends the job."""

    def __init__(self, content: bytes, count: int) -> None:
        self._content = content
        self._count = count

    async def __call__(self, turn: Turn) -> tuple[AuditFile]:
        name = f"audit-{turn.now.astimezone(KYIV):%Y-%m-%d}.xlsx"
        upload = await uploads.add(name=name, media=UploadMedia.DOCUMENT, content=self._content, now=turn.now)
        return (AuditFile(upload, self._count),)
