"""What waits when a place falls silent: every kind, every level, both sides."""

from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import UTC, datetime
from typing import Any, get_args, get_origin, get_type_hints

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import to_jsonable_python

from bot.domain import notices as n
from bot.domain.admins import EVERYWHERE
from bot.domain.kinds import KINDS
from bot.domain.news_notices import StationCard
from bot.domain.notices import Notice, OfficerWords, PlaceWords, QueueItem, StationWords
from bot.domain.people import Role
from bot.domain.reports import Category, EntryKind, Incoming, Recipient, ReportStatus
from bot.domain.silence import Reveals, Silence, SilentArea, unsaid
from bot.services.silence import change
from bot.services.turns import Turns
from db import admins, reports, residents
from db.engine import Database, execute
from db.schema import beat_areas, beats, broadcasts, dialogues, ledger, officers, outbox, posts, units

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
OBLAST, HROMADA = "UA18000000000041385", "UA18020030000035625"
CITY, ELSEWHERE = "UA18020030010047029", "UA80000000000093317"
WHERE = PlaceWords(CITY, "M", "МІСТО-ЗНАК", "Громада", None, None)
AROUND = PlaceWords(HROMADA, "H", "Громада", None, None, None)
WHO = OfficerWords(Role.COMMUNITY, "", "ОФІЦЕР-ЗНАК", "ТЕЛЕФОН-ЗНАК")
HOUSE = StationWords("СТАНЦІЯ-ЗНАК", "АДРЕСА-ЗНАК", "", "", lat=50.5, lon=28.5)
ITEM = QueueItem(1, Category.NOISE, ReportStatus.NEW, "МІСТО-ЗНАК", NOW, mine=True)
SIGNS = {
    Reveals.OFFICER: ("ОФІЦЕР-ЗНАК", "ТЕЛЕФОН-ЗНАК"),
    Reveals.STATION: ("СТАНЦІЯ-ЗНАК", "АДРЕСА-ЗНАК"),
    Reveals.PLACE: ("МІСТО-ЗНАК", CITY),
}
TO_ADMINS = (
    *("admin_notices", "alerts", "figures_notices", "intake_notices"),
    *("announcement_notices", "registry_notices", "silent_notices"),
)
PAPERS = {"DeepLinkCard"}
"""Of what is printed, the one that residents get; the rest is for admins."""


def to_people(kind: type[Notice]) -> bool:
    """Residents and officers get it; admins may know whom they look after."""
    family = kind.__module__.rpartition(".")[2]
    return family not in TO_ADMINS and (family != "paper_notices" or kind.__name__ in PAPERS)


OF_PEOPLE = {name: kind for name, kind in KINDS.items() if to_people(kind)}


def drawn(kind: type[Notice]) -> st.SearchStrategy[Any]:
    """Notices of a kind in which every officer, station and place bears its sign; one strategy holds for one test."""
    bearing = {each.name: signed(hint) for each, hint in typed(kind) if carries_a_sign(hint)}
    named = {each.name: st.just("МІСТО-ЗНАК") for each, hint in typed(kind) if each.name == "place" and hint is str}
    return st.builds(kind, **bearing, **named)


def typed(kind: type[Notice]) -> Iterator[tuple[Any, Any]]:
    hints = get_type_hints(kind)
    return ((each, hints[each.name]) for each in fields(kind))


SIGNED: dict[Any, object] = {OfficerWords: WHO, StationWords: HOUSE, PlaceWords: WHERE, QueueItem: ITEM}


def carries_a_sign(hint: Any) -> bool:
    return hint in SIGNED or any(carries_a_sign(each) for each in get_args(hint))


def signed(hint: Any) -> st.SearchStrategy[Any]:
    """One of ours, several of them in a tuple, or none where there may be none."""
    if hint in SIGNED:
        return st.just(SIGNED[hint])
    inside = [each for each in get_args(hint) if carries_a_sign(each)]
    if get_origin(hint) is tuple:
        return st.lists(signed(inside[0]), max_size=2).map(tuple)
    return st.one_of(st.none(), signed(inside[0]))


@pytest.mark.parametrize("kind", list(OF_PEOPLE))
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_no_kind_tells_what_it_may_not(kind: str, data: st.DataObject) -> None:
    notice = data.draw(drawn(OF_PEOPLE[kind]))
    for level in Silence:
        for to_officer in (False, True):
            hidden = unsaid(level, to_officer=to_officer)
            left = notice.without(hidden, AROUND)
            said = str(to_jsonable_python(asdict(left))) if left else ""
            told = [sign for what, signs in SIGNS.items() if what & hidden for sign in signs if sign in said]
            assert told == []
            if Reveals.POINT & hidden and isinstance(left, n.ReportCard):
                assert left.lat is None
            assert left is None or not left.reveals & Reveals.WORDS & hidden


@pytest.mark.parametrize("kind", list(KINDS))
@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_where_nothing_is_silent_everything_is_said(kind: str, data: st.DataObject) -> None:
    notice = data.draw(drawn(KINDS[kind]))
    assert notice.without(unsaid(None), AROUND) == notice


# --- what lies in the database ----------------------------------------------------------------------------------------


@pytest.fixture
async def country(database: Database) -> Database:
    rows: list[dict[str, Any]] = [
        {"katottg": OBLAST, "category": "O", "name": "Область"},
        {"katottg": HROMADA, "category": "H", "name": "Громада", "oblast": OBLAST},
        {"katottg": CITY, "category": "M", "name": "МІСТО-ЗНАК", "oblast": OBLAST, "hromada": HROMADA},
        {"katottg": ELSEWHERE, "category": "K", "name": "Деінде"},
    ]
    async with database.write():
        for row in rows:
            await execute(units.insert(), row)
    return database


async def a_report(chat: int, place: str) -> int:
    known = await residents.add(channel="telegram", chat_id=chat, locale="uk", now=NOW)
    await residents.update(known.id, place=place)
    report = await reports.add_draft(resident_id=known.id, category=Category.NOISE, place=place, point=None, now=NOW)
    await reports.update(report.id, status="new")
    await reports.add_entry(report.id, Incoming(EntryKind.TEXT, chat, 1, "Шум"), officer_id=None, quotes=None, now=NOW)
    return report.id


def card(number: int) -> n.ReportCard:
    return n.ReportCard(number, Category.NOISE, ReportStatus.NEW, WHERE, 1, NOW, True, None, False, lat=50.1, lon=28.1)


async def waits(turns: Turns) -> tuple[int, int]:
    """Olena's (chat 1, of the silent city) and Petro's (chat 3, of elsewhere) notices, and their officer's (chat 2)."""
    async with turns.open() as turn:
        number, other = await a_report(1, CITY), await a_report(3, ELSEWHERE)
        for chat, report in ((1, number), (3, other)):
            to = Recipient(chat, "uk")
            await turn.tell(to, n.ReportKept(report, (WHO,)), report_id=report)
            await turn.tell(to, n.ReportMoved(report, ReportStatus.ACCEPTED, WHO), report_id=report)
            await turn.tell(to, n.Relayed(report, WHO), report_id=report)
            await turn.tell(Recipient(2, "uk"), n.Relayed(report), report_id=report)
        await turn.tell(Recipient(2, "uk"), card(number), report_id=number)
        await turn.tell(Recipient(1, "uk"), n.StationPin(HOUSE))
        await turn.tell(Recipient(1, "uk"), StationCard(HOUSE))
        await turn.tell(Recipient(1, "uk"), n.AskCategory(WHERE))
        await turn.tell(Recipient(1, "uk"), n.Help())
    return number, other


async def told(database: Database, chat: int) -> dict[str, dict[str, Any]]:
    async with database.read():
        rows = (await execute(sa.select(outbox).where(outbox.c.chat_id == chat).order_by(outbox.c.id))).all()
    return {f"{row.kind}:{row.report_id or ''}": row.fields for row in rows}


@pytest.mark.parametrize("level", Silence)
async def test_what_waits_is_said_without_what_may_not_be(country: Database, level: Silence) -> None:
    turns = Turns(country, lambda: NOW, lambda: None)
    number, other = await waits(turns)
    before = await told(country, 3)
    async with turns.open() as turn:
        await change(turn, None, {HROMADA: (None, SilentArea(HROMADA, level))}, "test", lambda _code: AROUND)
    olena, officer, petro = [await told(country, chat) for chat in (1, 2, 3)]
    assert petro == before, "elsewhere nothing changes"
    assert not any(sign in str(olena) for what in (Reveals.OFFICER, Reveals.STATION) for sign in SIGNS[what])
    assert olena["help:"]["hushed"] is (level is Silence.RELAY)
    assert any(kind.startswith("rules-changed:") for kind in olena)
    assert f"relayed:{other}" in officer
    if level is Silence.RELAY:
        assert f"relayed:{number}" not in officer
        assert f"report-card:{number}" not in officer
        assert not any(kind.startswith(("relayed", "report-")) for kind in olena)
    else:
        assert olena[f"relayed:{number}"]["unnamed"] is olena[f"report-kept:{number}"]["unnamed"] is True
        assert olena[f"report-moved:{number}"]["officer"] is None
        shown = officer[f"report-card:{number}"]
        narrow = level is Silence.OFFICERS
        assert (shown["place"]["name"], shown["lat"] is not None) == (
            ("МІСТО-ЗНАК", True) if narrow else ("Громада", False)
        )


async def test_an_officer_who_serves_there_is_named_nowhere(country: Database) -> None:
    """Also to somebody whose report is about another place."""
    turns = Turns(country, lambda: NOW, lambda: None)
    async with turns.open() as turn:
        row = {"code": "o", "name": WHO.name, "role": "community", "rank": "", "phone": ""}
        officer = (await execute(officers.insert().returning(officers.c.id), row)).scalar_one()
        beat = (await execute(beats.insert().returning(beats.c.id), {"code": "b", "name": "b"})).scalar_one()
        await execute(beat_areas.insert(), {"beat_id": beat, "katottg": CITY})
        await execute(posts.insert(), {"officer_id": officer, "beat_id": beat, "since": NOW.date()})
        other = await a_report(3, ELSEWHERE)
        await turn.tell(Recipient(3, "uk"), n.ReportKept(other, (WHO,)), report_id=other)
    async with turns.open() as turn:
        listed = SilentArea(HROMADA, Silence.OFFICERS)
        await change(turn, None, {HROMADA: (None, listed)}, "test", lambda _code: AROUND)
    assert (await told(country, 3))[f"report-kept:{other}"] == {
        "ref": "",
        "number": other,
        "officers": [],
        "unnamed": True,
    }


@pytest.mark.parametrize("level", Silence)
async def test_the_ledger_of_announcements_forgets_the_village(country: Database, level: Silence) -> None:
    turns = Turns(country, lambda: NOW, lambda: None)
    async with turns.open() as turn:
        await a_report(1, CITY)
        olena = await residents.by_chat("telegram", 1)
        assert olena is not None
        author = await admins.put(chat_id=9, name="Ірина", locale="uk", scope=EVERYWHERE, superadmin=True, now=NOW)
        sent = {"kind": "opening", "status": "done", "author_id": author.id, "created_at": NOW, "stations": []}
        one = await execute(
            broadcasts.insert().returning(broadcasts.c.id), sent | {"languages": [], "texts": {}, "media": []}
        )
        row = {"broadcast_id": one.scalar_one(), "resident_id": olena.id, "place": CITY, "oblast": OBLAST}
        await execute(ledger.insert(), row | {"status": "sent", "due_at": NOW, "under_way": False})
        await change(turn, None, {HROMADA: (None, SilentArea(HROMADA, level))}, "test", lambda _code: AROUND)
        kept = (await execute(sa.select(ledger.c.place, ledger.c.resident_id))).one()
    assert kept.place == (CITY if level is Silence.OFFICERS else HROMADA)
    assert (kept.resident_id is None) == (level is Silence.RELAY)


async def test_who_only_looked_there_loses_the_search(country: Database) -> None:
    turns = Turns(country, lambda: NOW, lambda: None)
    stash: dict[str, object] = {"stash": [{"text": "Шум"}]}
    searches: dict[int, dict[str, object]] = {
        5: {"others": [CITY], "query": "місто"},
        6: {"point": [50.0, 28.0]},
        7: {"others": [ELSEWHERE]},
    }
    listed = SilentArea(HROMADA, Silence.LOCATIONS)
    async with turns.open() as turn:
        for chat, data in searches.items():
            row = {"key": f"7:{chat}:{chat}:::default", "state": "x", "data": data | stash, "changed_at": NOW}
            await execute(dialogues.insert(), row)
        await change(turn, None, {HROMADA: (None, listed)}, "test", lambda _code: AROUND)
        left = {row.key.split(":")[1]: row.data for row in await execute(sa.select(dialogues))}
    assert left == {"5": stash, "6": stash, "7": {"others": [ELSEWHERE]} | stash}


@pytest.mark.parametrize("level", Silence)
async def test_what_tells_a_point_does_not_go_on(country: Database, level: Silence) -> None:
    """Entries that wait for their officer: words, coordinates, a file."""
    turns = Turns(country, lambda: NOW, lambda: None)
    texts = {
        2: Incoming(EntryKind.TEXT, 1, 2, "я тут 50.25465, 28.65867"),
        3: Incoming(EntryKind.DOCUMENT, 1, 3, file_id="f"),
    }
    async with turns.open() as turn:
        number = await a_report(1, CITY)
        for draft in texts.values():
            await reports.add_entry(number, draft, officer_id=None, quotes=None, now=NOW)
        for entry in await reports.entries_of(number):
            to = Recipient(2, "uk")
            await turn.tell(to, n.Relayed(number), report_id=number, entry_id=entry.id, role="entry")
    async with turns.open() as turn:
        await change(turn, None, {HROMADA: (None, SilentArea(HROMADA, level))}, "test", lambda _code: AROUND)
        left = await execute(sa.select(sa.func.count()).select_from(outbox).where(outbox.c.chat_id == 2))
        assert left.scalar_one() == {Silence.OFFICERS: 3, Silence.LOCATIONS: 1, Silence.RELAY: 0}[level]


async def test_a_list_of_reports_is_known_by_their_ids(country: Database) -> None:
    """An officer's queue lies in no report, and names the places of several."""
    turns = Turns(country, lambda: NOW, lambda: None)
    async with turns.open() as turn:
        report = await reports.by_id(await a_report(1, CITY))
        assert report is not None
        item = QueueItem(1, Category.NOISE, ReportStatus.NEW, "МІСТО-ЗНАК", NOW, mine=True, ref=report.ref)
        await turn.tell(Recipient(2, "uk"), n.Queue((item,), 1))
    async with turns.open() as turn:
        listed = SilentArea(HROMADA, Silence.LOCATIONS)
        await change(turn, None, {HROMADA: (None, listed)}, "test", lambda _code: AROUND)
    assert await told(country, 2) == {"rules-changed:": {}}


SOMEBODY: dict[str, tuple[str | None, str | None, bool]] = {
    "lives there": (CITY, None, True),
    "wrote from there": (ELSEWHERE, CITY, True),
    "has nothing there": (ELSEWHERE, ELSEWHERE, False),
    "has no place": (None, None, False),
}


@pytest.mark.parametrize("level", Silence)
@pytest.mark.parametrize("who", SOMEBODY)
async def test_where_the_occupier_may_answer_nobody_is_sent_to_102(country: Database, who: str, level: Silence) -> None:
    """Whoever tells what, before and after the change."""
    home, about, there = SOMEBODY[who]
    turns = Turns(country, lambda: NOW, lambda: None)
    olena = Recipient(1, "uk")
    async with turns.open() as turn:
        known = await residents.add(channel="telegram", chat_id=1, locale="uk", now=NOW)
        if about is not None:
            await a_report(1, about)
        await residents.update(known.id, place=home)
        await turn.tell(olena, n.Help())
        await turn.tell(Recipient(9, "uk"), n.WriteHow())
    listed = SilentArea(HROMADA, level)
    async with turns.open() as turn:
        await change(turn, None, {HROMADA: (None, listed)}, "test", lambda _code: AROUND)
    async with turns.open() as turn:
        for notice in (n.EmergencyNumbers(), n.EntryAdded(1), n.SlowDown(NOW)):
            await turn.tell(olena, notice)
    hushed = {kind: fields["hushed"] for kind, fields in (await told(country, 1)).items()}
    assert hushed == dict.fromkeys(
        ("help:", "emergency-numbers:", "entry-added:", "slow-down:"), there and level is Silence.RELAY
    )
    assert not (await told(country, 9))["write-how:"]["hushed"]
    if home == ELSEWHERE and about == CITY:
        async with turns.open() as turn:
            (mine,) = await reports.open_of(known.id)
            await reports.update(mine.id, status="resolved")
            await turn.tell(olena, n.WriteHow())
        assert not (await told(country, 1))["write-how:"]["hushed"]
