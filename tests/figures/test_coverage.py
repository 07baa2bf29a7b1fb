"""Coverage says for a whole country what routing says for one place, and its parts add up."""

from datetime import date

from hypothesis import given, settings

from bot.domain.admins import Scope
from bot.domain.figures.coverage import coverage, server
from bot.domain.figures.standing import Standing
from bot.domain.people import Role
from bot.domain.routing import Covered, Directory, route
from tests.figures.land import (
    CITY,
    COUNTRY,
    DAY,
    DISTRICTS,
    LAND,
    OBLASTS,
    VILLAGE,
    beat,
    days,
    officer,
    post,
    registries,
    scope,
    scopes,
    standing,
    station,
)


@given(directory=registries(), day=days)
def test_the_tables_say_what_the_ladder_says(directory: Directory, day: date) -> None:
    table = Standing.on(day, directory)
    for unit in LAND.units.values():
        said, step = route(unit.areas, directory, day), table.first(unit.areas)
        if isinstance(said, Covered):
            assert step is not None
            assert (step.role, step.area) == (said.role, said.area)
            assert step.officers == {each.id for each in said.officers}
        else:
            assert step is None


@settings(deadline=None)
@given(directory=registries(), inside=scopes)
def test_parts_add_up_to_the_whole(directory: Directory, inside: Scope) -> None:
    found = coverage(inside, LAND, Standing.on(DAY, directory))
    whole, parts = found.whole, found.parts
    for role in (*Role, None):
        assert whole.by(role).settlements == sum(part.by(role).settlements for part in parts)
        assert whole.by(role).people == sum(part.by(role).people for part in parts)
        assert whole.by(role).unknown == sum(part.by(role).unknown for part in parts)
    assert whole.hromadas == set().union(*(part.hromadas for part in parts))
    assert whole.hromadas_served == set().union(*(part.hromadas_served for part in parts))
    for role in Role:
        assert set().union(*(part.officers.get(role, set()) for part in parts)) <= whole.officers.get(role, set())


@settings(deadline=None)
@given(directory=registries(), inside=scopes)
def test_nothing_outside_of_the_scope_is_counted(directory: Directory, inside: Scope) -> None:
    found = coverage(inside, LAND, Standing.on(DAY, directory)).whole
    settlements = [unit for unit in LAND.settlements if inside.covers(unit.areas)]
    assert found.all.settlements == len(settlements)
    assert found.all.people == sum(unit.population or 0 for unit in settlements)
    assert found.hromadas == {unit.hromada for unit in settlements if unit.hromada}


def test_the_figures_of_the_announcement() -> None:
    hromada = VILLAGE.hromada or ""
    there = standing(
        [officer(1), officer(2), officer(3, Role.DISTRICT)],
        [
            beat(1, [hromada], post(1), post(2), station=1),
            beat(2, [OBLASTS[1]], station=2),
            beat(3, [LAND.units[hromada].raion or ""], post(3)),
        ],
        [station(1), station(2), station(3)],
    )
    whole = coverage(COUNTRY, LAND, there).whole
    assert (len(whole.hromadas_served), len(whole.hromadas)) == (1, 9)
    assert (whole.count(Role.COMMUNITY), whole.count(Role.DISTRICT), whole.count(Role.DUTY)) == (2, 1, 0)
    assert len(whole.stations) == 3
    assert (whole.by(Role.COMMUNITY).settlements, whole.by(Role.COMMUNITY).people) == (3, 9_500)
    assert whole.by(Role.COMMUNITY).unknown == 1
    assert whole.by(Role.DISTRICT).settlements == 3  # the other hromada of the raion
    assert (len(whole.regions_served), len(whole.regions)) == (1, 3)


def test_a_country_falls_into_oblasts_and_a_hromada_into_settlements() -> None:
    nobody = standing()
    assert {part.code for part in coverage(COUNTRY, LAND, nobody).parts} == {*OBLASTS, "UA80000000000000003"}
    parts = {part.code for part in coverage(scope(OBLASTS[0]), LAND, nobody).parts}
    assert "UA18000000000000099" in parts  # in no raion: a part by itself
    assert len(parts) == 3
    hromada = VILLAGE.hromada or ""
    assert len(coverage(scope(hromada), LAND, nobody).parts) == 3
    assert {part.code for part in coverage(scope(*OBLASTS), LAND, nobody).parts} == set(OBLASTS)


def test_a_city_is_served_when_every_district_is() -> None:
    officers = [officer(1), officer(2, Role.DISTRICT)]
    one = standing(officers, [beat(1, [DISTRICTS[0].katottg], post(1))])
    assert server(CITY, CITY.areas, LAND, one) is None
    both = standing(officers, [beat(1, [DISTRICTS[0].katottg], post(1)), beat(2, [DISTRICTS[1].katottg], post(2))])
    assert server(CITY, CITY.areas, LAND, both) is Role.DISTRICT


def test_a_station_that_no_beat_names_lies_where_its_point_does() -> None:
    there = standing(stations=[station(1)])
    homes = {1: VILLAGE.katottg}
    assert len(coverage(scope(OBLASTS[0]), LAND, there, homes).whole.stations) == 1
    assert len(coverage(scope(OBLASTS[1]), LAND, there, homes).whole.stations) == 0


def test_a_post_that_is_over_serves_nobody() -> None:
    there = standing([officer(1)], [beat(1, [OBLASTS[0]], post(1, until=date(2026, 11, 21)))])
    assert coverage(COUNTRY, LAND, there).whole.by(Role.COMMUNITY).settlements == 0
