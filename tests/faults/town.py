"""A small town for the fault test: one oblast of the codifier, the sample registry, and people who follow a script.

People act by what they see, with much patience, and never twice: an act is kept by Telegram while the bot is dead.
"""

import asyncio
import re
from dataclasses import dataclass, field
from pathlib import Path

import db.gazetteer
import db.officers
from bot.domain.clock import utc_now
from bot.places.embedded import files
from bot.samples import ZHYTOMYR
from bot.services.invites import Invites
from bot.services.registry.importing import import_registry
from db.engine import Database
from db.migrate import upgrade
from tests.people import Json, Person, SandboxClient, words

OBLAST = "UA18"
PATIENCE = 120.0
TOKEN = re.compile(r"[qa]\d\d\.\d+")
BEATS = {"Бердичів": ("zt-o03", "zt-o04"), "Коростень": ("zt-o05",), "Звягель": ("zt-o06",)}
"""Place and its officers: two of them share the first."""


async def prepare(file: Path) -> dict[str, str]:
    """A database with the oblast and the registry; returns each officer's invitation."""
    database = Database(f"sqlite+aiosqlite:///{file}")
    try:
        await upgrade(database)
        async with database.write():
            units = [unit for unit in files.read_units() if unit.katottg.startswith(OBLAST)]
            async for _ in db.gazetteer.add_units(units):
                pass
            await db.gazetteer.add_generation("codifier", label="one oblast", rows=len(units), loaded_at=utc_now())
        await import_registry(database, utc_now, ZHYTOMYR)
        return {code: await _invite(database, code) for codes in BEATS.values() for code in codes}
    finally:
        await database.close()


async def _invite(database: Database, code: str) -> str:
    async with database.read():
        officer = await db.officers.by_code(code)
    assert officer is not None
    return await Invites(database, utc_now, hours=1).create(officer.id, trusted=True)


def token(message: Json) -> str | None:
    """The words nobody else says, below whatever head they were relayed with."""
    found = TOKEN.search(words(message))
    return found[0] if found else None


@dataclass
class Patient(Person):
    """Somebody who waits for what must come, however often the bot dies."""

    async def sees(self, fragment: str, times: int = 1) -> None:
        """Until that many of the bot's messages have these words, whenever they came."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        while True:
            await self.looks()
            if sum(fragment in said for said in self.heard) >= times:
                return
            assert loop.time() < end, self._nothing(f"waits in vain for «{fragment}» × {times}")
            await self._news(end)

    async def sees_below(self, fragment: str) -> None:
        """Until these words stand below all that this person wrote; older copies of them may have gone."""
        loop = asyncio.get_running_loop()
        end = loop.time() + PATIENCE
        while not await self._stands_below(fragment):
            assert loop.time() < end, self._nothing(f"waits in vain for «{fragment}» below the own words")
            await self._news(end)

    async def _stands_below(self, fragment: str) -> bool:
        await self.looks()
        last = max(number for number, each in self.messages.items() if not each["from_bot"])
        return any(number > last and fragment in words(each) for number, each in self.messages.items())

    async def taps_data(self, message_id: int, data: str, *, patience: float = PATIENCE, age: float = 0) -> Json | None:
        """A tap that does not wait for its spinner to stop: the bot may be dead."""
        await self._mark()
        await self.box.act(f"chats/{self.id}/tap", {"message_id": message_id, "data": data, "age": age})
        return None


@dataclass
class Resident(Patient):
    """Reports once and writes three times more. `number` tells people apart in their words."""

    number: int = 0
    place: str = ""
    sent: list[str] = field(default_factory=list)

    async def plays(self) -> None:
        await self._finds_the_officer()
        await self._reports()
        await self.sees(self.answer(1))
        await self.says(self._token())
        await self.sees_below("Додано до повідомлення")
        await self.sends_photo(self._token())
        await self.sees_below("Додано до повідомлення")
        await self.sees(self.answer(2))
        await self._sends_tokens(2)
        await self.sees_below("Додано до повідомлення")

    async def _finds_the_officer(self) -> None:
        await self.says("/start")
        await self.sees("Згодні?")
        await self.taps("Погоджуюсь")
        await self.sees("Де це сталося або де ви живете")
        await self.says(self.place)
        await self.sees("вашої громади:")
        await self.taps("Написати офіцеру")

    async def _reports(self) -> None:
        await self.sees("Про що хочете повідомити")
        await self.taps("Шум")
        await self.sees("Комусь зараз загрожує небезпека?")
        await self.taps("Ні, небезпеки немає")
        await self.sees("Опишіть своїми словами")
        await self.says(self._token())
        await self.sees("Додано. Пишіть ще")
        await self.sends_voice(caption=self._token())
        await self.sees("Разом уже 2.")
        await self._sends_tokens(3)
        await self.sees("Разом уже 5.")
        await self.taps("Готово")
        await self.sees("Перевірте перед надсиланням")
        await self.taps("Надіслати")
        await self.sees("повідомлення №")

    async def _sends_tokens(self, count: int) -> None:
        """An album with words under every picture."""
        items: list[Json] = [{"kind": "photo", "caption": self._token()} for _ in range(count)]
        await self.sends("album", items=items)

    def _token(self) -> str:
        """Words that nobody else says, and never twice."""
        self.sent.append(f"q{self.number:02}.{len(self.sent) + 1}")
        return self.sent[-1]

    def answer(self, nth: int) -> str:
        return f"a{self.number:02}.{nth}"


ANSWERED = {"2": ("1", 1), "7": ("6", 2)}
"""Once this entry is there, that one is answered, as the officer's nth answer. People read on before they answer; and
here it matters, as a reply finds its way by a link, and only a message that others follow is surely noted: what was
sent in the moment of a death comes again, and only the second copy can be replied to."""


@dataclass
class Officer(Patient):
    """Takes every report in the own charge and answers twice, by plain reply. `charge`: residents' numbers."""

    charge: frozenset[int] = frozenset()
    done: set[str] = field(default_factory=set)

    async def joins(self, invitation: str) -> None:
        await self.says(f"/start {invitation}")
        await self.sees("Вітаю")

    async def serves(self) -> None:
        """Until cancelled."""
        while True:
            for message in await self._changes():
                await self._reacts_to(message)

    async def _changes(self) -> list[Json]:
        seen: Json = {"after": max(self.messages, default=0), "rev": self.rev, "timeout": 5, "bot": self.box.bot}
        news = await self.box.call("GET", f"chats/{self.id}/wait", **seen)
        self._take(news)
        found: list[Json] = news["messages"]
        return found

    async def _reacts_to(self, message: Json) -> None:
        said = token(message) or ""
        who, _, which = said.removeprefix("q").partition(".")
        if not who.isdigit() or int(who) not in self.charge or which not in ANSWERED or said in self.done:
            return
        self.done.add(said)
        first, nth = ANSWERED[which]
        answered = [each for each in self._from_bot() if token(each) == f"q{who}.{first}"][-1]
        if nth == 1 and int(who) % 3:  # the others take it by answering
            await self._accepts(answered["reply_to_message"]["message_id"])
        content = (
            {"kind": "text", "text": f"a{who}.{nth}"} if nth == 1 else {"kind": "photo", "caption": f"a{who}.{nth}"}
        )
        await self.box.act(f"chats/{self.id}/send", {**content, "reply_to": answered["message_id"]})

    async def _accepts(self, card: int) -> None:
        await self.box.act(f"chats/{self.id}/tap", {"message_id": card, "button": "Прийняти"})


async def settle(box: SandboxClient, residents: int) -> tuple[list[Resident], dict[str, Officer]]:
    """The people; residents are dealt out to the places, and a place's residents to its officers."""
    places = list(BEATS)
    people = []
    for number in range(residents):
        user = await box.call("POST", "users", {"first_name": f"Мешканець {number}", "group": "resident"})
        place = places[number % len(places)]
        people.append(Resident(box, user["id"], user["first_name"], number=number, place=place))
    return people, {code: await _officer(box, code, people) for codes in BEATS.values() for code in codes}


async def _officer(box: SandboxClient, code: str, people: list[Resident]) -> Officer:
    place, codes = next((place, codes) for place, codes in BEATS.items() if code in codes)
    neighbours = [each.number for each in people if each.place == place]
    charge = frozenset(neighbours[codes.index(code) :: len(codes)])
    user = await box.call("POST", "users", {"first_name": code, "group": "officer"})
    return Officer(box, user["id"], code, charge=charge)
