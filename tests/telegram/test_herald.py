"""The herald: what becomes of each recipient, whatever Telegram answers."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from aiogram.methods import SendMediaGroup, SendMessage, SendPhoto, TelegramMethod
from pydantic import SecretStr

from bot import app as house
from bot.config import Settings
from bot.domain.broadcasts import Broadcast, Content, Kind, Media, MediaKind, Progress, Status
from bot.domain.notices import Help
from bot.domain.reports import Reader
from bot.services.broadcasts import life
from bot.services.broadcasts.rounds import Outcome
from bot.services.turns import Turn
from db.engine import Database, execute
from db.schema import ledger, residents
from tests.country import HROMADA, TOWN, VILLAGE, WEST, Country
from tests.telegram.wire import Wire, refusal

TOKEN = "7000000006:NEWS-token-of-no-bot-AAAAAAAAAAAAAAAAAAAA"


class Square:
    """A country with an app whose session is a `Wire`, and its herald at work."""

    def __init__(self, country: Country, **more: Any) -> None:
        usual: dict[str, Any] = {"send_per_second": 5000, "broadcast_per_second": 1000, "chat_interval": 0}
        settings = Settings(_env_file=None, bot_token=SecretStr(TOKEN), **(usual | more))
        self.country = country
        self.app = house.build(settings, country.database, country.gazetteer, lambda: country.now)
        self.app.bot.session = self.wire = Wire()

    async def announce(self, text: str = "Увага", *areas: str, media: Sequence[Media] = ()) -> Broadcast:
        """Written, approved, to begin at once."""
        desk, iryna = self.app.broadcasts, self.country.people["Ірина"]
        async with self.country.turns.open() as turn:
            found = await desk.draft(turn, iryna, Kind.ANNOUNCEMENT)
            await desk.set_content(turn, iryna, found.id, {"uk": Content(text)}, media)
            await desk.set_audience(turn, iryna, found.id, areas or (WEST,))
            await desk.submit(turn, iryna, found.id)
            return await desk.approve(turn, self.country.people["Петро"], found.id)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        running = asyncio.create_task(self.app.herald.run())
        try:
            yield
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    async def until(self, found: Broadcast, done: Callable[[Progress], bool]) -> Progress:
        """While time passes quickly: backoffs are over when they are looked at."""
        async with asyncio.timeout(30):
            while not done(progress := await self.app.broadcasts.progress(found.id)):
                await asyncio.sleep(0.02)
                self.country.passes(seconds=1)
        return progress

    async def done(self, found: Broadcast) -> Progress:
        return await self.until(found, lambda progress: progress.status is Status.DONE)

    def written_to(self) -> Counter[Any]:
        return Counter(getattr(call, "chat_id", None) for call in self.wire.calls)


@pytest.fixture
async def country(database: Database) -> Country:
    found = await Country(database).settle()
    await found.move_in({"chat_id": chat, "place": TOWN if chat % 2 else VILLAGE} for chat in range(1, 11))
    return found


@pytest.fixture
def square(country: Country) -> Square:
    return Square(country)


def once(wire: Wire, chat: int, *answers: tuple[int, Any]) -> None:
    """The first calls to a chat are answered like this, all others well."""
    left = list(answers)

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        if getattr(method, "chat_id", None) == chat and left:
            return left.pop(0)
        return await wire.deliver(method)

    wire.answer = answer


async def test_each_gets_it_once_and_it_is_done(square: Square) -> None:
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert square.written_to() == Counter(range(1, 11))
    assert (progress.total, progress.sent, progress.waiting, progress.repeated) == (10, 10, 0, 0)
    rows = await square.country.rows(ledger)
    assert {(row.status, row.under_way) for row in rows} == {("sent", False)}


@pytest.mark.parametrize(
    "answer",
    [
        refusal(403, "Forbidden: bot was blocked by the user"),
        refusal(403, "Forbidden: user is deactivated"),
        refusal(400, "Bad Request: chat not found"),
        refusal(400, "Bad Request: PEER_ID_INVALID"),
    ],
    ids=["blocked", "deactivated", "deleted", "unknown"],
)
async def test_who_is_gone_is_noted_and_the_others_get_it(square: Square, answer: tuple[int, Any]) -> None:
    once(square.wire, 3, answer)
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert (progress.sent, progress.blocked) == (9, 1)
    gone = [row.chat_id for row in await square.country.rows(residents) if row.unreachable_at]
    assert gone == [3]
    assert (await square.app.broadcasts.count(found.id)).unreachable == 1
    async with square.country.turns.open():
        await square.app.herald._people.came_back(Reader(3, "uk"))
    async with square.at_work():
        again = await square.done(await square.announce("Ще раз"))
    assert (again.total, again.sent) == (10, 10), "who came back gets the next one"


@pytest.mark.parametrize(
    "answer",
    [
        refusal(429, "Too Many Requests: retry after 1", retry_after=1),
        refusal(500, "Internal Server Error"),
        (502, "<html>Bad Gateway</html>"),
    ],
    ids=lambda answer: str(answer[0]),
)
async def test_what_passes_is_tried_again(square: Square, answer: tuple[int, Any]) -> None:
    once(square.wire, 3, answer)
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert progress.sent == 10
    assert square.written_to()[3] == 2


async def test_a_429_makes_everybody_wait_also_the_postman(square: Square) -> None:
    once(square.wire, 3, refusal(429, "Too Many Requests: retry after 60", retry_after=60))
    found = await square.announce()
    async with square.at_work():
        await square.until(found, lambda _: square.written_to()[3] > 0)
        assert square.app.postman._pace.pause() > 50
        assert square.app.herald._room() == 0
        await asyncio.sleep(0.5)
        assert len(square.wire.calls) <= 10
        assert not any(row.under_way for row in await square.country.rows(ledger)), "a lease must not run out in line"


async def test_a_chat_that_moved_is_followed(square: Square) -> None:
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    once(square.wire, 3, refusal(400, words, migrate_to_chat_id=-1003))
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert progress.sent == 10
    assert square.written_to()[-1003] == 1


async def test_a_chat_that_moved_to_one_we_know_gets_it_once(square: Square) -> None:
    """Somebody wrote from the new chat before the old one was noticed to be gone."""
    await square.country.move_in([{"chat_id": -1003, "place": TOWN}])
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    once(square.wire, 3, refusal(400, words, migrate_to_chat_id=-1003))
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert (progress.sent, progress.skipped) == (10, 1)
    assert (square.written_to()[-1003], square.written_to()[3]) == (1, 1)


async def test_who_was_too_late_for_the_lease_is_given_back(country: Country) -> None:
    """In a jam a delivery waits so long that another process might soon take it for lost: it is not sent then, and
    comes again, once."""
    square = Square(country, send_timeout=1, broadcast_per_second=1000)
    herald, rounds = square.app.herald, square.app.herald._rounds
    herald._hands = asyncio.Semaphore(1)
    herald._lease = timedelta(seconds=2 * 1 + 0.3)
    jam = asyncio.Event()
    given_back: list[Outcome] = []
    note = rounds.note

    async def listen(turn: Turn, outcomes: Collection[Outcome], rates: Mapping[int, float]) -> None:
        given_back.extend(each for each in outcomes if each.status is None)
        await note(turn, outcomes, rates)

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        await jam.wait()
        return await square.wire.deliver(method)

    square.wire.answer = answer
    rounds.note = listen  # type: ignore[method-assign]
    found = await square.announce()
    async with square.at_work(), asyncio.timeout(30):
        await asyncio.sleep(0.6)
        assert len(square.wire.calls) == 1, "all others wait for the one hand"
        jam.set()
        while (progress := await square.app.broadcasts.progress(found.id)).status is not Status.DONE:  # noqa: ASYNC110
            await asyncio.sleep(0.02)  # the clock stands still: no lease runs out
    assert len(given_back) == 9
    assert not any(each.counts or each.again for each in given_back)
    assert square.written_to() == Counter(range(1, 11))
    assert (progress.sent, progress.repeated) == (10, 0)
    assert {row.attempts for row in await country.rows(ledger)} == {1}


async def test_who_cannot_be_reached_is_tried_again_on_demand_only(square: Square) -> None:
    once(square.wire, 3, refusal(400, "Bad Request: something is wrong with it"))
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
        assert (progress.sent, progress.failed) == (9, 1)
        async with square.country.turns.open() as turn:
            await square.app.broadcasts.retry_failed(turn, square.country.people["Ірина"], found.id)
        progress = await square.until(found, lambda p: p.sent == 10 and p.status is Status.DONE)
    assert progress.failed == 0
    assert square.written_to()[3] == 2


async def test_of_very_many_some_are_tried_again_at_a_time(square: Square, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else waits while a hundred thousand rows change; the rest can be tried again after these."""
    monkeypatch.setattr(life, "RETRY_MOST", 2)

    async def refuse(method: TelegramMethod[Any]) -> tuple[int, Any]:
        if getattr(method, "chat_id", 0) in (1, 2, 3):
            return refusal(400, "Bad Request: something is wrong with it")
        return await square.wire.deliver(method)

    square.wire.answer = refuse
    found = await square.announce()
    async with square.at_work():
        assert (await square.done(found)).failed == 3
        square.wire.answer = square.wire.deliver
        for sent, failed in ((9, 1), (10, 0)):
            async with square.country.turns.open() as turn:
                await square.app.broadcasts.retry_failed(turn, square.country.people["Ірина"], found.id)
            progress = await square.done(found)
            assert (progress.sent, progress.failed) == (sent, failed)


async def test_a_lost_answer_is_counted_as_a_possible_repeat(square: Square) -> None:
    lost = [True]

    async def answer(method: TelegramMethod[Any]) -> tuple[int, Any]:
        if getattr(method, "chat_id", None) == 3 and lost:
            lost.clear()
            raise TimeoutError
        return await square.wire.deliver(method)

    square.wire.answer = answer
    found = await square.announce()
    async with square.at_work():
        progress = await square.done(found)
    assert (progress.sent, progress.repeated) == (10, 1)


async def test_who_says_no_or_is_forgotten_meanwhile_is_passed_over(square: Square) -> None:
    found = await square.announce()
    async with square.country.turns.open() as turn:
        await square.app.herald._rounds.prepare(turn)
        await execute(sa.update(residents).where(residents.c.chat_id == 1).values(news_announcement=False))
        await execute(sa.update(residents).where(residents.c.chat_id == 2).values(unreachable_at=turn.now))
        await execute(sa.delete(residents).where(residents.c.chat_id == 3))
    async with square.at_work():
        progress = await square.done(found)
    assert (progress.total, progress.sent, progress.skipped) == (10, 7, 3)
    assert set(square.written_to()) == set(range(4, 11))


async def test_pause_and_resume_and_cancel(square: Square) -> None:
    iryna, desk = square.country.people["Ірина"], square.app.broadcasts
    found = await square.announce()
    async with square.country.turns.open() as turn:
        await square.app.herald._rounds.prepare(turn)
        await desk.pause(turn, iryna, found.id)
    async with square.at_work():
        await asyncio.sleep(0.1)
        assert square.wire.calls == []
        async with square.country.turns.open() as turn:
            await desk.resume(turn, iryna, found.id)
        await square.done(found)
    second = await square.announce()
    async with square.country.turns.open() as turn:
        await square.app.herald._rounds.prepare(turn)
        await desk.cancel(turn, iryna, second.id)
    async with square.at_work():
        await asyncio.sleep(0.1)
    assert len(square.wire.calls) == 10


async def test_quiet_hours_and_holds_wait_for_their_end(square: Square) -> None:
    iryna, desk, country = square.country.people["Ірина"], square.app.broadcasts, square.country
    await country.move_in([{"chat_id": 100, "place": "UA63020010010000011"}])
    found = await square.announce("Увага", "UA")
    async with country.turns.open() as turn:
        await desk.hold(turn, iryna, WEST, "повітряна тривога")
    async with square.at_work():
        progress = await square.until(found, lambda p: p.sent == 1)
        assert (progress.held, progress.waiting) == (10, 10)
        country.passes(hours=11)
        async with country.turns.open() as turn:
            await desk.release(turn, iryna, WEST)
        await asyncio.sleep(0.3)
        progress = await desk.progress(found.id)
        assert (progress.quiet, progress.sent) == (True, 1)
        country.passes(hours=10)
        await square.done(found)
    assert len(square.wire.calls) == 11


async def test_an_album_goes_before_the_words_and_one_picture_with_them(square: Square) -> None:
    photo, video = Media(MediaKind.PHOTO, "one"), Media(MediaKind.VIDEO, "two")
    async with square.at_work():
        await square.done(await square.announce("Двоє", media=[photo, video]))
        await square.done(await square.announce("Одне", media=[photo]))
    first, second = (call for call in square.wire.calls[:20] if getattr(call, "chat_id", 0) == 1)
    assert isinstance(first, SendMediaGroup)
    assert [each.media for each in first.media] == ["one", "two"]
    assert isinstance(second, SendMessage)
    third = next(call for call in square.wire.calls[20:] if getattr(call, "chat_id", 0) == 1)
    assert isinstance(third, SendPhoto)
    assert (third.photo, third.caption) == ("one", "Одне")


async def test_paid_sends_say_so(country: Country) -> None:
    square = Square(country, allow_paid_broadcast=True)
    photo, video = Media(MediaKind.PHOTO, "one"), Media(MediaKind.VIDEO, "two")
    async with square.at_work():
        await square.done(await square.announce())
        await square.done(await square.announce("Двоє", media=[photo, video]))
        await square.done(await square.announce("Одне", media=[photo]))
    assert {type(call) for call in square.wire.calls} == {SendMessage, SendMediaGroup, SendPhoto}
    assert {getattr(call, "allow_paid_broadcast", None) for call in square.wire.calls} == {True}


async def test_free_ones_do_not(square: Square) -> None:
    async with square.at_work():
        await square.done(await square.announce())
    assert True not in {getattr(call, "allow_paid_broadcast", None) for call in square.wire.calls}


async def test_what_was_claimed_by_a_dead_process_is_sent_and_counted(square: Square) -> None:
    found = await square.announce()
    rounds = square.app.herald._rounds
    async with square.country.turns.open() as turn:
        await rounds.prepare(turn)
        claimed = await rounds.claim(turn, most=4, lease=square.app.herald._lease)
    assert len(claimed) == 4
    square.country.passes(seconds=200)
    again = Square(square.country)
    async with again.at_work():
        progress = await again.done(found)
    assert (progress.sent, progress.repeated) == (10, 4)
    assert sum(row.repeats for row in await square.country.rows(ledger)) == 4


async def test_a_polite_end_loses_and_repeats_nothing(country: Country) -> None:
    await country.move_in({"chat_id": chat, "place": TOWN} for chat in range(11, 101))
    square = Square(country, broadcast_per_second=50)
    found = await square.announce()
    async with square.at_work():
        await square.until(found, lambda _: len(square.wire.calls) > 3)
    rows = await country.rows(ledger)
    assert not any(row.under_way for row in rows)
    assert sum(row.status == "sent" for row in rows) == len(square.wire.calls) < 100
    async with square.at_work():
        progress = await square.done(found)
    assert (progress.sent, progress.repeated, len(square.wire.calls)) == (100, 0, 100)


async def test_a_chat_that_is_just_written_to_comes_later(square: Square) -> None:
    square.app.herald._pace.take(3)
    found = await square.announce("Увага", HROMADA)
    async with square.at_work():
        await square.until(found, lambda p: p.sent == 9)
        assert square.written_to()[3] == 0
        square.app.herald._pace.rest(3, 0)
        await square.done(found)


async def test_whatever_the_postman_has_goes_first(country: Country) -> None:
    """Three hundred announcements wait in line; a reply takes the very next place."""
    await country.move_in({"chat_id": chat, "place": TOWN} for chat in range(1000, 1300))
    square = Square(country, send_per_second=40, broadcast_per_second=40)
    found = await square.announce()
    postman = asyncio.create_task(square.app.postman.run())
    async with square.at_work():
        await square.until(found, lambda _: len(square.wire.calls) > 5)
        assert len(square.app.herald._in_line) > 5
        before = len(square.wire.calls)
        async with square.app.postman._turns.open() as turn:
            await turn.tell(Reader(5555, "uk"), Help())
        await square.until(found, lambda _: square.written_to()[5555] > 0)
        ahead = [call.chat_id for call in square.wire.calls[before:] if isinstance(call, SendMessage)].index(5555)
    postman.cancel()
    await asyncio.gather(postman, return_exceptions=True)
    assert ahead <= 10, "a quarter of a second at 40 a second"


async def test_replicas_share_the_sending(database: Database) -> None:
    if database.is_sqlite:
        pytest.skip("replicas need PostgreSQL")
    country = await Country(database).settle()
    await country.move_in({"chat_id": chat, "place": TOWN} for chat in range(1, 301))
    one, other = Square(country, broadcast_per_second=100), Square(country, broadcast_per_second=100)
    found = await one.announce()
    async with one.at_work(), other.at_work():
        async with asyncio.timeout(30):
            while (progress := await one.app.broadcasts.progress(found.id)).status is not Status.DONE:  # noqa: ASYNC110
                await asyncio.sleep(0.05)  # time stands still: no lease runs out
    assert one.written_to() + other.written_to() == Counter(range(1, 301))
    assert one.wire.calls
    assert other.wire.calls
    assert (progress.sent, progress.repeated) == (300, 0)


async def test_who_got_it_is_forgotten_in_time_and_how_many_stays(square: Square) -> None:
    found = await square.announce()
    async with square.at_work():
        await square.done(found)
    assert await square.app.ticks.housekeeping.forget_recipients() == 0
    square.country.passes(days=91)
    assert await square.app.ticks.housekeeping.forget_recipients() == 10
    assert {row.resident_id for row in await square.country.rows(ledger)} == {None}
    (line, *_) = await square.app.broadcasts.results(found.id)
    assert line.total == 5
