"""Danger is recognised in words, and everyday words are not taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.emergency import Alarm, Danger, alarm_of, dangers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("мене б’ють", Danger.DANGER),
        ("сусід з ножем", Danger.DANGER),
        ("він ламає двері, рятуйте", Danger.DANGER),
        ("хочу померти", Danger.SUICIDE),
        ("знайшов гранату", Danger.ORDNANCE),
        ("замінували школу", Danger.ORDNANCE),
        ("загубилась дитина", Danger.MISSING),
        ("пожежа", Danger.FIRE),
        ("ПОЖАР!!!", Danger.FIRE),
        ("gj;tf", None),
        ("муж избивает меня", Danger.VIOLENCE_HOME),
        ("112", Danger.DANGER),
        ("поліція", Danger.DANGER),
        ("допоможіть", Danger.DANGER),
        ("людина лежить без свідомості", Danger.MEDICAL),
    ],
)
def test_danger_is_recognised(text: str, kind: Danger | None) -> None:
    assert (kind in dangers(text)) if kind else not dangers(text)


@pytest.mark.parametrize(
    "text",
    [
        "музика сильніше, ніж учора",
        "Покровськ",
        "вулиця Пожежна, 5",
        "Пожежна вулиця",
        "вбиває своєю музикою",
        "Житомир",
    ],
)
def test_everyday_words_are_not(text: str) -> None:
    assert dangers(text) == ()


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(dangers(text), tuple)


@pytest.mark.parametrize("text", ["112", "поліція", "Рятуйте!", "🆘"])
def test_a_bare_call_says_no_kind(text: str) -> None:
    assert alarm_of(text) == Alarm((Danger.DANGER,), call=True)


def test_words_of_danger_are_no_bare_call() -> None:
    assert alarm_of("пожежа") == Alarm((Danger.FIRE,))
    assert alarm_of("Житомир") is None
