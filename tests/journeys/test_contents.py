"""What messages contain arrives whatever it is, marked as what it is, and what nobody wrote gets no answer."""

import asyncio

import pytest

from bot.sandbox.service import NAMES
from tests.control_client import ControlRefusal
from tests.journeys.conftest import Town
from tests.people import Person, words

HEAD = "Мешканець · № 1"


@pytest.fixture
async def pair(town: Town) -> tuple[Person, Person]:
    """A resident with an open report, and its officer."""
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень", is_premium=True)
    await town.report(olena, "Собака гавкає")
    await officer.hears("Собака гавкає")
    return olena, officer


async def test_forwarded_words_are_never_their_senders_own(pair: tuple[Person, Person]) -> None:
    olena, officer = pair
    origins = {
        "Переслано з прихованого акаунта": ({"type": "hidden_user", "name": "Вася К."}, {"type": "hidden_user"}),
        "Переслано від іншої людини": ({"type": "user"},),
        "Переслано з каналу «Новини М.»": ({"type": "channel", "title": "Новини \u202eМ.", "signature": "Вася К."},),
        "Переслано з чату «Сусіди»": ({"type": "chat", "title": "Сусіди"},),
    }
    said = 0
    for mark, each in origins.items():
        for origin in each:
            said += 1
            await olena.forwards(origin, text=f"Спалю вам хату {said}")
            heard = words(await officer.hears(f"хату {said}"))
            assert heard == f"{HEAD}\n{mark}\nСпалю вам хату {said}"
    await olena.forwards({"type": "hidden_user"}, kind="photo", caption="Ваша хата")
    assert mark_of(words(await officer.hears("Ваша хата"))) == "Переслано з прихованого акаунта"
    card = await officer.hears("№ 1")
    await officer.forwards({"type": "channel", "title": "Поліція"}, text="Обережно", reply_to=card["message_id"])
    assert mark_of(words(await olena.hears("Обережно"))) == "Переслано з каналу «Поліція»"


def mark_of(text: str) -> str:
    return text.split("\n")[1]


async def test_quotes_reach_the_other_side(pair: tuple[Person, Person]) -> None:
    olena, officer = pair
    await olena.says("Гавкає вночі, біля школи")
    await officer.hears("біля школи")
    await officer.quotes("біля школи", "біля школи", "Якої?")
    asked = await olena.hears("Якої?")
    assert asked["quote"]["text"] == "біля школи"
    await olena.quotes("Якої?", "Якої?", "Другої")
    answered = await officer.hears("Другої")
    assert answered["quote"]["text"] == "Якої?"
    assert words(answered) == f"{HEAD}\nДругої"

    await officer.quotes("біля школи", "№\u00a01", "Це про що?")  # our own words stand in no message of hers
    assert "У відповідь на слова: «№ 1»" in words(await olena.hears("Це про що?")).replace("\u00a0", " ")

    other = {"text": "Збір о шостій", "origin": {"type": "channel", "title": "Новини"}}
    await olena.replies_elsewhere("Це правда?", other=other)
    heard = words(await officer.hears("Це правда?"))
    assert heard == f"{HEAD}\nУ відповідь на слова з каналу «Новини»: «Збір о шостій»\nЦе правда?"
    photo = {"kind": "photo", "origin": {"type": "channel", "title": "Новини"}}
    await olena.replies_elsewhere("А це?", other=photo)
    heard = words(await officer.hears("А це?"))
    assert heard == f"{HEAD}\nУ відповідь на допис з каналу «Новини»\nА це?"


async def test_a_quote_of_words_that_have_changed_is_not_lost(pair: tuple[Person, Person]) -> None:
    """The original says something else now: Telegram refuses such a quote."""
    olena, officer = pair
    said = await olena.says("Гавкає щоночі")
    await officer.hears("щоночі")
    await olena.edits(said, "Гавкає")
    await olena.hears("вже передано")
    await officer.quotes("щоночі", "щоночі", "О котрій?")
    assert "У відповідь на слова: «щоночі»" in words(await olena.hears("О котрій?"))


async def test_rich_messages_live_photos_and_long_captions_are_carried(pair: tuple[Person, Person]) -> None:
    olena, officer = pair
    await olena.sends_rich({"type": "heading", "size": 2, "text": "Скарга"}, {"type": "paragraph", "text": "Гавкає"})
    rich = await officer.hears("Скарга")
    assert words(rich) == f"{HEAD}\nСкарга\nГавкає"
    assert [each["type"] for each in rich["entities"]] == [
        "bold",
        "text_link",
        "bold",
    ]  # the head, its report in a link, the heading

    await olena.sends_live_photo("Ось він")
    assert "live_photo" in await officer.hears("Ось він")

    long = "слово " * 250
    await olena.sends_photo(long)
    await officer.hears(long.strip())
    shown = [officer.messages[number] for number in sorted(officer.messages)][-2:]
    assert ["photo" in each for each in shown] == [True, False]
    assert words(shown[0]) == HEAD

    await officer.replies("Скарга", long + "я" * 2500)
    heard = [text for text in (await _all(olena)) if "Зразок П’ятий" in text.split("\n")[0]]
    assert "я" * 2500 in "".join(heard)


async def _all(who: Person) -> list[str]:
    await who.hears("я" * 100)
    return who.heard


async def test_one_rich_message_with_two_pictures_says_what_is_missing(pair: tuple[Person, Person]) -> None:
    olena, officer = pair
    await olena.sends_rich({"type": "photo"}, {"type": "photo"}, {"type": "paragraph", "text": "Обидва"})
    assert "photo" in await officer.hears("Обидва")
    await olena.hears("прочитав не повністю")


async def test_what_cannot_be_parsed_leaves_the_words(pair: tuple[Person, Person]) -> None:
    olena, officer = pair
    await olena.sends_raw(text="Ще гавкає", forward_origin={"type": "hidden_user", "date": 1422450181})
    assert words(await officer.hears("Ще гавкає")) == f"{HEAD}\nПереслано з прихованого акаунта\nЩе гавкає"
    await olena.sends_raw(text={"не": "текст"})
    await olena.hears("останнього від вас я не прийняв")


async def test_nobody_is_answered_who_did_not_write(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.hears("Згодні?")
    for name in sorted(NAMES):
        await olena.sends_service(name)
    await olena.sends_service("sky_painted_changed", {"text": "синє"})
    await olena.hears_nothing(1.0)


async def test_nothing_hides_or_pretends(pair: tuple[Person, Person]) -> None:
    olena, officer = pair
    await olena.says("Поліція · № 1\nЗвіт \u202eexe.фото\u200b")
    heard = words(await officer.hears("Звіт"))
    assert heard == f"{HEAD}\nПоліція · № 1\nЗвіт exe.фото"
    link = {"type": "text_link", "offset": 0, "length": 3, "url": "https://example.org/x"}
    spoiler = {"type": "spoiler", "offset": 4, "length": 4}
    await olena.says("Тут його дім", entities=[link, spoiler])
    shown = await officer.hears("його дім")
    assert words(shown) == f"{HEAD}\nТут (https://example.org/x) його дім"
    assert {each["type"] for each in shown["entities"]} == {"bold", "text_link", "url"}  # the link is the head’s
    await olena.says("\u200b\u2060")
    await olena.hears("жодного видимого знака")
    await olena.sends("venue", lat=49.9, lon=28.6, name="Кафе\n\u202eПоліція", text="вул. Перша")
    place = await officer.hears("[venue]")
    assert place["venue"]["title"] == "Кафе Поліція"


async def test_a_reaction_is_no_answer_and_says_so(pair: tuple[Person, Person]) -> None:
    olena, officer = pair
    for who, what in ((officer, "Собака гавкає"), (olena, "Надіслано")):
        await who.reacts(what, "👍")
        said = await who.hears("Реакцій я не передаю")
        assert said["reply_to_message"]["message_id"]
        await who.reacts(what, None)
        await asyncio.sleep(1.0)
        await who.looks()
        assert max(who.messages) == said["message_id"], "taking it back says nothing"


async def test_a_live_location_is_a_point_and_its_steps_are_no_corrections(pair: tuple[Person, Person]) -> None:
    olena, officer = pair
    live = await olena.sends("live_location", lat=50.95, lon=28.64)
    await officer.hears("[location]")
    await olena.hears("Жива геолокація тут не рухається")
    for step in (1, 2):
        await olena.moves(live, 50.95 + step / 100, 28.64)
        await olena.hears_nothing(1.0)


async def test_whoever_sends_a_file_hears_what_it_can_tell(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await town.draft(olena)
    await olena.sends_document("Ось")
    await olena.hears("Додано. Пишіть")
    await olena.taps("Готово")
    assert "Файл передається разом із назвою" in words(await olena.hears("Перевірте перед надсиланням"))
    await olena.taps("Надіслати")
    await olena.hears("Надіслано")
    for number in (1, 2):
        await olena.sends_document(f"І ось {number}")
        await olena.hears("Файл передається разом із назвою")


async def test_what_is_relayed_cannot_be_passed_on(pair: tuple[Person, Person]) -> None:
    olena, officer = pair
    await officer.replies("Собака гавкає", "Якої масті?")
    await olena.hears("Якої масті?")
    for who, what in ((olena, "Якої масті?"), (officer, "Собака гавкає")):
        with pytest.raises(ControlRefusal, match="protected"):
            await who.forwards_message(what)


async def test_what_came_before_there_was_a_report_keeps_its_marks(town: Town) -> None:
    """Words wait in the dialogue until the questions are answered."""
    officer = await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.forwards({"type": "channel", "title": "Новини"}, text="Шукають собаку")
    await olena.hears("Про що хочете повідомити")
    other = {"text": "Збір о шостій", "origin": {"type": "channel", "title": "Новини"}}
    await olena.replies_elsewhere("Це\u200b він", other=other)
    await olena.hears("Про що хочете повідомити")
    await olena.taps("Інше")
    await olena.hears("Комусь зараз загрожує небезпека?")
    await olena.taps("Ні, небезпеки немає")
    await town.send(olena)
    assert words(await officer.hears("Шукають")) == f"{HEAD}\nПереслано з каналу «Новини»\nШукають собаку"
    marked = f"{HEAD}\nУ відповідь на слова з каналу «Новини»: «Збір о шостій»\nЦе він"
    assert words(await officer.hears("Це він")) == marked
