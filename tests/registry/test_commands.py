"""The commands as a person at a terminal sees them."""

import argparse
import asyncio
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.commands import imports, officers, registry
from bot.config import Settings
from bot.places.codifier import CATEGORY, HEADER, NAME
from bot.places.embedded.files import read_units
from bot.samples import ZHYTOMYR
from tests.registry.files import GOOD, write_csv

Command = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def command(bare_command: Command, tmp_path: Path, filled_file: Path) -> Command:
    """On a database that knows the places."""
    shutil.copy(filled_file, tmp_path / "bot.sqlite3")
    return bare_command


@pytest.fixture
def bare_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Where there is no database yet."""
    settings = Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{tmp_path / 'bot.sqlite3'}")
    parser = argparse.ArgumentParser()
    subparsers = parser.add_subparsers(required=True)
    for each in (imports, registry, officers):
        each.add_parser(subparsers)

    def run(*words: str) -> tuple[int, list[str]]:
        args = parser.parse_args(words)
        code: int = asyncio.run(args.main(args, settings))
        return code, capsys.readouterr().out.splitlines()

    return run


def test_from_an_empty_database_to_a_joined_officer(bare_command: Command) -> None:
    assert bare_command("officers", "list")[1] == [
        "У довіднику ще немає офіцерів. Завантажте довідник: python -m bot import registry ФАЙЛ"
    ]
    code, checked = bare_command("import", "registry", str(ZHYTOMYR), "--check")
    assert (code, checked[0]) == (0, "Помилок немає. Це була лише перевірка: нічого не змінено.")
    code, loaded = bare_command("import", "registry", str(ZHYTOMYR))
    assert (code, loaded[0], loaded[1:]) == (0, "Довідник завантажено.", checked[1:])
    assert loaded[1] == "Станції: додано 17, змінено 0, вилучено 0"
    assert bare_command("import", "registry", str(ZHYTOMYR))[1] == ["Змін немає: дані ті самі."]
    code, listed = bare_command("officers", "list")
    assert (code, len(listed)) == (0, 75)
    assert listed[0].split("\t")[1:] == ["zt-o01", "офіцер громади", "Зразок Перший", "ще не в боті"]


def test_an_invitation_by_code_or_number(command: Command) -> None:
    command("import", "registry", str(ZHYTOMYR))
    code, (_, link) = command("invite", "zt-o01", "--username", "@hromada_bot")
    assert code == 0
    assert re.fullmatch(r"https://t\.me/hromada_bot\?start=inv_[\w-]{32}", link)
    code, (_, link, hint) = command("invite", "1")
    assert (code, "BOT?start=inv_" in link, "--username" in hint) == (0, True, True)
    assert command("officers", "unbind", "zt-o01")[0] == 0


@pytest.mark.parametrize("words", [("invite", "nobody"), ("officers", "unbind", "99999999"), ("invite", "²")])
def test_an_unknown_officer(command: Command, words: tuple[str, ...]) -> None:
    code, lines = command(*words)
    assert (code, len(lines)) == (2, 1)
    assert words[-1] in lines[0]


def test_a_wrong_file_is_lines_not_a_traceback(command: Command, tmp_path: Path) -> None:
    code, _ = command("import", "template", str(tmp_path / "new" / "template.xlsx"))
    assert code == 0
    code, lines = command("import", "registry", str(tmp_path / "new" / "template.xlsx"))
    assert (code, lines[-1]) == (2, "Помилок: 4. Нічого не змінено.")
    code, lines = command("import", "template", str(tmp_path / "bot.sqlite3" / "x.xlsx"))
    assert (code, len(lines)) == (2, 1)


def changed_sample(folder: Path) -> Path:
    folder.mkdir()
    for file in ZHYTOMYR.glob("*.csv"):
        text = file.read_text(encoding="utf-8").replace("Зразок Третій", "Зразок Інший")
        (folder / file.name).write_text(text, encoding="utf-8")
    return folder


def test_back_and_forth_at_a_terminal(command: Command, tmp_path: Path) -> None:
    assert command("registry", "history")[1] == ["Довідник ще ніхто не змінював."]
    assert command("registry", "rollback")[0] == 2
    command("import", "registry", str(ZHYTOMYR))
    command("import", "registry", str(changed_sample(tmp_path / "changed")))
    code, (last, counts, first, *_) = command("registry", "history")
    assert code == 0
    assert "термінал: файл changed" in last
    assert counts == "Офіцери: додано 0, змінено 1, вилучено 0"
    assert "термінал: файл zhytomyr" in first
    code, (said, *_) = command("registry", "rollback")
    number = last.split("№")[1].split()[0]
    assert (code, said) == (0, f"Довідник повернено до стану перед зміною №\u00a0{number}.")
    assert command("import", "registry", str(ZHYTOMYR))[1] == ["Змін немає: дані ті самі."]
    assert command("registry", "rollback", "--before", "999")[0] == 2
    code, lines = command("registry", "rollback", "--before", number)  # before the change: as it is now
    assert (code, lines[1]) == (0, "Станції: додано 0, змінено 0, вилучено 0")


def test_a_report_at_a_terminal(command: Command, tmp_path: Path) -> None:
    command("import", "registry", str(ZHYTOMYR))
    out = tmp_path / "out" / "report.xlsx"
    folder = changed_sample(tmp_path / "changed")
    assert command("import", "registry", str(folder), "--check", "--report", str(out))[0] == 0
    pages = {page.title: list(page.iter_rows(values_only=True)) for page in load_workbook(out).worksheets}
    assert list(pages) == ["Помилки (0)", "Додано (0)", "Змінено (1)", "Зникає (0)"]
    changed = ("zt-o03", "Зразок Інший", "Ім’я та прізвище", "Зразок Третій", "Зразок Інший")
    assert pages["Змінено (1)"][1][1:] == changed
    worse = write_csv(tmp_path / "worse", {**GOOD, "stations": [("code",), ("s1",)]})
    assert command("import", "registry", str(worse), "--report", str(out))[0] == 2
    assert load_workbook(out).worksheets[0].max_row > 1
    assert command("import", "registry", str(folder), "--report", str(tmp_path / "bot.sqlite3" / "x.xlsx"))[0] == 2


def test_a_withdrawn_code_stays_valid_for_its_beat(command: Command, tmp_path: Path) -> None:
    """A hromada of the sample is no longer listed by a newer edition: the same files are still good, and say so."""
    command("import", "registry", str(ZHYTOMYR))
    hromada = next(row.split(";")[1] for row in (ZHYTOMYR / "areas.csv").read_text("utf-8").splitlines()[1:])
    listed = [unit for unit in read_units() if unit.katottg != hromada]
    edition = tmp_path / "katottg-2026-10.csv"
    rows = [";".join((*HEADER, CATEGORY, NAME))]
    rows += [";".join(("", "", "", "", unit.katottg, unit.category, unit.name)) for unit in listed]
    rows = [
        row if ";K;" not in row else ";".join((row.split(";")[4], "", "", "", "", *row.split(";")[5:])) for row in rows
    ]
    edition.write_text("\n".join(rows), "utf-8")
    assert command("import", "codifier", str(edition))[0] == 0

    code, lines = command("import", "registry", str(ZHYTOMYR))
    assert (code, lines[0]) == (0, "Змін немає: дані ті самі.")
    assert lines[1].endswith("для дільниць вони лишаються чинними: 1")
    assert lines[2].startswith(f"  {hromada} ")
    code, lines = command("import", "registry", str(changed_sample(tmp_path / "changed")))
    assert (code, lines[0], lines[-1].split()[0]) == (0, "Довідник завантажено.", hromada)


def test_a_check_makes_no_database(bare_command: Command, tmp_path: Path) -> None:
    silent, points = tmp_path / "silent.csv", tmp_path / "points.csv"
    silent.write_text("katottg,level\nUA18040190000029215,1\n", "utf-8")
    points.write_text("Admin4 Pcode,LAT,LON\nUA1804019001,50.2,28.6\n", "utf-8")
    for kind, path in (("registry", ZHYTOMYR), ("silent", silent), ("coordinates", points)):
        code, lines = bare_command("import", kind, str(path), "--check")
        assert (code, lines[0]) == (0, "Помилок немає. Це була лише перевірка: нічого не змінено."), kind
        assert not (tmp_path / "bot.sqlite3").exists()
    assert bare_command("import", "registry", str(ZHYTOMYR))[0] == 0
    assert (tmp_path / "bot.sqlite3").exists()
    assert bare_command("import", "registry", str(ZHYTOMYR), "--check")[1] == ["Змін немає: дані ті самі."]
