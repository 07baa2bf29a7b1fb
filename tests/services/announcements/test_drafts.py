"""Announcements as admins handle them: what may be written, by whom it is seen, who approves."""

from datetime import timedelta

import pytest

from bot.domain.announcements import Announcement, AnnouncementMedia, AnnouncementStatus, Content, Kind, MediaKind
from bot.domain.errors import (
    AnnouncementElsewhere,
    NobodyToTell,
    NothingToAnnounce,
    OutOfScope,
    OwnAnnouncement,
    StaleButton,
    TextTooLong,
    TooManyPictures,
    UnknownPlaceholder,
    WrongTime,
)
from bot.domain.news_notices import Announced, AnnouncedAlbum
from bot.domain.reports import Recipient
from db.engine import Database
from db.schema import audit, outbox
from tests.country import (
    BEATS,
    DISTRICT,
    EAST,
    FAR,
    HROMADA,
    KYIV,
    NEXT,
    NEXT_VILLAGE,
    RAION,
    TOWN,
    VILLAGE,
    WEST,
    Country,
)


@pytest.fixture
async def country(database: Database) -> Country:
    return await Country(database).settle()


async def opening(country: Country, who: str = "Ірина", *codes: str) -> Announcement:
    async with country.turns.open() as turn:
        found = await country.desk.draft(turn, country.people[who], Kind.OPENING)
        return await country.desk.set_stations(turn, country.people[who], found.id, codes or ("s-1",))


async def announcement(country: Country, who: str = "Ірина", text: str = "Увага", *areas: str) -> Announcement:
    async with country.turns.open() as turn:
        admin, desk = country.people[who], country.desk
        found = await desk.draft(turn, admin, Kind.ANNOUNCEMENT)
        await desk.set_content(turn, admin, found.id, {"uk": Content(text)})
        return await desk.set_audience(turn, admin, found.id, areas or (WEST,))


async def test_the_audience_of_an_opening_is_its_stations(country: Country) -> None:
    found = await opening(country, "Ірина", "s-1", "s-2")
    assert found.stations == (1, 2)
    assert set(found.areas) == {HROMADA, DISTRICT, NEXT}
    assert found.languages == ("uk", "en")


async def test_who_would_get_it_is_counted_and_who_not(country: Country) -> None:
    await country.move_in(
        [
            {"chat_id": 1, "place": TOWN},
            {"chat_id": 2, "place": DISTRICT, "locale": "en"},
            {"chat_id": 3, "place": VILLAGE, "news_announcement": None},
            {"chat_id": 4, "place": VILLAGE, "news_opening": False},
            {"chat_id": 8, "place": VILLAGE, "news_opening": None},
            {"chat_id": 5, "place": VILLAGE, "unreachable_at": country.now},
            {"chat_id": 6, "place": NEXT_VILLAGE},
            {"chat_id": 7, "place": None},
        ]
    )
    found = await opening(country)
    counted = await country.desk.all.counting.count(found.id)
    assert (counted.total, counted.languages) == (3, {"uk": 2, "en": 1})
    assert (counted.unwilling, counted.unreachable, counted.silent) == (2, 1, 0)
    async with country.turns.open() as turn:
        await country.desk.all.holding.hold(turn, country.people["Ірина"], WEST, "повітряна тривога")
    assert (await country.desk.all.counting.count(found.id)).held == {WEST: 3}


async def test_two_admins_and_a_time(country: Country) -> None:
    found = await opening(country)
    iryna, petro = country.people["Ірина"], country.people["Петро"]
    when = country.now + timedelta(days=2)
    async with country.turns.open() as turn:
        assert (await country.desk.all.course.submit(turn, iryna, found.id, when)).status is AnnouncementStatus.WAITING
    with pytest.raises(OwnAnnouncement):
        async with country.turns.open() as turn:
            await country.desk.all.course.approve(turn, iryna, found.id)
    async with country.turns.open() as turn:
        approved = await country.desk.all.course.approve(turn, petro, found.id)
    assert (approved.status, approved.starts_at, approved.approver_id) == (AnnouncementStatus.SCHEDULED, when, petro.id)
    noted = [(row.action, row.admin_id) for row in await country.rows(audit)]
    assert noted == [
        ("announcement-created", iryna.id),
        ("announcement-submitted", iryna.id),
        ("announcement-approved", petro.id),
    ]


async def test_without_approval_it_is_scheduled_at_once(database: Database) -> None:
    country = await Country(database, approval=False).settle()
    found = await opening(country)
    async with country.turns.open() as turn:
        sent = await country.desk.all.course.submit(turn, country.people["Ірина"], found.id)
    assert (sent.status, sent.starts_at) == (AnnouncementStatus.SCHEDULED, country.now)


@pytest.mark.parametrize("late", [timedelta(hours=-1), timedelta(days=7, seconds=1)])
async def test_not_in_the_past_and_within_a_week(country: Country, late: timedelta) -> None:
    found = await opening(country)
    with pytest.raises(WrongTime):
        async with country.turns.open() as turn:
            await country.desk.all.course.submit(turn, country.people["Ірина"], found.id, country.now + late)


async def test_a_territory_is_the_limit_of_everything(country: Country) -> None:
    west, iryna, desk = country.people["Захід"], country.people["Ірина"], country.desk
    theirs = await opening(country, "Ірина", "s-3")
    ours = await opening(country, "Захід", "s-1")
    everywhere = await announcement(country, "Ірина", "Увага", "UA")
    for attempt in (
        desk.all.course.pause,
        desk.all.course.cancel,
        desk.all.course.approve,
        desk.all.course.reject,
        desk.all.course.submit,
        desk.all.course.revise,
        desk.all.course.retry_failed,
    ):
        with pytest.raises(OutOfScope):
            async with country.turns.open() as turn:
                await attempt(turn, west, theirs.id)
    async with country.turns.open() as turn:
        with pytest.raises(OutOfScope):
            await desk.set_stations(turn, west, ours.id, ["s-1", "s-3"])
        for area in ("UA", EAST, FAR, KYIV, "UA99"):
            with pytest.raises(OutOfScope):
                await desk.set_audience(turn, west, ours.id, [HROMADA, area])
        for oblast in (EAST, KYIV):
            with pytest.raises(OutOfScope):
                await desk.all.holding.hold(turn, west, oblast, "чому")
        with pytest.raises(OutOfScope):
            await desk.all.reach.get(everywhere.id, west)
        with pytest.raises(StaleButton):
            await desk.all.reach.get(777, west)
        await desk.set_audience(turn, west, ours.id, [RAION])
    assert [each.id for each in await desk.all.reach.list(west)] == [ours.id]
    assert [each.id for each in await desk.all.reach.list(iryna)] == [everywhere.id, ours.id, theirs.id]


async def test_a_second_admin_must_cover_the_audience(country: Country) -> None:
    found = await announcement(country, "Ірина", "Увага", WEST, EAST)
    async with country.turns.open() as turn:
        await country.desk.all.course.submit(turn, country.people["Ірина"], found.id)
    with pytest.raises(OutOfScope):
        async with country.turns.open() as turn:
            await country.desk.all.course.approve(turn, country.people["Захід"], found.id)


async def test_what_may_be_written(country: Country) -> None:
    iryna, desk = country.people["Ірина"], country.desk
    found = await opening(country)
    photo = AnnouncementMedia(MediaKind.PHOTO, "file")
    async with country.turns.open() as turn:
        with pytest.raises(UnknownPlaceholder):
            await desk.set_content(turn, iryna, found.id, {"uk": Content("Станція {stantsiya}")})
        with pytest.raises(TextTooLong):
            await desk.set_content(turn, iryna, found.id, {"uk": Content("я" * 901)}, [photo])
        with pytest.raises(TooManyPictures):
            await desk.set_content(turn, iryna, found.id, {}, [photo] * 11)
        changed = await desk.set_content(turn, iryna, found.id, {"uk": Content("{station}, {hours}")}, [photo])
        assert (changed.texts["uk"].text, changed.media) == ("{station}, {hours}", (photo,))


async def test_nothing_empty_goes_out(country: Country) -> None:
    iryna, desk = country.people["Ірина"], country.desk
    async with country.turns.open() as turn:
        silent = await desk.draft(turn, iryna, Kind.ANNOUNCEMENT)
        with pytest.raises(NothingToAnnounce):
            await desk.all.course.submit(turn, iryna, silent.id)
        await desk.set_content(turn, iryna, silent.id, {"uk": Content("Увага")})
        with pytest.raises(NobodyToTell):
            await desk.all.course.submit(turn, iryna, silent.id)
        with pytest.raises(NobodyToTell):
            await desk.set_audience(turn, iryna, silent.id, [WEST], ["fr"])


async def test_only_a_draft_can_be_changed(country: Country) -> None:
    iryna, desk = country.people["Ірина"], country.desk
    found = await opening(country)
    async with country.turns.open() as turn:
        await desk.all.course.submit(turn, iryna, found.id)
        for attempt in (
            desk.set_stations(turn, iryna, found.id, ["s-2"]),
            desk.set_content(turn, iryna, found.id, {}),
            desk.set_audience(turn, iryna, found.id, [WEST]),
        ):
            with pytest.raises(AnnouncementElsewhere):
                await attempt
        await desk.all.course.reject(turn, country.people["Петро"], found.id)
        await desk.all.course.revise(turn, iryna, found.id)
        await desk.set_stations(turn, iryna, found.id, ["s-2"])


async def test_the_trial_is_what_the_preview_shows(country: Country) -> None:
    iryna, desk = country.people["Ірина"], country.desk
    found = await opening(country, "Ірина", *BEATS)
    pictures = [AnnouncementMedia(MediaKind.PHOTO, "one"), AnnouncementMedia(MediaKind.VIDEO, "two")]
    async with country.turns.open() as turn:
        await desk.set_content(turn, iryna, found.id, {"uk": Content("{settlement}: {officer}, {station}")}, pictures)
        await desk.all.previews.trial(turn, Recipient(9001, "uk"), await desk.all.reach.get(found.id, iryna))
        album, text = await desk.preview(iryna, found.id, "uk", DISTRICT)
    assert isinstance(album, AnnouncedAlbum)
    assert isinstance(text, Announced)
    assert [each.id for each in text.stations] == [1, 2], "those that concern the place, not all three"
    assert [row.kind for row in await country.rows(outbox)] == ["announced-album", "announced"]
