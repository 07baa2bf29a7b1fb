"""Whatever the words are carried by: a reply to the copy whose answer was lost goes where that copy belongs."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import pytest

from tests.journeys.conftest import Town
from tests.journeys.test_misrouted import said_to, two_reports
from tests.people import Json, Person, words

Act = Callable[..., Awaitable[object]]
CARRIED: Final[dict[str, tuple[str, str, int, Act]]] = {
    "text": ("sendMessage", "text", 1, lambda who, **to: who.sends("text", text="Знову гримить", **to)),
    "photo": ("sendPhoto", "photo", 1, lambda who, **to: who.sends("photo", **to)),
    "captioned": ("sendPhoto", "photo", 1, lambda who, **to: who.sends("photo", caption="Знову", **to)),
    "voice": ("sendVoice", "voice", 1, lambda who, **to: who.sends("voice", **to)),
    "video": ("sendVideo", "video", 1, lambda who, **to: who.sends("video", **to)),
    "document": ("sendDocument", "document", 1, lambda who, **to: who.sends("document", **to)),
    "circle": ("sendVideoNote", "video_note", 1, lambda who, **to: who.sends("video_note", **to)),
    "location": ("sendLocation", "location", 1, lambda who, **to: who.sends("location", lat=50.9, lon=28.6, **to)),
    "album": ("sendMediaGroup", "photo", 2, lambda who, **to: who.sends_album(2, "Дві світлини", **to)),
}
"""Kind → the call that brings it, the field of its message, how many messages, how it is sent."""


async def copies(who: Person, field: str, count: int, after: int) -> list[Json]:
    """The bot's messages of a kind that came behind another one, once they are so many."""
    for _ in range(150):
        await who.looks()
        found = [each for number, each in sorted(who.messages.items()) if number > after and field in each]
        found = [each for each in found if each["from_bot"] and "Додано" not in words(each)]
        if len(found) >= count:
            return found
        await asyncio.sleep(0.1)
    raise AssertionError(who.heard)


@pytest.mark.parametrize("kind", CARRIED)
async def test_an_officers_reply_to_the_first_copy(town: Town, kind: str) -> None:
    method, field, many, send = CARRIED[kind]
    officer = await town.officer("zt-o05")
    olena, petro = await town.neighbour("Олена", "Коростень"), await town.neighbour("Петро", "Коростень")
    await town.report(olena, "Від Олени")
    await town.report(petro, "Від Петра")  # touched last
    await officer.hears("Від Петра")
    last = max(officer.messages)
    await town.box.fault("lost_answer", method=method, chat=officer.id, times=1)
    await send(olena)
    for number, copy in enumerate((await copies(officer, field, 2 * many, last))[:many]):
        await officer.replies(copy, f"Олені {number}")
        await olena.hears(f"Олені {number}")
    assert "Олені" not in await said_to(petro)


@pytest.mark.parametrize("kind", CARRIED)
async def test_a_residents_reply_to_the_first_copy(town: Town, kind: str) -> None:
    method, field, many, send = CARRIED[kind]
    olena, first, second = await two_reports(town)
    await first.looks()
    told = next(number for number, each in first.messages.items() if "Перша справа" in words(each))
    last = max(olena.messages)
    await town.box.fault("lost_answer", method=method, chat=olena.id, times=1)
    await send(first, reply_to=told)
    received = (await copies(olena, field, 2 * many, last))[:many]
    await second.replies("Друга справа", "А я про друге")  # touched last
    await olena.hears("А я про друге")
    for number, copy in enumerate(received):
        await olena.replies(copy, f"Першому {number}")
        await first.hears(f"Першому {number}")
    assert "Першому" not in await said_to(second)
