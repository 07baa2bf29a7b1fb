"""A registry file sent to the bot: looked at first, shown as a workbook, applied on a tap, and never beyond the
admin's territory."""

import pytest

from tests.journeys.admins import BERDYCHIV, IRYNA, admin_of
from tests.journeys.conftest import Town
from tests.journeys.directory.book import archive, editions, part, row_of, sample, sends_file, sheets_of, workbook
from tests.people import Person


@pytest.fixture
async def iryna(town: Town) -> Person:
    person = await town.box.person("Ірина", id=IRYNA)
    await person.says("/admin")
    await person.hears("довідником усієї країни")
    return person


def renamed() -> dict[str, list[list[str]]]:
    """One officer has another name, one station is gone with its beat's mention, one officer is new."""
    book = sample()
    row_of(book, "officers", "zt-o03")[3] = "=Зразок Перейменований"
    book["officers"].append(["zt-o99", "дільничний", "", "Зразок Новий", "", "", "", "офіцери", ""])
    row_of(book, "beats", "zt-d02")[2] = ""
    book["stations"] = [row for row in book["stations"] if row[0] != "zt-s17"]
    for row in book["beats"]:
        row[2] = "" if row[2] == "zt-s17" else row[2]
    return book


@pytest.mark.parametrize("kind", ["xlsx", "zip"])
async def test_a_file_is_shown_first_and_applied_on_a_tap(town: Town, iryna: Person, kind: str) -> None:
    content = workbook(renamed()) if kind == "xlsx" else archive(renamed(), "папка/")
    await sends_file(iryna, content, f"новий.{kind}")
    shown = await iryna.hears("помилок немає")
    assert "Ще нічого не змінено" in shown["caption"]
    assert "Офіцери: додано 1, змінено 1, вилучено 0" in shown["caption"]
    assert "Станції: додано 0, змінено 0, вилучено 1" in shown["caption"]
    assert (await town.known_officer("zt-o03")).name == "Зразок Третій"

    sheets = await sheets_of(town, shown)
    assert ["Офіцери", "zt-o99", "Зразок Новий", "дільничний"] in sheets["Додано"]
    new = "=Зразок Перейменований"
    assert ["Офіцери", "zt-o03", new, "Ім’я та прізвище", "Зразок Третій", new] in sheets["Змінено"]
    assert [row[1] for row in sheets["Зникає"][1:]] == ["zt-s17"]
    assert len(sheets["Помилки"]) == 1

    await iryna.taps("Завантажити")
    await iryna.hears("завантажено. Це зміна №")
    assert (await town.known_officer("zt-o03")).name == "=Зразок Перейменований"
    (noted,) = await town.rows("SELECT admin_id, after FROM audit WHERE action = 'registry-imported' AND admin_id > 0")
    assert '"officers_added": 1, "officers_changed": 1' in noted["after"]
    assert [row["content"] for row in await town.rows("SELECT content FROM checks")] == [None]


async def test_it_is_applied_once(town: Town, iryna: Person) -> None:
    await sends_file(iryna, workbook(renamed()))
    shown = await iryna.hears("помилок немає")
    data = shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await iryna.taps("Завантажити")
    await iryna.hears("завантажено. Це зміна №")
    await iryna.taps_data(shown["message_id"], data)
    await iryna.hears("Цей файл уже завантажено")
    assert len(await editions(town)) == 2


async def test_it_can_be_discarded(town: Town, iryna: Person) -> None:
    await sends_file(iryna, workbook(renamed()))
    await iryna.hears("помилок немає")
    await iryna.taps("Відкинути")
    await iryna.hears("відкинуто. Нічого не змінено")
    assert [row["content"] for row in await town.rows("SELECT content FROM checks")] == [None]
    await iryna.taps("Завантажити")
    await iryna.hears("Цей файл уже завантажено, відкинуто")


async def test_faults_come_as_words_and_as_a_workbook(town: Town, iryna: Person) -> None:
    book = renamed()
    row_of(book, "officers", "zt-o99")[1] = "маршал"
    row_of(book, "areas", "zt-d02")[1] = "UA00000000000000000"
    await sends_file(iryna, workbook(book))
    shown = await iryna.hears("є 2 помилки")
    assert "Аркуш «officers», рядок 77, стовпець «Роль»: невідома роль «маршал»" in shown["caption"]
    assert not shown.get("reply_markup")
    faults = (await sheets_of(town, shown))["Помилки"]
    assert faults[1][:3] == ["officers", "77", "Роль"]
    assert "UA00000000000000000" in faults[2][3]
    assert await town.count("checks") == 0


async def test_what_is_no_table_is_said(town: Town, iryna: Person) -> None:
    await sends_file(iryna, b"a;b", "stations.csv")
    await iryna.hears("книгою Excel (.xlsx) або архівом .zip")
    await sends_file(iryna, b"PK not at all")
    await iryna.hears("не вдається прочитати registry.xlsx")


async def test_the_same_again_changes_nothing(town: Town, iryna: Person) -> None:
    await sends_file(iryna, workbook(sample()))
    await iryna.hears("змін немає, дані ті самі")


async def test_somebody_changed_the_directory_meanwhile(town: Town, iryna: Person) -> None:
    await sends_file(iryna, workbook(renamed()))
    first = await iryna.hears("помилок немає")
    other = renamed()
    row_of(other, "officers", "zt-o04")[3] = "Зразок Інший"
    await sends_file(iryna, workbook(other), "other.xlsx")
    await iryna.hears("other.xlsx")
    await iryna.taps("Завантажити")
    await iryna.hears("other.xlsx завантажено")

    await iryna.taps_data(first["message_id"], first["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    anew = await iryna.hears("хтось змінив довідник")
    assert "Офіцери: додано 0, змінено 1, вилучено 0" in anew["caption"]
    assert (await town.known_officer("zt-o04")).name == "Зразок Інший"
    await iryna.taps("Завантажити")
    await iryna.hears("registry.xlsx завантажено")
    assert (await town.known_officer("zt-o04")).name == "Зразок Четвертий"


async def test_nobody_else_sends_registries(town: Town) -> None:
    await town.officer("zt-o03")
    olena = await town.neighbour("Олена")
    await sends_file(olena, workbook(renamed()))
    await olena.hears("Про що хочете повідомити")  # a document is an entry of a report like any other
    assert await town.count("jobs") == 0


# --- an admin of one hromada ------------------------------------------------------------------------------------------


def of_berdychiv() -> dict[str, list[list[str]]]:
    return part(BERDYCHIV)


async def test_a_part_replaces_only_what_lies_inside(town: Town) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    book = of_berdychiv()
    gone = book["officers"].pop()[0]
    book["posts"] = [row for row in book["posts"] if row[0] != gone]
    await sends_file(maria, workbook(book))
    shown = await maria.hears("стосується лише вашої території")
    assert "Офіцери: додано 0, змінено 0, вилучено 1" in shown["caption"]
    assert "Станції" not in shown["caption"]
    await maria.taps("Завантажити")
    await maria.hears("завантажено")
    rows = await town.rows("SELECT code FROM officers WHERE retired_at IS NOT NULL")
    assert [row["code"] for row in rows] == [gone]


async def test_what_lies_elsewhere_is_a_fault(town: Town) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    book = of_berdychiv()
    stranger = list(row_of(sample(), "officers", "zt-o01"))
    stranger[3] = "Зразок Чужий"
    book["officers"].append(stranger)
    book["officers"].append(["zt-o98", "дільничний", "", "Зразок Нічий", "", "", "", "", ""])
    await sends_file(maria, workbook(book))
    shown = await maria.hears("є 2 помилки")
    assert "«zt-o01» поза вашою територією" in shown["caption"]
    assert "«zt-o98»: незрозуміло, чи це на вашій території" in shown["caption"]
    assert (await town.known_officer("zt-o01")).name == "Зразок Перший"


async def test_what_lies_elsewhere_may_be_repeated_as_it_is(town: Town) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    book = of_berdychiv()
    book["officers"].append(row_of(sample(), "officers", "zt-o01"))
    await sends_file(maria, workbook(book))
    await maria.hears("змін немає, дані ті самі")


async def test_a_station_that_neighbours_use_cannot_go(town: Town) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    book = of_berdychiv()
    del book["stations"][1:]
    book["beats"][1][2] = ""
    await sends_file(maria, workbook(book))
    shown = await maria.hears("Нічого не змінено")
    assert "Аркуш «beats»: коду «zt-s02» немає на аркуші «stations»" in shown["caption"]


async def test_somebody_elses_file_is_not_applied(town: Town, iryna: Person) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    await maria.says("/admin")
    home = await maria.hears("довідником тут")
    await sends_file(iryna, workbook(renamed()))
    shown = await iryna.hears("помилок немає")
    data = shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await maria.taps_data(home["message_id"], data)
    await maria.hears("поза вашою територією")
    assert len(await editions(town)) == 1


async def test_who_is_an_admin_no_more_cannot_apply(town: Town) -> None:
    maria = await admin_of(town, "Марія", BERDYCHIV)
    book = of_berdychiv()
    book["officers"][1][3] = "Зразок Інший"
    await sends_file(maria, workbook(book))
    shown = await maria.hears("помилок немає")
    async with town.app.database.write() as connection:
        await connection.exec_driver_sql("UPDATE admins SET chat_id = NULL WHERE name = 'Марія'")
    await maria.taps_data(shown["message_id"], shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
    await maria.hears("Згодні?")
    assert len(await editions(town)) == 1


# --- workbooks --------------------------------------------------------------------------------------------------------


async def test_the_template_has_examples_and_drop_downs(town: Town, iryna: Person) -> None:
    await iryna.says("/template")
    sent = await iryna.hears("Порожня таблиця довідника")
    sheets = await sheets_of(town, sent)
    assert sheets["Станції"][1][0] == "ПРИКЛАД-С1"
    assert [row[0] for row in sheets["Офіцери"][1:]] == ["ПРИКЛАД-О1", "ПРИКЛАД-О2"]
    assert sent["document"]["file_name"] == "registry-template.xlsx"


async def test_the_whole_directory_as_a_file_changes_nothing_when_sent_back(town: Town, iryna: Person) -> None:
    await iryna.says("/directory")
    await iryna.taps("Усе файлом")
    sent = await iryna.hears("Довідник, як він є зараз")
    await sends_file(iryna, await town.box.content(sent["document"]["file_id"]))
    await iryna.hears("змін немає, дані ті самі")
