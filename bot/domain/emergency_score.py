"""How often the recogniser of danger is right, on texts that people have judged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.emergency import Danger

NONE: Final = "none"
EITHER: Final = "either"
KINDS: Final = frozenset({NONE, EITHER, *(each.value for each in Danger)})


@dataclass(frozen=True, slots=True)
class Judged:
    """One text: the kinds that people accept (empty: nobody said), and the kind that was found."""

    text: str
    kinds: frozenset[str]
    found: Danger | None


@dataclass(frozen=True, slots=True)
class Score:
    """Of emergencies by kind and altogether: texts, shown any numbers, found of an accepted kind. Of the harmless:
    texts and false alarms."""

    kinds: Mapping[str, tuple[int, int, int]]
    emergencies: tuple[int, int, int]
    harmless: tuple[int, int]
    uncounted: int


def score(judged: Iterable[Judged]) -> Score:
    """A text with several kinds counts for each of them; `either` counts for neither side."""
    texts = list(judged)
    counted = [each for each in texts if each.kinds and EITHER not in each.kinds]
    urgent = [each for each in counted if NONE not in each.kinds]
    harmless = [each for each in counted if each.kinds == {NONE}]
    by_kind = {kind.value: _counts([each for each in urgent if kind.value in each.kinds]) for kind in Danger}
    alarms = sum(each.found is not None for each in harmless)
    rest = len(texts) - len(urgent) - len(harmless)
    return Score(by_kind, _counts(urgent), (len(harmless), alarms), rest)


def _counts(texts: list[Judged]) -> tuple[int, int, int]:
    shown = sum(each.found is not None for each in texts)
    right = sum(each.found is not None and each.found.value in each.kinds for each in texts)
    return len(texts), shown, right
