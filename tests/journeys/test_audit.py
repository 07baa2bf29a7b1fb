"""/audit: read page by page inside of the own scope, and taken away as a file."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.__main__ import main
from bot.domain.clock import utc_now
from db import audit
from tests.journeys.admins import BERDYCHIV, BERDYCHIV_RAION, IRYNA, KOROSTEN_RAION, admin_of, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.people import buttons, words


async def happened(town: Town, *deeds: tuple[str, tuple[str, ...]]) -> None:
    async with town.app.database.write():
        for subject, areas in deeds:
            await audit.note(at=utc_now(), admin_id=None, action="station-changed", subject=subject, areas=areas)


async def test_the_log_is_paged_newest_first(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await superadmin(town)
    await happened(town, *((f"station:{number:02}", ()) for number in range(1, 12)))
    await iryna.says("/audit")
    first = await iryna.hears("Журнал змін")
    assert "новий адміністратор" in words(first)
    assert "станція 11" in words(first)
    assert "станція 07" not in words(first)
    assert buttons(first) == ["Раніші", "Експорт"]
    await iryna.taps("Раніші")
    second = await iryna.hears("станція 07")
    assert second["message_id"] == first["message_id"]
    await iryna.taps("Раніші")
    third = await iryna.hears("станція 01")
    assert buttons(third) == ["Найновіші", "Експорт"]
    await iryna.taps("Найновіші")
    await iryna.hears("станція 11")


async def test_an_admin_of_a_territory_reads_only_its_records(open_town: OpenTown) -> None:
    """Also by a replayed button, and in the file."""
    town = await open_town(superadmins=(IRYNA,))
    petro = await admin_of(town, "Петро", BERDYCHIV_RAION)
    inside = ("station:inside", (BERDYCHIV,))
    await happened(
        town,
        inside,
        ("station:far", (KOROSTEN_RAION,)),
        ("station:both", (BERDYCHIV, KOROSTEN_RAION)),
        ("station:all", ()),
    )
    await petro.says("/audit")
    page = await petro.hears("станція inside")
    assert words(page).count("змінено станцію") == 1
    await petro.taps_data(page["message_id"], "au:older:999999")
    await petro.taps("Експорт")
    sent = await petro.hears("Журнал змін: 1 запис.")
    assert sent["document"]["file_name"].startswith("audit-")
    (upload,) = await town.rows("SELECT content FROM uploads")
    book = load_workbook(io.BytesIO(upload["content"]))
    assert [row[3] for row in book.worksheets[0].iter_rows(values_only=True)] == ["З чим", "станція inside"]


async def test_nobody_else_reads_it(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    olena = await town.neighbour("Олена")
    await olena.says("/audit")
    await olena.hears("Щоб написати офіцеру")
    await olena.looks()
    await olena.taps_data(max(olena.messages), "au:export:0")
    await olena.hears("Ця кнопка вже не діє")
    assert await town.count("jobs") == 0


def test_the_operator_takes_all_of_it(operator: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "silent.csv").write_text(f"katottg;level;note\n{BERDYCHIV};2;=1+1\n", encoding="utf-8")
    assert main(["import", "silent", "silent.csv"]) == 0
    assert main(["audit", "export", "log.xlsx"]) == 0
    assert "Записано 2 записи: log.xlsx" in capsys.readouterr().out
    (_head, line, _sample_registry) = load_workbook(tmp_path / "log.xlsx").worksheets[0].iter_rows(values_only=True)
    assert line[1:5] == (
        "бот або командний рядок",
        "змінено тихі громади",
        "Бердичівська громада, Бердичівський район, Житомирська область",
        "Бердичівська громада",
    )
    assert line[5] == "рівень: 2; примітка: =1+1"
    assert main(["audit", "export", "nowhere/log.xlsx"]) == 2
