"""Going back gives exactly the edition that was, whatever happened since; and the latest fifty can be undone."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import db.audit
import db.editions
import db.history
import db.officers
import db.registry
from bot.domain.errors import DirectoryMoved, StaleButton
from bot.domain.people import Role, Visibility
from bot.domain.places import Point
from bot.domain.registry import BeatEntry, Edition, How, OfficerEntry, PostEntry, StationEntry, changes
from bot.domain.stored import fingerprint, packed, unpacked
from bot.services.registry.history import go_back
from bot.services.registry.writing import write_edition
from db.engine import Database
from tests.registry.conftest import CITY, HROMADA, NOW, OBLAST, RAION, an_edition

QUICK = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
codes = st.sampled_from(["а-1", "b", "ї’3", "4"])
names = st.text(alphabet="абвїє’ =+\n🙂", max_size=12)
levels = st.sampled_from(Visibility)
photos = st.none() | names
days = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Any registry that the tables can hold."""
    points = st.none() | st.builds(Point, st.floats(44, 52), st.floats(22, 40))
    stations = draw(
        st.dictionaries(codes, st.tuples(names, names, points, names, names, photos, levels, levels), max_size=3)
    )
    officers = draw(
        st.dictionaries(
            codes,
            st.tuples(st.sampled_from(Role), names, names, names, photos, levels, levels, levels),
            max_size=3,
        )
    )
    beats = draw(st.dictionaries(codes, names, max_size=3))
    return Edition(
        stations={code: StationEntry(code, *fields) for code, fields in stations.items()},
        officers={code: OfficerEntry(code, *fields) for code, fields in officers.items()},
        beats={code: draw(beat(code, name, sorted(stations), sorted(officers))) for code, name in beats.items()},
    )


@st.composite
def beat(draw: st.DrawFn, code: str, name: str, stations: list[str], officers: list[str]) -> BeatEntry:
    posts = {}
    if officers:
        for officer, since, length in draw(
            st.lists(st.tuples(st.sampled_from(officers), days, st.none() | st.integers(0, 900)), max_size=4)
        ):
            until = None if length is None else since + timedelta(days=length)
            posts[officer, since] = PostEntry(officer, since, until)
    return BeatEntry(
        code=code,
        name=name,
        station=draw(st.sampled_from([None, *stations])),
        areas=draw(st.frozensets(st.sampled_from([OBLAST, RAION, HROMADA, CITY]))),
        posts=frozenset(posts.values()),
    )


@settings(QUICK)
@given(editions())
def test_an_edition_is_read_back_exactly(edition: Edition) -> None:
    assert unpacked(packed(edition)) == edition


@settings(QUICK)
@given(editions(), editions(), editions())
def test_a_fingerprint_tells_one_change_from_another(old: Edition, new: Edition, other: Edition) -> None:
    one, two = changes(old, new), changes(old, other)
    assert (fingerprint(one) == fingerprint(two)) == (new == other)


async def in_force(desk: Database) -> tuple[Edition, int]:
    async with desk.read():
        return await db.editions.load(), await db.registry.newest_generation()


async def write(desk: Database, new: Edition, how: How = How.IMPORT) -> int | None:
    async with desk.write():
        return await write_edition(await db.editions.load(), new, how=how, label="проба", admin=None, now=NOW)


async def back(desk: Database, generation: int) -> None:
    async with desk.write():
        newest = await db.registry.newest_generation()
        await go_back(generation, None, seen=newest, now=NOW)


@pytest.fixture(scope="module")
def sequences() -> list[list[Edition]]:
    """The same for both engines, found by hypothesis."""
    found: list[list[Edition]] = []

    @settings(QUICK, max_examples=25, database=None, derandomize=True)
    @given(st.lists(editions(), min_size=2, max_size=5))
    def collect(sequence: list[Edition]) -> None:
        found.append(sequence)

    collect()
    return found


async def test_any_editions_one_after_another_can_be_undone_one_by_one(
    desk: Database, sequences: list[list[Edition]]
) -> None:
    assert sum(len(each) for each in sequences) > 50
    for sequence in sequences:
        before: list[tuple[int, Edition]] = []
        for edition in sequence:
            was, _ = await in_force(desk)
            generation = await write(desk, edition)
            assert (await in_force(desk))[0] == edition
            if generation is not None:
                before.append((generation, was))
        for generation, was in reversed(before):
            await back(desk, generation)
            assert (await in_force(desk))[0] == was


async def test_going_back_is_a_change_that_can_be_undone(desk: Database) -> None:
    await write(desk, an_edition())
    await write(desk, an_edition(name="Зразок Інший"))
    edition, newest = await in_force(desk)
    await back(desk, newest)
    assert (await in_force(desk))[0] == an_edition()
    await back(desk, newest + 1)
    assert (await in_force(desk))[0] == edition


async def test_bindings_stay_with_their_codes(desk: Database) -> None:
    await write(desk, an_edition())
    async with desk.write():
        officer = await db.officers.by_code("o1")
        assert officer is not None
        await db.officers.bind(officer.id, chat_id=555, now=NOW, trusted=True)
    await write(desk, Edition())
    _, newest = await in_force(desk)
    await back(desk, newest)
    async with desk.read():
        returned = await db.officers.by_code("o1")
    assert returned is not None
    assert (returned.id, returned.chat_id) == (officer.id, 555)


async def test_somebody_was_faster(desk: Database) -> None:
    await write(desk, an_edition())
    _, seen = await in_force(desk)
    await write(desk, an_edition(name="Зразок Інший"))
    async with desk.write():
        with pytest.raises(DirectoryMoved):
            await go_back(seen, None, seen=seen, now=NOW)
    assert (await in_force(desk))[0] == an_edition(name="Зразок Інший")


async def test_the_latest_fifty_are_kept(desk: Database) -> None:
    first = await write(desk, an_edition(name="Зразок 0"))
    for number in range(1, 53):
        await write(desk, an_edition(name=f"Зразок {number}"), How.EDIT)
    async with desk.read():
        listed = await db.history.newest(1000)
    assert len(listed) == db.history.KEPT == 50
    assert first is not None
    with pytest.raises(StaleButton):
        await back(desk, first)
    await back(desk, listed[-1].generation)
    assert (await in_force(desk))[0] == an_edition(name="Зразок 2")


async def test_an_edit_is_noted_with_what_changed_and_a_file_with_counts(desk: Database) -> None:
    await write(desk, an_edition())
    await write(desk, an_edition(name="Зразок Інший"), How.EDIT)
    async with desk.read():
        edited, imported = await db.audit.newest(most=2)
    assert (edited.action, edited.subject, edited.areas) == ("officer-changed", "officer:o1", (HROMADA,))
    assert (edited.before, edited.after) == ({"name": "Зразок Перший"}, {"name": "Зразок Інший"})
    assert imported.action == "registry-imported"
    assert imported.after == {"label": "проба", "stations_added": 1, "officers_added": 2, "beats_added": 2}
