"""Long lists turn pages: whatever is on them can be reached."""

import re

import sqlalchemy as sa

from bot.domain.clock import utc_now
from db.schema import recipients, reports
from tests.journeys.conftest import Town
from tests.people import Json, Person, buttons, words

MANY = 105


async def many_reports(town: Town, sender: Person, officer: str) -> None:
    """Sent to one officer, without an hour of writing."""
    (resident,) = await town.rows("SELECT id, place FROM residents WHERE chat_id = :chat", chat=sender.id)
    about = {"resident_id": resident["id"], "status": "new", "category": "noise", "place": resident["place"]}
    about |= dict.fromkeys(("created_at", "sent_at", "touched_at"), utc_now())
    known = await town.known_officer(officer)
    async with town.app.database.write() as connection:
        await connection.execute(sa.insert(reports), [dict(about) for _ in range(MANY)])
        numbers = (await connection.execute(sa.select(reports.c.id))).scalars()
        await connection.execute(
            sa.insert(recipients), [{"report_id": each, "officer_id": known.id} for each in numbers]
        )


def numbers(page: Json) -> list[int]:
    return [int(each) for each in re.findall(r"^№\s(\d+)", words(page), re.MULTILINE)]


async def leafed(recipient: Person, page: Json) -> list[int]:
    """The numbers on all pages, in one message that changes."""
    found = numbers(page)
    while "Далі" in buttons(page):
        await recipient.taps("Далі")
        message = page["message_id"]
        page = await recipient.hears("Сторінка")
        assert page["message_id"] == message
        found += numbers(page)
    return found


async def test_a_queue_of_more_than_a_keyboard_holds(town: Town) -> None:
    officer, olena = await town.officer("zt-o05"), await town.neighbour("Олена", "Коростень")
    await many_reports(town, olena, "zt-o05")
    await officer.says("/queue")
    page = await officer.hears(f"На вас чекають {MANY} повідомлень")
    assert await leafed(officer, page) == list(range(1, MANY + 1))
    await officer.taps(str(MANY))
    await officer.hears(f"Нове повідомлення № {MANY}")
    await officer.taps("Назад")
    await officer.hears("Сторінка 8 з 9")


async def test_a_page_that_is_no_more_is_the_last_one(town: Town) -> None:
    officer, olena = await town.officer("zt-o05"), await town.neighbour("Олена", "Коростень")
    await many_reports(town, olena, "zt-o05")
    await officer.says("/queue")
    shown = await officer.hears("Сторінка 1 з 9")
    async with town.app.database.write() as connection:
        await connection.execute(sa.update(reports).where(reports.c.id > 20).values(status="resolved"))
    await officer.taps_data(shown["message_id"], "qp:8")
    assert numbers(await officer.hears("Сторінка 2 з 2")) == list(range(13, 21))


async def test_somebody_with_many_reports_sees_them_all(town: Town) -> None:
    olena = await town.neighbour("Олена", "Коростень")
    await many_reports(town, olena, "zt-o05")
    await olena.says("/my")
    page = await olena.hears("Ваші повідомлення")
    assert await leafed(olena, page) == list(range(MANY, 0, -1))
