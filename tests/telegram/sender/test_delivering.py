"""When all goes well: each recipient gets it once, in the right form, and is forgotten in time."""

from collections import Counter

from aiogram.methods import SendMediaGroup, SendMessage, SendPhoto

from bot.domain.announcements import AnnouncementMedia, MediaKind
from db.schema import ledger
from tests.country import Country
from tests.telegram.sender.sending import Sending


async def test_each_gets_it_once_and_it_is_done(sending: Sending) -> None:
    found = await sending.announce()
    async with sending.at_work():
        progress = await sending.done(found)
    assert sending.written_to() == Counter(range(1, 11))
    assert (progress.total, progress.sent, progress.waiting, progress.repeated) == (10, 10, 0, 0)
    rows = await sending.country.rows(ledger)
    assert {(row.status, row.under_way) for row in rows} == {("sent", False)}


async def test_an_album_goes_before_the_words_and_one_picture_with_them(sending: Sending) -> None:
    photo, video = AnnouncementMedia(MediaKind.PHOTO, "one"), AnnouncementMedia(MediaKind.VIDEO, "two")
    async with sending.at_work():
        await sending.done(await sending.announce("Двоє", media=[photo, video]))
        await sending.done(await sending.announce("Одне", media=[photo]))
    first, second = (call for call in sending.wire.calls[:20] if getattr(call, "chat_id", 0) == 1)
    assert isinstance(first, SendMediaGroup)
    assert [each.media for each in first.media] == ["one", "two"]
    assert isinstance(second, SendMessage)
    third = next(call for call in sending.wire.calls[20:] if getattr(call, "chat_id", 0) == 1)
    assert isinstance(third, SendPhoto)
    assert (third.photo, third.caption) == ("one", "Одне")


async def test_paid_sends_say_so(country: Country) -> None:
    sending = Sending(country, allow_paid_broadcast=True)
    photo, video = AnnouncementMedia(MediaKind.PHOTO, "one"), AnnouncementMedia(MediaKind.VIDEO, "two")
    async with sending.at_work():
        await sending.done(await sending.announce())
        await sending.done(await sending.announce("Двоє", media=[photo, video]))
        await sending.done(await sending.announce("Одне", media=[photo]))
    assert {type(call) for call in sending.wire.calls} == {SendMessage, SendMediaGroup, SendPhoto}
    assert {getattr(call, "allow_paid_broadcast", None) for call in sending.wire.calls} == {True}


async def test_free_ones_do_not(sending: Sending) -> None:
    async with sending.at_work():
        await sending.done(await sending.announce())
    assert True not in {getattr(call, "allow_paid_broadcast", None) for call in sending.wire.calls}


async def test_who_got_it_is_forgotten_in_time_and_how_many_stays(sending: Sending) -> None:
    found = await sending.announce()
    async with sending.at_work():
        await sending.done(found)
    assert await sending.app.ticks.housekeeping.forget_recipients() == 0
    sending.country.passes(days=91)
    assert await sending.app.ticks.housekeeping.forget_recipients() == 10
    assert {row.resident_id for row in await sending.country.rows(ledger)} == {None}
    (line, *_) = await sending.app.announcements.counting.results(found.id)
    assert line.total == 5
