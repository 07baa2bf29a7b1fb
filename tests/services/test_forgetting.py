"""Who is forgotten while something about them is on its way."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.domain.moves import Mover
from bot.domain.notices import AnswerHow, CardErased, Forgotten, kind_of
from bot.domain.reports import Category, Recipient, Report, ReportStatus, Resident
from bot.domain.silence import Silence, SilentArea
from bot.services import forgetting
from bot.services.reports.moves import move
from bot.services.turns import Turn, Turns
from db import outbox, reports, residents, silent
from db.engine import Database, execute
from db.outbox import OutboxRow
from db.schema import links, officers, units
from db.schema import outbox as table

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
CITY = "UA80000000000093317"
OLENA, OFFICER = Recipient(10, "uk"), Recipient(1, "uk")
ERASED, DONE = kind_of(CardErased), kind_of(Forgotten)


@pytest.fixture
async def turns(database: Database) -> Turns:
    async with database.write():
        await execute(units.insert(), {"katottg": CITY, "category": "K", "name": "Київ"})
        who: dict[str, Any] = {"role": "community", "rank": "", "name": "Зразок", "phone": "", "confirmed_at": NOW}
        await execute(sa.insert(officers).values(id=1, code="o1", chat_id=OFFICER.chat_id, **who))
    return Turns(database, lambda: NOW, lambda: None)


async def reported(turns: Turns, *, key: str | None) -> tuple[Resident, Report]:
    """A report whose card is owed to an officer; `key`: None of a copy that was asked for."""
    async with turns.open() as turn:
        olena = await residents.add(channel="telegram", chat_id=OLENA.chat_id, locale="uk", now=NOW)
        draft = await reports.add_draft(resident_id=olena.id, category=Category.NOISE, place=CITY, point=None, now=NOW)
        sent = await move(turn, draft, ReportStatus.NEW, by=Mover.RESIDENT)
        await reports.add_recipients(sent.id, [1])
        await turn.tell(OFFICER, AnswerHow(), report_id=sent.id, role="card", key=key)
    return olena, sent


async def claimed(turn: Turn) -> list[OutboxRow]:
    until = turn.now + timedelta(minutes=1)
    return await outbox.claim(channel="telegram", now=turn.now, leased_until=until, most=9)


async def waiting(turns: Turns, but: Collection[str] = (DONE,)) -> list[tuple[str, int | None]]:
    """What is owed: (kind, the message it changes)."""
    async with turns.database.read():
        rows = await execute(sa.select(table.c.kind, table.c.edits).order_by(table.c.id))
        return [(row.kind, row.edits) for row in rows if row.kind not in but]


@pytest.mark.parametrize("key", ["card:1:1", None])
async def test_a_card_under_way_says_so_once_it_has_arrived(turns: Turns, key: str | None) -> None:
    olena, sent = await reported(turns, key=key)
    async with turns.open() as turn:
        (post,) = await claimed(turn)
    async with turns.open() as turn:
        await forgetting.forget(turn, olena, OLENA)
    assert await waiting(turns) == [(ERASED, None)], "nothing of the card is kept"
    async with turns.open() as turn:
        assert not await outbox.complete(post, 77, turn.now), "there is no report to link it to"
    assert await waiting(turns) == [(ERASED, 77)]
    async with turns.open() as turn:
        (last,) = [each for each in await claimed(turn) if each.chat_id == OFFICER.chat_id]
        assert (last.kind, last.edits, last.fields["ref"]) == (ERASED, 77, sent.ref)
        await outbox.complete(last, None, turn.now)
    assert await waiting(turns) == []


async def test_a_card_that_nobody_has_begun_to_send_goes(turns: Turns) -> None:
    olena, _ = await reported(turns, key="card:1:1")
    async with turns.open() as turn:
        await forgetting.forget(turn, olena, OLENA)
    assert await waiting(turns) == []


async def test_a_card_that_has_arrived_is_changed_once(turns: Turns) -> None:
    """Also when an edit of it is being sent."""
    olena, sent = await reported(turns, key="card:1:1")
    async with turns.open() as turn:
        (post,) = await claimed(turn)
        assert await outbox.complete(post, 77, turn.now)
        where = {"channel": "telegram", "chat_id": OFFICER.chat_id, "message_id": 77}
        await outbox.add_links([{**where, "report_id": sent.id, "entry_id": None, "role": "card"}])
        await turn.tell(OFFICER, AnswerHow(), report_id=sent.id, role="card", key="card:1:1", edits=77)
    async with turns.open() as turn:
        (edit,) = await claimed(turn)
    async with turns.open() as turn:
        await forgetting.forget(turn, olena, OLENA)
    async with turns.open() as turn:
        assert not await outbox.complete(edit, None, turn.now)
        assert (await execute(sa.select(links))).all() == []
    assert await waiting(turns) == [(ERASED, 77)]


@pytest.mark.parametrize("level", [Silence.LOCATIONS, Silence.RELAY])
async def test_who_was_not_sent_to_102_is_not_in_the_last_word_either(turns: Turns, level: Silence) -> None:
    olena, _ = await reported(turns, key="card:1:1")
    async with turns.open() as turn:
        await silent.write([SilentArea(CITY, level)], [], label="test", now=turn.now)
        await forgetting.forget(turn, olena, OLENA)
    async with turns.database.read():
        (said,) = (await execute(sa.select(table.c.fields).where(table.c.kind == DONE))).scalars()
    assert said["hushed"] is (level is Silence.RELAY)
