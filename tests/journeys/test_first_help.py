"""Words of danger are answered with the numbers first, whoever writes them and whatever else becomes of them."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Final

import pytest

from bot.domain.clock import utc_now
from bot.domain.errors import StaleButton
from bot.services.reports.filing import Filing
from tests.journeys.admins import IRYNA, admin_of, superadmin
from tests.journeys.conftest import OpenTown, Town
from tests.people import Person, buttons, words

AID: Final = "Про всяк випадок"
"""How first help begins: a lock screen shows no more."""
OURS: Final = "Цей бот поліцію не викликає"
_update_ids = count(500_000_000)


async def aid(who: Person) -> str:
    """The help that came, whole."""
    return words(await who.hears(AID))


def first(who: Person, *, behind: int) -> str:
    """What the bot said first after a message."""
    return next(words(m) for number, m in sorted(who.messages.items()) if number > behind and m["from_bot"])


SAID: Final = {
    "мене б’ють": ("102", "112", "103", "15-47", "116 123", "SMS на 112, надійде посилання"),
    "сусід з ножем": ("102", "112"),
    "хочу померти": ("7333", "112", "103"),
    "знайшов гранату": ("101", "102", "112", "Не чіпайте", "Фото мені не потрібне"),
    "загубилась дитина": ("102", "112", "116 000", "не чекайте доби"),
    "пожежа": ("101", "112", "104", "сходами"),
    "чоловік мене б’є": ("102", "15-47", "116 123", "Видаліть цю розмову"),
}


@pytest.mark.parametrize("said", SAID)
async def test_before_consent_comes_help_and_then_the_question(town: Town, said: str) -> None:
    olena = await town.resident("Олена")
    wrote = await olena.says(said)
    await olena.hears("Згодні?")
    told = first(olena, behind=wrote["message_id"])
    assert told.startswith(AID)
    assert "\n" not in told[: len(AID) + 5]
    for each in (*SAID[said], OURS):
        assert each in told
    assert len([line for line in told.splitlines() if line]) <= 8


SENT: Final[dict[str, Callable[[Person], Awaitable[Any]]]] = {
    "text": lambda who: who.says("рятуйте, він ламає двері"),
    "caption": lambda who: who.sends_photo("рятуйте, він ламає двері"),
    "album": lambda who: who.sends_album(3, "рятуйте, він ламає двері"),
    "document": lambda who: who.sends_document("рятуйте, він ламає двері"),
    "command": lambda who: who.says("/report рятуйте, він ламає двері"),
    "slash": lambda who: who.says("/рятуйте"),
}


@pytest.mark.parametrize("kind", SENT)
async def test_in_an_open_report_help_comes_first_and_the_words_go_on(town: Town, kind: str) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Гучна музика")
    before = max(olena.messages)
    await SENT[kind](olena)
    await aid(olena)
    assert first(olena, behind=before).startswith(AID)
    if kind not in ("command", "slash"):
        await olena.hears("Додано до повідомлення № 1")
        await officer.hears("рятуйте, він ламає двері")


async def test_an_edit_is_heard_too(town: Town) -> None:
    """Also where what was written is not changed any more at the officer."""
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    mine = await olena.says("Шумлять")
    await olena.hears("Додано. Пишіть")
    await town.send(olena)
    await olena.edits(mine, "Шумлять, у сусіда ніж, рятуйте")
    await aid(olena)
    await olena.hears("змінити там не можна")


async def test_an_edited_draft_is_heard_too(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    mine = await olena.says("Шумлять")
    await olena.hears("Додано. Пишіть")
    await olena.edits(mine, "Горить хата сусідів")
    assert "101" in await aid(olena)


async def test_an_officer_and_an_admin_are_people_too(open_town: OpenTown) -> None:
    town = await open_town(superadmins=(IRYNA,))
    officer = await town.officer("zt-o05")
    iryna = await superadmin(town)
    taras = await admin_of(town, "Тарас", "UA18020000000072859")
    for each in (officer, iryna, taras):
        await each.says("у мене серце болить, задихаюсь")
        assert "103" in await aid(each)


async def test_a_turn_that_fails_for_good_takes_no_help_back(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes at once, not with the apology after the last attempt; and not again with every attempt."""
    monkeypatch.setattr("bot.services.inbox.RETRY_AFTER", (1,))
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)

    async def broken(*_: Any, **__: Any) -> bool:
        raise ValueError

    monkeypatch.setattr(Filing, "keep", broken)
    await olena.says("Горить хата")
    await aid(olena)
    await olena.hears("щось зламалося")
    await olena.looks()
    assert len([text for text in olena.heard if text.startswith(AID)]) == 1


async def test_a_refusal_comes_after_help(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)

    async def refused(*_: Any, **__: Any) -> bool:
        raise StaleButton

    monkeypatch.setattr(Filing, "keep", refused)
    await olena.says("Горить хата")
    await aid(olena)
    await olena.hears("Ця кнопка вже не діє")


def raw(who: Person, **message: Any) -> dict[str, Any]:
    """An update as Telegram sends it."""
    about = {"id": who.id, "is_bot": False, "first_name": who.name}
    chat = {"id": who.id, "type": "private", "first_name": who.name}
    body = {"message_id": 900_000, "date": 1_790_000_000, "chat": chat, "from": about}
    return {"update_id": next(_update_ids), "message": body | message}


UNREADABLE: Final[dict[str, dict[str, Any]]] = {
    "forward": {"text": "рятуйте, вбивають", "forward_origin": {"type": "hidden_user", "date": 1}},
    "rich": {"rich_message": {"blocks": [{"type": "paragraph", "text": "рятуйте, вбивають"}]}},
    "nested": {"rich_message": {"blocks": [{"blocks": [{"text": ["а", {"text": "рятуйте, вбивають"}]}]}]}},
    "venue": {"venue": {"location": {}, "title": "рятуйте, вбивають", "address": "тут"}},
    "poll": {"poll": {"question": "рятуйте, вбивають", "options": [{"text": "так"}]}},
    "long": {"text": "а" * 6000 + " рятуйте, вбивають"},
}


@pytest.mark.parametrize("kind", UNREADABLE)
async def test_what_cannot_be_parsed_is_heard_all_the_same(town: Town, kind: str) -> None:
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.hears("Згодні?")
    update = raw(olena, **UNREADABLE[kind])
    for _ in range(2):  # Telegram repeats what it believes was not taken
        await town.app.store([update])
    await aid(olena)
    await asyncio.sleep(0.3)
    await olena.looks()
    assert len([text for text in olena.heard if text.startswith(AID)]) == 1


async def test_words_of_others_are_not_the_writers(town: Town) -> None:
    """What is replied to or quoted, a button's data, a payload, a group."""
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.hears("Згодні?")
    chat = {"id": olena.id, "type": "private"}
    cry = {"message_id": 1, "date": 1, "chat": chat, "text": "рятуйте"}
    for each in (
        raw(olena, text="добре", reply_to_message=cry),
        raw(olena, text="добре", quote={"text": "рятуйте", "position": 0}),
        raw(olena, text="/start 112"),
        raw(olena, text="рятуйте", chat={"id": -5, "type": "group", "title": "рятуйте"}),
    ):
        await town.app.store([each])
    await asyncio.sleep(0.5)
    await olena.looks()
    assert not [text for text in olena.heard if text.startswith(AID)]


class Watch:
    """A clock that can be moved on."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        return utc_now() + self.ahead


async def test_the_same_kind_is_told_once_in_ten_minutes(open_town: OpenTown) -> None:
    """Another kind is told at once, and a bare call each time: whoever types it has not found the numbers."""
    watch = Watch()
    town = await open_town(clock=watch)
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    for said, times in (("Горить хата", 1), ("Хата горить, швидше", 1), ("і людина без свідомості", 2)):
        await olena.says(said)
        await olena.hears("Додано")
        await olena.looks()
        assert len([text for text in olena.heard if text.startswith(AID)]) == times
    watch.ahead = timedelta(minutes=11)
    await olena.says("досі горить")
    await aid(olena)
    for _ in range(2):
        await olena.says("102")
        assert "поліція" in await aid(olena)


async def test_who_turns_out_to_be_a_child_gets_the_line_for_children(town: Town) -> None:
    """Also when the numbers of this kind have just been told."""
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("тато б’є маму")
    assert "116 111" not in await aid(olena)
    await olena.says("мені 12 років, тато б’є маму")
    assert "116 111" in await aid(olena)
    await olena.says("мені 12 років, тато знову б’є")
    await olena.hears("я запам’ятав")
    assert len([text for text in olena.heard if text.startswith(AID)]) == 2


async def test_the_officer_reads_that_a_child_seems_to_write(town: Town) -> None:
    """Also when only later words tell it, and it stays so whatever follows."""
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "тато б’є маму", "Погрози")
    assert "дитина" not in words(await officer.hears("Нове повідомлення"))
    await olena.says("мені 12 років, він б’є мене")
    card = words(await officer.hears("Схоже, пише дитина."))
    assert "116 111" in card
    await olena.says("він зламав двері")
    assert "Схоже, пише дитина." in words(await officer.hears("Записів: 3"))


async def test_nothing_that_waits_in_the_chat_delays_help(town: Town) -> None:
    """An earlier update that is being tried again holds its conversation up, and so does a message; not the numbers."""
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.hears("Згодні?")
    async with town.app.database.write() as connection:
        await connection.exec_driver_sql(
            "INSERT INTO inbox (bot_id, update_id, lane, payload, received_at, held_until, attempts)"
            f" VALUES (1, 1, 'telegram:{olena.id}', '{{}}', '2026-01-01', '2999-01-01', 1)"
        )
        await connection.exec_driver_sql(
            "INSERT INTO outbox (channel, chat_id, lane, locale, kind, fields, created_at, due_at, attempts)"
            f" VALUES ('telegram', {olena.id}, 'telegram:{olena.id}:0', 'uk', 'write-how', '{{}}',"
            " '2026-01-01', '2999-01-01', 1)"
        )
    await olena.says("рятуйте, вбивають")
    await aid(olena)


async def test_help_is_in_the_readers_language(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.hears("Згодні?")
    await olena.taps("English")
    await olena.hears("Do you agree?")
    await olena.says("горить хата")
    assert "This bot does not call the police" in words(await olena.hears("just in case"))


CALLS: Final = ("112", "102", "поліція", "Допоможіть", "рятуйте!", "Пожежа", "хочу померти")


@pytest.mark.parametrize("said", CALLS)
async def test_an_alarm_is_never_looked_up_as_a_place(town: Town, said: str) -> None:
    """Neither where the place is asked for nor where it is known; the words wait for their report."""
    await town.officer("zt-o05")
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says(said)
    assert "112" in await aid(olena)
    await olena.hears("я запам’ятав")
    await olena.says("Коростень")
    asked = await olena.hears("я запам’ятав")
    assert not [each for each in buttons(asked) if "Це місце" in each]
    await olena.taps("Інше")
    await olena.says(said)
    await olena.hears("Комусь зараз загрожує небезпека?")
    petro = await town.neighbour("Петро", "Коростень")
    await petro.says(said)
    assert not [each for each in buttons(await petro.hears("Про що хочете")) if "Це місце" in each]


@pytest.mark.parametrize("said", ["село Пожежа", "с. Пожежа"])
async def test_a_village_that_sounds_like_one_is_found_by_its_kind(town: Town, said: str) -> None:
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.taps("Погоджуюсь")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says(said)
    await olena.hears("Село Пожежа, Бучацька громада")


async def test_the_officer_sees_what_the_words_speak_of(town: Town) -> None:
    """From the first words, from an edit of the draft, and from what came after sending."""
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    mine = await olena.says("У сусідів шумно")
    await olena.hears("Додано. Пишіть")
    await olena.edits(mine, "У сусідів горить хата")
    await aid(olena)
    await town.send(olena)
    card = await officer.hears("Нове повідомлення № 1")
    assert "У тексті є ознаки небезпеки: пожежа або газ.\nМешканцю показано номери: 101, 112, 104" in words(card)
    await olena.says("і людина без свідомості")
    await officer.hears("ознаки небезпеки: пожежа або газ, потрібен медик")


async def test_the_officer_sees_what_all_words_before_the_draft_speak_of(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/report")
    await olena.hears("Про що")
    for said in ("У сусідів пожежа", "Людина без свідомості", "І ще шумно"):
        await olena.says(said)
        await olena.hears("я запам’ятав")
    await olena.taps("Шум")
    await olena.taps("Ні, небезпеки немає")
    await olena.hears("Разом уже 3")
    await town.send(olena)
    card = await officer.hears("Нове повідомлення № 1")
    assert "ознаки небезпеки: пожежа або газ, потрібен медик" in words(card)


async def test_words_before_the_answer_are_said_to_be_kept(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/report")
    await olena.taps("Шум")
    assert "запам’ятав" not in words(await olena.hears("Комусь зараз загрожує небезпека?"))
    await olena.says("Собака гавкає")
    assert "я запам’ятав" in words(await olena.hears("Комусь зараз загрожує небезпека?"))


async def test_words_without_danger_leave_the_card_as_it_was(town: Town) -> None:
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.report(olena, "Сусіди слухають музику сильніше, ніж учора")
    card = words(await officer.hears("Нове повідомлення № 1"))
    assert "небезпек" not in card
    assert not [text for text in olena.heard if text.startswith(AID)]


async def test_declared_danger_is_never_asked_about_again(town: Town) -> None:
    """And the officer hears of it, though it could wait."""
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/report")
    await olena.hears("Про що хочете")
    await olena.taps("Інше")
    await olena.taps("Так, небезпека є")
    await olena.hears("не надіслано")
    for said in ("Він стоїть під дверима", "Він ще тут"):
        await olena.says(said)
        told = await olena.hears("не надіслано")
        assert "102" in words(told)
        assert "Це може зачекати" in buttons(told)
    await olena.taps("Це може зачекати")
    await olena.hears("Разом уже 2")
    await town.send(olena)
    card = words(await officer.hears("Нове повідомлення № 1"))
    assert "Мешканець указав, що є небезпека" in card
    assert "102" in card.partition("Мешканцю показано номери: ")[2].partition("\n")[0]
