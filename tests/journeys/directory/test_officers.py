"""Officers in the chat: what is known of them, who sees it, and how they join and leave."""

from tests.journeys.conftest import Town
from tests.journeys.directory.steps import noted, opens
from tests.people import Person


async def test_an_officer_and_who_sees_what(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-o03", "Зразок Третій")
    await iryna.hears("Ще не в боті")
    await iryna.taps("Ім’я та прізвище")
    await iryna.hears("Ім’я та прізвище офіцера")
    await iryna.says("Зразок Таємний")
    await iryna.hears("Офіцер Зразок Таємний")
    await iryna.taps("Звання")
    await iryna.hears("Яке звання")
    await iryna.says("майор поліції")
    await iryna.hears("Звання: майор поліції")
    await iryna.taps("Хто бачить ім’я")
    await iryna.taps("бачать лише офіцери")
    await iryna.hears("Зразок Таємний · бачать лише офіцери")
    await iryna.taps("Хто бачить телефон")
    await iryna.taps("бачать лише офіцери")
    await iryna.hears("· бачать лише офіцери")

    secret, colleague = await town.officer("zt-o03"), await town.officer("zt-o04")
    olena = await town.neighbour("Олена")
    number = await town.report(olena, "Гучна музика")
    await secret.hears("Нове повідомлення")
    await secret.taps("Прийняти")
    await olena.hears(f"№ {number} прийнято. Ним займається поліцейський офіцер громади")
    card = await colleague.hears("займається Зразок Таємний")
    assert "+380 00 000 00 20" in card["text"]
    await secret.replies("Гучна музика", "Їду")
    await olena.hears(f"Офіцер громади · № {number}")
    assert not [text for text in olena.heard if "Таємний" in text or "майор" in text or "00 20" in text]


async def test_a_photo_is_for_those_who_may_see_it(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-o09", "Зразок")
    await iryna.taps("Фото")
    await iryna.hears("Надішліть фото")
    await iryna.says("ось")
    await iryna.hears("потрібне фото, надіслане як фото")
    await iryna.sends_photo()
    await iryna.hears("Фото: є")
    await iryna.taps("Фото")
    await iryna.taps("Прибрати")
    await iryna.hears("Фото: —")


async def test_an_invitation_in_the_chat(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-o03", "Зразок Третій")
    await iryna.taps("Запросити")
    link = await iryna.hears("https://t.me/")
    payload = link["text"].split("?start=")[1].split()[0]
    officer = await town.box.person("Акаунт", group="officer")
    await officer.says(f"/start {payload}")
    await officer.hears("Лишився один крок")
    await opens(iryna, "zt-o03", "Зразок Третій")
    await iryna.hears("чекає на підтвердження")
    await iryna.taps("Це він чи вона")
    await iryna.hears("Підтверджено: Зразок Третій")
    await officer.hears("Тепер повідомлення мешканців")
    assert payload.removeprefix("inv_") not in str(await town.rows("SELECT * FROM audit"))
    await opens(iryna, "zt-o03", "Зразок Третій")
    await iryna.hears("У боті, отримує повідомлення")
    await iryna.taps("Відключити телефон")
    await iryna.taps("Так, відключити")
    await iryna.hears("телефон відключено. Поки офіцер не повернеться в бота")
    assert (await town.known_officer("zt-o03")).chat_id is None
    assert (await noted(town, "officer-unbound"))["subject"] == "officer:zt-o03"
