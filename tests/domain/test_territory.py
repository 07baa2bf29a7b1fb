"""Where entries lie, and what an admin of a territory may not touch."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.admins import EVERYWHERE, Scope
from bot.domain.people import Role
from bot.domain.places import Point
from bot.domain.registry import BeatEntry, DirectoryKind, Edition, OfficerEntry, PostEntry, StationEntry, changes
from bot.domain.territory import OutsideTerritory, Territories, beside, joined, outside, within

MINE, THEIRS = Scope(frozenset({"A"})), Scope(frozenset({"B"}))
DAY = date(2026, 1, 1)


class Villages:
    """A1, A2 … lie in A, B1, B2 … in B; west of 30 degrees is A1."""

    def around(self, katottg: str) -> tuple[str, ...]:
        return katottg, katottg[0]

    def at(self, point: Point) -> str | None:
        return "A1" if point.lon < 30 else "B1"


LAND = Villages()


def a_beat(code: str, areas: str, *officers: str, station: str | None = None) -> BeatEntry:
    posts = frozenset(PostEntry(each, DAY) for each in officers)
    return BeatEntry(code, code, station, frozenset(areas.split()), posts)


def registry(*beats: BeatEntry, officers: str = "", stations: str = "") -> Edition:
    named = {post.officer for beat in beats for post in beat.posts} | set(officers.split())
    houses = {beat.station for beat in beats if beat.station} | set(stations.split())
    return Edition(
        stations={each: StationEntry(each, each, "") for each in sorted(houses)},
        officers={each: OfficerEntry(each, Role.COMMUNITY, each) for each in sorted(named)},
        beats={beat.code: beat for beat in beats},
    )


TWO = registry(
    a_beat("mine", "A1 A2", "anna", "both", station="a"), a_beat("theirs", "B1", "bohdan", "both", station="b")
)


def test_officers_and_houses_without_a_point_lie_where_their_beats_are() -> None:
    lie = Territories(TWO, LAND)
    assert lie.of(DirectoryKind.OFFICERS, "anna") == {"A1", "A2"}
    assert lie.of(DirectoryKind.OFFICERS, "both") == {"A1", "A2", "B1"}
    assert lie.of(DirectoryKind.STATIONS, "b") == {"B1"}
    assert lie.inside(MINE, DirectoryKind.OFFICERS, "anna")
    assert not lie.inside(MINE, DirectoryKind.OFFICERS, "both")
    assert not lie.inside(THEIRS, DirectoryKind.OFFICERS, "both")


def test_a_station_lies_at_its_point_whomever_it_serves() -> None:
    house = StationEntry("b", "b", "", Point(50, 28))
    lie = Territories(replace(TWO, stations={"b": house, "d": replace(house, code="d", point=None)}), LAND)
    assert lie.inside(MINE, DirectoryKind.STATIONS, "b")
    assert not lie.inside(MINE, DirectoryKind.STATIONS, "d")
    assert lie.inside(EVERYWHERE, DirectoryKind.STATIONS, "d")


def test_what_changes_inside_may_change() -> None:
    renamed = replace(TWO, officers={**TWO.officers, "anna": replace(TWO.officers["anna"], name="Ганна")})
    assert outside(TWO, renamed, MINE, LAND) == []
    assert outside(TWO, renamed, THEIRS, LAND) == [OutsideTerritory(DirectoryKind.OFFICERS, "anna")]


def test_nobody_moves_over_the_border() -> None:
    grown = replace(TWO, beats={**TWO.beats, "mine": a_beat("mine", "A1 B1", "anna", "both", station="a")})
    assert OutsideTerritory(DirectoryKind.BEATS, "mine") in outside(TWO, grown, MINE, LAND)
    shrunk = replace(TWO, beats={**TWO.beats, "theirs": a_beat("theirs", "A1", "bohdan", "both", station="b")})
    assert OutsideTerritory(DirectoryKind.BEATS, "theirs") in outside(TWO, shrunk, MINE, LAND)


def test_an_officer_is_not_taken_from_the_neighbours() -> None:
    taken = replace(TWO, beats={**TWO.beats, "mine": a_beat("mine", "A1 A2", "anna", "both", "bohdan", station="a")})
    assert outside(TWO, taken, MINE, LAND) == [OutsideTerritory(DirectoryKind.BEATS, "mine")]
    assert outside(TWO, taken, EVERYWHERE, LAND) == []


def test_a_station_is_not_reached_over_the_border() -> None:
    """Nor may it be moved over the border first."""
    reached = replace(TWO, beats={**TWO.beats, "mine": a_beat("mine", "A1 A2", "anna", "both", station="b")})
    assert outside(TWO, reached, MINE, LAND) == [OutsideTerritory(DirectoryKind.BEATS, "mine")]
    assert outside(TWO, reached, EVERYWHERE, LAND) == []
    moved = replace(reached, stations={**TWO.stations, "b": StationEntry("b", "b", "", Point(50, 28))})
    assert OutsideTerritory(DirectoryKind.STATIONS, "b") in outside(TWO, moved, MINE, LAND)


def test_what_lies_nowhere_is_nobodys() -> None:
    lost = replace(TWO, officers={**TWO.officers, "new": OfficerEntry("new", Role.DUTY, "new")})
    assert outside(TWO, lost, MINE, LAND) == [OutsideTerritory(DirectoryKind.OFFICERS, "new", nowhere=True)]


villages = st.sampled_from(["A1", "A2", "B1", "B2"])
people = st.sampled_from(["o1", "o2", "o3"])
houses = st.sampled_from(["s1", "s2"])
beats = st.builds(
    lambda code, areas, officers, station: a_beat(code, " ".join(areas), *officers, station=station),
    st.sampled_from(["b1", "b2", "b3"]),
    st.frozensets(villages, min_size=1),
    st.frozensets(people),
    st.none() | houses,
)
registries = st.builds(
    lambda listed, officers: registry(*{each.code: each for each in listed}.values(), officers=" ".join(officers)),
    st.lists(beats, max_size=3),
    st.frozensets(people),
)


@given(registries)
def test_the_part_inside_and_the_rest_make_the_whole(edition: Edition) -> None:
    part, rest = within(edition, MINE, LAND), beside(edition, MINE, LAND)
    assert joined(rest, part) == edition
    assert all(part.of(kind).keys().isdisjoint(rest.of(kind)) for kind in DirectoryKind)


@given(registries, registries)
def test_a_part_never_touches_what_lies_wholly_elsewhere(old: Edition, part: Edition) -> None:
    """Whatever a file for A says: when nothing is found outside, everything of B is as it was."""
    new = joined(beside(old, MINE, LAND), part)
    if outside(old, new, MINE, LAND):
        return
    theirs = Territories(old, LAND)
    for kind, difference in changes(old, new).by_kind():
        for code in (*(entry.code for entry in difference.changed), *difference.retired):
            assert theirs.inside(MINE, kind, code)
        for entry in difference.added:
            assert Territories(new, LAND).inside(MINE, kind, entry.code)
