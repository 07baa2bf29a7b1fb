"""One officer at a time: who sits behind a Telegram chat, and who can be written to. Always read fresh."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.people import Officer, Role, Visibility
from db.engine import execute
from db.schema import officers, recipients

_IN_SERVICE = officers.c.retired_at.is_(None)
_HOLDER = sa.select(officers).where(officers.c.chat_id == sa.bindparam("chat"), _IN_SERVICE)
_BY_CHAT = _HOLDER.where(officers.c.confirmed_at.is_not(None))
_BY_IDS = sa.select(officers).where(officers.c.id.in_(sa.bindparam("ids", expanding=True))).order_by(officers.c.id)
_RECEIVED = (
    sa.select(officers)
    .join(recipients, recipients.c.officer_id == officers.c.id)
    .where(recipients.c.report_id == sa.bindparam("report"))
    .order_by(officers.c.id)
)
_BY_ID = sa.select(officers).where(officers.c.id == sa.bindparam("wanted"), _IN_SERVICE)
_BY_CODE = sa.select(officers).where(officers.c.code == sa.bindparam("wanted"), _IN_SERVICE)
_JOINING = sa.and_(officers.c.chat_id == sa.bindparam("chat"), _IN_SERVICE, officers.c.confirmed_at.is_(None))
_ASIDE = (
    sa.select(officers)
    .where(
        sa.or_(
            _JOINING,
            officers.c.former_chat_id == sa.bindparam("chat"),
            sa.and_(officers.c.chat_id == sa.bindparam("chat"), officers.c.retired_at.is_not(None)),
        )
    )
    .order_by(sa.case((_JOINING, 0), else_=1), officers.c.id)
    .limit(1)
)
_TURNED = sa.select(officers).where(
    officers.c.chat_id.is_not(None),
    officers.c.confirmed_at.is_not(None),
    sa.or_(
        sa.and_(officers.c.told_retired, _IN_SERVICE),
        sa.and_(~officers.c.told_retired, officers.c.retired_at.is_not(None)),
    ),
)
_BEHIND = sa.select(officers).where(officers.c.behind, _IN_SERVICE).order_by(officers.c.id)
_ALL = sa.select(officers).where(_IN_SERVICE).order_by(officers.c.code)


def officer_of(row: sa.Row[Any]) -> Officer:
    """A row of `officers` as the domain knows it. Who is no longer in service is not written to any more."""
    return Officer(
        id=row.id,
        code=row.code,
        role=Role(row.role),
        rank=row.rank,
        name=row.name,
        phone=row.phone,
        photo=row.photo,
        name_seen=Visibility(row.name_seen),
        phone_seen=Visibility(row.phone_seen),
        photo_seen=Visibility(row.photo_seen),
        chat_id=row.chat_id if row.retired_at is None else None,
        locale=row.locale,
        unreachable_at=row.unreachable_at,
        confirmed=row.confirmed_at is not None,
    )


async def by_chat(chat_id: int) -> Officer | None:
    """The officer in service who joined from this chat and was confirmed; nobody else is one to anybody."""
    row = (await execute(_BY_CHAT, {"chat": chat_id})).one_or_none()
    return row and officer_of(row)


async def holder_of(chat_id: int) -> Officer | None:
    """The officer in service whom this chat has joined as, confirmed or not."""
    row = (await execute(_HOLDER, {"chat": chat_id})).one_or_none()
    return row and officer_of(row)


async def aside(chat_id: int) -> Officer | None:
    """Who joined from this chat and is not confirmed yet (the chat is theirs); else who was cut off from it, or is no
    longer in service."""
    row = (await execute(_ASIDE, {"chat": chat_id})).first()
    return row and officer_of(row)


async def by_ids(ids: Collection[int]) -> list[Officer]:
    """These officers as they are now, in the order of their ids; the retired too, a report still names them."""
    return [officer_of(row) for row in await execute(_BY_IDS, {"ids": list(ids)})] if ids else []


async def received(report_id: int) -> list[Officer]:
    """Those who received a report, as they are now; the retired too."""
    return [officer_of(row) for row in await execute(_RECEIVED, {"report": report_id})]


async def by_id(officer_id: int) -> Officer | None:
    """The officer with this id, while in service."""
    row = (await execute(_BY_ID, {"wanted": officer_id})).one_or_none()
    return row and officer_of(row)


async def by_code(code: str) -> Officer | None:
    """The officer in service with this code of the registry."""
    row = (await execute(_BY_CODE, {"wanted": code})).one_or_none()
    return row and officer_of(row)


async def in_service() -> list[Officer]:
    """All who are not retired, in the order of their codes."""
    return [officer_of(row) for row in await execute(_ALL)]


async def bind(officer_id: int, *, chat_id: int, now: datetime, trusted: bool) -> None:
    """Join the officer with a chat, in place of the one before; not `trusted`: to be confirmed.
    A retired officer's hold on the chat ends."""
    await execute(
        sa.update(officers)
        .where(officers.c.chat_id == chat_id, officers.c.retired_at.is_not(None))
        .values(chat_id=None, bound_at=None)
    )
    await execute(sa.update(officers).where(officers.c.former_chat_id == chat_id).values(former_chat_id=None))
    confirmed = {"confirmed_at": now if trusted else None, "behind": False, "told_retired": False}
    earlier = sa.func.coalesce(officers.c.chat_id, officers.c.former_chat_id)
    former = sa.case((officers.c.chat_id == chat_id, officers.c.former_chat_id), else_=earlier)
    await _set(officer_id, chat_id=chat_id, former_chat_id=former, bound_at=now, unreachable_at=None, **confirmed)


async def confirm(officer_id: int, *, now: datetime, behind: bool = False) -> None:
    """The account is the officer's. `behind`: what waits for them is handed over by whoever looks next."""
    await _set(officer_id, confirmed_at=now, behind=behind)


async def left_behind() -> list[Officer]:
    """Those who were confirmed where nothing could be handed over."""
    return [officer_of(row) for row in await execute(_BEHIND)]


async def caught_up(officer_id: int) -> None:
    await _set(officer_id, behind=False)


async def unbind(officer_id: int) -> None:
    """Cut the chat off: from the next statement on it is nobody's."""
    nobody = {"chat_id": None, "former_chat_id": sa.func.coalesce(officers.c.chat_id, officers.c.former_chat_id)}
    await _set(officer_id, **nobody, bound_at=None, confirmed_at=None, behind=False, unreachable_at=None)


async def turned() -> list[tuple[Officer, int]]:
    """Who left the service, or came back to it, and was not told yet; and their chats. Who left has none any more."""
    return [(officer_of(row), row.chat_id) for row in await execute(_TURNED)]


async def note_told(officer_id: int, *, retired: bool) -> None:
    await _set(officer_id, told_retired=retired)


async def mark_unreachable(chat_id: int, *, now: datetime) -> None:
    """Telegram says that this chat cannot be written to; the first such moment is kept."""
    await execute(
        sa.update(officers)
        .where(officers.c.chat_id == chat_id, officers.c.unreachable_at.is_(None))
        .values(unreachable_at=now)
    )


async def mark_reachable(chat_id: int) -> None:
    """The person is back. Writes nothing when they never were away."""
    await execute(
        sa.update(officers)
        .where(officers.c.chat_id == chat_id, officers.c.unreachable_at.is_not(None))
        .values(unreachable_at=None)
    )


async def set_locale(officer_id: int, locale: str) -> None:
    await _set(officer_id, locale=locale)


async def _set(officer_id: int, **values: Any) -> None:
    await execute(sa.update(officers).where(officers.c.id == officer_id).values(**values))
