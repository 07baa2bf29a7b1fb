"""What stories of announcements share: two admins at a desk, and the way from /announce to sending."""

import asyncio
from dataclasses import dataclass
from typing import Any

from tests.journeys.conftest import OpenTown, Town
from tests.people import Person, buttons, words

IRYNA, OLEH = 9001, 9002


@dataclass
class Desk:
    """A town with two admins."""

    town: Town
    iryna: Person
    oleh: Person


async def opened(open_town: OpenTown, **more: Any) -> Desk:
    town = await open_town(**({"superadmins": (IRYNA, OLEH)} | more))
    iryna, oleh = await town.box.person("Ірина", id=IRYNA), await town.box.person("Олег", id=OLEH)
    for each in (iryna, oleh):
        await each.says("/admin")
        await each.hears("довідником усієї країни")
    return Desk(town, iryna, oleh)


async def opening(who: Person, *stations: str) -> None:
    """From /announce to the panel, with these stations tapped."""
    await who.says("/announce")
    await who.hears("Про що розповісти")
    await who.taps("Відкриття станцій")
    await who.hears("Які станції відкрилися")
    for n, station in enumerate(stations, start=1):
        await who.taps(station)
        await who.hears(f"Обрано {n} ")
    await who.taps("Готово")
    await who.hears("Усе готове")


async def announcement(who: Person, text: str, area: str) -> None:
    """From /announce to the panel of a plain announcement."""
    await who.says("/announce")
    await who.taps("Інше оголошення")
    await who.hears("Напишіть текст оголошення")
    await who.says(text)
    await who.hears("Далі оберіть, кому")
    await who.taps("Кому")
    await who.hears("Кому надіслати?")
    await who.says(area)
    await who.hears("Кому: ")
    await who.taps("Готово")
    await who.hears("Усе готове")


async def submitted(who: Person) -> None:
    """From the panel to the others, to go out at once."""
    await who.taps("Далі: коли")
    await who.hears("Коли надсилати?")
    await who.taps("Одразу")
    await who.hears("чекає на схвалення")


async def how_often(who: Person, fragment: str) -> int:
    """In how many messages it stands now, once it stands in one."""
    await who.hears(fragment)
    return sum(fragment in said for said in who.heard)


async def says_now(who: Person, message: dict[str, Any], fragment: str) -> list[str]:
    """The message says something else in the end; returns its buttons."""
    async with asyncio.timeout(20):
        while fragment not in words(who.messages[message["message_id"]]):
            await asyncio.sleep(0.05)
            await who.looks()
    return buttons(who.messages[message["message_id"]])
