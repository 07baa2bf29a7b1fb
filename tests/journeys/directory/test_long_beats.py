"""A beat with more areas and officers than a keyboard holds: each can be reached, page by page."""

from pathlib import Path

import pytest

from bot.domain.clock import utc_now
from bot.services.registry.importing import import_registry
from tests.journeys.conftest import Town
from tests.journeys.directory.book import sample
from tests.journeys.directory.steps import opens
from tests.people import Json, Person, buttons, words

AREAS, OFFICERS = 130, 46
BEAT = "zt-d02"
BEAT_NAME = "Бердичівська громада"


@pytest.fixture
async def long_beat(town: Town, tmp_path: Path) -> Town:
    """All the sample's settlements and officers there are room for on one beat."""
    book, folder = sample(), tmp_path / "book"
    settlements = "SELECT katottg FROM units WHERE category = 'C' AND raion = 'UA18020000000072859' ORDER BY katottg"
    codes = [row["katottg"] for row in await town.rows(f"{settlements} LIMIT {AREAS}")]
    book["areas"] = [row[:2] for row in book["areas"] if row[0] != BEAT] + [[BEAT, code] for code in codes]
    serving = {row[0] for row in book["posts"] if row[1] == BEAT}
    others = [row[0] for row in book["officers"][1:] if row[0] not in serving]
    book["posts"] += [[each, BEAT, "01.02.2024", ""] for each in others[: OFFICERS - len(serving)]]
    folder.mkdir()
    for name, rows in book.items():
        (folder / f"{name}.csv").write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    await import_registry(town.app.database, utc_now, folder)
    return town


async def leafed(who: Person, page: Json) -> list[str]:
    """The buttons of all pages, in one message that changes; the last page stays."""
    found = choices(page)
    while "Далі" in buttons(page):
        await who.taps("Далі")
        message = page["message_id"]
        page = await who.hears("Сторінка")
        assert page["message_id"] == message
        found += choices(page)
    return found


def choices(page: Json) -> list[str]:
    return [each for each in buttons(page) if each not in ("Далі", "Назад", "Скасувати")]


async def areas_of(town: Town) -> int:
    counted = "SELECT count(*) AS n FROM beat_areas JOIN beats ON beats.id = beat_id WHERE code = :code"
    return int((await town.rows(counted, code=BEAT))[0]["n"])


async def test_each_of_many_areas_can_be_removed(long_beat: Town, iryna: Person) -> None:
    await opens(iryna, BEAT, BEAT_NAME)
    panel = await iryna.hears(f"Дільниця {BEAT_NAME}")
    assert f"…і ще {AREAS - 12}" in words(panel)
    await iryna.taps("Прибрати територію")
    offered = await leafed(iryna, await iryna.hears("Яку територію прибрати?"))
    assert len(offered) == AREAS
    await iryna.taps(offered[-1])
    await iryna.hears(f"…і ще {AREAS - 13}")
    assert await areas_of(long_beat) == AREAS - 1


async def test_each_of_many_posts_can_end(long_beat: Town, iryna: Person) -> None:
    await opens(iryna, BEAT, BEAT_NAME)
    panel = await iryna.hears(f"Дільниця {BEAT_NAME}")
    assert f"…і ще {OFFICERS - 12}" in words(panel)
    await iryna.taps("Завершити призначення")
    offered = await leafed(iryna, await iryna.hears("Чиє призначення завершується?"))
    assert len(offered) == OFFICERS
    await iryna.taps(offered[-1])
    await iryna.hears("останній день на дільниці")


async def test_however_many_places_have_a_name_each_can_be_added(town: Town, iryna: Person) -> None:
    await opens(iryna, BEAT, BEAT_NAME)
    await iryna.taps("Додати територію")
    await iryna.hears("За що відповідає дільниця")
    await iryna.says("Іванівка")
    first = await iryna.hears("Що саме?")
    offered = await leafed(iryna, first)
    assert len({each for each in offered if each.startswith("с. Іванівка")}) > 50
    await iryna.says("Бердичів")
    await iryna.hears("Що саме?")
    await iryna.taps_data(first["message_id"], next_page_of(first))
    await iryna.hears("кнопка вже не діє")


def next_page_of(page: Json) -> str:
    rows = page["reply_markup"]["inline_keyboard"]
    return str(next(each["callback_data"] for row in rows for each in row if each["text"] == "Далі"))
