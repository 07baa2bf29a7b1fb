"""Admins invite, list and remove each other, each inside of the own scope."""

import asyncio
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.domain.clock import utc_now
from db.schema import admin_invites
from tests.journeys.admins import BERDYCHIV, IRYNA, KOROSTEN_RAION, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.people import Person, buttons, words

ZHYTOMYR = "UA18000000000041385"


async def chief(town: Town) -> Person:
    iryna = await superadmin(town)
    await iryna.says("/admin")
    await iryna.hears("довідником усієї країни")
    return iryna


async def invitation(by: Person, *areas: str) -> str:
    """The payload of a link that somebody makes in the chat for areas of these names."""
    await by.says("/admins")
    await by.hears("Адміністратори")
    await by.taps("Запросити")
    await by.hears("За чим доглядатиме")
    for area in areas:
        await by.says(area)
        await by.hears("Обрано")
    await by.taps("Готово, зробити посилання")
    return payload_in(words(await by.hears("Запрошення для нового")))


def payload_in(text: str) -> str:
    found = re.search(r"adm_[\w-]+", text)
    assert found
    return found[0]


async def joined(town: Town, name: str, payload: str) -> Person:
    person = await town.box.person(name)
    await person.says(f"/start {payload}")
    await person.hears("Тепер ви адміністратор")
    return person


async def admin_id(town: Town, person: Person) -> int:
    (row,) = await town.rows("SELECT id FROM admins WHERE chat_id = :chat", chat=person.id)
    return int(row["id"])


async def menu_of(town: Town, person: Person) -> list[str]:
    """The commands of the person's own menu, once it is there."""
    (bot,) = (await town.box.call("GET", "state"))["bots"]
    own = [menu["commands"] for menu in bot["commands"] if menu["scope"].get("chat_id") == person.id]
    return [each["command"] for menu in own for each in menu]


async def test_an_admin_joins_by_a_link_once(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    payload = await invitation(iryna, "Житомирська область")
    petro = await joined(town, "Петро", payload)
    await petro.says("/admin")
    await petro.hears("довідником тут: Житомирська область")
    await petro.says(f"/start {payload}")
    await petro.hears("Ви вже адміністратор")
    olena = await town.resident("Олена")
    await olena.says(f"/start {payload}")
    await olena.hears("Це запрошення вже використали")
    await olena.says("/start adm_made-up")
    await olena.hears("Я не знаю такого запрошення")
    (stored,) = await town.rows("SELECT token_hash FROM admin_invites")
    assert payload.removeprefix("adm_") not in stored["token_hash"]
    deeds = [
        row["action"] for row in await town.rows("SELECT action FROM audit WHERE action LIKE 'admin%' ORDER BY id")
    ]
    assert deeds == ["admin-added", "admin-invited", "admin-added"]


async def test_several_hromadas_make_one_scope(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    await iryna.says("/admins")
    await iryna.taps("Запросити")
    await iryna.hears("За чим")
    await iryna.says("Бердичів")
    await iryna.hears("Яка саме?")
    await iryna.taps("Бердичівська громада")
    await iryna.hears("Обрано: Бердичівська громада")
    await iryna.says("Ніякої")
    await iryna.hears("такої громади, району чи області немає")
    await iryna.says("Коростенський район")
    await iryna.hears("Обрано: Бердичівська громада; Коростенський район")
    await iryna.taps("Готово, зробити посилання")
    petro = await joined(town, "Петро", payload_in(words(await iryna.hears("Запрошення"))))
    await iryna.says("/admins")
    shown = await iryna.hears("Петро — Бердичівська громада; Коростенський район")
    assert "Ірина — уся країна (головний)" in words(shown)
    assert buttons(shown) == ["Прибрати: Петро", "Запросити адміністратора"]
    await petro.says("/admins")
    assert "Ірина" not in words(await petro.hears("Петро — Бердичівська громада"))


async def test_the_country_is_given_by_whoever_has_it(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    await iryna.says("/admins")
    await iryna.taps("Запросити")
    await iryna.taps("Уся країна")
    petro = await joined(town, "Петро", payload_in(words(await iryna.hears("уся країна"))))
    await petro.says("/admin")
    await petro.hears("довідником усієї країни")


async def test_nobody_gives_more_than_they_have(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    petro = await joined(town, "Петро", await invitation(await chief(town), "Бердичівський район"))
    await petro.says("/admins")
    await petro.taps("Запросити")
    asked = await petro.hears("За чим")
    assert buttons(asked) == ["Скасувати"]
    for outside in ("Житомирська область", "Коростенський район", ZHYTOMYR, KOROSTEN_RAION, "UA"):
        await petro.says(outside)
        await petro.hears("На вашій території такої")
    for forged in ("ar:" + ZHYTOMYR, "ar:" + KOROSTEN_RAION):
        await petro.taps_data(asked["message_id"], forged)
        await petro.hears("Це поза вашою територією")
    await petro.taps_data(asked["message_id"], "ai:country")
    await petro.hears("Це поза вашою територією")
    await petro.taps_data(asked["message_id"], "ai:done")
    await petro.hears("Ця кнопка вже не діє")
    assert await town.count("admin_invites") == 1
    await petro.says("Бердичівська громада")
    await petro.hears("Обрано: Бердичівська громада")
    await petro.taps("Готово, зробити посилання")
    await joined(town, "Марта", payload_in(words(await petro.hears("Запрошення"))))


async def test_a_removed_admin_is_none_at_the_next_word(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    petro = await joined(town, "Петро", await invitation(iryna, "Бердичівський район"))
    waiting = await invitation(petro, "Бердичівська громада")
    await petro.says("/admins")
    own = await petro.hears("Петро")
    await iryna.says("/admins")
    await iryna.taps("Прибрати: Петро")
    await iryna.hears("Прибрати адміністратора: Петро (Бердичівський район)?")
    await iryna.taps("Так, прибрати")
    await iryna.hears("Петро більше не адміністратор")
    await petro.hears("Ви більше не адміністратор")
    await petro.says("/admins")
    await petro.hears("Згодні?")  # as anybody who writes for the first time
    await petro.taps_data(own["message_id"], "ai:begin")
    await petro.hears("Згодні?")
    olena = await town.resident("Олена")
    await olena.says(f"/start {waiting}")
    await olena.hears("Термін цього запрошення минув")
    (deed,) = await town.rows("SELECT before FROM audit WHERE action = 'admin-removed'")
    assert json.loads(deed["before"])["name"] == "Петро"


async def test_the_menu_follows(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    officer = await town.officer("zt-o03")
    payload = await invitation(iryna, "Бердичівський район")
    await officer.says(f"/start {payload}")
    await officer.hears("Тепер ви адміністратор")
    assert {"queue", "admins"} <= set(await _menu(town, officer, with_admins=True))
    await iryna.says("/admins")
    await iryna.taps("Прибрати: ")
    await iryna.taps("Так, прибрати")
    await officer.hears("Ви більше не адміністратор")
    left = await _menu(town, officer, with_admins=False)
    assert "queue" in left


async def _menu(town: Town, person: Person, *, with_admins: bool) -> list[str]:
    for _ in range(100):
        commands = await menu_of(town, person)
        if ("admins" in commands) == with_admins:
            return commands
        await asyncio.sleep(0.05)
    raise AssertionError(f"the menu stays {commands}")


async def test_an_admin_who_agrees_as_a_resident_keeps_the_menu(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    await iryna.says("/start")
    await iryna.taps("Погоджуюсь")
    await iryna.hears("Де це сталося або де ви живете")
    assert {"place", "admins"} <= set(await _menu(town, iryna, with_admins=True))


async def test_who_cannot_be_removed(open_town: OpenTown) -> None:
    """Not a superadmin, not oneself, nobody with a wider scope, nobody elsewhere; replayed and forged buttons too."""
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    wide = await joined(town, "Область", await invitation(iryna, "Житомирська область"))
    petro = await joined(town, "Петро", await invitation(iryna, "Бердичівський район"))
    far = await joined(town, "Далекий", await invitation(iryna, "Коростенський район"))
    await petro.says("/admins")
    shown = await petro.hears("Адміністратори")
    assert buttons(shown) == ["Запросити адміністратора"]
    assert "Область" not in words(shown)
    assert "Далекий" not in words(shown)
    for other in (wide, far, iryna):
        for step in ("open", "off"):
            await petro.taps_data(shown["message_id"], f"aa:{await admin_id(town, other)}:{step}")
            await petro.hears("Це поза вашою територією")
    await petro.taps_data(shown["message_id"], f"aa:{await admin_id(town, petro)}:off")
    await petro.hears("прибрати не можна")
    await petro.taps_data(shown["message_id"], "aa:999:off")
    await petro.hears("Ця кнопка вже не діє")
    await iryna.says("/admins")
    own = await iryna.hears("Петро")
    await iryna.taps_data(own["message_id"], f"aa:{await admin_id(town, iryna)}:off")
    await iryna.hears("прибрати не можна")
    gone = await admin_id(town, petro)
    for answer in ("більше не адміністратор", "Ця кнопка вже не діє"):
        await iryna.taps_data(own["message_id"], f"aa:{gone}:off")
        await iryna.hears(answer)
    assert await town.count("admins") == 4
    assert len(await town.rows("SELECT id FROM admins WHERE chat_id IS NOT NULL")) == 3


async def test_a_second_link_adds_to_the_scope_and_one_for_nothing_new_stays_good(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    petro = await joined(town, "Петро", await invitation(iryna, "Бердичівський район"))
    narrow = await invitation(iryna, "Бердичівська громада")
    await petro.says(f"/start {narrow}")
    await petro.hears("Ви вже адміністратор")
    await joined(town, "Марта", narrow)
    wide = await invitation(iryna, "Коростенський район")
    await petro.says(f"/start {wide}")
    await petro.hears("Бердичівський район; Коростенський район")


async def test_a_link_of_somebody_who_was_a_superadmin_opens_nothing(open_town: OpenTown) -> None:
    """The settings no longer name her; she has not written since."""
    town = await open_town(superadmins=(IRYNA,))
    payload = await invitation(await chief(town), "Бердичівський район")
    town.app.admin_office._known._superadmins = frozenset()
    petro = await town.resident("Петро")
    await petro.says(f"/start {payload}")
    await petro.hears("Я не знаю такого запрошення")


async def test_a_link_expires(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    payload = await invitation(await chief(town), "Бердичівський район")
    async with town.app.database.write() as connection:
        past = utc_now() - timedelta(hours=1)
        await connection.execute(admin_invites.update().values(expires_at=past))
    petro = await town.resident("Петро")
    await petro.says(f"/start {payload}")
    await petro.hears("Термін цього запрошення минув")
    assert await town.count("admins") == 1


async def test_of_two_who_open_it_at_once_one_joins(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    payload = await invitation(await chief(town), "Бердичівський район")
    people = [await town.resident(name) for name in ("Петро", "Марта", "Степан")]
    await asyncio.gather(*(each.says(f"/start {payload}") for each in people))
    for each in people:
        await each.hears("")
    assert sum("Тепер ви адміністратор" in each.heard[-1] for each in people) == 1


async def test_an_admin_goes_on_as_a_resident_while_choosing(open_town: OpenTown) -> None:
    """The question for an area ends with another command; it never swallows a resident's words for long."""
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    await iryna.says("/start")
    await iryna.taps("Погоджуюсь")
    await iryna.says("/admins")
    await iryna.taps("Запросити")
    await iryna.hears("За чим")
    await iryna.taps("Скасувати")
    await iryna.hears("Адміністратори")
    await iryna.says("Бердичів")
    await iryna.hears("вашої громади:")


# --- the command line -------------------------------------------------------------------------------------------------


def test_the_operator_invites(operator: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["admins", "list"]) == 0
    assert "Адміністраторів немає" in capsys.readouterr().out
    assert main(["admins", "invite", "Бердичівський район", BERDYCHIV, "--username", "@my_bot"]) == 0
    said = capsys.readouterr().out
    assert "Бердичівський район; Бердичівська громада" in said
    assert re.search(r"https://t\.me/my_bot\?start=adm_[\w-]{32}\n", said)
    assert main(["admins", "invite", "UA", "--username", "my_bot"]) == 0
    assert "уся країна" in capsys.readouterr().out
    assert main(["admins", "invite", "Ніякий район", "Бердичів"]) == 2
    refused = capsys.readouterr().out
    assert "Немає такої області, району чи громади: Ніякий район" in refused
    assert BERDYCHIV in refused
    assert main(["admins", "remove", "5"]) == 2
    assert "Немає адміністратора з номером 5" in capsys.readouterr().out


async def test_the_operator_removes(open_town: OpenTown, monkeypatch: pytest.MonkeyPatch) -> None:
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    petro = await joined(town, "Петро", await invitation(iryna, "Бердичівський район"))
    monkeypatch.setenv("DATABASE_URL", town.app.settings.database_url)
    monkeypatch.setenv("SUPERADMINS", str(IRYNA))
    assert await asyncio.to_thread(main, ["admins", "remove", str(await admin_id(town, petro))]) == 0
    await petro.hears("Ви більше не адміністратор")
    assert await asyncio.to_thread(main, ["admins", "remove", str(await admin_id(town, iryna))]) == 2
    await iryna.says("/admins")
    await iryna.hears("Ірина — уся країна")


async def test_of_two_with_the_same_territory_neither_removes_the_other(open_town: OpenTown) -> None:
    """Else whoever is invited could be alone a minute later. A superadmin removes either."""
    town = await open_town(superadmins=(IRYNA,))
    iryna = await chief(town)
    petro = await joined(town, "Петро", await invitation(iryna, "Бердичівський район"))
    pavlo = await joined(town, "Павло", await invitation(petro, "Бердичівський район"))
    await pavlo.says("/admins")
    shown = await pavlo.hears("Адміністратори")
    await pavlo.taps_data(shown["message_id"], f"aa:{await admin_id(town, petro)}:off")
    await pavlo.hears("прибрати не можна")
    await iryna.says("/admins")
    own = await iryna.hears("Петро")
    await iryna.taps_data(own["message_id"], f"aa:{await admin_id(town, petro)}:off")
    await iryna.hears("більше не адміністратор")
