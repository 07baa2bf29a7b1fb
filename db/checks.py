"""Registry files that were sent and looked at, waiting for a yes."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from db.engine import execute
from db.schema import checks


@dataclass(frozen=True, slots=True)
class Check:
    """`content` None: it is decided. `fingerprint`: of the difference that was shown (`bot.domain.stored`)."""

    id: int
    admin_id: int
    name: str
    content: bytes | None
    fingerprint: str


async def add(*, admin_id: int, name: str, content: bytes, fingerprint: str, now: datetime) -> int:
    row = {"admin_id": admin_id, "name": name[:200], "content": content, "fingerprint": fingerprint}
    added = sa.insert(checks).values(row | {"created_at": now}).returning(checks.c.id)
    return int((await execute(added)).scalar_one())


async def find(check_id: int) -> Check | None:
    row = (await execute(sa.select(checks).where(checks.c.id == check_id))).one_or_none()
    return row and Check(row.id, row.admin_id, row.name, row.content, row.fingerprint)


async def show_anew(check_id: int, fingerprint: str) -> None:
    """Another difference was shown."""
    await execute(sa.update(checks).where(checks.c.id == check_id).values(fingerprint=fingerprint))


async def decide(check_id: int, outcome: str) -> bool:
    """`applied` or `discarded`; the file is erased. False when it was decided before."""
    waiting = checks.c.id == check_id, checks.c.outcome.is_(None)
    return (await execute(sa.update(checks).where(*waiting).values(outcome=outcome, content=None))).rowcount > 0


async def expire(before: datetime) -> int:
    """Nobody decided: the files go."""
    old = checks.c.created_at < before, checks.c.outcome.is_(None)
    return (await execute(sa.update(checks).where(*old).values(outcome="expired", content=None))).rowcount
