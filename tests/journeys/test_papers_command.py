"""`python -m bot poster` and `halfyear`: files that can be printed."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.config import Settings
from tests.papers import paper

NAME = ("--username", "hromada_demo_bot")
QUIET = "UA18020090000092001"


@pytest.fixture
def settings(country_file: Path) -> Settings:
    return Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{country_file}")


def run(settings: Settings, *words: str) -> int:
    args = parser().parse_args(words)
    return int(asyncio.run(args.main(args, settings)))


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()} if folder.is_dir() else set()


def keep_stations(file: Path, *codes: str) -> None:
    """The others are retired, so that not seventeen posters are printed."""
    with sqlite3.connect(file) as raw:
        marks = ", ".join("?" * len(codes))
        raw.execute(f"UPDATE stations SET retired_at = '2026-01-01' WHERE code NOT IN ({marks})", codes)


def test_a_poster_for_every_station(country_file: Path, settings: Settings, tmp_path: Path) -> None:
    keep_stations(country_file, "zt-s02", "zt-s03")
    out = tmp_path / "out"
    assert run(settings, "poster", "--all", *NAME, "--out", str(out)) == 0
    assert names(out) == {f"poster-zt-s0{n}.{ending}" for n in (2, 3) for ending in ("pdf", "png")}
    for each in out.glob("*.pdf"):
        assert len(paper.page_sizes(each.read_bytes())) == 1
    for each in out.glob("*.png"):
        assert each.read_bytes().startswith(b"\x89PNG")


def test_a_poster_for_a_hromada_by_name_with_and_without_a_station(
    country_file: Path, settings: Settings, tmp_path: Path
) -> None:
    with sqlite3.connect(country_file) as raw:
        raw.execute(
            "UPDATE beats SET station_id = NULL WHERE id IN (SELECT beat_id FROM beat_areas WHERE katottg = ?)",
            (QUIET,),
        )
    out = tmp_path / "out"
    for hromada in ("Краснопільська громада", "UA18020030000035625"):
        run(settings, "poster", "--hromada", hromada, *NAME, "--out", str(out))
    assert {f"poster-{QUIET}.pdf", "poster-UA18020030000035625.pdf"} <= names(out)
    assert len(paper.page_sizes((out / f"poster-{QUIET}.pdf").read_bytes())) == 1


@pytest.mark.parametrize("words", [("zt-s99",), ("--hromada", "Хтознащо"), ("--hromada", "UA00000000000000000")])
def test_what_is_not_there_gets_no_poster(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert run(settings, "poster", *words, *NAME, "--out", str(tmp_path / "out")) == 2
    assert "Такої станції чи громади немає" in capsys.readouterr().err
    assert names(tmp_path / "out") == set()


def test_a_folder_that_cannot_be_written_to_is_said(
    country_file: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(settings, "poster", "zt-s02", *NAME, "--out", str(country_file / "in-a-file")) == 2
    assert "in-a-file" in capsys.readouterr().err


def test_the_half_yearly_report_of_an_officer(settings: Settings, tmp_path: Path) -> None:
    assert run(settings, "halfyear", "zt-o02", "--half", "2026-1", "--out", str(tmp_path)) == 0
    sheet = (tmp_path / "halfyear-zt-o02-2026-1.pdf").read_bytes()
    assert len(paper.page_sizes(sheet)) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [(("nobody",), "Немає чинного офіцера"), (("zt-o02", "--half", "2099-1"), "Такого півріччя я не маю")],
)
def test_a_report_that_cannot_be_made_is_refused(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert run(settings, "halfyear", *words, "--out", str(tmp_path / "out")) == 2
    assert said in capsys.readouterr().err
    assert names(tmp_path / "out") == set()
