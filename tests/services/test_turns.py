"""A turn commits facts, dialogue state and notices together, or nothing of them."""

from contextlib import suppress
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain.errors import StaleButton
from bot.domain.notices import EmergencyNumbers, EntryAdded, Help, Priority, Refused
from bot.domain.reports import Recipient
from bot.services.alerts import Alerts
from bot.services.inbox import MOST_FLOODED, RETRY_AFTER, SUSPECT_FOR, InboxWorker, Unreadable
from bot.services.turns import Turn, Turns, boards_lying, current_turn
from db import boards, dialogues, inbox, outbox
from db.engine import Database, execute
from db.inbox import Arrival, Claimed
from db.schema import dialogues as dialogue_table
from db.schema import generations
from db.schema import inbox as inbox_table
from db.schema import outbox as outbox_table
from tests.db.waiting import NOW

OLENA = Recipient(11, "uk")
ALERTS = Alerts([99], "uk")


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def nudges() -> list[int]:
    """One for each time the postman was woken."""
    return []


@pytest.fixture
def turns(database: Database, clock: Clock, nudges: list[int]) -> Turns:
    return Turns(database, clock, lambda: nudges.append(1))


async def everything(turn: Turn) -> None:
    """A fact, a dialogue state and two notices."""
    values = {"kind": "registry", "label": "fact", "rows": 1, "loaded_at": turn.now}
    await execute(sa.insert(generations).values(values))
    dialogue = await turn.dialogue("d")
    dialogue.state, dialogue.data, dialogue.changed = "asking", {"a": 1}, True
    await turn.tell(OLENA, Help())
    await turn.tell(OLENA, EntryAdded(7), report_id=None, key="k", after=timedelta(seconds=1))


async def counted(database: Database) -> list[int]:
    async with database.read():
        tables = (generations, dialogue_table, outbox_table)
        return [int((await execute(sa.select(sa.func.count()).select_from(each))).scalar_one()) for each in tables]


async def test_all_of_it(turns: Turns, nudges: list[int]) -> None:
    async with turns.open() as turn:
        await everything(turn)
        assert current_turn() is turn
    assert await counted(turns.database) == [1, 1, 2]
    assert nudges == [1]
    async with turns.database.read():
        rows = (await execute(sa.select(outbox_table).order_by(outbox_table.c.id))).all()
        again = await dialogues.load("d")
    assert [(row.kind, row.lane, row.due_at - NOW) for row in rows] == [
        ("help", "telegram:11:0:2", timedelta(0)),
        ("entry-added", "telegram:11:0:2", timedelta(seconds=1)),
    ]
    assert (again.state, again.data) == ("asking", {"a": 1})


@pytest.mark.parametrize("error", [StaleButton(), ValueError()])
async def test_none_of_it(turns: Turns, nudges: list[int], error: Exception) -> None:
    heard: list[int] = []

    async def afterwards() -> None:
        heard.append(1)

    with suppress(type(error)):
        async with turns.open() as turn:
            turn.afterwards.append(afterwards)
            await everything(turn)
            raise error
    assert await counted(turns.database) == [0, 0, 0]
    assert nudges == heard == []
    with pytest.raises(LookupError):
        current_turn()


async def test_an_equal_answer_waits_once_and_comes_last(turns: Turns) -> None:
    for notice in (Help(), EntryAdded(7), Help(), Help(officer=True), EntryAdded(7), EntryAdded(7)):
        async with turns.open() as turn:
            await turn.tell(OLENA, notice)
    assert await kinds(turns.database) == ["help", "help", "entry-added"]
    async with turns.database.write():
        await outbox.claim(channel="telegram", now=NOW, leased_until=NOW + timedelta(minutes=1), most=20)
    async with turns.open() as turn:
        await turn.tell(OLENA, Help())
        await turn.tell(Recipient(12, "uk"), Help())
    assert await kinds(turns.database) == ["help", "help", "entry-added", "help", "help"], "the first is under way"


async def test_the_same_in_another_language_is_another_answer(turns: Turns) -> None:
    async with turns.open() as turn:
        for locale in ("uk", "en"):
            await turn.tell(Recipient(11, locale), Help())
    assert await kinds(turns.database) == ["help", "help"]


async def test_emergencies_have_a_lane_of_their_own_and_edits_of_cards_too(turns: Turns) -> None:
    async with turns.open() as turn:
        for notice in (Help(), EmergencyNumbers()):
            await turn.tell(OLENA, notice, report_id=None)
        await turn.tell(OLENA, Help(), role="card", edits=5)
    async with turns.database.read():
        rows = (await execute(sa.select(outbox_table).order_by(outbox_table.c.place))).all()
    assert [(row.kind, row.lane) for row in rows] == [
        ("emergency-numbers", "telegram:11:0:0"),
        ("help", "telegram:11:0:2"),
        ("help", "telegram:11:0:3"),
    ]


async def test_an_empty_state_leaves_no_row(turns: Turns) -> None:
    async with turns.open() as turn:
        await everything(turn)
    async with turns.open() as turn:
        dialogue = await turn.dialogue("d")
        dialogue.state, dialogue.data, dialogue.changed = None, {}, True
    assert (await counted(turns.database))[1] == 0


# --- the worker -------------------------------------------------------------------------------------------------------


class Handler:
    """Does everything, then fails as told."""

    def __init__(self, *errors: Exception | None) -> None:
        self.errors = list(errors)

    async def __call__(self, claimed: Claimed, turn: Turn) -> None:
        turn.recipient = OLENA
        await everything(turn)
        if self.errors and (error := self.errors.pop(0)) is not None:
            raise error


async def store(database: Database, *lanes: str) -> None:
    async with database.write():
        await inbox.store(1, [Arrival(n, lane, "{}") for n, lane in enumerate(lanes)], NOW)


async def updates(database: Database) -> list[tuple[bool, bool, int]]:
    """Of each update: handled, set aside, attempts."""
    async with database.read():
        rows = await execute(sa.select(inbox_table).order_by(inbox_table.c.id))
        return [(row.handled_at is not None, row.set_aside_at is not None, row.attempts) for row in rows]


async def kinds(database: Database) -> list[str]:
    async with database.read():
        return [row.kind for row in await execute(sa.select(outbox_table.c.kind).order_by(outbox_table.c.id))]


async def test_a_handled_update_is_marked_in_its_turn(turns: Turns) -> None:
    await store(turns.database, "a")
    worker = InboxWorker(turns, Handler(), ALERTS)
    assert await worker.work_one()
    assert not await worker.work_one()
    assert await updates(turns.database) == [(True, False, 0)]
    assert await kinds(turns.database) == ["help", "entry-added"]


async def test_a_refusal_is_all_that_remains(turns: Turns) -> None:
    await store(turns.database, "a")
    assert await InboxWorker(turns, Handler(StaleButton()), ALERTS).work_one()
    assert await updates(turns.database) == [(True, False, 0)]
    assert await counted(turns.database) == [0, 0, 1]
    async with turns.database.read():
        row = (await execute(sa.select(outbox_table))).one()
    assert (row.kind, row.fields["code"]) == ("refused", Refused("stale-button").code)


async def test_a_crash_is_tried_again_and_then_set_aside(turns: Turns, clock: Clock) -> None:
    await store(turns.database, "a", "b")
    failing = [ValueError()] * (len(RETRY_AFTER) + 1)
    worker = InboxWorker(turns, Handler(failing[0], None, *failing[1:]), ALERTS)
    assert await worker.work_one()
    assert await worker.work_one(), "the other conversation goes on"
    assert await updates(turns.database) == [(False, False, 1), (True, False, 0)]
    for seconds in RETRY_AFTER:
        assert not await worker.work_one(), "not before its time"
        clock.now += timedelta(seconds=seconds)
        assert await worker.work_one()
    assert (await updates(turns.database))[0] == (False, True, len(RETRY_AFTER) + 1)
    assert not await worker.work_one()
    assert await kinds(turns.database) == ["help", "entry-added", "alert", "not-taken"], (
        "superadmins and its author are told"
    )


async def test_a_tap_is_answered_when_its_update_is_set_aside(turns: Turns, clock: Clock) -> None:
    """As it is when it is handled, or refused; while it is tried again, it is not."""
    await store(turns.database, "a")
    answered: list[datetime] = []

    async def tapped(_claimed: Claimed, turn: Turn) -> None:
        async def answer() -> None:
            answered.append(clock.now)

        turn.afterwards.append(answer)
        raise ValueError

    worker = InboxWorker(turns, tapped, ALERTS)
    for seconds in (0, *RETRY_AFTER):
        clock.now += timedelta(seconds=seconds)
        assert await worker.work_one()
    assert answered == [clock.now]
    assert await updates(turns.database) == [(False, True, len(RETRY_AFTER) + 1)]


async def test_what_cannot_be_read_is_set_aside_at_once(turns: Turns) -> None:
    await store(turns.database, "a")
    assert await InboxWorker(turns, Handler(Unreadable()), ALERTS).work_one()
    assert await updates(turns.database) == [(False, True, 1)]


async def test_while_very_much_comes_in_emergencies_go_alone_for_a_few_seconds(turns: Turns) -> None:
    worker = InboxWorker(turns, Handler(), ALERTS)
    assert not await worker.work_one()
    async with turns.database.write():
        await inbox.store(1, [Arrival(1, "a", "{}"), Arrival(2, "b", "{}", Priority.EMERGENCY)], NOW)
    worker.nudge(flooded=True)
    assert await worker.work_one()
    assert not await worker.work_one()
    assert await updates(turns.database) == [(False, False, 0), (True, False, 0)]
    worker._flooded_since -= MOST_FLOODED
    worker.nudge(flooded=True)
    assert await worker.work_one(), "not for ever"


# --- what ends the process --------------------------------------------------------------------------------------------


class Killed(BaseException):
    """The process is gone: nothing of what it did is noted."""


class Deadly(Handler):
    """Ends the process at an update of lane `a`."""

    async def __call__(self, claimed: Claimed, turn: Turn) -> None:
        turn.recipient = OLENA
        if claimed.lane == "telegram:11":
            raise Killed
        await everything(turn)


async def author(lane: str) -> Recipient | None:
    return OLENA if lane == "telegram:11" else None


async def works_on(worker: InboxWorker, clock: Clock) -> None:
    """Until nothing is left, what is under suspicion last."""
    for _ in range(2):
        while await worker.work_one():
            pass
        clock.now += SUSPECT_FOR


async def test_what_ends_three_processes_is_set_aside_and_the_rest_goes_on(turns: Turns, clock: Clock) -> None:
    worker = InboxWorker(turns, Deadly(), ALERTS, writer_of=author)
    assert not await worker.work_one()
    await store(turns.database, "telegram:11", "telegram:12")
    for _ in range(3):
        with pytest.raises(Killed):
            await works_on(worker, clock)
        worker = InboxWorker(turns, Deadly(), ALERTS, writer_of=author)
    await works_on(worker, clock)
    assert await updates(turns.database) == [(False, True, 1), (True, False, 0)]
    assert await kinds(turns.database) == ["help", "entry-added", "alert", "not-taken"]


async def test_what_waited_while_processes_ended_is_not_suspected(turns: Turns, clock: Clock) -> None:
    """Ended from outside, time and again, before anything was begun: nobody's words are set aside for that."""
    await store(turns.database, *"abcdefghijkl")
    for _ in range(5):
        assert await InboxWorker(turns, Handler(), ALERTS).work_one()
    await works_on(InboxWorker(turns, Handler(), ALERTS), clock)
    assert set(await updates(turns.database)) == {(True, False, 0)}


async def test_an_update_of_our_time_costs_one_write(turns: Turns) -> None:
    await store(turns.database, "a")
    worker = InboxWorker(turns, Handler(), ALERTS)
    while await worker.work_one():
        pass
    async with turns.database.write():
        await inbox.store(1, [Arrival(7, "b", "{}")], NOW)
    assert await worker.work_one()
    async with turns.database.read():
        deaths = (await execute(sa.select(inbox_table.c.deaths).order_by(inbox_table.c.id))).scalars().all()
    assert list(deaths) == [2, 0], "only what was left behind is noted before it is begun"


async def test_what_fails_and_kills_nobody_is_counted_anew(turns: Turns, clock: Clock) -> None:
    await store(turns.database, "a")
    for _ in range(4):
        assert await InboxWorker(turns, Handler(ValueError()), ALERTS).work_one()
        clock.now += timedelta(minutes=3)
    assert await updates(turns.database) == [(False, False, 4)]


async def test_trouble_of_the_database_is_no_attempt_until_it_lasts_an_hour(turns: Turns, clock: Clock) -> None:
    await store(turns.database, "a")
    trouble = sa.exc.OperationalError("INSERT", {}, Exception("disk I/O error"))
    worker = InboxWorker(turns, Handler(*[trouble] * 1000), ALERTS)
    for _ in range(100):
        assert await worker.work_one()
        clock.now += timedelta(seconds=5)
    assert await updates(turns.database) == [(False, False, 0)]
    assert await kinds(turns.database) == ["alert"]
    clock.now += timedelta(hours=1)
    for _ in range(5):
        assert await worker.work_one()
        clock.now += timedelta(minutes=3)
    assert await updates(turns.database) == [(False, True, 5)]


async def test_what_was_set_aside_is_handed_in_again(turns: Turns) -> None:
    await store(turns.database, "a", "b")
    worker = InboxWorker(turns, Handler(Unreadable(), Unreadable()), ALERTS)
    while await worker.work_one():
        pass
    async with turns.database.write():
        first, second = await inbox.aside()
        assert await inbox.hand_in_again([second.id, 99]) == 1
        assert await inbox.hand_in_again(None) == 1
        assert await inbox.aside() == []
    assert first.error == "Unreadable"
    while await worker.work_one():
        pass
    assert await updates(turns.database) == [(True, False, 0)] * 2


async def test_a_refusal_is_a_reply_to_what_is_refused(turns: Turns) -> None:
    async def refuses(_claimed: Claimed, turn: Turn) -> None:
        turn.recipient, turn.heard = OLENA, 77
        raise StaleButton

    await store(turns.database, "a")
    await InboxWorker(turns, refuses, ALERTS).work_one()
    async with turns.database.read():
        assert (await execute(sa.select(outbox_table.c.quotes))).scalar_one() == 77


async def test_a_board_is_there_from_the_moment_it_is_told(turns: Turns) -> None:
    """Who taps a message at once taps before the bot has noted that it arrived."""
    async with turns.open() as turn:
        assert not await boards_lying([OLENA.chat_id], "card-1")
        await turn.tell(OLENA, Help(), board="card-1")
        assert await boards_lying([OLENA.chat_id, 12], "card-1", "card-2") == {(OLENA.chat_id, "card-1")}
    async with turns.open() as turn:
        (post,) = await outbox.claim(
            channel="telegram", now=turn.now, leased_until=turn.now + timedelta(minutes=1), most=1
        )
        assert await boards_lying([OLENA.chat_id], "card-1")
        await boards.note("telegram", OLENA.chat_id, "card-1", message_id=5, now=turn.now)
        assert await outbox.complete(post, 5, turn.now)
        assert await boards_lying([OLENA.chat_id], "card-1")
