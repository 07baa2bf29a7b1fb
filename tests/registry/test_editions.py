"""Editions of the registry in the database: what changes, what stays, what retires."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import db.editions
import db.officers
import db.registry
from bot.domain.people import Role
from bot.domain.places import Point
from bot.domain.registry import BeatEntry, Edition, OfficerEntry, PostEntry, StationEntry, changes
from bot.domain.routing import Covered, Reached, Uncovered, Unreached
from bot.places.gazetteer import Gazetteer
from bot.services.directory import DirectoryService
from bot.services.invites import Invites
from db.engine import Database
from tests.registry.conftest import CITY, CITY_AREAS, HROMADA, NOW, OBLAST, RAION, Hands, an_edition, publish

NOWHERE = Gazetteer(())


async def test_what_is_published_is_what_is_loaded(desk: Database) -> None:
    await publish(desk, an_edition())
    async with desk.read():
        assert await db.editions.load() == an_edition()


async def test_the_second_time_nothing_changes(desk: Database) -> None:
    await publish(desk, an_edition())
    async with desk.read():
        assert changes(await db.editions.load(), an_edition()).size == 0


async def test_a_new_edition_keeps_ids_and_bindings(desk: Database) -> None:
    await publish(desk, an_edition())
    async with desk.write():
        before = await db.officers.by_code("o1")
        assert before is not None
        await db.officers.bind(before.id, chat_id=555, now=NOW, trusted=True)
    await publish(desk, an_edition(name="Зразок Перейменований", areas=frozenset({CITY, HROMADA})))
    async with desk.read():
        after = await db.officers.by_code("o1")
        assert after == replace(before, name="Зразок Перейменований", chat_id=555, confirmed=True)


async def test_what_is_gone_is_retired_and_can_come_back_as_itself(desk: Database) -> None:
    await publish(desk, an_edition())
    async with desk.read():
        first = await db.officers.by_code("o1")
    assert first is not None
    whole = an_edition()
    smaller = Edition({}, {"o2": whole.officers["o2"]}, {"b2": whole.beats["b2"]})
    await publish(desk, smaller)
    async with desk.read():
        assert await db.editions.load() == smaller
        assert await db.officers.by_code("o1") is None
        assert await db.officers.by_ids([first.id]) == [first]
    await publish(desk, whole)
    async with desk.read():
        assert await db.editions.load() == whole
        assert await db.officers.by_code("o1") == first


async def test_posts_are_replaced_with_their_beat(desk: Database) -> None:
    whole = an_edition()
    await publish(desk, whole)
    later = replace(whole.beats["b1"], posts=frozenset({PostEntry("o2", date(2027, 1, 1), date(2027, 2, 1))}))
    await publish(desk, replace(whole, beats={**whole.beats, "b1": later}))
    async with desk.read():
        assert (await db.editions.load()).beats["b1"] == later


async def test_any_edition_may_follow_any_other(desk: Database) -> None:
    chance = Random(650)
    ids: dict[str, int] = {}
    for _ in range(12):
        edition = a_random_edition(chance)
        await publish(desk, edition)
        async with desk.read():
            assert await db.editions.load() == edition
            directory = await db.registry.load()
        now = {officer.code: officer.id for officer in directory.officers.values()}
        assert now.keys() == edition.officers.keys()
        assert ids | now == now | ids  # a code keeps its id, also after a retirement
        ids |= now


def a_random_edition(chance: Random) -> Edition:
    some = [str(number) for number in range(6) if chance.random() < 0.7]
    stations = {
        each: StationEntry(each, chance.choice("аб"), "", chance.choice([None, Point(50, 28)])) for each in some
    }
    officers = {each: OfficerEntry(each, chance.choice(list(Role)), chance.choice("вг")) for each in some[:4]}
    beats = [
        BeatEntry(
            code=each,
            name=chance.choice("дж"),
            station=chance.choice([None, *stations]),
            areas=frozenset(chance.sample([CITY, HROMADA, RAION, OBLAST], chance.randrange(4))),
            posts=frozenset(
                PostEntry(officer, date(2026, 1, 1), chance.choice([None, date(2026, 1, 1) + timedelta(days=9)]))
                for officer in officers
                if chance.random() < 0.5
            ),
        )
        for each in some
    ]
    return Edition(stations, officers, {beat.code: beat for beat in beats})


async def test_a_running_desk_sees_a_new_edition_at_once(desk: Database, clock: Hands) -> None:
    directory = DirectoryService(desk, clock, lambda: NOWHERE)
    assert isinstance(await directory.route(CITY_AREAS), Uncovered)
    await publish(desk, an_edition())
    answer = await directory.route(CITY_AREAS)
    assert isinstance(answer, Covered)
    assert [officer.name for officer in answer.officers] == ["Зразок Перший"]
    assert await directory.current() is await directory.current()


async def test_posts_change_at_midnight_in_kyiv(desk: Database, clock: Hands) -> None:
    whole = an_edition()
    until_today = replace(whole.beats["b1"], posts=frozenset({PostEntry("o1", date(2026, 1, 1), date(2026, 11, 22))}))
    await publish(desk, replace(whole, beats={"b1": until_today}))
    directory = DirectoryService(desk, clock, lambda: NOWHERE)
    clock.now = NOW.replace(hour=21, minute=59)
    assert isinstance(await directory.route(CITY_AREAS), Covered)
    clock.now = NOW.replace(hour=22, minute=1)
    assert isinstance(await directory.route(CITY_AREAS), Uncovered)


async def test_bindings_made_elsewhere_hold_at_once(desk: Database, clock: Hands) -> None:
    await publish(desk, an_edition())
    directory = DirectoryService(desk, clock, lambda: NOWHERE)
    assert isinstance(await directory.deliver(CITY_AREAS), Unreached)
    async with desk.write():
        officer = await db.officers.by_code("o2")
        assert officer is not None
        await db.officers.bind(officer.id, chat_id=22, now=NOW, trusted=True)
    delivery = await directory.deliver(CITY_AREAS)
    assert isinstance(delivery, Reached)
    assert delivery.stands_in
    assert await directory.officer_by_chat(22) == replace(officer, chat_id=22, confirmed=True)
    async with desk.write():
        await db.officers.mark_unreachable(22, now=NOW)
    assert isinstance(await directory.deliver(CITY_AREAS), Unreached)
    async with desk.write():
        await db.officers.mark_reachable(22)
    assert isinstance(await directory.deliver(CITY_AREAS), Reached)
    async with desk.write():
        await db.officers.unbind(officer.id)
    assert isinstance(await directory.deliver(CITY_AREAS), Unreached)
    assert await directory.officer_by_chat(22) is None


async def test_a_phone_cut_off_by_another_process_is_cut_off_at_once(desk: Database, clock: Hands) -> None:
    await publish(desk, an_edition())
    directory = DirectoryService(desk, clock, lambda: NOWHERE)
    async with desk.write():
        officer = await db.officers.by_code("o1")
        assert officer is not None
        await db.officers.bind(officer.id, chat_id=11, now=NOW, trusted=True)
    assert isinstance(await directory.deliver(CITY_AREAS), Reached)
    elsewhere = Database(desk.url)
    await Invites(elsewhere, clock, hours=1).unbind(officer.id)
    await elsewhere.close()
    assert isinstance(await directory.deliver(CITY_AREAS), Unreached)
    assert await directory.officer_by_chat(11) is None


async def test_a_retired_officer_is_nobody_behind_their_chat(desk: Database, clock: Hands) -> None:
    await publish(desk, an_edition())
    async with desk.write():
        officer = await db.officers.by_code("o1")
        assert officer is not None
        await db.officers.bind(officer.id, chat_id=11, now=NOW, trusted=True)
        await db.officers.set_locale(officer.id, "en")
    await publish(desk, Edition())
    directory = DirectoryService(desk, clock, lambda: NOWHERE)
    assert await directory.officer_by_chat(11) is None
    assert (await directory.officers([officer.id]))[0].locale == "en"
