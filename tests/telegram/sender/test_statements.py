"""What a tap costs the database, for every button an admin meets on the way from /announce to sending."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any, Final

import sqlalchemy as sa

from bot.services.kept_notices import notice_of
from bot.telegram.compose import compose
from bot.telegram.letter import Letter
from bot.texts.words import words
from db.engine import Database, execute
from db.schema import outbox
from tests.country import Country
from tests.telegram.sender.sending import Sending

MOST: Final = 12
MOST_TO_SUBMIT: Final = 30
"""It asks somebody: with the preview and the card of each of two other admins."""
CHAT: Final = 9001
HERE: Final = {"id": CHAT, "type": "private", "first_name": "Ірина"}


class Iryna:
    """Taps by what is written on a button; `cost`: statements of each turn so far, by what was tapped or written."""

    def __init__(self, sending: Sending) -> None:
        self.app = sending.app
        self.database = sending.country.database
        self.numbers = count(1)
        self.cost: dict[str, int] = {}
        self.buttons: dict[str, str] = {}

    async def says(self, text: str) -> None:
        entities = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text.startswith("/") else []
        said = {"message_id": next(self.numbers), "date": 1, "chat": HERE, "text": text, "entities": entities}
        await self._does(text, "message", said)

    async def taps(self, *labels: str) -> None:
        """One after the other; each is the beginning of a button's words."""
        for label in labels:
            data = next((data for shown, data in self.buttons.items() if shown.startswith(label)), None)
            assert data is not None, (label, list(self.buttons))
            shown = {"message_id": 1000, "date": 1, "chat": HERE, "text": "…"}
            await self._does(label, "callback_query", {"id": "1", "chat_instance": "1", "data": data, "message": shown})

    async def _does(self, what: str, kind: str, content: dict[str, Any]) -> None:
        writer = {"id": CHAT, "is_bot": False, "first_name": "Ірина"}
        await self.app.store([{"update_id": next(self.numbers), kind: content | {"from": writer}}])
        async with self._counted(what):
            assert await self.app.worker.work_one()
        await self._reads()

    async def _reads(self) -> None:
        """What was told, and the buttons under it; then all of it counts as delivered."""
        async with self.database.write():
            rows = (await execute(sa.select(outbox).where(outbox.c.chat_id == CHAT).order_by(outbox.c.id))).all()
            await execute(sa.delete(outbox))
        assert rows, "nothing was answered"
        self.buttons = {}
        for row in rows:
            call = compose(Letter(CHAT, notice_of(row.kind, row.fields), words("uk")))
            markup = getattr(call, "reply_markup", None)
            keys = [each for line in markup.inline_keyboard for each in line] if markup else []
            self.buttons |= {each.text: each.callback_data or "" for each in keys}

    @asynccontextmanager
    async def _counted(self, what: str) -> AsyncIterator[None]:
        statements: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if not statement.startswith(("BEGIN", "PRAGMA")):
                statements.append(statement)

        sa.event.listen(self.database.engine, "before_cursor_execute", note)
        try:
            yield
        finally:
            sa.event.remove(self.database.engine, "before_cursor_execute", note)
        self.cost[what] = max(self.cost.get(what, 0), len(statements))


async def test_no_tap_of_the_panel_costs_much(database: Database) -> None:
    """The draft is read and locked once, the directory once, what changed is written once."""
    country = await Country(database).settle()
    iryna = Iryna(Sending(country))
    await iryna.says("/announce")
    await iryna.taps("Відкриття станцій")
    await iryna.says("/announce")  # the directory is in memory by now, and nothing is new to the process
    iryna.cost.clear()
    await iryna.taps(
        "Відкриття станцій", "Станція 1", "Нові за тиждень", "Нові за місяць", "Усі", "Зняти всі", "Станція 1"
    )
    await iryna.taps("Готово")
    panel = set(iryna.buttons)
    await iryna.taps("Станції", "Готово", "Текст", "Текст англійською", "Залишити готовий", "Текст")
    await iryna.says("{станція} чекає на вас")
    await iryna.taps("Фото й відео", "Готово", "Кнопка", "Точка на карті")
    await iryna.taps("Кому", "Уся країна", "Дільниці цих станцій")
    await iryna.says("Сусідська громада")
    await iryna.taps("Прибрати: Сусідська", "Обрано: English", "Готово")
    await iryna.taps("Як це побачать", "Надіслати собі", "Далі: коли", "пн", "Назад", "Назад")
    await iryna.says("/announce")
    await iryna.taps("Чернетка №\xa02", "Скасувати")
    tapped = {label for label in panel if any(label.startswith(each) for each in iryna.cost)}
    assert tapped == panel, "every button of the panel"
    dear = {what: cost for what, cost in iryna.cost.items() if cost > MOST}
    assert dear == {}


async def test_submitting_costs_what_telling_the_others_costs(database: Database) -> None:
    country = await Country(database).settle()
    iryna = Iryna(Sending(country))
    await iryna.says("/announce")
    await iryna.taps("Відкриття станцій", "Станція 1", "Готово", "Далі: коли", "Одразу")
    assert iryna.cost["Одразу"] <= MOST_TO_SUBMIT
