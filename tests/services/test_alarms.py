"""Danger in what people write: looked for once in each text, and never at the cost of what came in."""

import pytest
from structlog.testing import capture_logs

from bot.domain.emergency import LONGEST, Alarm, Danger, alarm_of
from bot.services.alarms import Alarms


class Counting:
    """Recognises, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> Alarm | None:
        self.asked.append(text)
        return alarm_of(text)


def test_each_text_is_looked_through_once() -> None:
    counting = Counting()
    alarms = Alarms(counting)
    for said in ("горить хата", "яма на дорозі", "горить хата", "яма на дорозі"):
        assert (alarms.of(said) == Alarm((Danger.FIRE,))) is ("горить" in said)
    assert counting.asked == ["горить хата", "яма на дорозі"]


def broken(text: str) -> Alarm | None:
    if "яма" in text:
        raise ValueError(text)
    return alarm_of(text)


def test_a_failure_counts_as_none_and_tells_nothing_of_the_words() -> None:
    with capture_logs() as logs:
        assert Alarms(broken).of("яма на дорозі") is None
        assert Alarms(broken).of("яма на дорозі", "горить хата") == Alarm((Danger.FIRE,))
    assert logs == [{"event": "alarm-failed", "error": "ValueError", "log_level": "error"}] * 2


CALL = Alarm((Danger.DANGER,), call=True)


@pytest.mark.parametrize(
    ("texts", "heard"),
    [
        ([], None),
        (["яма на дорозі"], None),
        (["рятуйте"], CALL),
        (["рятуйте", "яма на дорозі"], CALL),
        (["рятуйте", "горить хата"], Alarm((Danger.FIRE,))),
        (["." * LONGEST + " горить хата"], Alarm((Danger.FIRE,))),
        (["\ud800"], None),
    ],
)
def test_texts_speak_together(texts: list[str], heard: Alarm | None) -> None:
    assert Alarms().of(*texts) == heard
