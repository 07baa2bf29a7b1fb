"""The ladder of routing, told as stories and as properties."""

import time
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.people import Beat, Officer, Post, Role, Station
from bot.domain.routing import Covered, Directory, Reached, Uncovered, Unreached, Why, deliver, route

DAY = date(2026, 11, 22)
DISTRICT, CITY, HROMADA, RAION, OBLAST = PLACE = ("district", "city", "hromada", "raion", "oblast")


def an_officer(id_: int, role: Role = Role.COMMUNITY, *, chat_id: int | None = None) -> Officer:
    return Officer(
        id=id_,
        code=f"o{id_}",
        role=role,
        rank="",
        name=f"Зразок {id_}",
        phone="",
        photo=None,
        chat_id=chat_id,
        locale="uk",
    )


def a_station(id_: int) -> Station:
    return Station(id=id_, code=f"s{id_}", name=f"Станція {id_}", address="", point=None, hours="", phone="")


def a_beat(id_: int, areas: str, *officers: int, station: int | None = None) -> Beat:
    posts = tuple(Post(each, DAY, None) for each in officers)
    return Beat(
        id=id_, code=f"b{id_}", name=f"№ {id_}", station_id=station, areas=frozenset(areas.split()), posts=posts
    )


def ids(answer: Covered) -> list[int]:
    return [officer.id for officer in answer.officers]


def covered(directory: Directory, areas: tuple[str, ...] = PLACE, on: date = DAY) -> Covered:
    answer = route(areas, directory, on)
    assert isinstance(answer, Covered)
    return answer


# --- stories ---------------------------------------------------------------------------------------------------------


def test_the_officer_of_the_city_district_stands_before_the_one_of_the_hromada() -> None:
    directory = Directory.of(
        officers=[an_officer(1), an_officer(2)], beats=[a_beat(1, "hromada", 1), a_beat(2, "district", 2)]
    )
    assert ids(covered(directory)) == [2]
    assert ids(covered(directory, PLACE[1:])) == [1]


def test_the_hromadas_own_officer_stands_before_a_district_officer_of_the_very_village() -> None:
    directory = Directory.of(
        officers=[an_officer(1), an_officer(2, Role.DISTRICT)],
        beats=[a_beat(1, "hromada", 1), a_beat(2, "city", 2)],
    )
    assert ids(covered(directory)) == [1]
    assert covered(directory).why is Why.COMMUNITY


def test_without_a_community_officer_the_district_officer_answers_and_says_why() -> None:
    directory = Directory.of(officers=[an_officer(2, Role.DISTRICT)], beats=[a_beat(2, "hromada", 2)])
    assert covered(directory).why is Why.DISTRICT_NO_COMMUNITY


def test_the_raions_duty_unit_stands_before_the_oblasts() -> None:
    directory = Directory.of(
        officers=[an_officer(1, Role.DUTY), an_officer(2, Role.DUTY)],
        beats=[a_beat(1, "oblast", 1), a_beat(2, "raion", 2)],
    )
    assert ids(covered(directory)) == [2]
    assert covered(directory).why is Why.DUTY_NO_DISTRICT
    assert ids(covered(directory, ("elsewhere", "oblast"))) == [1]


def test_a_duty_unit_may_sit_in_the_hromada() -> None:
    directory = Directory.of(officers=[an_officer(1, Role.DUTY)], beats=[a_beat(1, "hromada", 1)])
    assert ids(covered(directory)) == [1]


def test_all_officers_of_one_beat_and_of_two_beats_over_one_area_answer_together() -> None:
    directory = Directory.of(
        officers=[an_officer(each) for each in (1, 2, 3)],
        beats=[a_beat(1, "hromada", 3, 1), a_beat(2, "hromada", 2, 1)],
    )
    assert ids(covered(directory)) == [1, 2, 3]
    assert covered(directory).beat_name == "№ 1, № 2"


def test_one_officer_over_two_hromadas() -> None:
    directory = Directory.of(officers=[an_officer(1)], beats=[a_beat(1, "hromada another", 1)])
    assert ids(covered(directory)) == ids(covered(directory, ("village", "another"))) == [1]


def test_nobody_is_said_aloud() -> None:
    assert route(PLACE, Directory.of(), DAY) == Uncovered("district")
    assert deliver(PLACE, Directory.of(), DAY) == Uncovered("district")


def test_the_station_is_the_beats_own() -> None:
    directory = Directory.of(
        officers=[an_officer(1)],
        stations=[a_station(7), a_station(8)],
        beats=[a_beat(1, "hromada", 1, station=7), a_beat(2, "city", station=8)],
    )
    assert covered(directory).station == a_station(7)


def test_a_beat_without_a_station_borrows_the_nearest() -> None:
    directory = Directory.of(
        officers=[an_officer(1), an_officer(2, Role.DUTY)],
        stations=[a_station(7), a_station(8)],
        beats=[a_beat(1, "city", 1), a_beat(2, "hromada", station=7), a_beat(3, "raion", 2, station=8)],
    )
    assert covered(directory).station == a_station(7)


def test_both_ends_of_a_post_hold() -> None:
    beat = replace(a_beat(1, "hromada"), posts=(Post(1, DAY, DAY + timedelta(days=1)),))
    directory = Directory.of(officers=[an_officer(1)], beats=[beat])
    on = [isinstance(route(PLACE, directory, DAY + timedelta(days=each)), Covered) for each in range(-1, 3)]
    assert on == [False, True, True, False]


def test_a_report_goes_to_the_district_officer_while_the_community_officer_has_not_joined() -> None:
    community, district = an_officer(1), an_officer(2, Role.DISTRICT, chat_id=22)
    directory = Directory.of(officers=[community, district], beats=[a_beat(1, "hromada", 1, 2)])
    delivery = deliver(PLACE, directory, DAY)
    assert isinstance(delivery, Reached)
    assert (ids(delivery.responsible), ids(delivery.receiver), delivery.stands_in) == ([1], [2], True)
    joined = deliver(PLACE, directory.with_officers([replace(community, chat_id=11)]), DAY)
    assert isinstance(joined, Reached)
    assert (ids(joined.receiver), joined.stands_in) == ([1], False)


def test_of_two_officers_only_the_joined_one_receives_and_nobody_stands_in() -> None:
    directory = Directory.of(officers=[an_officer(1), an_officer(2, chat_id=22)], beats=[a_beat(1, "city", 1, 2)])
    delivery = deliver(PLACE, directory, DAY)
    assert isinstance(delivery, Reached)
    assert (ids(delivery.receiver), delivery.stands_in) == ([2], False)


def test_whoever_is_passed_over_does_not_receive() -> None:
    directory = Directory.of(officers=[an_officer(1, chat_id=11)], beats=[a_beat(1, "city", 1)])
    assert isinstance(deliver(PLACE, directory, DAY, excluding=frozenset({1})), Unreached)


# --- properties ------------------------------------------------------------------------------------------------------

days = st.integers(-40, 40).map(lambda each: DAY + timedelta(days=each))
roles = st.sampled_from(Role)


@st.composite
def posts(draw: st.DrawFn) -> Post:
    since = draw(days)
    until = draw(st.none() | st.integers(0, 30).map(lambda each: since + timedelta(days=each)))
    return Post(draw(st.integers(1, 6)), since, until)


@st.composite
def directories(draw: st.DrawFn) -> Directory:
    officers = [
        an_officer(each, draw(roles), chat_id=draw(st.none() | st.just(each * 11)))
        for each in draw(st.sets(st.integers(1, 6)))
    ]
    beats = [
        Beat(
            id=each,
            code=f"b{each}",
            name=f"№ {each}",
            station_id=draw(st.none() | st.integers(1, 3)),
            areas=draw(st.frozensets(st.sampled_from((*PLACE, "elsewhere")), min_size=1)),
            posts=tuple(draw(st.lists(posts(), max_size=4))),
        )
        for each in range(draw(st.integers(0, 5)))
    ]
    return Directory.of(officers=officers, stations=[a_station(1), a_station(2)], beats=beats)


def standing(directory: Directory, on: date) -> set[tuple[Role, str, int]]:
    """Everybody who holds a post around the place that day, by brute force."""
    return {
        (directory.officers[post.officer_id].role, area, post.officer_id)
        for area in PLACE
        for beat in directory.beats.get(area, ())
        for post in beat.posts
        if post.officer_id in directory.officers and post.since <= on and (post.until is None or on <= post.until)
    }


@given(directories(), days)
def test_covered_exactly_when_somebody_stands_there(directory: Directory, on: date) -> None:
    assert isinstance(route(PLACE, directory, on), Covered) == bool(standing(directory, on))


@given(directories(), days)
def test_the_answer_is_everybody_on_the_first_step(directory: Directory, on: date) -> None:
    people = standing(directory, on)
    assume(people)
    rank = {Role.COMMUNITY: 0, Role.DISTRICT: 1, Role.DUTY: 2}
    first = min((rank[role], PLACE.index(area)) for role, area, _ in people)
    expected = {each for role, area, each in people if (rank[role], PLACE.index(area)) == first}
    assert ids(covered(directory, on=on)) == sorted(expected)


@given(directories(), days, st.frozensets(st.integers(1, 6)))
def test_a_report_reaches_only_people_who_can_be_written_to(
    directory: Directory, on: date, excluding: frozenset[int]
) -> None:
    able = {each for *_, each in standing(directory, on) if directory.officers[each].reachable} - excluding
    delivery = deliver(PLACE, directory, on, excluding=excluding)
    assert isinstance(delivery, Reached) == bool(able)
    if isinstance(delivery, Reached):
        assert {officer.id for officer in delivery.receiver.officers} <= able
        assert delivery.responsible == route(PLACE, directory, on)


@given(directories(), days, roles, st.sampled_from(PLACE))
def test_another_officer_never_takes_the_answer_away(directory: Directory, on: date, role: Role, area: str) -> None:
    more = Directory.of(
        officers=[*directory.officers.values(), an_officer(99, role)],
        stations=directory.stations.values(),
        beats={
            *(beat for beats in directory.beats.values() for beat in beats),
            replace(a_beat(99, area), posts=(Post(99, on, None),)),
        },
    )
    before, after = route(PLACE, directory, on), covered(more, on=on)
    assert not isinstance(before, Covered) or list(Role).index(after.role) <= list(Role).index(before.role)


def test_an_answer_takes_microseconds() -> None:
    directory = Directory.of(
        officers=[an_officer(each, Role.DUTY) for each in range(2000)],
        beats=[a_beat(each, f"a{each} oblast" if each == 1 else f"a{each}", each) for each in range(2000)],
    )
    best = min(_timed(directory) for _ in range(5))
    assert best < 200e-6  # about 10 µs; the margin is for a busy machine


def _timed(directory: Directory) -> float:
    started = time.perf_counter()
    for _ in range(100):
        route(PLACE, directory, DAY)
    return (time.perf_counter() - started) / 100


def test_where_the_directory_is_all_there_is_nobody_receives_and_all_are_shown() -> None:
    directory = Directory.of(officers=[an_officer(1, chat_id=1)], beats=[a_beat(1, "hromada", 1)])
    assert isinstance(deliver(PLACE, directory, DAY), Reached)
    for area in (HROMADA, OBLAST):
        answer = deliver(PLACE, replace(directory, only=frozenset({area})), DAY)
        assert isinstance(answer, Unreached)
        assert ids(answer.responsible) == [1]
    assert isinstance(deliver(PLACE, replace(directory, only=frozenset({"elsewhere"})), DAY), Reached)
