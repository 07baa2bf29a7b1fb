"""The postman: what becomes of each notice, whatever Telegram answers."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from pydantic import SecretStr

from bot import app as house
from bot.app import App
from bot.config import Settings
from bot.domain.addressing_notices import ActsOver
from bot.domain.admin_notices import JobProgress
from bot.domain.notices import DraftPanel, EntryAdded, Help, Notice, Seen
from bot.domain.reports import Recipient
from bot.places.gazetteer import Gazetteer
from bot.services.turns import Turns
from db import residents
from db.engine import Database, execute
from db.schema import outbox as table
from tests.db.waiting import NOW
from tests.telegram.wire import Answer, Wire, refusal

REF = "AbCdEf012_-x"
TOKEN = "7000000004:POST-token-of-no-bot-AAAAAAAAAAAAAAAAAAAA"

SUPERADMIN = 900


class Clock:
    """Moves on by itself, so that backoffs are over when they are looked at."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=10)
        return self.now


class Office:
    """An app whose session is a `Wire`, and its postman at work."""

    def __init__(self, app: App, wire: Wire) -> None:
        self.app = app
        self.wire = wire
        self.database = app.database
        self.turns: Turns = app.postman._turns

    async def tell(self, chat: int, *notices: Notice, **how: Any) -> None:
        async with self.turns.open() as turn:
            for each in notices:
                await turn.tell(Recipient(chat, "uk"), each, **how)

    async def until(self, done: Callable[[], object]) -> None:
        async with asyncio.timeout(30):
            while not done():  # noqa: ASYNC110
                await asyncio.sleep(0.005)

    async def rows(self) -> list[sa.Row[Any]]:
        async with self.database.read():
            return list(await execute(sa.select(table).order_by(table.c.id)))

    async def empty(self) -> None:
        """Until nothing is left."""
        async with asyncio.timeout(30):
            while await self.rows():  # noqa: ASYNC110
                await asyncio.sleep(0.005)

    async def given_up(self) -> list[sa.Row[Any]]:
        """Until every row that is left was given up; returns them."""
        async with asyncio.timeout(30):
            while True:
                rows = await self.rows()
                if all(row.given_up_at for row in rows):
                    return rows
                await asyncio.sleep(0.005)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        running = asyncio.create_task(self.app.postman.run())
        try:
            yield
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    def numbers(self) -> list[int]:
        """The report's number in each message."""
        texts = (call.text or "" for call in self.wire.calls if isinstance(call, SendMessage | EditMessageText))
        return [int(re.findall(r"\d+", text)[0]) for text in texts]


@pytest.fixture
def office(database: Database) -> Office:
    settings = Settings(
        _env_file=None, bot_token=SecretStr(TOKEN), send_per_second=10_000, chat_interval=0, superadmins=(SUPERADMIN,)
    )
    app = house.build(settings, database, Gazetteer([]), Clock())
    app.bot.session = wire = Wire()
    return Office(app, wire)


def once(first: tuple[int, Any], wire: Wire) -> Callable[[TelegramMethod[Any]], Any]:
    """The first call is answered like this, all others well."""
    answers = [first]

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        return answers.pop() if answers else await wire.deliver(method)

    return answer


async def test_delivered_in_order_and_gone(office: Office) -> None:
    await office.tell(1, *(EntryAdded(n) for n in range(5)))
    async with office.at_work():
        await office.empty()
    assert office.numbers() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    "answer",
    [
        refusal(429, "Too Many Requests: retry after 1", retry_after=1),
        refusal(500, "Internal Server Error"),
        (502, "<html>Bad Gateway</html>"),
        refusal(401, "Unauthorized"),
        refusal(404, "Not Found"),
        refusal(409, "Conflict"),
    ],
    ids=lambda answer: str(answer[0]),
)
async def test_what_passes_is_sent_again_in_its_place(office: Office, answer: tuple[int, Any]) -> None:
    office.wire.answer = once(answer, office.wire)
    await office.tell(1, EntryAdded(1), EntryAdded(2))
    async with office.at_work():
        await office.empty()
    assert office.numbers() == [1, 1, 2]


async def test_while_telegram_is_away_all_wait_for_a_moment_and_nothing_counts(office: Office) -> None:
    back = asyncio.Event()

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        return await office.wire.deliver(method) if back.is_set() else refusal(502, "Bad Gateway")

    office.wire.answer = answer
    for chat in (7, 8, 9):
        await office.tell(chat, Help())
    async with office.at_work():
        await office.until(lambda: office.app.postman._pace.pause() > 0)
        back.set()
        office.app.postman._pace._all_free_at = 0.0  # a moment later
        await office.empty()
    assert not office.app.postman._outages.succeeds(), "it is over"


async def test_a_yes_in_newer_words_is_not_repeated(office: Office) -> None:
    office.wire.answer = once((200, {"ok": True, "result": {"message_id": "?"}}), office.wire)
    await office.tell(1, Help(), EntryAdded(2))
    async with office.at_work():
        await office.empty()
    assert len(office.wire.calls) == 2


@pytest.mark.parametrize("words", ["Forbidden: bot was blocked by the user", "Bad Request: chat not found"])
async def test_somebody_out_of_reach_is_marked(office: Office, words: str) -> None:
    async with office.database.write():
        await residents.add(channel="telegram", chat_id=1, locale="uk", now=NOW)
    code = 403 if words.startswith("Forbidden") else 400
    office.wire.answer = once(refusal(code, words), office.wire)
    await office.tell(1, Help())
    await office.tell(2, Help())
    async with office.at_work():
        rows = await office.given_up()
    assert [row.chat_id for row in rows] == [1]
    async with office.database.read():
        known = await residents.by_chat("telegram", 1)
    assert known is not None
    assert known.unreachable_at is not None


def refusing(wire: Wire, *fragments: str, description: str = "Bad Request: can't parse entities") -> Answer:
    """Whatever says one of these, in any form or with this formatting, is refused."""

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        said = f"{getattr(method, 'text', '')} {getattr(method, 'parse_mode', None)}"
        refused = any(each in said for each in fragments)
        return refusal(400, description) if refused else await wire.deliver(method)

    return answer


async def test_what_telegram_refuses_is_said_again_in_plain_words(office: Office) -> None:
    office.wire.answer = refusing(office.wire, "HTML")
    await office.tell(1, DraftPanel(7, 1, ref=REF))
    async with office.at_work():
        await office.empty()
    first, second = office.wire.calls
    assert isinstance(first, SendMessage)
    assert isinstance(second, SendMessage)
    assert (first.parse_mode, second.parse_mode) == ("HTML", None)
    assert "<" not in second.text
    assert second.reply_markup == first.reply_markup


async def test_a_bad_message_does_not_make_somebody_unreachable_nor_block_the_lane(office: Office) -> None:
    office.wire.answer = refusing(office.wire, "№\u00a01")
    await office.tell(1, EntryAdded(1), EntryAdded(2))
    async with office.at_work():
        (row,) = await office.given_up()
    assert (row.error, row.fields["number"]) == ("TelegramBadRequest", 1)


async def test_a_message_refused_in_every_form_is_told_to_its_reader_and_to_superadmins(office: Office) -> None:
    office.wire.answer = refusing(office.wire, "№\u00a01")
    await office.tell(1, EntryAdded(1), EntryAdded(1))
    async with office.at_work():
        await office.given_up()
    told = [(call.chat_id, call.text) for call in office.wire.calls if isinstance(call, SendMessage)]
    assert [text for chat, text in told if chat == 1][-1].startswith("Мою відповідь не вдалося")
    assert [text for chat, text in told if chat == SUPERADMIN and "«entry-added»" in text]


async def test_losses_of_last_words_and_of_signs_are_not_told_of(office: Office) -> None:
    office.wire.answer = refusing(office.wire, " ")
    await office.tell(1, EntryAdded(1), Seen(7))
    async with office.at_work():
        rows = await office.given_up()
    assert [row.kind for row in rows] == ["entry-added", "seen", "alert", "not-shown"]


async def test_a_group_that_moved_is_followed(office: Office) -> None:
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    office.wire.answer = once(refusal(400, words, migrate_to_chat_id=-1005), office.wire)
    await office.tell(-5, EntryAdded(1), EntryAdded(2))
    async with office.at_work():
        await office.empty()
    assert [call.chat_id for call in office.wire.calls if isinstance(call, SendMessage)] == [-5, -1005, -1005]
    assert office.numbers() == [1, 1, 2]


async def test_a_row_nobody_can_read_is_given_up(office: Office) -> None:
    await office.tell(1, EntryAdded(1), EntryAdded(2))
    async with office.database.write():
        await execute(sa.update(table).where(table.c.id == 1).values(kind="from-the-future"))
    async with office.at_work():
        (row,) = await office.given_up()
    assert row.error == "NoticeUnreadable"
    told = [call.chat_id for call in office.wire.calls if isinstance(call, SendMessage)]
    assert sorted(told) == [1, 1, SUPERADMIN], "the second notice, and who hears of the first"


async def test_our_own_mistakes_end_after_some_attempts(office: Office) -> None:
    async def breaks(_: TelegramMethod[Any]) -> tuple[int, Any]:
        raise KeyError("ours")

    office.wire.answer = breaks
    await office.tell(1, Help())
    async with office.at_work():
        rows = await office.given_up()
    assert {row.kind: row.attempts for row in rows} == {"help": 5, "alert": 5, "not-shown": 5}


async def test_newer_words_for_a_message_under_way_become_an_edit(office: Office) -> None:
    """And they never overtake it, however fast they come."""
    gate = asyncio.Event()

    async def slow(method: TelegramMethod[Any]) -> tuple[int, Any]:
        await gate.wait()
        return await office.wire.deliver(method)

    office.wire.answer = slow
    await office.tell(1, DraftPanel(7, 2, ref=REF), key="panel:7")
    async with office.at_work():
        await office.until(lambda: office.wire.calls)
        await office.tell(1, DraftPanel(7, 3, ref=REF), key="panel:7")
        await office.tell(1, DraftPanel(7, 4, ref=REF), key="panel:7")
        gate.set()
        await office.empty()
    sent, edited = office.wire.calls
    assert isinstance(sent, SendMessage)
    assert isinstance(edited, EditMessageText)
    assert edited.message_id == 100
    assert office.numbers() == [2, 4]


async def test_what_is_under_way_at_the_end_is_noted(office: Office) -> None:
    gate = asyncio.Event()

    async def slow(method: TelegramMethod[Any]) -> tuple[int, Any]:
        await gate.wait()
        return await office.wire.deliver(method)

    office.wire.answer = slow
    await office.tell(1, Help(), EntryAdded(1))
    running = asyncio.create_task(office.app.postman.run())
    await office.until(lambda: office.wire.calls)
    running.cancel()
    asyncio.get_running_loop().call_later(0.05, gate.set)
    await asyncio.gather(running, return_exceptions=True)
    assert len(office.wire.calls) == len(await office.rows()) == 1


async def test_one_chat_at_a_time_and_many_chats_at_once(office: Office) -> None:
    under_way: list[int] = []
    most: list[int] = []

    async def busy(method: TelegramMethod[Any]) -> tuple[int, Any]:
        assert isinstance(method, SendMessage)
        assert method.chat_id not in under_way
        under_way.append(int(method.chat_id))
        most.append(len(under_way))
        await asyncio.sleep(0.01)
        under_way.remove(int(method.chat_id))
        return await office.wire.deliver(method)

    office.wire.answer = busy
    for chat in range(8):
        await office.tell(chat, *(EntryAdded(n) for n in range(3)), report_id=None)
    async with office.at_work():
        await office.empty()
    assert max(most) > 1
    assert len(most) == 24


@pytest.mark.parametrize("ticks", range(6))
async def test_a_stop_is_heard_whenever_it_comes(office: Office, ticks: int) -> None:
    """Also in the very moment when something new wakes the sleeper."""
    for part in (office.app.postman, office.app.worker):
        running = asyncio.create_task(part.run())
        await asyncio.sleep(0.1)
        part._loop.nudge()
        for _ in range(ticks):
            await asyncio.sleep(0)
        running.cancel()
        async with asyncio.timeout(30):
            await asyncio.wait([running])
        assert running.cancelled()


async def test_a_board_is_one_message_that_changes(office: Office) -> None:
    async with office.at_work():
        for done in (1, 2, 3):
            await office.tell(1, JobProgress("registry-check", done, 3), board="job-1")
            await office.empty()
    first, *rest = office.wire.calls
    assert isinstance(first, SendMessage)
    assert [each.message_id for each in rest if isinstance(each, EditMessageText)] == [100, 100]


async def panel(office: Office, entries: int, heard: int) -> None:
    """Somebody wrote the message `heard`, and the panel says how many there are."""
    async with office.turns.open() as turn:
        turn.heard = heard
        await turn.tell(Recipient(1, "uk"), DraftPanel(7, entries, ref="r" * 12), board="panel-7", last=True)


def said(office: Office) -> list[tuple[str, Any]]:
    """Each call with the message it is about."""
    return [(type(each).__name__, getattr(each, "message_id", None)) for each in office.wire.calls]


async def test_what_must_stand_last_is_sent_anew_below_what_was_written_since(office: Office) -> None:
    async with office.at_work():
        await panel(office, 1, heard=0)
        await office.empty()
        await panel(office, 1, heard=1)  # a tap on the panel itself, say
        await office.empty()
        await panel(office, 2, heard=900)
        await office.empty()
        await office.until(lambda: office.app.postman._sending == set())
    first = 100
    assert said(office) == [
        ("SendMessage", None),
        ("EditMessageText", first),
        ("SendMessage", None),
        ("DeleteMessage", first),
    ]


async def test_what_was_written_while_it_was_on_its_way_gets_a_panel_below(office: Office) -> None:
    gate = asyncio.Event()

    async def slow(method: TelegramMethod[Any]) -> tuple[int, Any]:
        await gate.wait()
        return await office.wire.deliver(method)

    office.wire.answer = slow
    async with office.at_work():
        await panel(office, 1, heard=0)
        await office.until(lambda: office.wire.calls)
        await panel(office, 2, heard=900)
        gate.set()
        await office.empty()
        await office.until(lambda: office.app.postman._sending == set())
    assert [name for name, _ in said(office)] == ["SendMessage", "SendMessage", "DeleteMessage"]


@pytest.mark.parametrize("why", ["message to edit not found", "there is no text in the message to edit"])
async def test_an_answer_that_cannot_stand_where_somebody_tapped_is_a_new_message(office: Office, why: str) -> None:
    async with office.at_work():
        office.wire.answer = once(refusal(400, f"Bad Request: {why}"), office.wire)
        await office.tell(1, Help(), edits=7)
        await office.empty()
    assert [type(each).__name__ for each in office.wire.calls] == ["EditMessageText", "SendMessage"]


async def test_what_nobody_waits_for_is_not_said_anew(office: Office) -> None:
    async with office.at_work():
        office.wire.answer = once(refusal(400, "Bad Request: message to edit not found"), office.wire)
        await office.tell(1, ActsOver(), edits=7)
        await office.empty()
    assert [type(each).__name__ for each in office.wire.calls] == ["EditMessageReplyMarkup"]


async def test_a_board_that_was_deleted_comes_as_a_new_message(office: Office) -> None:
    async with office.at_work():
        await office.tell(1, JobProgress("registry-check", 1, 3), board="job-1")
        await office.empty()
        office.wire.answer = once(refusal(400, "Bad Request: message to edit not found"), office.wire)
        for done in (2, 3):
            await office.tell(1, JobProgress("registry-check", done, 3), board="job-1")
            await office.empty()
            await office.until(lambda: office.app.postman._sending == set())
    names = [type(each).__name__ for each in office.wire.calls]
    assert names == ["SendMessage", "EditMessageText", "SendMessage", "EditMessageText"]
