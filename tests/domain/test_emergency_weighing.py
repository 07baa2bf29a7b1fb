"""The weights: learned from judged texts, the same ones from the same texts, and asked as they were learned."""

import csv
from pathlib import Path

import pytest

from bot.commands.emergency import module
from bot.commands.emergency_learning import Lesson, learned
from bot.domain.emergency import Danger, alarm_of
from bot.domain.emergency.weighing import ANY, CLASSES, Weighing, pieces

EXAMPLES = Path(__file__).parent / "emergency"
SAID = {
    "горить хата": Danger.FIRE,
    "горить сарай": Danger.FIRE,
    "горить світлофор": None,
    "світлофор мигає": None,
    "знайшли іржаву гранату": Danger.ORDNANCE,
    "діти принесли гранату": Danger.ORDNANCE,
    "знайшли іржаві ключі": None,
}


def taught() -> Weighing:
    rows = learned([Lesson(pieces(text), [ANY], kind) for text, kind in SAID.items()])
    return Weighing("\n".join(f"{piece} {' '.join(map(str, row))}" for piece, row in rows.items()))


@pytest.mark.parametrize(("text", "kind"), SAID.items())
def test_what_was_taught_is_known(text: str, kind: Danger | None) -> None:
    weighing = taught()
    shares = weighing.shares(weighing.weigh(text), [ANY])
    assert max(CLASSES, key=lambda each: shares[each]) == kind
    assert sum(shares.values()) == pytest.approx(1)


def test_what_is_not_known_weighs_nothing() -> None:
    weighed = taught().weigh("ґґґ ꙮ")
    assert (weighed.known, set(weighed.sums)) == (0, {0})
    assert weighed.had


def test_the_same_texts_give_the_same_module() -> None:
    lessons = [Lesson(pieces(text), [ANY], kind) for text, kind in SAID.items()]
    one, other = module(learned(lessons)), module(learned(lessons))
    assert one == other
    names: dict[str, str] = {}
    exec(one, names)
    assert names["WEIGHTS"].startswith(f"{next(iter(learned(lessons)))} ")


def test_the_examples_are_known() -> None:
    """The weights in use were learned from the examples that stand beside this test, not from older ones."""
    files = [file.read_text("utf-8").splitlines() for file in sorted(EXAMPLES.glob("*.csv"))]
    texts = [row for lines in files for row in csv.DictReader(lines)][::7]
    urgent = [row["text"] for row in texts if row["kind"] not in {"none", "either"}]
    harmless = [row["text"] for row in texts if row["kind"] == "none"]
    assert sum(alarm_of(each) is not None for each in urgent) >= 0.97 * len(urgent)
    assert sum(alarm_of(each) is not None for each in harmless) <= 0.05 * len(harmless)
