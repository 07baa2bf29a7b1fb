"""Codes instead of a name: those that hold a point are read, the others are known for what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.places import CODES, NotCovered, Unanswered
from bot.places.codes_of_places import code_in, plus_point
from bot.places.coordinates import read_coordinates
from bot.places.gazetteer import Gazetteer
from bot.texts.words import words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("10001", Unanswered.POSTCODE),
        ("мій поштовий індекс 10001", Unanswered.POSTCODE),
        ("7M3P+4F", Unanswered.PLUS_CODE),
        ("7М3Р+4F", Unanswered.PLUS_CODE),  # М and Р are Cyrillic
        ("///filled.count.soap", Unanswered.THREE_WORDS),
        ("https://w3w.co/filled.count.soap", Unanswered.THREE_WORDS),
        ("https://maps.app.goo.gl/abc123XYZ", Unanswered.SHORT_LINK),
        ("я тут https://goo.gl/maps/abc123", Unanswered.SHORT_LINK),
        ("10001, Житомирська область", None),
        ("вул. Київська 10001", None),
        ("вкрали 50000 гривень", None),
        ("+380 00 00001", None),
        ("7M3P+4F Житомир", None),  # the town says where
        ("Житомир", None),
    ],
)
def test_which_code_it_is(text: str, kind: Unanswered | None, gazetteer: Gazetteer) -> None:
    assert code_in(text) is kind
    if kind:
        assert gazetteer.find(text) == NotCovered(kind)


def test_each_is_answered_with_what_to_send_instead() -> None:
    for locale in ("uk", "en"):
        said = {words(locale).html("place-unknown", why=kind.value) for kind in CODES}
        assert len(said) == len(CODES)


def test_a_whole_plus_code_is_a_point() -> None:
    point = read_coordinates("я тут: 9G2C7M3P+4F")
    assert point is not None
    assert (point.lat, point.lon) == pytest.approx((50.25281, 28.68619), abs=1e-4)
    finer = plus_point("9G2C7M3P+4F2")
    assert finer is not None
    assert (finer.lat, finer.lon) == pytest.approx((point.lat, point.lon), abs=1e-4)


@given(st.text(alphabet="23456789CFGHJMPQRVWX", min_size=10, max_size=15))
def test_any_whole_code_is_some_point(digits: str) -> None:
    assert plus_point(f"{digits[:8]}+{digits[8:]}") is not None
