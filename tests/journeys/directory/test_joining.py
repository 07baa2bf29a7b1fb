"""Who joined is who was meant: nothing goes to an account before somebody has made sure of it."""

import asyncio

import pytest

from bot.__main__ import main
from tests.journeys.conftest import Town
from tests.journeys.directory.steps import noted, opens
from tests.people import Person, buttons


async def invited(iryna: Person, code: str = "zt-o03", name: str = "Зразок Третій") -> str:
    await opens(iryna, code, name)
    await iryna.taps("Запросити")
    link = await iryna.hears("https://t.me/")
    return str(link["text"].split("?start=")[1].split()[0])


async def entered(town: Town, payload: str, name: str = "Акаунт") -> Person:
    person = await town.box.person(name, group="officer")
    await person.says(f"/start {payload}")
    await person.hears("Лишився один крок")
    return person


async def test_nothing_is_relayed_before_somebody_has_confirmed(town: Town, iryna: Person) -> None:
    officer = await entered(town, await invited(iryna))
    question = await iryna.hears("Це справді ця людина?")
    assert "+380 00 000 00" in question["text"]
    colleague = await town.officer("zt-o04")
    olena = await town.neighbour("Олена")
    await town.report(olena, "Гучна музика")
    await colleague.hears("Нове повідомлення")
    for said in ("/queue", "Добрий день, коли почнемо?"):
        await officer.says(said)
        await officer.hears("написане тут я нікому не передаю")
    assert not [said for said in officer.heard if "музика" in said or "Нове повідомлення" in said]
    await iryna.taps("Це він чи вона")
    await officer.hears("Повідомлення мешканців приходитимуть")
    assert (await noted(town, "officer-confirmed"))["subject"] == "officer:zt-o03"
    await town.report(olena, "Ще музика")
    await officer.hears("Нове повідомлення")


async def test_the_greeting_comes_before_what_waited(town: Town, iryna: Person) -> None:
    before, olena = await town.officer("zt-o03"), await town.neighbour("Олена")
    await town.report(olena, "Гучна музика")
    await before.hears("Гучна музика")
    after = await entered(town, await invited(iryna), "Новий")
    await iryna.hears("Це справді ця людина?")
    await iryna.taps("Це він чи вона")
    greeting, card = await after.hears("Тепер ви в боті"), await after.hears("повідомлення № 1")
    assert greeting["message_id"] < card["message_id"]


async def test_somebody_else_is_cut_off(town: Town, iryna: Person) -> None:
    await entered(town, await invited(iryna))
    await iryna.hears("Це справді ця людина?")
    await iryna.taps("Це хтось інший")
    await iryna.taps("Так, відключити")
    await iryna.hears("телефон відключено")
    assert (await town.known_officer("zt-o03")).chat_id is None


async def test_an_old_button_confirms_nobody_else(town: Town, iryna: Person) -> None:
    await entered(town, await invited(iryna))
    asked = await iryna.hears("Це справді ця людина?")
    await iryna.taps("Це він чи вона")
    await iryna.hears("Підтверджено")
    again = asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await iryna.taps_data(asked["message_id"], again)
    await iryna.hears("кнопка вже не діє")


async def test_the_account_before_and_the_log_hear_of_a_new_one(town: Town, iryna: Person) -> None:
    before = await town.officer("zt-o03")
    after = await entered(town, await invited(iryna), "Новий")
    await before.hears("Цей акаунт відключено")
    question = await iryna.hears("Це справді ця людина?")
    assert "Попередній акаунт відключено" in question["text"]
    assert (await noted(town, "officer-joined-anew"))["subject"] == "officer:zt-o03"
    await town.officer("zt-o04")  # somebody must be there for a report to begin
    olena = await town.neighbour("Олена")
    await town.draft(olena)
    assert not [said for said in (*before.heard, *after.heard) if "Нове повідомлення" in said]


async def test_nobody_confirms_oneself(town: Town, iryna: Person) -> None:
    payload = await invited(iryna)
    await iryna.says(f"/start {payload}")
    await iryna.hears("Лишився один крок")
    await opens(iryna, "zt-o03", "Зразок Третій")
    panel = await iryna.hears("Це зробить інший адміністратор")
    assert "Це він чи вона" not in buttons(panel)
    await iryna.taps_data(panel["message_id"], f"en:officers:{(await town.known_officer('zt-o03')).id}:confirm")
    await iryna.hears("Підтвердити себе не можна")


async def test_the_operator_confirms(town: Town, iryna: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", town.app.settings.database_url)
    officer = await entered(town, await invited(iryna))
    assert await asyncio.to_thread(main, ["officers", "confirm", "zt-o03"]) == 0
    assert await asyncio.to_thread(main, ["officers", "confirm", "zt-o03"]) == 2
    await officer.hears("Повідомлення мешканців приходитимуть")
    assert (await town.known_officer("zt-o03")).reachable
