"""The audit log as an admin may read it: what lies inside the own scope, in plain values, page by page."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.domain.admin_notices import AuditChange, AuditPage, AuditRecord, AuditValue
from bot.domain.admins import Scope
from bot.services.territories import AdminTerritories
from db import audit
from db.audit import Record

PAGE: Final = 5
BATCH: Final = 200
MOST_READ: Final = 5_000
"""Records looked through for one page: an admin of a quiet hromada goes on from there with the same button."""
LONGEST: Final = 120
"""Characters of one value that are shown."""
_CODE: Final = re.compile(r"UA\d{17}")


class AuditLog:
    """`territories` tells what lies inside whose scope, and names codes."""

    def __init__(self, territories: AdminTerritories) -> None:
        self._territories = territories

    async def page(self, scope: Scope, before_id: int = 0) -> AuditPage:
        """The newest records, or those before one."""
        seen: list[Record] = []
        cursor = before_id or None
        for _ in range(MOST_READ // BATCH):
            batch = await audit.newest(most=BATCH, before_id=cursor)
            for record in self._inside(scope, batch):
                if len(seen) == PAGE:
                    return self._page(seen, seen[-1].id, newest=not before_id)
                seen.append(record)
            if len(batch) < BATCH:
                return self._page(seen, 0, newest=not before_id)
            cursor = batch[-1].id
        return self._page(seen, cursor or 0, newest=not before_id)

    async def all(self, scope: Scope) -> list[AuditRecord]:
        """Everything inside the scope, newest first."""
        found: list[AuditRecord] = []
        cursor: int | None = None
        while batch := await audit.newest(most=BATCH, before_id=cursor):
            found += map(self._plain, self._inside(scope, batch))
            cursor = batch[-1].id
        return found

    def _inside(self, scope: Scope, batch: Sequence[Record]) -> list[Record]:
        return [record for record in batch if self._territories.inside(scope, record.areas)]

    def _page(self, seen: Sequence[Record], older: int, *, newest: bool) -> AuditPage:
        return AuditPage(tuple(map(self._plain, seen)), older, newest)

    def _plain(self, record: Record) -> AuditRecord:
        return AuditRecord(
            id=record.id,
            at=record.at,
            who=record.admin,
            action=record.action,
            subject=record.subject,
            areas=record.areas,
            changes=_changes(record.before or {}, record.after or {}),
            places=self._territories.names(set(_CODE.findall(repr(record)))),
        )


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[AuditChange, ...]:
    """Only what differs, in the order it was noted."""
    keys = dict.fromkeys((*before, *after))
    told = (AuditChange(key, _value(before.get(key)), _value(after.get(key))) for key in keys)
    return tuple(each for each in told if each.before != each.after)


def _value(value: Any) -> AuditValue:
    """Lists in a row, the parts of one thing in another; nothing for what is empty."""
    match value:
        case None | "" | [] | {}:
            return None
        case bool():
            return value
        case list():
            return clipped(", ".join(str(_value(each)) for each in value))
        case Mapping():
            return clipped(" ".join(str(each) for each in value.values() if each is not None))
        case _:
            return clipped(str(value))


def clipped(text: str) -> str:
    """Codes stay whole: a list is cut between its parts."""
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(", ")[0] + "…"
