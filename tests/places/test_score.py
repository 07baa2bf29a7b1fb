"""How good the search is: floors on our own questions, tuned and unseen; and the command that shows it."""

import csv
from pathlib import Path

import pytest

from bot.commands import places_score
from bot.commands.places_batch import BadFile
from bot.places.gazetteer import Gazetteer

FOLDER = Path(__file__).parent
FIRST = 0.97
IN_FIVE = 0.995
FIRST_OF_A_KIND = 0.93
WRONG = 0.01  # answered as if it were clear, and wrong


@pytest.mark.parametrize(
    ("file", "first", "in_five"),
    [
        ("generated-tuned.csv", FIRST, IN_FIVE),
        ("generated-unseen.csv", FIRST, IN_FIVE),
        ("typed-tuned.csv", FIRST, IN_FIVE),
        ("typed-unseen.csv", FIRST, IN_FIVE),
        ("written-tuned.csv", FIRST, IN_FIVE),
        ("keyed-tuned.csv", FIRST, 0.99),
        ("free-tuned.csv", 0.965, 0.98),  # whole sentences, and errors beside what is no context
    ],
)
async def test_floors(gazetteer: Gazetteer, file: str, first: float, in_five: float) -> None:
    asked = await places_score.read(FOLDER / file, gazetteer)
    *kinds, total = places_score.lines(places_score.score(gazetteer, asked))
    assert total.first >= first
    assert total.in_five >= in_five
    assert total.wrong <= WRONG
    assert {line.kind: line.first for line in kinds if line.first < FIRST_OF_A_KIND} == {}


async def test_tuned_and_unseen_are_different_questions(gazetteer: Gazetteer) -> None:
    for name in ("generated", "typed"):
        tuned, unseen = [
            {asked.query for asked in await places_score.read(FOLDER / f"{name}-{half}.csv", gazetteer)}
            for half in ("tuned", "unseen")
        ]
        assert len(tuned & unseen) <= len(tuned) / 5  # both ask about the biggest cities


async def test_nothing_several_and_ask(gazetteer: Gazetteer, tmp_path: Path) -> None:
    """A text that names no place, one with several right answers, and a kind that leaves a choice."""
    file = tmp_path / "asked.csv"
    rows = (
        "query,katottg,kind",
        "привіт,,greeting",
        "Житомир,,greeting",
        "Малин,UA18060130010010134|UA56040210080023820,ask_small",
        "Житомир,UA18040190010057814|UA56040210080023820,ask_small",
    )
    file.write_text("\n".join(rows), encoding="utf-8")
    ask, greeting, _ = places_score.lines(places_score.score(gazetteer, await places_score.read(file, gazetteer)))
    assert (greeting.first, greeting.in_five, greeting.certain, greeting.wrong) == (0.5, 0.5, 0.5, 0.5)
    assert (ask.in_five, ask.certain, ask.wrong) == (1.0, 0.5, 0.5)


async def test_the_table(gazetteer: Gazetteer, tmp_path: Path) -> None:
    file = tmp_path / "asked.csv"
    file.write_text(
        "query,katottg,kind\nЖитомир,UA18040190010057814,exact\nмалин,UA18040190010057814,exact\n", encoding="utf-8"
    )
    scored = places_score.score(gazetteer, await places_score.read(file, gazetteer))
    exact, total = places_score.lines(scored)
    assert (exact.count, exact.first, exact.in_five, exact.wrong) == (2, 0.5, 0.5, 0.5 if scored[1].certain else 0.0)
    assert (total.kind, total.count) == ("total", 2)
    assert [line.split()[0] for line in places_score.as_table([exact, total])] == ["kind", "exact", "total"]
    places_score.write_missed(tmp_path / "missed.csv", gazetteer, scored)
    with (tmp_path / "missed.csv").open(encoding="utf-8") as missed:
        (row,) = csv.DictReader(missed)
    assert (row["query"], row["name"], row["place"]) == ("малин", "Житомир", "0")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("query,kind\nЖитомир,exact\n", ["line 1: no column katottg"]),
        ("query,katottg,kind\n,UA18040190010057814,exact\n", ["line 2: query is empty"]),
        ("query,katottg,kind\nЖитомир,UA18040190010057814\n", ["line 2: too few cells: no kind"]),
        ("query,katottg,kind\nЖитомир,Малин,UA18040190010057814,exact\n", ["line 2: more cells than columns"]),
        ("query,katottg,kind\n", ["line 1: no questions below the header"]),
        (
            "query,katottg,kind\nЖитомир,UA0,exact\nМалин,UA1,exact\n",
            ["line 2: no such katottg: «UA0»", "line 3: no such"],
        ),
    ],
)
async def test_a_file_that_cannot_be_used(gazetteer: Gazetteer, tmp_path: Path, text: str, faults: list[str]) -> None:
    file = tmp_path / "asked.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile) as bad:
        await places_score.read(file, gazetteer)
    assert len(bad.value.faults) == len(faults)
    assert all(part in told for part, told in zip(faults, bad.value.faults, strict=True))
