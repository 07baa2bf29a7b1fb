"""What the directory lacks: each kind of gap, and that what is right is none."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from bot.domain.admins import Scope
from bot.domain.figures.gaps import GapAsked, gaps
from bot.domain.figures.standing import Standing
from bot.domain.figures.terrain import Terrain
from bot.domain.people import Role
from bot.domain.places import PlaceCategory, Point, Unit
from bot.domain.routing import Directory, Uncovered, route
from tests.figures.land import (
    CITY,
    COUNTRY,
    DAY,
    DISTRICTS,
    LAND,
    OBLASTS,
    VILLAGE,
    beat,
    officer,
    post,
    registries,
    scope,
    scopes,
    standing,
    station,
)

HROMADA = VILLAGE.hromada or ""
TOWN = next(u for u in LAND.settlements if u.category is PlaceCategory.CITY and u.katottg not in LAND.districts)
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def found(inside: Scope = COUNTRY, **about: Any) -> Any:
    asked = about.pop("asked", ())
    return gaps(inside, LAND, standing(**about), day=DAY, asked=asked)


@settings(deadline=None)
@given(directory=registries(), inside=scopes)
def test_nobody_means_that_routing_finds_nobody(directory: Directory, inside: Scope) -> None:
    there = gaps(inside, LAND, Standing.on(DAY, directory), day=DAY)
    for unit in LAND.settlements:
        alone = isinstance(route(unit.areas, directory, DAY), Uncovered)
        if unit.katottg != CITY.katottg:
            assert (unit in there.nobody) == (alone and inside.covers(unit.areas))
    assert there.people == sum(unit.population or 0 for unit in there.nobody)


@settings(deadline=None)
@given(directory=registries())
def test_what_oblasts_lack_is_what_the_country_lacks(directory: Directory) -> None:
    table = Standing.on(DAY, directory)
    tops = [
        code for code, unit in LAND.units.items() if unit.category in {PlaceCategory.OBLAST, PlaceCategory.SPECIAL_CITY}
    ]
    parts = [gaps(scope(code), LAND, table, day=DAY) for code in tops]
    whole = gaps(COUNTRY, LAND, table, day=DAY)
    assert {unit.katottg for unit in whole.nobody} == {unit.katottg for part in parts for unit in part.nobody}
    assert {each.beat.id for each in whole.crowded} == {each.beat.id for part in parts for each in part.crowded}
    assert {(o.area, o.role, o.around) for o in whole.overlaps} == {
        (o.area, o.role, o.around) for part in parts for o in part.overlaps
    }


def test_officers_who_have_not_joined_or_left() -> None:
    gone = replace(officer(3, chat=33), unreachable_at=NOW)
    here = found(
        officers=[officer(1), officer(2, chat=22), gone, officer(4)],
        beats=[beat(1, [HROMADA], post(1), post(2), post(3))],
    )
    assert [each.id for each in here.not_joined] == [1]
    assert [each.id for each in here.unreachable] == [3]
    assert [each.id for each in here.without_beat] == [4]


def test_beats_that_nobody_holds() -> None:
    here = found(officers=[officer(1)], beats=[beat(1, [HROMADA], post(1)), beat(2, [OBLASTS[1]])])
    assert [each.id for each in here.vacant] == [2]


def test_stations_without_point_or_hours() -> None:
    stations = [station(1), station(2, point=Point(50.0, 28.0), hours=" "), station(3, point=Point(50.0, 28.0))]
    here = found(stations=stations, beats=[beat(1, [HROMADA], station=1), beat(2, [OBLASTS[1]], station=2)])
    assert [each.id for each in here.no_point] == [1]
    assert [each.id for each in here.no_hours] == [2]
    narrow = found(scope(HROMADA), stations=stations, beats=[beat(1, [HROMADA], station=1)])
    assert [each.id for each in narrow.no_point] == [1]
    assert narrow.no_hours == ()


def test_posts_that_end_within_thirty_days() -> None:
    here = found(
        officers=[officer(1), officer(2), officer(3), officer(4)],
        beats=[
            beat(1, [HROMADA], post(1, until=date(2026, 12, 22))),  # day 30: soon
            beat(2, [OBLASTS[1]], post(2, until=date(2026, 12, 23))),  # later
            beat(3, [OBLASTS[0]], post(3, until=date(2026, 12, 1)), post(4, since=date(2026, 12, 2))),
            beat(4, [CITY.katottg], post(1, until=date(2026, 12, 1)), post(1, since=date(2026, 12, 2))),  # goes on
        ],
    )
    assert [(each.beat.id, each.followed) for each in here.ending] == [(3, True), (1, False)]


def test_a_beat_with_too_many_people() -> None:
    """9,000 in a city and 500 in a village: more than one officer may have, not more than two may."""
    alone = found(officers=[officer(1)], beats=[beat(1, [HROMADA], post(1))]).crowded
    assert [(each.people, each.officers, each.limit, each.unknown) for each in alone] == [(9_500, 1, 7_000, 1)]
    both = found(officers=[officer(1), officer(2)], beats=[beat(1, [HROMADA], post(1), post(2))]).crowded
    assert both == ()
    apart = found(
        officers=[officer(1), officer(2)], beats=[beat(1, [HROMADA], post(1)), beat(2, [HROMADA], post(2))]
    ).crowded
    assert apart == ()  # they answer together, whichever beat each is on


@pytest.mark.parametrize(("place", "most"), [(VILLAGE, 6_000), (TOWN, 7_000)])
def test_the_order_allows_fewer_people_in_the_country_than_in_a_town(place: Unit, most: int) -> None:
    for people in (most, most + 1):
        units = [replace(unit, population=people) if unit == place else unit for unit in LAND.units.values()]
        there = standing([officer(1)], [beat(1, [place.katottg], post(1))])
        over = gaps(COUNTRY, Terrain.of(units), there, day=DAY).crowded
        assert [(each.people, each.limit) for each in over] == ([(people, most)] if people > most else [])


def test_people_with_nobody_are_counted_until_somebody_comes() -> None:
    before, after = found(), found(officers=[officer(1)], beats=[beat(1, [VILLAGE.katottg], post(1))])
    assert VILLAGE in before.nobody
    assert VILLAGE not in after.nobody
    assert before.people - after.people == VILLAGE.population == 500


def test_who_lives_in_a_narrower_beat_counts_there() -> None:
    here = found(
        officers=[officer(1), officer(2)],
        beats=[beat(1, [HROMADA], post(1)), beat(2, [CITY.katottg], post(2))],
    ).crowded
    assert [each.beat.id for each in here] == [2]


def test_the_people_of_a_city_are_shared_with_those_who_hold_its_districts() -> None:
    officers = [officer(1), officer(2), officer(3)]
    one = [beat(1, [HROMADA], post(1)), beat(2, [DISTRICTS[0].katottg], post(2))]
    assert found(officers=officers, beats=one).crowded == ()
    both = [*one, beat(3, [DISTRICTS[1].katottg], post(2))]
    (crowded,) = {each.people for each in found(officers=officers, beats=both).crowded}
    assert crowded == 9_000  # nobody of the city is left to the hromada's officer


def test_a_duty_officer_has_no_limit() -> None:
    assert found(officers=[officer(1, Role.DUTY)], beats=[beat(1, [OBLASTS[0]], post(1))]).crowded == ()


def test_the_same_area_in_two_beats_of_one_role() -> None:
    officers = [officer(1), officer(2), officer(3, Role.DISTRICT)]
    beats = [beat(1, [HROMADA], post(1)), beat(2, [HROMADA], post(2)), beat(3, [HROMADA], post(3))]
    (overlap,) = found(officers=officers, beats=beats).overlaps
    assert (overlap.area, overlap.role, [each.id for each in overlap.beats]) == (HROMADA, Role.COMMUNITY, [1, 2])
    assert overlap.around is None


def test_a_village_taken_out_of_its_hromada_is_told_unless_one_officer_holds_both() -> None:
    officers = [officer(1), officer(2)]
    (overlap,) = found(
        officers=officers, beats=[beat(1, [HROMADA], post(1)), beat(2, [VILLAGE.katottg], post(2))]
    ).overlaps
    assert (overlap.area, overlap.around) == (VILLAGE.katottg, HROMADA)
    both = [beat(1, [HROMADA], post(1)), beat(2, [VILLAGE.katottg], post(1))]
    assert found(officers=officers, beats=both).overlaps == ()


def test_people_asked_where_nobody_was_and_still_is() -> None:
    asked = [GapAsked(VILLAGE.katottg, 3, NOW), GapAsked(DISTRICTS[0].katottg, 9, NOW)]
    assert [each.asked for each in found(asked=asked).asked] == [9, 3]
    assert [each.asked for each in found(scope(OBLASTS[1]), asked=asked).asked] == []
    covered = found(asked=asked, officers=[officer(1)], beats=[beat(1, [VILLAGE.katottg], post(1))])
    assert [each.asked for each in covered.asked] == [9]
