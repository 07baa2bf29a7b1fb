"""Within a class of matches those near the asker come first; a worse match is not made better by being near."""

import pytest

from bot.domain.places import Ambiguous, Candidate, PlaceCategory, Point, Unit
from bot.places.gazetteer import Gazetteer
from bot.places.names import Hit
from bot.places.ranking import Class, Nearby, ranked, stands_out

HERE = Point(50.0, 30.0)
KM = 1 / 111.2  # degrees of latitude


def village(code: str, name: str = "Іванівка", *, km: float | None = None, people: int = 500) -> Unit:
    """A village so far to the north of here."""
    point = Point(HERE.lat + km * KM, HERE.lon) if km is not None else None
    return Unit(code, PlaceCategory.VILLAGE, name, raion=f"{code}P", hromada=f"{code}H", point=point, population=people)


NEAR, FAR, UNKNOWN = village("UA1", km=3), village("UA2", km=200, people=5_000), village("UA3")
CITY = Unit("UA4", PlaceCategory.CITY, "Іванівка", point=Point(48.0, 30.0), population=80_000)


def first(hits: list[Hit], nearby: Nearby) -> Unit:
    return ranked(hits, Class.EXACT, nearby)[0].unit


@pytest.mark.parametrize(
    ("nearby", "expected"),
    [
        (Nearby(), CITY),
        (Nearby(point=HERE), NEAR),
        (Nearby(point=Point(52.0, 33.0)), CITY),  # nothing is near
        (Nearby(home=NEAR), NEAR),
        (Nearby(home=village("UA9")), CITY),
        (Nearby(point=HERE, home=UNKNOWN), UNKNOWN),  # whoever lives there means that one
    ],
)
def test_within_a_class(nearby: Nearby, expected: Unit) -> None:
    assert first([Hit(CITY), Hit(FAR), Hit(NEAR), Hit(UNKNOWN)], nearby) == expected


@pytest.mark.parametrize(("km", "least", "most"), [(0, 1.0, 1.0), (15, 0.45, 0.55), (30, 0.0, 0.01), (300, 0.0, 0.0)])
def test_the_nearer_the_better(km: float, least: float, most: float) -> None:
    assert least <= Nearby(point=HERE).bonus(village("UA5", km=km)) <= most


def test_a_namesake_next_door_is_asked_about_even_beside_a_city() -> None:
    best = ranked([Hit(CITY), Hit(NEAR)], Class.EXACT, Nearby(point=HERE))
    assert not stands_out(best[0], best[1])


def test_a_city_stands_out() -> None:
    assert stands_out(Candidate(CITY, 0.9), Candidate(NEAR, 0.9))
    assert not stands_out(Candidate(FAR, 0.9), Candidate(NEAR, 0.9))


def test_a_name_typed_in_full_comes_before_a_beginning_next_door() -> None:
    near = village("UA6", "Малинівка", km=1)
    found = Gazetteer([CITY, near, village("UA7", "Малин", km=150)]).find("Малин", near=HERE)
    listed = (found.candidate, *found.others) if not isinstance(found, Ambiguous) else found.candidates  # type: ignore[union-attr]
    assert listed[0].unit.name == "Малин"


def test_in_the_real_gazetteer(gazetteer: Gazetteer) -> None:
    for unit in [each for each in gazetteer.units if each.name == "Михайлівка" and each.point][:20]:
        answer = gazetteer.find("Михайлівка", near=unit.point)
        assert isinstance(answer, Ambiguous)
        assert answer.candidates[0].unit == unit
