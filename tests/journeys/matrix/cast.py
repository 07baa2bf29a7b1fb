"""The town of the matrix: somebody of every role, and one of everything a button can speak of."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

import sqlalchemy as sa

import db.admins
import db.announcements
import db.checks
import db.residents
import db.silent
import db.silent_requests
from bot.domain.admins import Admin
from bot.domain.announcements import Announcement, Content, Kind
from bot.domain.clock import KYIV, utc_now
from bot.domain.silence import Silence, SilentArea
from db import schema
from db.engine import execute
from db.silent_requests import Lowering
from tests.control_client import PATIENCE, words
from tests.journeys.admins import BERDYCHIV_RAION, IRYNA, KOROSTEN_RAION, admin_of, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.journeys.matrix.table import Role, Things
from tests.people import Person

REPORTED: Final = "Таємниця звіту"
DRAFTED: Final = "Таємниця чернетки"
ANNOUNCED: Final = "Таємниця оголошення"
SECRETS: Final[Mapping[str, frozenset[Role]]] = {
    REPORTED: frozenset({Role.WRITER, Role.OFFICER}),
    DRAFTED: frozenset({Role.WRITER}),
    ANNOUNCED: frozenset({Role.AUTHOR, Role.COLLEAGUE, Role.SUPERADMIN}),
}
"""Who may ever read it: of an announcement, those who look after all it is for."""

SILENT: Final = "UA18020010000059904"
LOWERED: Final = "UA18020130000096761"
TOWN: Final = "UA18020030000035625"

KEPT: Final = (
    schema.residents,
    schema.reports,
    schema.entries,
    schema.recipients,
    schema.erased,
    schema.officers,
    schema.stations,
    schema.beats,
    schema.beat_areas,
    schema.posts,
    schema.invites,
    schema.checks,
    schema.generations,
    schema.admins,
    schema.admin_invites,
    schema.audit,
    schema.digests,
    schema.broadcasts,
    schema.holds,
    schema.silent_hromadas,
    schema.silent_requests,
    schema.directory_only,
)
"""What a tap may change only where the table says so."""


WAITING: Final = """
    SELECT (SELECT count(*) FROM inbox WHERE handled_at IS NULL AND set_aside_at IS NULL)
         + (SELECT count(*) FROM outbox WHERE given_up_at IS NULL)
         + (SELECT count(*) FROM jobs WHERE done_at IS NULL) AS waiting,
           (SELECT count(*) FROM inbox WHERE error IS NOT NULL) AS errors
"""


@dataclass
class Cast:
    town: Town
    people: dict[Role, Person]
    things: Things
    overheard: dict[Role, set[str]] = field(default_factory=dict)
    newest: dict[Role, int] = field(default_factory=dict)
    calls: int = 0
    before: dict[str, frozenset[str]] = field(default_factory=dict)

    async def kept(self) -> dict[str, frozenset[str]]:
        """Every row of what is kept, by table."""
        found = {}
        async with self.town.app.database.read():
            for table in KEPT:
                found[table.name] = frozenset(str(tuple(row)) for row in await execute(sa.select(table)))
        return found

    async def settle(self) -> None:
        """Until nothing waits any more: updates, messages, long work."""
        for _ in range(1500):
            (row,) = await self.town.rows(WAITING)
            if row["errors"] or not row["waiting"]:
                return
            await asyncio.sleep(0.02)
        raise AssertionError("something waits for ever")

    async def tapped(self, roles: Sequence[Role], data: str) -> list[str]:
        """All tap at once on their newest message; returns what is wrong with how they are answered."""
        journal = await self.town.box.calls(after=self.calls)
        self.calls = journal[-1]["n"] if journal else self.calls
        toasts = await asyncio.gather(*(self._tap(role, data) for role in roles))
        await self.settle()
        made = await self.town.box.calls(after=self.calls)
        answered = {each["chat"] for each in made if _says(each)}
        await asyncio.gather(*(self.listen(role) for role in Role))
        pairs = zip(roles, toasts, strict=True)
        silent = [role for role, toast in pairs if not toast and self.people[role].id not in answered]
        errors = await self.town.rows("SELECT DISTINCT error FROM inbox WHERE error IS NOT NULL")
        if errors:
            await self._pass_over()
        return [f"{data}: {each['error']}" for each in errors] + ([f"{data}: silence for {silent}"] if silent else [])

    async def _tap(self, role: Role, data: str) -> bool:
        about = {"message_id": self.newest.get(role, 1), "data": data, "wait": PATIENCE}
        answer = (await self.town.box.act(f"chats/{self.people[role].id}/tap", about))["answer"]
        return bool(answer and (answer.get("text") or answer.get("url")))

    async def _pass_over(self) -> None:
        """What failed is noted once and not tried again."""
        async with self.town.app.database.write():
            failed = schema.inbox.c.error.is_not(None)
            await execute(sa.update(schema.inbox).where(failed).values(handled_at=utc_now(), error=None))

    async def listen(self, role: Role) -> None:
        """Notes what somebody reads now: messages change later."""
        newest = self.newest.get(role, 1)
        about: dict[str, Any] = {"after": newest - 1, "limit": 1000, "bot": self.town.box.bot}
        seen = await self.town.box.call("GET", f"chats/{self.people[role].id}/messages", **about)
        own = [each for each in seen["messages"] if each["from_bot"]]
        self.overheard.setdefault(role, set()).update(words(each) for each in own)
        self.newest[role] = max((each["message_id"] for each in own if _has_buttons(each)), default=newest)


def _has_buttons(message: Mapping[str, Any]) -> bool:
    """A text with buttons below, as all lists and panels are: they change in place."""
    return "text" in message and "inline_keyboard" in message.get("reply_markup", {}) and not message["deleted"]


def _says(call: Mapping[str, Any]) -> bool:
    """Sent or changed; a change that changes nothing counts: it shows what it should."""
    same = "not modified" in (call["description"] or "")
    return call["method"].startswith(("send", "edit")) and (call["ok"] or same)


async def gather(open_town: OpenTown) -> Cast:
    far = (datetime.now(KYIV).hour + 10) % 24  # no digest is due meanwhile
    town = await open_town(superadmins=(IRYNA,), digest_hour=far)
    people = await _officers(town) | await _residents(town) | await _admins(town)
    unconfirmed = await town.known_officer("zt-o04")
    await _joins(town, people[Role.UNCONFIRMED], unconfirmed.id)
    await _writes(town, people)
    things = await _things(town, people)
    await people[Role.FOREIGN_OFFICER].says("Добрий день")
    await people[Role.FOREIGN_OFFICER].hears("кому це передати")
    return Cast(town, people, things)


async def _officers(town: Town) -> dict[Role, Person]:
    return {
        Role.OFFICER: await town.officer("zt-o03"),
        Role.FOREIGN_OFFICER: await town.officer("zt-o05"),
        Role.UNCONFIRMED: await town.box.person("Хтось", group="officer"),
    }


async def _joins(town: Town, person: Person, officer: int) -> None:
    await person.says(f"/start {await town.app.invites.create(officer)}")
    await person.hears("Лишився один крок")


async def _residents(town: Town) -> dict[Role, Person]:
    stranger = await town.resident("Незнайома")
    await stranger.says("/help")
    await stranger.hears("102")
    undecided = await town.resident("Ще думає")
    await undecided.says("/start")
    await undecided.hears("Згодні?")
    return {
        Role.STRANGER: stranger,
        Role.UNDECIDED: undecided,
        Role.RESIDENT: await town.neighbour("Мешканка"),
        Role.WRITER: await town.neighbour("Олена"),
        Role.OTHER: await town.neighbour("Петро", "Коростень"),
    }


async def _admins(town: Town) -> dict[Role, Person]:
    found = {
        Role.FOREIGN_ADMIN: await admin_of(town, "Чужа", KOROSTEN_RAION, id=9101),
        Role.AUTHOR: await admin_of(town, "Авторка", BERDYCHIV_RAION, id=9102),
        Role.COLLEAGUE: await admin_of(town, "Колега", BERDYCHIV_RAION, id=9103),
        Role.SUPERADMIN: await superadmin(town),
    }
    for each in found.values():
        await each.says("/admin")
        await each.hears("довідник")
        await each.says("/directory")  # a message with buttons, to tap below
        await each.hears("Напишіть код чи назву")
    return found


async def _writes(town: Town, people: Mapping[Role, Person]) -> None:
    writer, other = people[Role.WRITER], people[Role.OTHER]
    await town.report(writer, REPORTED)
    await people[Role.OFFICER].hears(REPORTED)
    await town.report(other, "Друга справа")
    for who, text in ((writer, DRAFTED), (other, "Недописане")):
        await town.draft(who)
        await who.says(text)
        await who.hears("Додано. Пишіть")


async def _things(town: Town, people: Mapping[Role, Person]) -> Things:
    async with town.app.database.write():
        by_role = {role: await db.admins.by_chat(person.id) for role, person in people.items()}
    author, foreign, colleague = (_sure(by_role[role]) for role in (Role.AUTHOR, Role.FOREIGN_ADMIN, Role.COLLEAGUE))
    announcements = await _announcements(town, author)
    seen = await _asks_for_less(town, author, announcements["waiting"])
    async with town.app.database.write():
        check = await db.checks.add(admin_id=author.id, name="x.xlsx", content=b"x", fingerprint="x", now=utc_now())
    report, unsent, draft = [
        (await town.rows("SELECT ref FROM reports WHERE id = :id", id=number))[0]["ref"] for number in (1, 4, 3)
    ]
    return Things(
        agreements=await _agreements(town, people),
        report=report,
        draft=draft,
        unsent=unsent,
        announcements=announcements,
        seen=seen,
        officer=(await town.known_officer("zt-o03")).id,
        pending=(await town.known_officer("zt-o04")).id,
        spare=(await town.known_officer("zt-o13")).id,
        station=await _id(town, "stations", "zt-s02"),
        beat=await _id(town, "beats", "zt-d11"),
        place=(await town.rows("SELECT place FROM residents WHERE place LIKE 'UA1806%'"))[0]["place"],
        silent=SILENT,
        lowered=LOWERED,
        admin=foreign.id,
        peer=colleague.id,
        check=check,
        generation=(await town.rows("SELECT max(id) AS id FROM generations WHERE kind = 'registry'"))[0]["id"],
    )


async def _agreements(town: Town, people: Mapping[Role, Person]) -> tuple[int, ...]:
    async with town.app.database.write():
        found = [await db.residents.by_chat("telegram", person.id) for person in people.values()]
    return tuple(each.agreement for each in found if each is not None)


def _sure(admin: Admin | None) -> Admin:
    assert admin is not None
    return admin


async def _id(town: Town, table: str, code: str) -> int:
    return int((await town.rows(f"SELECT id FROM {table} WHERE code = :code", code=code))[0]["id"])


async def _announcements(town: Town, author: Admin) -> dict[str, int]:
    """One of each status, for the town; the words of drafts are nobody's business."""
    stood: dict[str, dict[str, Any]] = {
        "draft": {},
        "spare": {},
        "waiting": {"status": "waiting", "frozen": {}, "starts_at": utc_now()},
        "refused": {"status": "waiting", "frozen": {}, "starts_at": utc_now()},
        "scheduled": {"status": "scheduled", "frozen": {}, "starts_at": utc_now() + timedelta(days=2)},
        "paused": {"status": "paused", "frozen": {}, "starts_at": utc_now(), "started_at": utc_now()},
        "done": {"status": "done", "frozen": {}, "starts_at": utc_now(), "finished_at": utc_now()},
    }
    found = {}
    for name, how in stood.items():
        text = Content(ANNOUNCED if "status" not in how else "Усім вітання", ())
        async with town.app.database.write():
            new = await db.announcements.add(
                kind=Kind.ANNOUNCEMENT, author_id=author.id, languages=("uk", "en"), now=utc_now()
            )
            await db.announcements.change(new.id, areas=[TOWN], texts=db.announcements.packed({"uk": text}), **how)
        found[name] = new.id
    return found


async def _asks_for_less(town: Town, author: Admin, waiting: int) -> str:
    """A place that its admin wants less silent; and the fingerprint of what waits."""
    async with town.app.database.write():
        line = SilentArea(LOWERED, Silence.OFFICERS, "")
        await db.silent.write([line], [], label="матриця", now=utc_now())
        await db.silent_requests.put(Lowering(LOWERED, None, author.id), now=utc_now())
        found: Announcement | None = await db.announcements.get(waiting)
    assert found is not None
    return found.fingerprint


def secrets_in(heard: set[str], role: Role) -> list[str]:
    return [secret for secret, may in SECRETS.items() if role not in may and any(secret in each for each in heard)]
