"""Announcements with many areas, and many announcements: each can be reached, page by page."""

from typing import Any

import sqlalchemy as sa

import db.announcements
from bot.domain.clock import utc_now
from db import schema
from tests.journeys.announcements.steps import Desk, announcement
from tests.people import Json, Person, buttons, words

AREAS, MANY = 130, 23


async def leafed(who: Person, page: Json) -> list[Json]:
    """All pages, in one message that changes; the last one stays."""
    found = [page]
    while "Далі" in buttons(page):
        await who.taps("Далі")
        page = await who.hears("Сторінка")
        assert page["message_id"] == found[0]["message_id"]
        found.append(page)
    return found


def removable(pages: list[Json]) -> list[str]:
    return [each for page in pages for each in buttons(page) if each.startswith("Прибрати: ")]


async def test_each_of_many_areas_can_be_taken_out(desk: Desk) -> None:
    await announcement(desk.iryna, "У неділю зустріч.", "Бердичівська громада")
    villages = "SELECT katottg FROM units WHERE category = 'C' AND raion = 'UA18020000000072859' ORDER BY katottg"
    codes = [row["katottg"] for row in await desk.town.rows(f"{villages} LIMIT {AREAS - 1}")]
    async with desk.town.app.database.write():
        (draft,) = await db.announcements.newest(most=2)
        await db.announcements.change(draft.id, areas=sorted({*draft.areas, *codes}))
    await desk.iryna.taps("Кому")
    pages = await leafed(desk.iryna, await desk.iryna.hears("Кому надіслати?"))
    offered = removable(pages)
    assert len(set(offered)) == AREAS
    await desk.iryna.taps(offered[-1])
    left = await desk.iryna.hears("Сторінка 17 з 17")  # it stays where it was
    assert offered[-1] not in buttons(left)
    async with desk.town.app.database.read():
        (kept,) = await db.announcements.newest(most=2)
    assert len(kept.areas) == AREAS - 1


async def some_drafts(desk: Desk) -> list[int]:
    """Written by one of the two, without an hour of writing."""
    (admin,) = await desk.town.rows("SELECT id FROM admins WHERE chat_id = :chat", chat=desk.iryna.id)
    row: dict[str, Any] = {"author_id": admin["id"], "kind": "announcement", "status": "draft", "created_at": utc_now()}
    row |= {"stations": [], "texts": {}, "media": [], "languages": []}
    async with desk.town.app.database.write() as connection:
        await connection.execute(sa.insert(schema.broadcasts), [dict(row) for _ in range(MANY)])
    return [each["id"] for each in await desk.town.rows("SELECT id FROM broadcasts ORDER BY id DESC")]


async def test_all_announcements_and_drafts_can_be_reached(desk: Desk) -> None:
    numbers = await some_drafts(desk)
    await desk.iryna.says("/broadcasts")
    listed = await leafed(desk.iryna, await desk.iryna.hears("Сторінка 1 з 3"))
    assert [each for page in listed for each in shown(page)] == numbers
    await desk.iryna.says("/announce")
    drafts = await leafed(desk.iryna, await desk.iryna.hears("Сторінка 1 з 4"))
    assert [each for page in drafts for each in shown(page)] == numbers
    await desk.iryna.taps(f"№ {numbers[-1]}")
    await desk.iryna.hears(f"№ {numbers[-1]} — чернетка")


def shown(page: Json) -> list[int]:
    return [int(each.split("№ ")[1]) for each in map(plain, buttons(page)) if "№ " in each]


def plain(label: str) -> str:
    return words({"text": label})


async def test_of_more_places_than_are_offered_it_is_said(desk: Desk) -> None:
    await announcement(desk.iryna, "У неділю зустріч.", "Бердичівська громада")
    await desk.iryna.taps("Кому")
    await desk.iryna.hears("Кому надіслати?")
    await desk.iryna.says("Іванівка")
    asked = await desk.iryna.hears("Що саме ви маєте на увазі?")
    assert "Уточніть назву" in words(asked)
    assert len(buttons(asked)) == 9
