"""Silence in routing: the stories, and that for any registry nobody of a silent hromada is ever shown."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Officer, Station
from bot.domain.places import Point
from bot.domain.routing import (
    Covered,
    Delivery,
    Directory,
    Reached,
    Route,
    Silent,
    Uncovered,
    Unreached,
    deliver,
    named,
    quieted,
    receivers,
    route,
)
from bot.domain.silence import Silence
from tests.domain.test_routing import DAY, PLACE, a_beat, a_station, an_officer, days, directories

HOME = ("village", "hromada", "raion", "oblast")
NEXT = ("village-b", "hromada-b", "raion", "oblast")
CHAINS = {each[0]: each for each in (HOME, NEXT)} | {each[1]: each[1:] for each in (HOME, NEXT)}


def around(code: str) -> tuple[str, ...]:
    """Two hromadas of one raion, and the long place of the other tests."""
    if code in PLACE:
        return PLACE[PLACE.index(code) :]
    return CHAINS.get(code, (code,))


def hushed(directory: Directory, inside: tuple[str, ...] = (), **levels: Silence) -> Directory:
    """`inside`: the areas in which every point lies."""
    return quieted(directory, {k.replace("_", "-"): v for k, v in levels.items()}, around=around, at=lambda _: inside)


def test_the_report_goes_and_nobody_is_named() -> None:
    directory = Directory.of(officers=[an_officer(1, chat_id=11)], beats=[a_beat(1, "hromada", 1)])
    for level in (Silence.OFFICERS, Silence.LOCATIONS):
        found = deliver(HOME, hushed(directory, hromada=level), DAY)
        assert isinstance(found, Silent)
        assert [each.id for each in receivers(found)] == [1]
        assert named(found) == ()
        assert route(HOME, hushed(directory, hromada=level), DAY) == Silent("village", level)


def test_at_the_last_level_it_goes_to_nobody() -> None:
    directory = Directory.of(officers=[an_officer(1, chat_id=11)], beats=[a_beat(1, "hromada", 1)])
    assert deliver(HOME, hushed(directory, hromada=Silence.RELAY), DAY) == Silent("village", Silence.RELAY)


def test_the_strictest_level_around_holds() -> None:
    quiet = hushed(Directory.of(), raion=Silence.RELAY, hromada=Silence.OFFICERS).quiet
    assert quiet.level(HOME) is Silence.RELAY
    assert quiet.level(("elsewhere",)) is None


def test_an_officer_of_two_hromadas_is_hidden_in_both_and_still_serves_both() -> None:
    directory = Directory.of(officers=[an_officer(1, chat_id=11)], beats=[a_beat(1, "hromada hromada-b", 1)])
    found = deliver(NEXT, hushed(directory, hromada=Silence.RELAY), DAY)
    assert isinstance(found, Silent)
    assert found.level is Silence.OFFICERS
    assert [each.id for each in receivers(found)] == [1]


def test_a_colleague_of_theirs_is_shown_alone() -> None:
    directory = Directory.of(
        officers=[an_officer(1, chat_id=11), an_officer(2, chat_id=22)],
        beats=[a_beat(1, "hromada hromada-b", 1), a_beat(2, "hromada-b", 2)],
    )
    found = deliver(NEXT, hushed(directory, hromada=Silence.OFFICERS), DAY)
    assert isinstance(found, Reached)
    assert [each.id for each in named(found)] == [2]
    assert [each.id for each in receivers(found)] == [1, 2]


def test_the_raions_station_inside_is_offered_to_nobody() -> None:
    """By its point; without one by its beats."""
    beats = [a_beat(1, "hromada", station=1), a_beat(2, "hromada-b", 2, station=1), a_beat(3, "raion", station=2)]
    without = Directory.of(officers=[an_officer(2)], stations=[a_station(1), a_station(2)], beats=beats)
    for directory, points_inside in (
        (without, ()),
        (replace(without, stations={1: _at(a_station(1)), 2: a_station(2)}), ("hromada",)),
    ):
        found = route(NEXT, hushed(directory, points_inside, hromada=Silence.OFFICERS), DAY)
        assert isinstance(found, Covered)
        assert found.station == a_station(2)
    outside = replace(without, stations={1: _at(a_station(1))})
    found = route(NEXT, hushed(outside, ("hromada-b",), hromada=Silence.OFFICERS), DAY)
    assert isinstance(found, Covered)
    assert found.station == _at(a_station(1))


def _at(station: Station) -> Station:
    return replace(station, point=Point(50.0, 28.0))


# --- properties -------------------------------------------------------------------------------------------------------

LISTS = st.dictionaries(st.sampled_from((*PLACE, "elsewhere")), st.sampled_from(Silence))
ASKED = st.sampled_from([PLACE[at:] for at in range(len(PLACE))] + [("elsewhere",)])


def told(answer: Route | Delivery) -> Iterator[Officer | Station]:
    """Everybody and everything a resident is told of."""
    match answer:
        case Covered() as step:
            steps: tuple[Covered, ...] = (step,)
        case Reached(responsible, receiver):
            steps = (responsible, receiver)
        case Unreached(responsible):
            steps = (responsible,)
        case Uncovered() | Silent():
            return
    for step in steps:
        yield from step.shown
        if step.station:
            yield step.station


def of_silent_areas(directory: Directory, levels: dict[str, Silence]) -> tuple[set[int], set[int]]:
    """Ids of officers and stations with a beat inside, by brute force."""
    beats = [
        beat
        for listed in directory.beats.values()
        for beat in listed
        if any(set(around(area)) & set(levels) for area in beat.areas)
    ]
    return {post.officer_id for beat in beats for post in beat.posts}, {b.station_id for b in beats if b.station_id}


@given(directories(), LISTS, ASKED, days)
def test_nobody_of_a_silent_area_is_ever_told(
    directory: Directory, levels: dict[str, Silence], asked: tuple[str, ...], on: date
) -> None:
    quiet = quieted(directory, levels, around=around, at=lambda _: ())
    officers, stations = of_silent_areas(directory, levels)
    for answer in (route(asked, quiet, on), deliver(asked, quiet, on)):
        for each in told(answer):
            assert each.id not in (officers if isinstance(each, Officer) else stations)
        if set(asked) & set(levels):
            assert isinstance(answer, Silent)


@given(directories(), LISTS, ASKED, days)
def test_silence_changes_who_is_told_not_who_receives(
    directory: Directory, levels: dict[str, Silence], asked: tuple[str, ...], on: date
) -> None:
    quiet = quieted(directory, levels, around=around, at=lambda _: ())
    usual = receivers(deliver(asked, directory, on))
    mute = quiet.quiet.level(asked) is Silence.RELAY
    assert receivers(deliver(asked, quiet, on)) == (() if mute else usual)


@given(directories(), ASKED, days)
def test_without_a_list_nothing_changes(directory: Directory, asked: tuple[str, ...], on: date) -> None:
    quiet = quieted(directory, {}, around=around, at=lambda _: ())
    assert deliver(asked, quiet, on) == deliver(asked, directory, on)
