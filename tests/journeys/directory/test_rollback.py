"""/rollback: the latest changes, what going back would do, and that it is itself a change that can be undone."""

import sqlalchemy as sa

from bot.domain.clock import utc_now
from db import schema
from tests.journeys.admins import BERDYCHIV, admin_of
from tests.journeys.conftest import Town
from tests.journeys.directory.book import editions, row_of, sample, sends_file, workbook
from tests.people import Person, buttons


async def applies(who: Person, *renamed: tuple[str, str]) -> None:
    """A whole file in which officers have other names."""
    book = sample()
    for code, name in renamed:
        row_of(book, "officers", code)[3] = name
    await sends_file(who, workbook(book))
    await who.hears("помилок немає")
    await who.taps("Завантажити")
    await who.hears("завантажено")


async def hours(who: Person, station: str, text: str) -> None:
    """A single edit."""
    await who.says("/directory")
    await who.hears("Довідник")
    await who.says(station)
    await who.hears("знайдено: 1")
    await who.taps("Поліцейська станція")
    await who.taps("Години роботи")
    await who.hears("Коли станція відчинена")
    await who.says(text)
    await who.hears(f"Години роботи: {text}")


async def test_back_before_the_last_change_and_forth_again(town: Town, iryna: Person) -> None:
    officer = await town.officer("zt-o03")
    await applies(iryna, ("zt-o03", "Зразок Інший"), ("zt-o04", "Зразок Ще Інший"))
    await iryna.says("/rollback")
    listed = await iryna.hears("Останні зміни довідника")
    last = (await editions(town))[-1]
    assert f"№\u00a0{last} · " in listed["text"]
    assert "Ірина: файл registry.xlsx" in listed["text"]
    await iryna.taps(f"Перед № {last}")
    confirm = await iryna.hears("Скасується 1 зміна")
    assert "Офіцери: додано 0, змінено 2, вилучено 0" in confirm["text"]
    assert (await town.known_officer("zt-o03")).name == "Зразок Інший"
    await iryna.taps("Так, повернути")
    await iryna.hears(f"довідник такий, як був перед зміною № {last}")
    known = await town.known_officer("zt-o03")
    assert (known.name, known.chat_id) == ("Зразок Третій", officer.id)
    (noted,) = await town.rows("SELECT * FROM audit WHERE action = 'registry-rolled-back'")
    assert noted["subject"] == f"registry:{last + 1}"

    await iryna.says("/rollback")
    await iryna.hears(f"повернення до стану перед № {last}")
    await iryna.taps(f"Перед № {last + 1}")
    await iryna.taps("Так, повернути")
    await iryna.hears(f"перед зміною № {last + 1}")
    assert (await town.known_officer("zt-o03")).name == "Зразок Інший"
    assert len(await editions(town)) == 4


async def test_several_changes_are_undone_at_once(town: Town, iryna: Person) -> None:
    await applies(iryna, ("zt-o03", "Зразок Інший"))
    first = (await editions(town))[-1]
    await hours(iryna, "zt-s02", "щодня 8–20")
    await iryna.says("/rollback")
    listed = await iryna.hears("станція zt-s02")
    assert buttons(listed)[:2] == [f"Перед № {first + 1}", f"Перед № {first}"]
    await iryna.taps(f"Перед № {first}")
    await iryna.hears("Скасуються 2 зміни")
    await iryna.taps("Так, повернути")
    await iryna.hears(f"перед зміною № {first}")
    assert (await town.known_officer("zt-o03")).name == "Зразок Третій"
    (station,) = await town.rows("SELECT hours FROM stations WHERE code = 'zt-s02'")
    assert station["hours"] == "цілодобово"


async def test_one_can_think_better_of_it(town: Town, iryna: Person) -> None:
    await applies(iryna, ("zt-o03", "Зразок Інший"))
    await iryna.says("/rollback")
    await iryna.taps("Перед №")
    await iryna.taps("Ні, залишити")
    await iryna.hears("усе лишається як є")
    assert (await town.known_officer("zt-o03")).name == "Зразок Інший"


async def test_what_was_agreed_to_is_what_happens(town: Town, iryna: Person) -> None:
    await hours(iryna, "zt-s02", "щодня 8–20")
    await iryna.says("/rollback")
    await iryna.taps(f"Перед № {(await editions(town))[-1]}")
    asked = await iryna.hears("Скасується 1 зміна")
    await hours(iryna, "zt-s03", "щодня 9–21")
    await iryna.taps_data(asked["message_id"], asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    await iryna.hears("Поки ви вирішували, хтось змінив довідник")
    assert len(await editions(town)) == 3


async def test_an_admin_of_a_territory_goes_back_only_inside_it(town: Town, iryna: Person) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    await hours(maria, "zt-s02", "щодня 8–20")
    mine = (await editions(town))[-1]
    await hours(iryna, "zt-s03", "щодня 9–21")
    await maria.says("/rollback")
    listed = await maria.hears("Останні зміни довідника")
    assert buttons(listed) == [f"Перед № {mine}"]
    assert "zt-s03" not in listed["text"]
    for step in ("show", "do"):
        await maria.taps_data(listed["message_id"], f"rb:{mine + 1}:{mine + 1}:{step}")
        await maria.hears("поза вашою територією")
    await maria.taps(f"Перед № {mine}")
    await maria.hears("Скасується 1 зміна")
    await maria.taps("Так, повернути")
    await maria.hears(f"перед зміною № {mine}")
    rows = await town.rows("SELECT code, hours FROM stations WHERE code IN ('zt-s02', 'zt-s03') ORDER BY code")
    assert [row["hours"] for row in rows] == ["цілодобово", "щодня 9–21"]


async def test_all_changes_that_are_kept_can_be_reached(town: Town, iryna: Person) -> None:
    about = {"how": "edit", "counts": {"beats": [1, 0, 0]}, "areas": [], "before": b""}
    made = [{"kind": "registry", "label": f"beat:zt-d{n:02}", "rows": 1, "loaded_at": utc_now()} for n in range(20)]
    async with town.app.database.write() as connection:
        await connection.execute(sa.insert(schema.generations), made)
        new = sa.select(schema.generations.c.id).where(schema.generations.c.label.like("beat:%"))
        ids = (await connection.execute(new)).scalars().all()
        await connection.execute(sa.insert(schema.editions), [{"generation_id": each, **about} for each in ids])
    await iryna.says("/rollback")
    page = await iryna.hears("Сторінка 1 з 3")
    shown = buttons(page)[:-1]
    for number in (2, 3):
        await iryna.taps("Далі")
        page = await iryna.hears(f"Сторінка {number} з 3")
        shown += [each for each in buttons(page) if each not in ("Далі", "Назад")]
    assert len(set(shown)) == 21
