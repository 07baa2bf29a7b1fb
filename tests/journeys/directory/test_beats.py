"""Beats in the chat: their areas, their station, who serves there; new ones, and ones that are retired."""

from tests.journeys.conftest import Town
from tests.journeys.directory.book import editions
from tests.journeys.directory.steps import opens
from tests.people import Person, buttons


async def test_a_beat_its_areas_station_and_posts(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-d02", "Бердичівська громада")
    await iryna.hears("Дільниця Бердичівська громада")
    await iryna.taps("Додати територію")
    await iryna.hears("За що відповідає дільниця")
    await iryna.says("Житомирська громада")
    which = await iryna.hears("Що саме?")
    assert "Житомирська громада" in buttons(which)[0]
    await iryna.says("UA18020030010047029")
    await iryna.hears("Що саме?")
    await iryna.taps("м. Бердичів")
    await iryna.hears("• м. Бердичів, Бердичівська громада")
    await iryna.taps("Прибрати територію")
    await iryna.taps("м. Бердичів")
    panel = await iryna.hears("Дільниця Бердичівська громада")
    assert "м. Бердичів" not in panel["text"]

    await iryna.taps("Завершити призначення")
    await iryna.taps("Зразок Третій")
    await iryna.hears("останній день на дільниці")
    await iryna.says("31.12.2020")
    await iryna.hears("останній день раніше за перший")
    await iryna.says("31.12.2030")
    ending = await iryna.hears("Зразок Третій, від 01.01.2024 до 31.12.2030")
    assert "жодного офіцера" not in ending["text"]  # somebody else stays
    await iryna.taps("Завершити призначення")
    await iryna.taps("Зразок Четвертий")
    await iryna.says("31.12.2029")
    await iryna.hears("Після 31.12.2030 тут не буде жодного офіцера")

    await iryna.taps("Призначити офіцера")
    await iryna.hears("Хто тут служитиме")
    await iryna.says("zt-o01")
    await iryna.hears("знайдено: 1")
    await iryna.taps("Зразок Перший")
    await iryna.hears("з якого дня")
    await iryna.taps("Сьогодні")
    appointed = await iryna.hears("• Зразок Перший, від")
    assert "жодного офіцера" not in appointed["text"]

    await iryna.taps("Станція")
    await iryna.hears("Яка станція")
    await iryna.taps("Без станції")
    await iryna.hears("Станція: —")


async def test_new_entries(town: Town, iryna: Person) -> None:
    await iryna.says("/directory")
    await iryna.taps("Нова дільниця")
    await iryna.hears("Як називається дільниця")
    await iryna.says("Дільниця № 7")
    await iryna.hears("За що відповідає")
    await iryna.says("Бердичів")
    await iryna.taps("Бердичівська громада")
    await iryna.hears("Дільниця Дільниця № 7")
    await iryna.taps("Призначити офіцера")
    await iryna.taps("Новий офіцер")
    await iryna.taps("дільничний офіцер поліції")
    await iryna.hears("Ім’я та прізвище офіцера")
    await iryna.says("Зразок Щойний")
    await iryna.hears("• Зразок Щойний, від")
    await iryna.taps("Станція")
    await iryna.taps("Нова станція")
    await iryna.hears("Як називається станція")
    await iryna.says("Станція № 7")
    await iryna.hears("Яка адреса")
    await iryna.says("вул. Зразкова, 7")
    await iryna.hears("Станція: Станція № 7")
    added = await town.rows("SELECT subject FROM audit WHERE action LIKE '%-added' AND action <> 'admin-added'")
    assert sorted(row["subject"].split(":")[0] for row in added) == ["beat", "officer", "station"]
    assert len(await editions(town)) == 4


async def test_what_is_named_elsewhere_cannot_be_retired(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-s02", "Поліцейська станція «Бердичів»")
    await iryna.taps("Вилучити з довідника")
    await iryna.taps("Так, вилучити")
    await iryna.hears("коду «zt-s02» немає на аркуші")
    await opens(iryna, "zt-d02", "Бердичівська громада")
    await iryna.taps("Вилучити з довідника")
    await iryna.taps("Так, вилучити")
    await iryna.hears("Дільницю «Бердичівська громада» вилучено")
    assert len(await editions(town)) == 2


async def test_only_a_duty_unit_answers_for_a_whole_raion(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-d02", "Бердичівська громада")
    await iryna.taps("Додати територію")
    await iryna.hears("За що відповідає")
    await iryna.says("Бердичівський район")
    await iryna.taps("Бердичівський р-н")
    await iryna.hears("за них відповідає лише черговий")
    assert len(await editions(town)) == 1


async def test_no_officer_of_a_role_that_does_not_exist(town: Town, iryna: Person) -> None:
    await opens(iryna, "zt-d02", "Бердичівська громада")
    panel = await iryna.hears("Дільниця Бердичівська громада")
    beat = (await town.rows("SELECT id FROM beats WHERE code = 'zt-d02'"))[0]["id"]
    await iryna.taps_data(panel["message_id"], f"ew:{beat}:marshal")
    await iryna.hears("кнопка вже не діє")
