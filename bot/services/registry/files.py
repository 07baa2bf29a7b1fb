"""Registry files sent to the bot: looked at without changing anything, shown, and applied when an admin says so.

Two kinds of work: `check` reads the file and shows what it would change; `apply` reads it again and holds it against
the registry as it is then. Only the very difference that was shown is applied; another one is shown first.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import db.admins
import db.checks
import db.gazetteer
from bot.domain.admins import Admin
from bot.domain.attachments import UploadMedia
from bot.domain.errors import FileRefused, ImportDecided, OutOfScope
from bot.domain.jobs import Job
from bot.domain.notices import Notice
from bot.domain.registry import Changes, Edition, How
from bot.domain.registry_notices import FaultWords, ImportApplied, ImportChecked, ImportFaulty, ImportSame, KindCount
from bot.domain.stored import fingerprint
from bot.outside.reading import Outside, Sent
from bot.services.figures.works import tell_gaps_left
from bot.services.geography import GazetteerGeography
from bot.services.jobs import Finish, WorkProgress
from bot.services.registry.faults import Fault, of_file
from bot.services.registry.importing import ground
from bot.services.registry.parsing import Parsed, parse
from bot.services.registry.planning import Ground, Plan, plan, refused
from bot.services.registry.report import Say, report
from bot.services.registry.writing import write_edition
from bot.services.threads import ThreadPool
from bot.services.turns import Turn
from db.checks import Check
from db.engine import Database
from db.uploads import add as add_upload

Fetch: TypeAlias = Callable[[str], Awaitable[bytes]]

CHECK: Final = "registry-check"
APPLY: Final = "registry-apply"
STEPS: Final = 4
FIRST_FAULTS: Final = 3


class ChangedMeanwhile(Exception):
    """Between the last look and the writing: the work is done again, and shows the new difference."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A file as it was just held against the registry."""

    name: str
    content: bytes
    admin: Admin
    parsed: Parsed | None
    plan: Plan


class RegistryFiles:
    """`fetch` gets a file's bytes by its id; `say` gives the sentences of a language."""

    def __init__(
        self,
        *,
        database: Database,
        threads: ThreadPool,
        outside: Outside,
        geography: GazetteerGeography,
        fetch: Fetch,
        say: Callable[[str], Say],
    ) -> None:
        self._database = database
        self._threads = threads
        self._outside = outside
        self._geography = geography
        self._fetch = fetch
        self._say = say

    async def check(self, job: Job, progress: WorkProgress) -> Finish:
        """Args: `admin_id`, `file_id`, `name`."""
        await progress.shown(0, STEPS)
        content = await self._fetch(job.args["file_id"])
        found = await self._look(job.args["name"], content, await self._admin(job), progress)
        sheet = await self._report(found, job)

        async def finish(turn: Turn) -> Sequence[Notice]:
            if not found.plan.faults and not found.plan.changes.size:
                return [ImportSame(found.name)]
            if found.plan.faults:
                return [await _faulty(turn, found, sheet)]
            shown = fingerprint(found.plan.changes)
            check_id = await db.checks.add(
                admin_id=found.admin.id, name=found.name, content=content, fingerprint=shown, now=turn.now
            )
            return [await _checked(turn, found, sheet, check_id=check_id, moved=False)]

        return finish

    async def apply(self, job: Job, progress: WorkProgress) -> Finish:
        """Args: `admin_id`, `check_id`. Raises ImportDecided, OutOfScope."""
        check_id: int = job.args["check_id"]
        admin = await self._admin(job)
        async with self._database.read():
            check, content = still_open(await db.checks.find(check_id), admin)
        found = await self._look(check.name, content, admin, progress)
        if found.plan.faults or fingerprint(found.plan.changes) != check.fingerprint:
            return self._shown_anew(found, await self._report(found, job), check_id)

        async def finish(turn: Turn) -> Sequence[Notice]:
            applied = await self._write(turn, found, check)
            await tell_gaps_left(turn, job.recipient, found.admin.scope)
            return [applied]

        return finish

    async def _write(self, turn: Turn, found: Looked, check: Check) -> Notice:
        """The same once more in the transaction that writes: nobody can come in between any more."""
        await db.gazetteer.lock()
        if not await db.checks.decide(check.id, "applied"):
            raise ImportDecided
        parsed = found.parsed
        if parsed is None:
            raise ChangedMeanwhile
        latest = self._plan(parsed, await ground(parsed), found.admin)
        if latest.faults or fingerprint(latest.changes) != check.fingerprint:
            raise ChangedMeanwhile
        generation = await write_edition(
            latest.old,
            latest.new,
            how=How.IMPORT,
            label=found.name,
            admin=found.admin,
            now=turn.now,
            geography=self._geography,
        )
        return ImportApplied(found.name, counts_of(latest.changes), generation or 0)

    def _shown_anew(self, found: Looked, sheet: bytes, check_id: int) -> Finish:
        async def finish(turn: Turn) -> Sequence[Notice]:
            if found.plan.faults:
                await db.checks.decide(check_id, "discarded")
                return [await _faulty(turn, found, sheet)]
            if not found.plan.changes.size:
                await db.checks.decide(check_id, "discarded")
                return [ImportSame(found.name)]
            await db.checks.show_anew(check_id, fingerprint(found.plan.changes))
            return [await _checked(turn, found, sheet, check_id=check_id, moved=True)]

        return finish

    async def _admin(self, job: Job) -> Admin:
        """As they are now: their territory may have changed while the job waited."""
        async with self._database.read():
            admin = await db.admins.by_id(job.args["admin_id"])
        if admin is None or not admin.chat_id:
            raise OutOfScope
        return admin

    async def _look(self, name: str, content: bytes, admin: Admin, progress: WorkProgress) -> Looked:
        await progress.shown(1, STEPS)
        try:
            tables = await self._outside.tables(Sent(name, content))
        except FileRefused as error:
            return Looked(name, content, admin, None, refused(Edition(), (of_file(error),)))
        parsed = await self._threads.do(parse, tables)
        await progress.shown(2, STEPS)
        async with self._database.read():
            standing = await ground(parsed)
        found = await self._threads.do(self._plan, parsed, standing, admin)
        await progress.shown(3, STEPS)
        return Looked(name, content, admin, parsed, found)

    def _plan(self, parsed: Parsed, standing: Ground, admin: Admin) -> Plan:
        return plan(parsed, standing, admin.scope, self._geography)

    async def _report(self, found: Looked, job: Job) -> bytes:
        return await self._threads.do(report, found.plan, self._say(job.recipient.locale), self._geography.name)


def still_open(check: Check | None, admin: Admin) -> tuple[Check, bytes]:
    """The file with its bytes; raises ImportDecided, or OutOfScope for somebody else's."""
    if check is None or check.content is None:
        raise ImportDecided
    if check.admin_id != admin.id:
        raise OutOfScope
    return check, check.content


async def discard(admin: Admin, check_id: int) -> str:
    """The file's name; raises ImportDecided, OutOfScope."""
    check, _ = still_open(await db.checks.find(check_id), admin)
    await db.checks.decide(check_id, "discarded")
    return check.name


async def _checked(turn: Turn, found: Looked, sheet: bytes, *, check_id: int, moved: bool) -> Notice:
    return ImportChecked(
        upload_id=await _upload(turn, sheet),
        check_id=check_id,
        name=found.name,
        counts=counts_of(found.plan.changes),
        moved=moved,
        part=not found.admin.scope.is_country,
    )


async def _faulty(turn: Turn, found: Looked, sheet: bytes) -> Notice:
    faults = found.plan.faults
    first = tuple(fault_words(each) for each in faults[:FIRST_FAULTS])
    return ImportFaulty(await _upload(turn, sheet), found.name, len(faults), first)


async def _upload(turn: Turn, sheet: bytes) -> int:
    name = f"registry-check-{turn.now:%Y-%m-%d-%H%M}.xlsx"
    return await add_upload(name=name, media=UploadMedia.DOCUMENT, content=sheet, now=turn.now)


def fault_words(fault: Fault) -> FaultWords:
    return FaultWords(fault.code, fault.sheet, fault.line, fault.column, tuple(fault.fields.items()))


def counts_of(difference: Changes) -> tuple[KindCount, ...]:
    return tuple(
        KindCount(kind, len(each.added), len(each.changed), len(each.retired)) for kind, each in difference.by_kind()
    )
