"""What somebody typed is read in one way: coordinates, an address, a name, a story, or nothing."""

import pytest

from bot.domain.places import Unanswered, candidates
from bot.places.gazetteer import Gazetteer
from bot.places.reader import Kind, read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("50.2547, 28.6587", Kind.COORDINATES),
        ("вул. Київська 5, Житомир", Kind.ADDRESS),
        ("вул. Київська 5", Kind.ADDRESS),
        ("Житомир", Kind.NAME),
        ("Малин, Житомирська область", Kind.NAME),
        ("Іванівка", Kind.NAME),
        ("Берличів", Kind.NAME),
        ("У мене вкрали велосипед", Kind.STORY),
        ("Пожежа", Kind.STORY),
        ("112", Kind.STORY),
        ("рятуйте", Kind.STORY),
        ("привіт", Kind.NOTHING),
        ("Житомирська область", Kind.NOTHING),
        ("", Kind.NOTHING),
    ],
)
def test_what_it_is(gazetteer: Gazetteer, text: str, kind: Kind) -> None:
    assert read(gazetteer, text).kind is kind


def test_coordinates_are_answered_with_the_place_there(gazetteer: Gazetteer) -> None:
    found = read(gazetteer, "50.2547, 28.6587")
    assert found.point is not None
    assert [each.unit.name for each in candidates(found.answer)][:1] == ["Житомир"]


def test_an_address_is_answered_with_its_settlement(gazetteer: Gazetteer) -> None:
    found = read(gazetteer, "вул. Київська 5, Житомир")
    assert found.address is not None
    assert (found.words, found.certain) == ("Житомир", True)
    street = read(gazetteer, "вул. Київська 5")
    assert getattr(street.answer, "reason", None) == Unanswered.NO_SETTLEMENT


@pytest.mark.parametrize("text", ["Іванівка", "У мене вкрали велосипед", "Пожежа", "рятуйте", "привіт"])
def test_what_is_not_certain(gazetteer: Gazetteer, text: str) -> None:
    assert not read(gazetteer, text).certain
