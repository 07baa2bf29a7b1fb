"""Networks fail, code breaks, somebody sends what nobody knows: all else goes on, and everything arrives in order."""

import asyncio
import json
from typing import Any

import pytest

import db.inbox
from bot.domain.clock import utc_now
from bot.services import inbox
from bot.services.reports.cards import Cards
from db.inbox import Arrival
from tests.journeys.conftest import OpenTown, Town
from tests.people import Json, Person

WORDS = ["Перше", "Друге", "Третє", "Четверте"]


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "429", "retry_after": 1, "times": 2},
        {"kind": "500", "times": 2},
        {"kind": "drop", "times": 2},
        {"kind": "timeout", "times": 1},
        {"kind": "lost_answer", "times": 1},
    ],
    ids=lambda fault: str(fault["kind"]),
)
async def test_everything_arrives_in_order(open_town: OpenTown, fault: Json) -> None:
    town = await open_town(send_timeout=1.0)
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    for said, heard in zip(WORDS, ("Додано. Пишіть ще", "Разом уже 2."), strict=False):
        await olena.says(said)
        await olena.hears(heard)
    await olena.taps("Готово")
    await olena.hears("Перевірте перед надсиланням")
    await town.box.fault(**fault, chat=officer.id)
    await olena.taps("Надіслати")
    await olena.hears("Надіслано: повідомлення № 1")  # another chat does not wait
    for said in WORDS[2:]:
        await olena.says(said)
    await officer.hears(WORDS[-1])
    assert officer.told == WORDS
    cards = [said for said in officer.heard if "повідомлення № 1" in said]
    assert len(cards) == (2 if fault["kind"] == "lost_answer" else 1)
    assert await town.count("outbox") == 0 or await settled(town)


async def settled(town: Town) -> bool:
    """The last cards and signs are on their way."""
    for _ in range(100):
        if await town.count("outbox") == 0:
            return True
        await asyncio.sleep(0.05)
    return False


async def test_the_pace_is_kept(open_town: OpenTown) -> None:
    """Telegram's limits in fast motion: whoever keeps to them is never told to wait."""
    town = await open_town(chat_interval=0.1, send_per_second=30)
    await town.box.limits(strict=True, per_chat_per_second=10, overall_per_second=30)
    officers = [await town.officer("zt-o03"), await town.officer("zt-o04")]
    olena = await town.neighbour("Олена", "Бердичів")
    await town.draft(olena)
    said = [f"Запис {number}" for number in range(1, 9)]
    for each in said:
        await olena.says(each)
    await olena.hears("Разом уже 8.")
    await town.send(olena)
    for officer in officers:
        await officer.hears(said[-1])
        assert [each for each in officer.told if each in said] == said
    assert [call for call in await town.box.calls() if call["code"] == 429] == []


async def test_an_outage_of_polling_loses_nothing(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    for kind in ("500", "429"):
        await town.box.fault(kind, method="getUpdates", times=1)
    await town.report(olena, "Собака гавкає")
    await officer.hears("Собака гавкає")


async def test_a_broken_handler_is_tried_again_and_set_aside(
    town: Town, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    officer = await town.officer("zt-o05")
    olena, petro = await town.neighbour("Олена", "Коростень"), await town.neighbour("Петро", "Коростень")
    await town.draft(olena)
    await olena.says("Собака гавкає")
    await olena.hears("Додано. Пишіть")
    await olena.taps("Готово")
    await olena.hears("Перевірте перед надсиланням")
    monkeypatch.setattr(inbox, "RETRY_AFTER", (0.1, 0.1, 0.1))
    attempts = breaking(monkeypatch, times=2)
    await olena.taps("Надіслати")
    await officer.hears("Собака гавкає")  # the third attempt
    await olena.hears("Надіслано: повідомлення № 1")
    assert attempts == [1, 2]
    officer_heard = [said for said in officer.told if said == "Собака гавкає"]
    assert len(officer_heard) == 1  # what was rolled back was never said

    breaking(monkeypatch, times=100)
    await olena.says("Ще одне")  # breaks in the card, after the entry was kept
    await petro.says("/help")
    await petro.hears("/emergency")  # others do not wait
    await olena.hears("У мене щось зламалося")
    rows = await town.rows("SELECT attempts, error, payload FROM inbox WHERE set_aside_at IS NOT NULL")
    assert [(row["attempts"], row["error"]) for row in rows] == [(4, "RuntimeError")]
    assert json.loads(rows[0]["payload"])["message"]["text"] == "Ще одне"
    assert await town.count("entries") == 1
    assert "Ще одне" not in str(capfd.readouterr())  # what people write stays out of the log
    monkeypatch.undo()
    await olena.says("І ще одне")
    await officer.hears("І ще одне")


def breaking(monkeypatch: pytest.MonkeyPatch, *, times: int) -> list[int]:
    """The cards break so many times; the list grows with each."""
    whole = Cards.update
    broken: list[int] = []

    async def update(self: Cards, *about: Any, **more: Any) -> None:
        if len(broken) < times:
            broken.append(len(broken) + 1)
            raise RuntimeError("the card is broken")
        await whole(self, *about, **more)

    monkeypatch.setattr(Cards, "update", update)
    return broken


async def test_an_update_of_an_unknown_kind_is_set_aside(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    strange: list[Json] = [
        {"update_id": 900_000_001, "message": {"message_id": "one", "chat": {"id": olena.id}}},
        {"update_id": 900_000_002, "message": "words"},
        {"update_id": 900_000_003, "telepathy": {"from": {"id": olena.id}}},
    ]
    arrivals = [Arrival(each["update_id"], f"telegram:{olena.id}", json.dumps(each)) for each in strange]
    arrivals.append(Arrival(900_000_004, f"telegram:{olena.id}", "{not json"))
    async with town.app.database.write():
        await db.inbox.store(town.app.bot.id, arrivals, utc_now())
    town.app.worker.nudge()
    await town.report(olena, "Собака гавкає")
    await officer.hears("Собака гавкає")
    rows = await town.rows("SELECT error FROM inbox WHERE set_aside_at IS NOT NULL ORDER BY update_id")
    assert {row["error"] for row in rows} == {"Unreadable"}
    assert len(rows) >= 3


async def test_a_group_is_not_served(town: Town) -> None:
    officer = await town.officer("zt-o05")
    group = await town.box.group("Двір", officer)
    await in_group(officer, group, "/queue")
    await officer.says("/queue")
    await officer.hears("Зараз на вас нічого не чекає")
    seen = await town.box.call("GET", f"chats/{group['id']}/messages")
    assert not [m for m in seen["messages"] if m["from_bot"] and "text" in m]


async def in_group(who: Person, group: Json, text: str) -> None:
    await who.box.act(f"chats/{group['id']}/send", {"kind": "text", "text": text, "from": who.id})
