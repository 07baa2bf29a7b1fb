"""Seventeen stations open in one day: played at full size against the sandbox, with everything that can go wrong.

`make day`, or `python -m tests.load.day --residents 5000`. On loopback only; ends by itself. Two admins announce the
openings by a file of 17 codes; the bot runs as a process of its own at its usual pace and is killed with -9 in the
middle. Quiet hours end while they wait; there is a pause; some said no, some blocked the bot, Telegram answers 429 and
500, loses an answer. At the end every chat is read, and what each resident must have got is worked out anew.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from pydantic import SecretStr

import db.officers
import db.registry
from bot import serving
from bot.commands.crowd_of_demo import Generated, generated, populate
from bot.config import Settings
from bot.domain.clock import KYIV, utc_now
from bot.domain.routing import Directory
from bot.samples import ZHYTOMYR
from bot.sandbox import server
from bot.services.registry.importing import import_registry
from db.engine import Database, execute
from db.schema import broadcasts, residents
from tests.faults.lives import TOKEN, Lives, lives
from tests.load.expected import Audit, announcements, audit
from tests.people import Person, SandboxClient, file, words

BOT = int(TOKEN.split(":", maxsplit=1)[0])
IRYNA, OLEH = 9001, 9002
PATIENCE = 900.0
RELAYS = 8
SAID_NO, BLOCKED, GONE = 0.03, 0.03, 0.004
"""Shares of the residents."""


@dataclass
class Day:
    box: server.Sandbox
    client: SandboxClient
    bot: Lives
    database: Database
    people: Sequence[Generated]
    directory: Directory
    invitation: str
    said_no: set[int] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    figures: dict[str, Any] = field(default_factory=dict)
    pair: tuple[Person, Person] = field(init=False)
    """An officer and a resident with an open report."""

    @property
    def got(self) -> int:
        return sum(len(announcements(self.box.world, BOT, each.chat_id)) for each in self.people)

    async def row(self) -> Any:
        async with self.database.read():
            return (await execute(sa.select(broadcasts).order_by(broadcasts.c.id.desc()).limit(1))).one()


def say(text: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stdout.flush()


async def prepared(file: Path, box: server.Sandbox, number: int) -> tuple[list[Generated], Directory, str]:
    """Registry, residents and one officer's invitation, before the bot's first life."""
    settings = Settings(_env_file=None, bot_token=SecretStr(TOKEN), database_url=f"sqlite+aiosqlite:///{file}")
    settings = settings.model_copy(update={"telegram_api": box.url})
    box.world.add_bot(BOT)
    async with serving.opened(settings) as app:
        await import_registry(app.database, utc_now, ZHYTOMYR)
        await populate(app, box, number)
        async with app.database.read():
            officer = await db.officers.by_code("zt-o03")
            directory = await db.registry.load()
        assert officer is not None
        return generated(app.places().units, number), directory, await app.invites.create(officer.id, trusted=True)


async def trouble(day: Day, fate: random.Random) -> None:
    """Who says no, who blocks, who is gone: none of them may get anything."""
    chats = [each.chat_id for each in day.people]
    fate.shuffle(chats)
    no, blocked, gone = (max(1, round(len(chats) * share)) for share in (SAID_NO, BLOCKED, GONE))
    day.said_no, rest = set(chats[:no]), chats[no:]
    day.blocked, day.gone = set(rest[:blocked]), set(rest[blocked : blocked + gone])
    for chat in day.blocked:
        day.box.world.dialog((BOT, chat)).blocked = True
    for chat in day.gone:
        day.box.world.users[chat].deactivated = True
    async with day.database.write():
        await execute(sa.update(residents).where(residents.c.chat_id.in_(day.said_no)).values(news_opening=False))


async def faults(day: Day) -> None:
    """Telegram has a bad day; what it answers so did not arrive, but for the answers it loses."""
    await day.client.fault("429", method="sendMessage", times=4, retry_after=3)
    await day.client.fault("500", method="sendMessage", probability=0.01)
    await day.client.fault("lost_answer", method="sendMessage", times=3)


async def compose(iryna: Person, oleh: Person) -> None:
    """From /announce to the approval."""
    await iryna.says("/announce")
    await iryna.taps("Відкриття станцій", patience=60)
    await iryna.hears("Які станції відкрилися", patience=60)
    codes = "Код станції\n" + "\n".join(f"zt-s{n:02}" for n in range(1, 18))
    await iryna.sends_document(file=file("станції.csv", "text/csv", codes.encode()))
    await iryna.hears("Обрано 17 станцій", patience=60)
    await iryna.taps("Готово", patience=60)
    panel = await iryna.hears("Усе готове", patience=60)
    say(words(panel).replace("\n", " | "))
    await iryna.taps("Як це побачать", patience=60)
    await iryna.hears("Так це побачать мешканці", patience=60)
    await iryna.hears("Усе готове", patience=60)
    await iryna.taps("Далі: коли", patience=60)
    await iryna.hears("Коли надсилати", patience=60)
    await iryna.taps("Одразу", patience=60)
    await oleh.hears("просить схвалити", patience=60)
    await oleh.taps("Схвалити", patience=60)
    await iryna.hears("схвалено", patience=60)


async def reaches(day: Day, number: int) -> None:
    """Until so many announcements lie in the chats."""
    async with asyncio.timeout(PATIENCE):
        while day.got < number:
            assert day.bot.alive(), day.bot.log.read_text()[-3000:]
            await asyncio.sleep(0.5)


async def still(day: Day, seconds: float) -> int:
    """How many came within so many seconds, after what was under way has arrived."""
    await asyncio.sleep(2)
    before = day.got
    await asyncio.sleep(seconds)
    return day.got - before


async def relayed(officer: Person, resident: Person, text: str) -> float:
    """Seconds from a resident's words to the officer's phone. Both chats have rested before: two messages to one chat
    stand a second apart anyway."""
    await asyncio.sleep(2.5)
    began = time.monotonic()
    await resident.says(text)
    await officer.hears(text, patience=60)
    return round(time.monotonic() - began, 2)


async def report_open(day: Day) -> tuple[Person, Person]:
    """An officer and a resident with an open report, before it begins."""
    officer = await day.client.person("Акаунт", group="officer")
    await officer.says(f"/start {day.invitation}")
    await officer.hears("Вітаю", patience=60)
    resident = await day.client.person("Тамара", group="resident")
    for act, heard in (("/start", "Згодні?"),):
        await resident.says(act)
        await resident.hears(heard, patience=60)
    await resident.taps("Погоджуюсь", patience=60)
    await resident.hears("Де це сталося або де ви живете", patience=60)
    await resident.says("Бердичів")
    await resident.hears("вашої громади:", patience=60)
    await resident.says("/report")
    await resident.taps("Шум", patience=60)
    await resident.taps("Ні, небезпеки немає", patience=60)
    await resident.hears("Опишіть своїми словами", patience=60)
    await resident.says("Гучна музика")
    await resident.taps("Готово", patience=60)
    await resident.taps("Надіслати", patience=60)
    await resident.hears("повідомлення №", patience=60)
    await officer.hears("Гучна музика", patience=60)
    return officer, resident


async def course(day: Day, iryna: Person, oleh: Person) -> None:
    """Quiet, running, pause, kill -9, and on to the end."""
    figures, everybody = day.figures, len(day.people)
    say("quiet hours: nothing may come")
    await iryna.hears("Тихі години", patience=60)
    figures["sent in quiet hours"] = await still(day, 5)
    await reaches(day, 1)
    begun = time.monotonic()
    say("quiet hours are over, it runs")
    await reaches(day, everybody // 20)
    officer, resident = day.pair
    meanwhile = [await relayed(officer, resident, f"Ще гучніше {n}") for n in range(RELAYS)]
    figures["relay while running, seconds"] = spread(meanwhile)
    assert (await day.row()).status == "running", "it was over before the relays: lower --rate"
    await faults(day)
    await reaches(day, everybody // 4)
    await oleh.taps("Пауза", patience=60)
    await iryna.hears("на паузі", patience=60)
    figures["sent while paused"] = await still(day, 6)
    say(f"paused at {day.got}")
    await iryna.taps("Продовжити", patience=60)
    await reaches(day, everybody // 2)
    say(f"kill -9 at {day.got}")
    await day.bot.kill()
    figures["chats written to at the kill"] = day.got
    await day.bot.start(cold=True)
    await day.bot.ready()
    restarted = time.monotonic()
    await reaches(day, figures["chats written to at the kill"] + 1)
    figures["first message after the restart, seconds"] = round(time.monotonic() - restarted, 1)
    await iryna.hears("завершено", patience=PATIENCE)
    figures["running, seconds"] = round(time.monotonic() - begun)


async def finished(day: Day, iryna: Person) -> Audit:
    report = await iryna.hears("Тривало", patience=60)
    say(words(report).replace("\n", " | "))
    row = await day.row()
    names = ("total", "sent", "blocked", "failed", "skipped", "repeated")
    day.figures["ledger"] = {name: getattr(row, name) for name in names}
    left_out = day.said_no | day.blocked | day.gone
    found = audit(day.box.world, BOT, day.people, day.directory, left_out=left_out)
    day.figures |= {"right": found.right, "nothing, rightly": found.nothing, "came twice": found.twice}
    if found.twice > row.repeated:
        found.faults.append(f"{found.twice} came twice, only {row.repeated} are counted")
    if (row.blocked, row.failed) != (len(day.blocked | day.gone), 0):
        found.faults.append(f"blocked {row.blocked}, failed {row.failed}, wanted {len(day.blocked | day.gone)} and 0")
    faulty = ("sent in quiet hours", "sent while paused")
    found.faults += [f"{name}: {day.figures[name]}" for name in faulty if day.figures[name]]
    return found


def spread(seconds: Sequence[float]) -> dict[str, float]:
    return {"p50": round(statistics.median(seconds), 2), "max": max(seconds)}


async def play(number: int, folder: Path, seed: int, rate: float, quiet: int) -> tuple[dict[str, Any], list[str]]:
    """The figures and what was wrong. `rate`: announcements a second; `quiet`: minutes until the hours of quiet end."""
    database_file = folder / "day.sqlite3"
    until = (utc_now().astimezone(KYIV) + timedelta(minutes=quiet)).strftime("%H:%M")
    since = (utc_now().astimezone(KYIV) - timedelta(minutes=1)).strftime("%H:%M")
    more = {"SUPERADMINS": f"{IRYNA},{OLEH}", "QUIET_HOURS": f"{since}-{until}"}
    more |= {"SEND_PER_SECOND": "25", "CHAT_INTERVAL": "1", "ANNOUNCEMENTS_PER_SECOND": f"{rate:g}"}
    async with server.running() as box, lives(box, folder, database_file, warm=False, **more) as bot:
        people, directory, invitation = await prepared(database_file, box, number)
        database = Database(f"sqlite+aiosqlite:///{database_file}")
        async with SandboxClient(box.url, bot=BOT) as client:
            day = Day(box, client, bot, database, people, directory, invitation)
            await trouble(day, random.Random(seed))
            await bot.start(cold=True)
            await bot.ready()
            iryna, oleh = await client.person("Ірина", id=IRYNA), await client.person("Олег", id=OLEH)
            for each in (iryna, oleh):
                await each.says("/admin")
                await each.hears("усієї країни", patience=60)
            day.pair = officer, resident = await report_open(day)
            before = [await relayed(officer, resident, f"Гучно {n}") for n in range(RELAYS)]
            day.figures["relay before, seconds"] = spread(before)
            await client.limits(strict=True, per_chat_per_second=2)
            await compose(iryna, oleh)
            await course(day, iryna, oleh)
            found = await finished(day, iryna)
        await database.close()
        await bot.kill()
    day.figures |= {"residents": number, "settlements": len({each.home.katottg for each in people}), "seed": seed}
    return day.figures, found.faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--residents", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--rate", type=float, default=25, help="announcements a second; lower it for few residents")
    parser.add_argument("--quiet", type=int, default=4, help="minutes until the hours of quiet end")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures, wrong = asyncio.run(play(args.residents, Path(folder), args.seed, args.rate, args.quiet))
    for name, value in figures.items():
        say(f"{name}: {value}")
    for each in wrong[:20]:
        say(f"WRONG {each}")
    say("all as it should be" if not wrong else f"{len(wrong)} things are wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
