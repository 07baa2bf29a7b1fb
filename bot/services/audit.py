"""Notes what admins do: who, what, when, before, after. Goes into the same transaction as the deed."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.admins import Admin
from bot.services.turns import Turn
from db import audit


async def note(
    turn: Turn,
    admin: Admin | None,
    action: str,
    subject: str,
    *,
    areas: Sequence[str] = (),
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """`subject` names what it was done to ("station:ZT-01"); `areas` are the codes it concerns, empty for the
    country; `before` and `after` are plain values, never what a resident wrote. `admin` None: the command line."""
    await audit.note(
        at=turn.now,
        admin_id=admin.id if admin else None,
        action=action,
        subject=subject,
        areas=areas,
        before=before,
        after=after,
    )
