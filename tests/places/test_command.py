"""`python -m bot places …`, called as a function."""

import json
import shutil
from argparse import ArgumentParser
from datetime import timedelta
from pathlib import Path

import pytest

from bot.commands import places
from bot.config import Settings
from bot.domain.clock import KYIV, utc_now
from bot.places.load import load_gazetteer
from db import unanswered
from db.engine import Database
from db.migrate import upgrade

FIELDS = ["katottg", "name", "category", "hromada", "hromada_name", "raion_name", "oblast_name", "score"]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, filled_file: Path) -> Settings:
    """Settings of a database that knows the places."""
    file = shutil.copy(filled_file, tmp_path_factory.mktemp("places") / "places.sqlite3")
    return Settings(_env_file=None, database_url=f"sqlite+aiosqlite:///{file}")


async def run(settings: Settings, *argv: str | Path) -> int:
    parser = ArgumentParser()
    places.add_parser(parser.add_subparsers())
    args = parser.parse_args(["places", *map(str, argv)])
    return int(await args.main(args, settings))


async def test_find(loaded: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert await run(loaded, "find", "Житомир") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Житомир: found"
    assert "місто Житомир, Житомирська громада, Житомирський район, Житомирська область" in lines[1]
    assert "UA18040190010057814" in lines[1]


async def test_at(loaded: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert await run(loaded, "at", "50.2547", "28.6587") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "50.2547, 28.6587: found"
    assert "місто Житомир" in lines[1]
    assert lines[1].endswith(" km")


async def test_json_of_a_name(loaded: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert await run(loaded, "find", "Київ", "--json", "--limit", "1") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["query"], answer["answer"]) == ("Київ", "found")
    (kyiv,) = answer["candidates"]
    assert list(kyiv) == FIELDS
    assert kyiv["hromada"] == kyiv["katottg"] == "UA80000000000093317"
    assert (kyiv["hromada_name"], kyiv["raion_name"], kyiv["oblast_name"]) == ("Київ", None, None)


async def test_json_of_a_point(loaded: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert await run(loaded, "at", "55.75", "37.6", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "lat": 55.75,
        "lon": 37.6,
        "answer": "not_found",
        "candidates": [],
    }


async def test_what_somebody_typed(loaded: Settings, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "typed.csv"
    file.write_text('query\nЖитомир\n"вул. Київська 5, Житомир"\nпривіт\n', encoding="utf-8")
    assert await run(loaded, "read", "--batch", file, "--json", "--limit", "1") == 0
    name, address, greeting = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (name["reading"], name["answer"]) == ("name", "found")
    assert list(name["candidates"][0]) == FIELDS
    assert (address["reading"], address["candidates"]) == ("address", name["candidates"])
    assert greeting == {"query": "привіт", "reading": "nothing", "answer": "not_found", "candidates": []}
    assert await run(loaded, "read", "Малин, Житомирська область") == 0
    assert capsys.readouterr().out.startswith("Малин, Житомирська область: name, found\n  1. місто Малин, ")


@pytest.mark.parametrize("text", ["query\nЖитомир\nДумичі\n", "\ufeffid;query\r\n1; Житомир \r\n2;Думичі\r\n"])
async def test_a_file_of_names(loaded: Settings, capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str) -> None:
    file = tmp_path / "names.csv"
    file.write_text(text, encoding="utf-8")
    assert await run(loaded, "find", "--batch", file, "--json") == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(answer["query"], answer["answer"]) for answer in answers] == [
        ("Житомир", "found"),
        ("Думичі", "ambiguous"),
    ]


async def test_a_file_of_points(loaded: Settings, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "points.csv"
    file.write_text("lon,lat\n28.6587,50.2547\n30.52,50.45\n", encoding="utf-8")
    assert await run(loaded, "at", "--batch", file, "--json") == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["candidates"][0]["name"] for answer in answers] == ["Житомир", "Київ"]


@pytest.mark.parametrize(
    ("action", "text", "fault"),
    [
        ("at", "lat,lon\n50,30\nnorth,30\n", "line 3: lat is not a number: «north»"),
        ("at", "lat,lon\n50,300\n", "line 2: lon is not between -180 and 180: 300"),
        ("at", "lat,lon\n50\n", "line 2: too few cells: no lon"),
        ("at", "lat,lon\nnan,30\n", "line 2: lat is not a number: «nan»"),
        ("at", "query\nЖитомир\n", "line 1: no column lat, lon"),
        ("find", "name\nЖитомир\n", "line 1: no column query"),
        ("find", "", "bad.csv is empty"),
        ("find", "query\nЖитомир, Малин\n", "line 2: more cells than columns"),
        ("find", "query\n" + "Ж" * 200_000 + "\n", "too long a text in one cell (A2)"),
    ],
)
async def test_a_bad_file_is_told_by_line(
    loaded: Settings, capsys: pytest.CaptureFixture[str], tmp_path: Path, action: str, text: str, fault: str
) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(text, encoding="utf-8")
    assert await run(loaded, action, "--batch", file) == 2
    told = capsys.readouterr()
    assert fault in told.err
    assert told.out == ""


@pytest.mark.parametrize(
    "argv",
    [
        ("find",),
        ("read",),
        ("at", "50"),
        ("at", "nan", "28"),
        ("at", "1e400", "5"),
        ("at", "91", "5"),
        ("find", "--batch", "/nowhere.csv"),
    ],
)
async def test_bad_arguments(loaded: Settings, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...]) -> None:
    assert await run(loaded, *argv) == 2
    assert capsys.readouterr().err


ASKED = "query,katottg,kind\nЖитомир,UA18040190010057814,exact\nпривіт,UA18040190010057814,talk\n"


async def test_score(loaded: Settings, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "asked.csv").write_text(ASKED, encoding="utf-8")
    assert await run(loaded, "score", tmp_path / "asked.csv", "--missed", tmp_path / "missed.csv") == 0
    table = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [row[:4] for row in table[1:]] == [
        ["exact", "1", "100.0%", "100.0%"],
        ["talk", "1", "0.0%", "0.0%"],
        ["total", "2", "50.0%", "50.0%"],
    ]
    assert "talk,привіт,UA18040190010057814,Житомир,0," in (tmp_path / "missed.csv").read_text(encoding="utf-8")


async def test_what_was_missed_cannot_be_written(
    loaded: Settings, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "asked.csv").write_text(ASKED, encoding="utf-8")
    out = tmp_path / "nowhere" / "missed.csv"
    assert await run(loaded, "score", tmp_path / "asked.csv", "--missed", out) == 2
    assert capsys.readouterr().err.startswith(f"{out}: cannot be written: ")


async def test_a_bad_file_to_score_is_told_by_line(
    loaded: Settings, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lines = "query;katottg;kind\nЖитомир;UA18040190010057814;exact\nМалин;UA00;exact\n"
    (tmp_path / "bad.csv").write_text(lines, encoding="utf-8")
    assert await run(loaded, "score", tmp_path / "bad.csv") == 2
    told = capsys.readouterr()
    assert "line 3: no such katottg: «UA00»" in told.err
    assert told.out == ""


async def test_status(loaded: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert await run(loaded, "status") == 0
    printed = capsys.readouterr().out
    assert "codifier: 07.07.2026, 31,744 rows" in printed
    assert "O 25  K 2  P 136  H 1,772  M 461  X 1,979  C 27,261  B 108" in printed
    assert "settlements: 29,703" in printed
    assert "hromadas with polygons: 0 of 1,774" in printed
    assert "since" in printed
    assert "places asked for that nobody answers for: 0 (0 times)" in printed


async def test_status_tells_what_was_not_answered(loaded: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    database = Database(loaded.database_url)
    today = utc_now().astimezone(KYIV).date()
    async with database.write():
        for kind, day in (("geocoder-away", today), ("unknown-name", today), ("unknown-name", today - timedelta(3))):
            await unanswered.note(kind, day)
        await unanswered.note("unknown-name", today - timedelta(40))
    await database.close()
    await run(loaded, "status")
    printed = capsys.readouterr().out
    assert "3\n  unknown-name: 2\n  geocoder-away: 1\n" in printed


async def test_it_uses_the_database_of_the_settings(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(_env_file=None, database_url=database.url)
    await upgrade(database)
    await load_gazetteer(database)
    assert await run(settings, "find", "Коростень") == 0
    assert "Loading" not in capsys.readouterr().err
