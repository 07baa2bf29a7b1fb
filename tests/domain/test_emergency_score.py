"""`emergency FILE.csv`: the table of how often the recogniser is right, and a line a text."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.domain.emergency import Danger
from bot.domain.emergency_score import Judged, score

OPEN = Path(__file__).parents[2].parent / "shared" / "data" / "emergency-open.csv"


def judged(kinds: str, found: Danger | None) -> Judged:
    return Judged("", frozenset(filter(None, kinds.split("|"))), found)


def test_what_counts_for_what() -> None:
    found = score(
        [
            judged("fire", Danger.FIRE),
            judged("fire|medical", Danger.MEDICAL),
            judged("fire", Danger.DANGER),
            judged("fire", None),
            judged("none", None),
            judged("none", Danger.FIRE),
            judged("either", Danger.FIRE),
            judged("none|fire", None),
            judged("", Danger.FIRE),
        ]
    )
    assert found.kinds["fire"] == (4, 3, 2), "an accepted kind is right for each of them"
    assert found.kinds["medical"] == (1, 1, 1)
    assert found.emergencies == (4, 3, 2)
    assert found.harmless == (2, 1)
    assert found.uncounted == 3


def test_a_line_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "texts.csv"
    file.write_text('text\n"пожежа, рятуйте"\nдобрий день\n', "utf-8")
    assert main(["emergency", str(file), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [{"text": "пожежа, рятуйте", "kind": "fire"}, {"text": "добрий день", "kind": None}]


@pytest.mark.parametrize("content", [b"", b"kind\nfire\n", b"\xff\xfe\x00"])
def test_a_file_without_texts_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes) -> None:
    file = tmp_path / "texts.csv"
    file.write_bytes(content)
    assert main(["emergency", str(file)]) == 2
    assert "texts.csv" in capsys.readouterr().err


@pytest.mark.skipif(not OPEN.exists(), reason="the judged texts are not here")
def test_the_judged_texts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["emergency", str(OPEN)]) == 0
    table = {line.split("  ")[0]: line.split() for line in capsys.readouterr().out.splitlines()}
    assert float(table["all emergencies"][4].rstrip("%")) >= 95
    assert float(table["none"][3].rstrip("%")) <= 8
