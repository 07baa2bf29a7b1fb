"""/intake: an area is left to the directory alone, and taken back."""

from tests.journeys.admins import BERDYCHIV, IRYNA, KOROSTEN_RAION, admin_of, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.people import Person, buttons, words


async def sets(admin: Person, place: str, label: str) -> None:
    await admin.says("/intake")
    await admin.hears("овідомлен")
    await admin.taps("Додати територію")
    await admin.hears("Яка територія?")
    await admin.says(place)
    await admin.hears("громада")
    await admin.taps(label)


async def test_where_the_bot_is_a_directory_no_report_is_taken(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    officer, olena = await town.officer("zt-o05"), await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Було раніше")
    await officer.hears("Було раніше")
    await town.draft(olena)
    await olena.says("Недописане")
    await olena.hears("Додано. Пишіть")
    petro = await town.neighbour("Петро", "Коростень")
    await petro.says("Вікна розбили")
    await petro.hears("Про що хочете повідомити")  # in the middle of it

    admin = await superadmin(town)
    await sets(admin, "Коростенська громада", "Лише довідник")
    said = await admin.hears("Нових повідомлень не приймаю")
    assert "Відкритих повідомлень: 1. Їх це не зупиняє" in words(said)
    await admin.says("/audit")
    await admin.hears("лише довідник: повідомлень не приймають")

    await petro.taps("Порядок на вулиці")
    await petro.taps("Ні, небезпеки немає")
    card = await petro.hears("Зразок П’ятий")
    assert "Через бота тут зараз не написати" in words(card)
    assert "Написати офіцеру" not in buttons(card)
    told = await petro.hears("зараз не приймаю")
    assert "102" in words(told)
    assert "пам’ятаю написане добу" in words(told)

    await olena.taps("Готово")
    summary = await olena.hears("тому надіслати не можна")
    assert "Надіслати" not in buttons(summary)
    await olena.taps("Скасувати")
    await olena.hears("чернетку стерто")
    await olena.says("Ще до першого")
    await officer.hears("Ще до першого")  # what is under way goes on
    await officer.replies("Ще до першого", "Бачу")
    await olena.hears("Бачу")
    await olena.says("/report")
    await olena.hears("зараз не приймаю")

    await admin.says("/intake")
    await admin.hears("Лише довідник")
    await admin.taps("Коростенська")
    await admin.hears("Нових повідомлень не приймаю")
    await admin.taps("Знову приймати повідомлення")
    await admin.hears("Повідомлення приймаю, якщо")
    await petro.says("/report")
    await petro.hears("я запам’ятав")
    await petro.taps("Порядок на вулиці")
    await petro.taps("Ні, небезпеки немає")
    await petro.hears("Додано. Пишіть")
    await town.send(petro)
    await officer.hears("Вікна розбили")


async def test_only_inside_of_the_own_scope(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    admin = await admin_of(town, "Колега", KOROSTEN_RAION)
    await admin.says("/intake")
    asked = await admin.hears("Повідомлення приймаю всюди")
    await admin.taps_data(asked["message_id"], f"ia:{BERDYCHIV}:only")
    await admin.hears("поза вашою")
    await olena.taps_data(max(olena.messages), f"ia:{KOROSTEN_RAION}:only")
    await admin.taps_data(asked["message_id"], f"ia:{KOROSTEN_RAION}:only")
    await admin.hears("Нових повідомлень не приймаю")
    assert [row["katottg"] for row in await town.rows("SELECT katottg FROM directory_only")] == [KOROSTEN_RAION]
    await olena.says("/report")
    await olena.hears("зараз не приймаю")
