"""A poster is printed, hung up and scanned."""

import io
import zipfile

import sqlalchemy as sa

from bot.domain.acts.figures import EVERY_POSTER
from tests.journeys.admins import BERDYCHIV, IRYNA, admin_of, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.people import words


async def station_id(town: Town, code: str) -> int:
    (row,) = await town.rows("SELECT id FROM stations WHERE code = :code", code=code)
    return int(row["id"])


async def test_an_admin_gets_a_poster_to_look_at_and_one_to_print(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await superadmin(town)
    await iryna.says("/poster")
    await iryna.hears("Для кого плакат?")
    await iryna.says("Бердичів")
    await iryna.hears("Ось що знайшлося")
    await iryna.says("/poster ZT-S02")
    await iryna.hears("Ось що знайшлося")
    await iryna.taps("Поліцейська станція «Бердичів»")
    await iryna.hears("Так виглядає плакат")
    sheet = await iryna.hears("Плакат А4 для друку")
    assert f"?start=st_{await station_id(town, 'zt-s02')}" in words(sheet)
    assert (await town.box.content(sheet["document"]["file_id"])).startswith(b"%PDF")


async def test_no_poster_leads_to_a_bot_whose_name_is_not_known(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await superadmin(town)
    await iryna.says("/poster")
    await iryna.taps("Поліцейська станція «Бердичів»")
    await iryna.hears("Плакат А4 для друку")
    town.app.bot_name.username = ""  # as it is until Telegram has answered
    await iryna.says("/poster")
    await iryna.taps("Поліцейська станція «Бердичів»")
    await iryna.hears("Telegram ще не сказав мені, як мене звати")


async def test_all_stations_come_in_one_archive(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await superadmin(town)
    await iryna.says("/poster")
    await iryna.taps("Усі станції, одним архівом")
    bundle = await iryna.hears("плакатів А4 для друку", patience=60)
    archive = zipfile.ZipFile(io.BytesIO(await town.box.content(bundle["document"]["file_id"])))
    assert len(archive.namelist()) == await town.count("stations")


async def test_a_forged_poster_button_is_refused(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await superadmin(town)
    await iryna.says("/poster")
    heard = await iryna.hears("Для кого плакат?")
    for forged in ("po:st_999999", "po:hr_UA18000000000041385"):
        await iryna.taps_data(heard["message_id"], forged)
        await iryna.hears("Такої станції чи громади немає")
    for forged in ("po:st_0002", "po:x"):
        await iryna.taps_data(heard["message_id"], forged)
        await iryna.hears("Ця кнопка вже не діє")


async def test_an_admin_of_a_territory_prints_for_that_territory_only(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    maria = await admin_of(town, "Марія", BERDYCHIV)
    await maria.says("/poster")
    shown = await maria.hears("Для кого плакат?")
    outside = await station_id(town, "zt-s03")
    for forged in (f"po:st_{outside}", "po:hr_UA18060090000061708"):
        await maria.taps_data(shown["message_id"], forged)
        await maria.hears("Такої станції чи громади немає або вона поза вашою територією")
    await maria.says("/poster Коростень")
    await maria.hears("нічого не знайшлося")
    assert await town.rows("SELECT id FROM jobs WHERE kind LIKE 'poster%'") == []
    await maria.taps_data(shown["message_id"], f"po:{EVERY_POSTER}")  # all there is: one
    bundle = await maria.hears("1 плакат А4 для друку", patience=60)
    archive = zipfile.ZipFile(io.BytesIO(await town.box.content(bundle["document"]["file_id"])))
    assert archive.namelist() == [f"poster-st_{await station_id(town, 'zt-s02')}.pdf"]


async def test_a_stranger_agrees_first_and_then_comes_to_the_station(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.says(f"/start st_{await station_id(town, 'zt-s02')}")
    await olena.hears("Згодні?")
    assert await town.count("residents") == 0
    await olena.taps("Погоджуюсь")
    await olena.hears("Поліцейська станція «Бердичів»")
    await olena.hears("скажіть, де ви живете")
    await olena.taps("Бердичів")
    await olena.hears("Зразок")
    (row,) = await town.rows("SELECT place FROM residents")
    assert row["place"].startswith("UA180200300")


async def test_the_places_of_a_station_can_be_leafed_through(town: Town) -> None:
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says(f"/start st_{await station_id(town, 'zt-s02')}")
    await olena.hears("скажіть, де ви живете")
    await olena.taps("Далі")
    await olena.hears("Сторінка 2")


async def test_who_lives_there_gets_the_card_at_once(town: Town) -> None:
    olena = await town.neighbour("Олена")
    (row,) = await town.rows("SELECT katottg FROM units WHERE name = 'Бердичівська' AND category = 'H'")
    await olena.says(f"/start hr_{row['katottg']}")
    card = await olena.hears("вашої громади:")
    assert "Бердичів" in words(card)


async def test_an_old_poster_gets_a_kind_answer(town: Town) -> None:
    olena = await town.neighbour("Олена")
    for payload in ("st_999", "st_" + "9" * 40, "st_", "st_²", "hr_UA00", "hr_UA18000000000041385"):
        await olena.says(f"/start {payload}")
        await olena.hears("плакат уже застарів")
        await olena.hears("Де це сталося або де ви живете")


async def test_a_retired_station_is_an_old_poster(town: Town) -> None:
    number = await station_id(town, "zt-s02")
    async with town.app.database.write() as connection:
        await connection.execute(sa.text(f"UPDATE stations SET retired_at = '2026-01-01' WHERE id = {number}"))
        edition = "INSERT INTO generations (kind, label, rows, loaded_at) VALUES ('registry', 'x', 1, '2026-01-01')"
        await connection.execute(sa.text(edition))
    olena = await town.neighbour("Олена")
    await olena.says(f"/start st_{number}")
    await olena.hears("плакат уже застарів")


async def test_an_officer_sees_what_residents_see(town: Town) -> None:
    officer = await town.officer("zt-o02")
    await officer.says(f"/start st_{await station_id(town, 'zt-s02')}")
    await officer.hears("Поліцейська станція «Бердичів»")
