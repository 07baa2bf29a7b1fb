"""A city district is the place where somebody answers for it separately."""

from bot.domain.places import Ambiguous, Candidate, Choice, Found, NearBorder, PlaceCategory, Unit
from bot.services.lookup import with_districts

CITY = Unit("UA80000000000093317", PlaceCategory.SPECIAL_CITY, "Київ", hromada="UA80000000000093317")
DISTRICT = Unit("UA80000000001078669", PlaceCategory.DISTRICT, "Шевченківський", settlement=CITY.katottg)
NEXT = Unit("UA80000000001175200", PlaceCategory.DISTRICT, "Солом’янський", settlement=CITY.katottg)
HERE = Candidate(CITY, 1.0, distance_m=580.0, districts=(DISTRICT,))
OTHER = Candidate(Unit("UA32080150010052037", PlaceCategory.CITY, "Ірпінь"), 0.5)
ANSWERED = {DISTRICT.katottg}


def test_the_district_is_confirmed_and_the_city_is_next() -> None:
    answer = with_districts(Found(HERE, (OTHER,)), ANSWERED)
    assert isinstance(answer, Found)
    assert [each.unit for each in (answer.candidate, *answer.others)] == [DISTRICT, CITY, OTHER.unit]


def test_near_the_border_of_districts_the_person_is_asked() -> None:
    between = Candidate(CITY, 1.0, districts=(DISTRICT, NEXT))
    answer = with_districts(Found(between, (OTHER,)), {DISTRICT.katottg, NEXT.katottg})
    assert isinstance(answer, Ambiguous)
    assert answer.why is Choice.DISTRICTS
    assert [each.unit for each in answer.candidates] == [DISTRICT, NEXT]
    assert [each.unit for each in answer.others] == [CITY, OTHER.unit]


def test_the_city_stands_for_a_district_nobody_answers_for() -> None:
    answer = with_districts(Found(Candidate(CITY, 1.0, districts=(DISTRICT, NEXT)), (OTHER,)), ANSWERED)
    assert isinstance(answer, Ambiguous)
    assert [each.unit for each in answer.candidates] == [DISTRICT, CITY]
    assert [each.unit for each in answer.others] == [OTHER.unit]


def test_at_a_border_too() -> None:
    answer = with_districts(NearBorder((HERE, OTHER)), ANSWERED)
    assert isinstance(answer, NearBorder)
    assert [each.unit for each in answer.candidates] == [DISTRICT, OTHER.unit]


def test_the_city_stays_where_nobody_answers_for_the_district() -> None:
    for answer in (Found(HERE, (OTHER,)), NearBorder((HERE, OTHER)), Ambiguous((OTHER,))):
        assert with_districts(answer, ()) == answer
