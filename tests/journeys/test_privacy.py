"""Who runs the bot, what it keeps and how long: before Start, in the first question, whenever somebody asks."""

import asyncio

from tests.journeys.conftest import OpenTown, Town
from tests.people import buttons, words

OPERATOR = {
    "operator_name": "Зразкове управління <поліції>",
    "operator_page": "https://example.org/bot",
    "operator_contact": "bot@example.org",
}


async def described(town: Town) -> dict[str, str]:
    """What the bot says of itself, once it is there."""
    async with asyncio.timeout(20):
        while True:
            texts: dict[str, str] = (await town.box.state())["bots"][0]["texts"]
            if "short_description|en" in texts:
                return texts
            await asyncio.sleep(0.05)


async def test_everybody_may_ask(open_town: OpenTown) -> None:
    """Before consent and after, in both languages, an officer too; terms are those of the settings."""
    town = await open_town(retention_days=30, **OPERATOR)
    before = await described(town)
    assert "Бота веде: Зразкове управління <поліції>" in before["description|"]
    assert "102" in before["short_description|en"]
    olena = await town.resident("Олена")
    await olena.says("/privacy")
    told = words(await olena.hears("Навіщо і що зберігаю"))
    for fact in ("Зразкове управління <поліції>", "https://example.org/bot", "bot@example.org", "/forget"):
        assert fact in told
    assert "Вирішене повідомлення — 30 днів. Невирішене — рік" in told
    assert "ніколи не просить грошей, кодів чи карток" in told
    assert await town.count("residents") == 0
    await olena.says("/start")
    question = await olena.hears("Згодні?")
    assert "Бота веде Зразкове управління <поліції>. Бот ніколи не просить грошей" in words(question)
    await olena.taps("English")
    question = await olena.hears("Do you agree?")
    assert buttons(question)[:2] == ["I agree", "I agree, without news"]
    await olena.taps("I agree, without news")
    await olena.hears("Where")
    await olena.says("/privacy")
    assert "A resolved report: 30 days" in words(await olena.hears("run by Зразкове управління <поліції>"))
    officer = await town.officer("zt-o03")
    await officer.says("/privacy")
    await officer.hears("Зразкове управління")


async def test_that_nobody_is_named_is_said(open_town: OpenTown) -> None:
    """To residents, and to superadmins, who can mend it."""
    town = await open_town(superadmins=(9001,))
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.hears("Хто веде цього бота, тут не вказано")
    await olena.says("/privacy")
    assert "Як зв’язатися, не вказано" in words(await olena.hears("Хто веде цього бота, не вказано"))
    iryna = await town.box.person("Ірина", id=9001)
    await iryna.says("/admin")
    await iryna.hears("OPERATOR_NAME")
