"""Who hears of what, told as a table: how somebody came to be here, what happened since, and what it comes to."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import sqlalchemy as sa

from bot.domain.announcements import Kind
from bot.domain.consent import Consent
from bot.domain.emergency import Danger
from bot.domain.reports import Category, Recipient, ReportStatus, Resident
from bot.domain.silence import Silence, SilentArea
from bot.services import forgetting
from bot.services.announcements.subscriptions import Subscriptions
from bot.services.people import People
from bot.services.turns import Turn
from db import announcements, audience, reports, residents, silent, silent_erasure
from db.engine import Database, execute
from db.schema import ledger, outbox, silent_hromadas
from db.schema import reports as reports_table
from db.schema import residents as residents_table
from tests.country import FAR_VILLAGE, HROMADA, VILLAGE, Country

OLENA: Final = Recipient(1, "uk")

TABLE: Final = """
came                | since                | openings | other | asked
agreed              | -                    | yes      | no    | no
agreed              | wants other news     | yes      | yes   | no
agreed              | wants no openings    | no       | no    | no
agreed              | /stop                | no       | no    | no
agreed              | moved elsewhere      | no       | no    | no
agreed              | has no home          | no       | no    | no
agreed              | home at level 1      | no       | no    | no
agreed              | home at level 3      | no       | no    | no
agreed              | blocked the bot      | no       | no    | no
agreed              | blocked and came back| yes      | no    | no
agreed              | /forget              | no       | no    | no
agreed              | /forget, agreed anew without news | no | no | no
without news        | -                    | no       | no    | no
without news        | wants openings       | yes      | no    | no
without news        | wants other news     | no       | yes   | no
without news        | moved elsewhere      | no       | no    | no
without news        | /stop                | no       | no    | no
earlier, said yes   | -                    | yes      | yes   | no
earlier, said yes   | /stop                | no       | no    | no
earlier, said yes   | home at level 3      | no       | no    | no
earlier, said no    | -                    | no       | no    | no
earlier, said no    | wants openings       | yes      | no    | no
earlier, no openings| -                    | no       | no    | no
earlier, no other   | -                    | no       | no    | yes
earlier, silent     | -                    | no       | no    | yes
earlier, silent     | asked before         | no       | no    | no
earlier, silent     | saw /news            | no       | no    | no
earlier, silent     | wants openings       | yes      | no    | no
earlier, silent     | wants all            | yes      | yes   | no
earlier, silent     | /stop                | no       | no    | no
earlier, silent     | moved elsewhere      | no       | no    | yes
earlier, silent     | has no home          | no       | no    | no
earlier, silent     | home at level 1      | no       | no    | no
earlier, silent     | home at level 3      | no       | no    | no
earlier, silent     | writes a draft       | no       | no    | no
earlier, silent     | reported noise       | no       | no    | yes
earlier, silent     | reported a threat    | no       | no    | no
earlier, silent     | reported danger      | no       | no    | no
earlier, silent     | a threat was resolved| no       | no    | yes
earlier, silent     | /forget              | no       | no    | no
not agreed          | -                    | no       | no    | no
not agreed          | /stop                | no       | no    | no
"""
"""`openings`, `other`: an announcement of that kind for the home village reaches them; `asked`: the next calm moment
brings the question."""

AGREED: Final[Mapping[str, Consent]] = {
    "agreed": Consent.WITH_NEWS,
    "without news": Consent.WITHOUT_NEWS,
}
EARLIER: Final[Mapping[str, tuple[bool | None, bool | None]]] = {
    "earlier, said yes": (True, True),
    "earlier, said no": (False, False),
    "earlier, no openings": (False, None),
    "earlier, no other": (None, False),
    "earlier, silent": (None, None),
}
"""What the columns held before the update: (openings, other)."""


class Scene:
    """One resident in a small country, from one row of the table to the next."""

    def __init__(self, country: Country) -> None:
        self.country = country
        self.news = Subscriptions(country.lookup)
        self.people = People()

    async def empty(self) -> None:
        async with self.country.database.write():
            for table in (ledger, outbox, reports_table, residents_table, silent_hromadas):
                await execute(sa.delete(table))
            await silent.write([], [], label="test", now=self.country.now)

    async def comes(self, how: str) -> None:
        async with self.country.turns.open() as turn:
            if consent := AGREED.get(how):
                found = await self.people.consent(turn, OLENA, consent)
                await residents.update(found.id, place=VILLAGE)
        if how in EARLIER:
            openings, other = EARLIER[how]
            said = {"news_opening": openings, "news_announcement": other}
            await self.country.move_in([{"chat_id": OLENA.chat_id, "place": VILLAGE, **said}])

    async def reached_by(self, kind: Kind) -> bool:
        """Whether they are listed for an announcement to the home village."""
        async with self.country.database.write():
            author = self.country.people["Ірина"].id
            new = await announcements.add(kind=kind, author_id=author, languages=["uk"], now=self.country.now)
            await announcements.change(new.id, areas=[VILLAGE])
            found = await announcements.get(new.id)
            assert found is not None
            listed = await audience.fill(found, after=0, upto=await audience.last_resident(), now=self.country.now)
            counted = [each for each in await audience.count(found) if each.willing and not each.silent]
            assert sum(each.n for each in counted if not each.unreachable) == listed
            return bool(listed)

    async def is_asked(self) -> bool:
        async with self.country.turns.open() as turn:
            if resident := await self.resident():
                await self.news.ask_once(turn, OLENA, resident)
        async with self.country.database.read():
            return (await execute(sa.select(outbox.c.id).where(outbox.c.kind == "ask-news"))).first() is not None

    async def resident(self) -> Resident | None:
        return await residents.by_chat(OLENA.channel, OLENA.chat_id)


async def _wants(scene: Scene, turn: Turn, kind: Kind | None, *, wanted: bool) -> None:
    if resident := await scene.resident():
        await scene.news.choose(turn, resident, kind, wanted=wanted)


async def _lives(scene: Scene, place: str | None) -> None:
    resident = await scene.resident()
    assert resident is not None
    await residents.update(resident.id, place=place)


async def _falls_silent(scene: Scene, level: Silence) -> None:
    await silent.write([SilentArea(HROMADA, level)], [], label="test", now=scene.country.now)
    await silent_erasure.forget()


async def _forgets(scene: Scene, turn: Turn) -> None:
    resident = await scene.resident()
    assert resident is not None
    await forgetting.forget(turn, resident, OLENA)


async def _begins_anew(scene: Scene, turn: Turn) -> None:
    await _forgets(scene, turn)
    await scene.people.consent(turn, OLENA, Consent.WITHOUT_NEWS)
    await _lives(scene, VILLAGE)


async def _reports(
    scene: Scene, status: ReportStatus, category: Category = Category.NOISE, *, danger: bool = False
) -> None:
    resident = await scene.resident()
    assert resident is not None
    new = await reports.add_draft(
        resident_id=resident.id, category=category, place=VILLAGE, point=None, now=scene.country.now
    )
    await reports.update(new.id, status=status.value, dangers=Danger.FIRE.value if danger else "")


async def _is_asked(scene: Scene, turn: Turn) -> None:
    resident = await scene.resident()
    assert resident is not None
    await residents.note_asked(resident.id, turn.now)


async def _sees(scene: Scene, turn: Turn) -> None:
    resident = await scene.resident()
    assert resident is not None
    shown = await scene.news.show(turn, resident)
    assert (shown.opening, shown.announcement) == (False, False)


async def _comes_back(scene: Scene, turn: Turn) -> None:
    await scene.people.blocked(turn, OLENA)
    await scene.people.came_back(OLENA)


async def _nothing(_scene: Scene, _turn: Turn) -> None:
    return


SINCE: Final[Mapping[str, Callable[[Scene, Turn], Awaitable[None]]]] = {
    "-": _nothing,
    "wants openings": lambda scene, turn: _wants(scene, turn, Kind.OPENING, wanted=True),
    "wants no openings": lambda scene, turn: _wants(scene, turn, Kind.OPENING, wanted=False),
    "wants other news": lambda scene, turn: _wants(scene, turn, Kind.ANNOUNCEMENT, wanted=True),
    "wants all": lambda scene, turn: _wants(scene, turn, None, wanted=True),
    "/stop": lambda scene, turn: _wants(scene, turn, None, wanted=False),
    "moved elsewhere": lambda scene, _turn: _lives(scene, FAR_VILLAGE),
    "has no home": lambda scene, _turn: _lives(scene, None),
    "home at level 1": lambda scene, _turn: _falls_silent(scene, Silence.OFFICERS),
    "home at level 3": lambda scene, _turn: _falls_silent(scene, Silence.RELAY),
    "blocked the bot": lambda scene, turn: scene.people.blocked(turn, OLENA),
    "blocked and came back": _comes_back,
    "/forget": _forgets,
    "/forget, agreed anew without news": _begins_anew,
    "asked before": _is_asked,
    "saw /news": _sees,
    "writes a draft": lambda scene, _turn: _reports(scene, ReportStatus.DRAFT),
    "reported noise": lambda scene, _turn: _reports(scene, ReportStatus.NEW),
    "reported a threat": lambda scene, _turn: _reports(scene, ReportStatus.NEW, Category.THREAT),
    "reported danger": lambda scene, _turn: _reports(scene, ReportStatus.NEW, danger=True),
    "a threat was resolved": lambda scene, _turn: _reports(scene, ReportStatus.RESOLVED, Category.THREAT),
}


def rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in TABLE.strip().splitlines()[1:]]


async def test_who_hears_of_what(database: Database) -> None:
    scene = Scene(await Country(database).settle())
    for came, since, *expected in rows():
        await scene.empty()
        await scene.comes(came)
        async with scene.country.turns.open() as turn:
            await SINCE[since](scene, turn)
        found = [await scene.reached_by(kind) for kind in (Kind.OPENING, Kind.ANNOUNCEMENT)]
        found.append(await scene.is_asked())
        assert ["yes" if each else "no" for each in found] == expected, (came, since)


async def test_asked_once_whatever_the_answer(database: Database) -> None:
    scene = Scene(await Country(database).settle())
    await scene.comes("earlier, silent")
    assert await scene.is_asked()
    async with database.write():
        await execute(sa.delete(outbox))
    assert not await scene.is_asked()


async def test_a_second_consent_changes_nothing(database: Database) -> None:
    scene = Scene(await Country(database).settle())
    await scene.comes("without news")
    for consent in Consent:
        async with scene.country.turns.open() as turn:
            await scene.people.consent(turn, OLENA, consent)
        assert not await scene.reached_by(Kind.OPENING)
