"""`python -m bot coverage` and `stats`: the figures of the chat in a terminal."""

import asyncio
from pathlib import Path

import openpyxl
import pytest

from bot.__main__ import parser
from bot.config import Settings


@pytest.fixture
def settings(country_file: Path) -> Settings:
    return Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{country_file}")


def run(settings: Settings, *words: str) -> int:
    args = parser().parse_args(words)
    return int(asyncio.run(args.main(args, settings)))


def test_coverage_of_an_oblast(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, chart = tmp_path / "c.xlsx", tmp_path / "c.png"
    assert run(settings, "coverage", "Житомирська", "область", "--xlsx", str(table), "--png", str(chart)) == 0
    said = capsys.readouterr().out
    assert "Громад, де є офіцер громади: 19 з 66" in said
    assert "Що варто виправити: Житомирська область" in said
    assert "<b>" not in said
    assert chart.read_bytes().startswith(b"\x89PNG")
    assert openpyxl.load_workbook(table).sheetnames[:2] == ["Підсумок", "За територіями"]


def test_stats_of_a_period(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "s.xlsx"
    dates = ("--period", "01.09.2026-30.09.2026")
    assert run(settings, "stats", "Бердичівська", "громада", *dates, "--xlsx", str(table)) == 0
    assert "01.09.2026 – 30.09.2026 (30 днів)" in capsys.readouterr().out
    assert len(list(openpyxl.load_workbook(table)["Дні"].iter_rows(min_row=2))) == 30


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("coverage", "Хтознащо"), "Я не знаю такої області"),
        (("coverage", "Малинська", "громада"), "UA56060370000023028  Малинська громада, Рівненський район"),
        (("stats", "--period", "колись"), "Не розумію цих дат"),
        (("stats", "--period", "2026-02-31"), "Не розумію цих дат"),
        (("stats", "--png", "/tmp/none.png"), "No chart"),
        (("coverage", "Бердичівська", "--xlsx", "/no/such/folder/c.xlsx"), "No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said(
    settings: Settings, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert run(settings, *words) == 2
    assert said in capsys.readouterr().err
