"""Compares what people did with what the database and the chats hold; finds what is missing, twice or out of order."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from bot.sandbox.updates import FIRST_UPDATE
from db.engine import Database, execute
from db.schema import entries, inbox, links, officers, outbox, recipients, reports, residents
from tests.faults.lives import Lives
from tests.faults.town import BEATS, Officer, Resident, token
from tests.people import Json, words

CARD = re.compile(r"(?:Нове п|П)овідомлення № (\d+)")
HARMLESS = ("message is not modified", "query is too old")
SPOILT = ("Traceback", "update-failed", "update-set-aside", "notice-unreadable", "delivery-not-noted", "unavailable")

Expected = Mapping[str, tuple[int, int]]
"""Sign of a message -> at least, at most."""


@dataclass
class Audit:
    """What was found. `faults` is empty when all is well."""

    faults: list[str] = field(default_factory=list)
    reports: int = 0
    entries: int = 0
    notices: int = 0
    repeats: int = 0

    def expect(self, wanted: object, found: object, what: str) -> None:
        if wanted != found:
            self.faults.append(f"{what}: {found} instead of {wanted}")


async def audit(database: Database, lives: Lives, people: Sequence[Resident], staff: Mapping[str, Officer]) -> Audit:
    """Everything there is to check once the bot has come to rest."""
    found = Audit()
    for person in [*people, *staff.values()]:
        await person.looks()
    async with database.read():
        await _nothing_waits(found, lives)
        numbers = await _reports(found, people)
        await _links(found, {**{each.id: each for each in people}, **{each.id: each for each in staff.values()}})
        shown = await _recipients()
    for resident in people:
        number = numbers.get(resident.number, 0)
        _chat(found, lives, resident.id, _signs(resident.messages), _at_resident(resident, number))
        _in_order(found, resident.name, _signs(resident.messages), _story(resident, number))
        found.expect(set(BEATS[resident.place]), shown.get(number), f"who received report {number}")
    for officer in staff.values():
        _at_desk(found, lives, officer, people, numbers)
    _calls(found, lives)
    return found


# --- the database -----------------------------------------------------------------------------------------------------


async def _nothing_waits(found: Audit, lives: Lives) -> None:
    async def count(table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
        return int((await execute(sa.select(sa.func.count()).select_from(table).where(*where))).scalar_one())

    queue = lives.box.world.queues[int(lives.environment["BOT_TOKEN"].split(":")[0])]
    found.expect(queue.next_id - FIRST_UPDATE, await count(inbox), "updates in the inbox")
    found.expect(0, len(queue.pending), "updates not confirmed")
    found.expect(0, await count(inbox, inbox.c.handled_at.is_(None)), "updates not handled")
    found.expect(0, await count(inbox, inbox.c.payload.is_not(None)), "updates that keep their payload")
    found.expect(0, await count(outbox), "notices in the outbox")
    log = lives.log.read_text()
    found.faults += [f"in the log: {line}" for line in log.splitlines() if any(each in line for each in SPOILT)]


async def _reports(found: Audit, people: Sequence[Resident]) -> dict[int, int]:
    """Every report once, with all its entries and answers in their order; {resident's number: report's}."""
    rows = await execute(
        sa.select(reports.c.id, reports.c.status, residents.c.chat_id).join(residents).order_by(reports.c.id)
    )
    by_chat: dict[int, list[tuple[int, str]]] = {}
    for row in rows:
        by_chat.setdefault(row.chat_id, []).append((row.id, row.status))
    numbers = {}
    for person in people:
        own = by_chat.get(person.id, [])
        found.expect(["accepted"], [status for _, status in own], f"reports of {person.name}")
        for number, _ in own:
            numbers[person.number] = number
            await _entries(found, person, number)
    found.reports = len(numbers)
    return numbers


async def _entries(found: Audit, person: Resident, number: int) -> None:
    rows = (
        await execute(
            sa.select(entries.c.text, entries.c.officer_id).where(entries.c.report_id == number).order_by(entries.c.id)
        )
    ).all()
    found.expect(person.sent, [row.text for row in rows if row.officer_id is None], f"entries of {person.name}")
    answers = [row.text for row in rows if row.officer_id is not None]
    found.expect([person.answer(1), person.answer(2)], answers, f"answers to {person.name}")
    found.entries += len(rows)


async def _links(found: Audit, people: Mapping[int, Resident | Officer]) -> None:
    """A link leads to the message that carries its entry."""
    joined = sa.select(links.c.chat_id, links.c.message_id, entries.c.text).join(entries)
    for row in await execute(joined):
        message = people[row.chat_id].messages.get(row.message_id)
        found.expect(row.text, token(message) if message else None, f"the message behind a link in chat {row.chat_id}")


async def _recipients() -> dict[int, set[str]]:
    rows = await execute(sa.select(recipients.c.report_id, officers.c.code).join(officers))
    found: dict[int, set[str]] = {}
    for row in rows:
        found.setdefault(row.report_id, set()).add(row.code)
    return found


# --- the chats --------------------------------------------------------------------------------------------------------


def _sign(message: Json) -> str:
    """By what a message is told from all others of its chat."""
    text = words(message)
    card = CARD.match(text)
    return token(message) or (f"card {card[1]}" if card else text.splitlines()[0])


def _signs(messages: Mapping[int, Json]) -> dict[int, str]:
    """The bot's messages in their order: {message: sign}."""
    return {number: _sign(messages[number]) for number in sorted(messages) if messages[number]["from_bot"]}


def _story(resident: Resident, number: int) -> list[str]:
    """What a resident sees, in this order."""
    panels = ("Додано. Пишіть ще або натисніть «Готово».", _so_far(2))
    return [
        "Вітаю! Тут можна знайти поліцейського вашої громади й написати йому.",
        "Де це сталося або де ви живете?",
        "Про що хочете повідомити?",
        "Комусь зараз загрожує небезпека?",
        "Опишіть своїми словами: що, де, коли.",
        *panels,
        _so_far(5),
        "Перевірте перед надсиланням",
        f"Надіслано: повідомлення № {number}.",
        f"Ваше повідомлення № {number} прийня",
        resident.answer(1),
        f"Додано до повідомлення № {number}.",
    ]


def _so_far(entries: int) -> str:
    return f"Додано. Разом уже {entries}. Пишіть ще або натисніть «Готово»."


def _at_resident(resident: Resident, number: int) -> Expected:
    """Items of an album may come in two lots when the bot dies between them: then there are more receipts. And a count
    that a person answers before it is noted turns into the next one."""
    expected = dict.fromkeys(_story(resident, number), (1, 1))
    passing = ("1 запис", "2 записи", "3 записи", "4 записи")
    expected |= {f"Додано. У повідомленні {n}. Пишіть ще або натисніть «Готово».": (0, 1) for n in passing}
    expected |= {f"місто {resident.place}": (1, 1), "[location]": (1, 1), resident.answer(2): (1, 1)}
    return expected | {f"Додано до повідомлення № {number}.": (3, 4)}


def _at_desk(
    found: Audit, lives: Lives, officer: Officer, people: Sequence[Resident], numbers: Mapping[int, int]
) -> None:
    signs = _signs(officer.messages)
    expected = {next(iter(signs.values()), "nothing"): (1, 1)}  # the greeting
    for resident in people:
        if officer.name in BEATS[resident.place]:
            mine = resident.number in officer.charge
            card = f"card {numbers.get(resident.number)}"
            tokens = resident.sent if mine else resident.sent[:5]
            expected |= dict.fromkeys([card, *tokens], (1, 1))
            if mine:
                expected[f"Передаю мешканцю: повідомлення № {numbers.get(resident.number)}."] = (1, 1)
            _in_order(found, officer.name, signs, [card, *tokens])
            _last_card(found, officer, signs, card, mine=mine)
    _chat(found, lives, officer.id, signs, expected)
    for message in officer.messages.values():
        if not message["from_bot"] and "reply_to_message" in message:
            found.expect(["👌"], message.get("reactions"), f"the sign on {words(message)} of {officer.name}")


def _last_card(found: Audit, officer: Officer, signs: Mapping[int, str], card: str, *, mine: bool) -> None:
    """The newest copy of the card tells the end of the story."""
    newest = max((number for number, sign in signs.items() if sign == card), default=0)
    text = words(officer.messages[newest]) if newest else ""
    if "Записів: 11" not in text or text.startswith("Нове") or ("прийняли ви" in text) is not mine:
        found.faults.append(f"{card} of {officer.name} is out of date: {text!r}")


def _chat(found: Audit, lives: Lives, chat: int, signs: Mapping[int, str], expected: Expected) -> None:
    """Nothing missing, nothing unknown, nothing twice but what a kill explains."""
    counted = Counter(_short(sign, expected) for sign in signs.values())
    excused = Counter(_short(sign, expected) for sign in _last_words(lives, chat, signs))
    for sign, (least, most) in expected.items():
        if counted[sign] < least:
            found.faults.append(f"missing in chat {chat}: {sign!r}, {counted[sign]} of {least}")
        if (extra := counted[sign] - most) > 0:
            found.repeats += extra
            if extra > excused[sign]:
                found.faults.append(
                    f"{sign!r} came {counted[sign]} times to chat {chat}, kills explain {excused[sign]}"
                )
    found.faults += [f"unexpected in chat {chat}: {sign!r}" for sign in counted if sign not in expected]
    found.notices += len(signs)


def _short(sign: str, expected: Collection[str]) -> str:
    """Some signs are the beginning of a line that goes on with a name."""
    found = (each for each in expected if sign.startswith(each))
    return sign if sign in expected else next(found, sign)


def _last_words(lives: Lives, chat: int, signs: Mapping[int, str]) -> Iterator[str]:
    """What each life said last in a chat. Only its answer can have been lost: the next send of a chat
    waits until the one before is noted."""
    before = 0
    for mark in lives.marks:
        until = mark.get(chat, 0)
        said = [number for number in signs if before < number <= until]
        before = max(before, until)
        if said:
            yield from _whole_album(lives, chat, said[-1], signs)


def _whole_album(lives: Lives, chat: int, number: int, signs: Mapping[int, str]) -> Iterator[str]:
    bot = int(lives.environment["BOT_TOKEN"].split(":")[0])
    records = lives.box.world.dialogs[(bot, chat)].records
    album = records[number].message.get("media_group_id")
    group = [n for n in signs if album and records[n].message.get("media_group_id") == album]
    yield from (signs[n] for n in group or [number])


def _in_order(found: Audit, whose: str, signs: Mapping[int, str], wanted: Sequence[str]) -> None:
    """First appearances come in this order."""
    first: dict[str, int] = {}
    for number, sign in signs.items():
        first.setdefault(_short(sign, wanted), number)
    places = [first[sign] for sign in wanted if sign in first]
    if places != sorted(places):
        found.faults.append(f"out of order at {whose}: {sorted(wanted, key=lambda sign: first.get(sign, 0))}")


def _calls(found: Audit, lives: Lives) -> None:
    """Telegram refused nothing that matters."""
    for call in lives.box.world.journal.entries:
        said = call["description"] or ""
        if not call["ok"] and call["method"] != "getUpdates" and not any(each in said for each in HARMLESS):
            found.faults.append(f"{call['method']} to {call['chat']} was refused: {said}")
