"""From a name or a point to the officer's card."""

import json
import re
from dataclasses import replace
from pathlib import Path

import db.gazetteer
from bot.domain.clock import utc_now
from bot.domain.places import candidates
from bot.places.importing import polygons
from bot.places.importing.run import import_file
from tests.control_client import Json
from tests.journeys.conftest import Town
from tests.people import Person, buttons, words


async def asks_for_a_place(town: Town, name: str) -> Person:
    person = await town.resident(name)
    await person.says("/start")
    await person.hears("Згодні?")
    await person.taps("Погоджуюсь")
    await person.hears("Де це сталося або де ви живете")
    return person


async def test_a_clear_name_shows_the_card_at_once(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("м.коростень")
    card = await olena.hears("місто Коростень")
    for said in (
        "Коростенська громада",
        "Поліцейський офіцер вашої громади",
        "старший лейтенант поліції Зразок П’ятий",
        "Телефон: +380 00 000 00 22",
        "Поліцейська станція «Коростень»",
        "вул. Зразкова, 1",
        "цілодобово",
        "Телефонуйте 102 або 112",
    ):
        assert said in words(card)
    assert "Від вас" not in words(card)
    assert "Написати офіцеру" in buttons(card)
    pin = await olena.hears("[venue]")
    assert pin["venue"]["location"]["latitude"] == 50.9512

    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Абвгдейка")
    unknown = await olena.hears("Я не знаю такої назви")
    assert "перевірте, чи немає одруку" in words(unknown)


async def test_a_greeting_and_an_oblast_are_no_place_yet(town: Town) -> None:
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("Привіт! Як справи?")
    greeted = await olena.hears("Де це сталося або де ви живете")
    assert "Напишіть назву" in words(greeted)
    await olena.says("Житомирська область")
    wide = await olena.hears("Область велика")
    assert "«Іванівка, Житомирська область»" in words(wide)
    await olena.says("Коростень")
    await olena.hears("Коростенська громада")


async def test_one_place_is_confirmed_and_not_chosen_from_a_list(town: Town) -> None:
    """Nothing but a yes or no is asked where one place bears the name, whatever resembles it."""
    olena = await asks_for_a_place(town, "Олена")
    for typed, meant in (
        ("Чернівці Роша", "Місто Чернівці"),
        ("Вінниця, Старе місто", "Місто Вінниця"),
        ("Łuck", "Місто Луцьк"),
    ):
        await olena.says(typed)
        asked = await olena.hears("Це ваше місце?")
        assert meant in words(asked)
        assert buttons(asked) == ["Так, тут", "Інше місце"]


async def test_what_resembles_it_follows_when_it_is_another(town: Town) -> None:
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("я живу в Житомирі на Богунії")
    await olena.hears("Це сталося тут?")
    await olena.taps("Інше місце")
    others = await olena.hears("Є ще такі місця")
    assert "Богунський район, м. Житомир" in words(others)
    assert "місто Житомир" not in words(others)


async def test_one_name_many_villages(town: Town) -> None:
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("Іванівка")
    first = await olena.hears("Знайшлося 122 місця")  # 119 bear the name now, 3 did before
    assert "Сторінка 1 з 16" in words(first)
    labels = buttons(first)[:8]
    assert len(set(labels)) == 8
    for label in labels:
        assert re.fullmatch(r"[1-8]\. (м\.|с-ще|с\.) Іванівка, .+ гр\., .+ р-н, .+ обл\.", label), label
    await olena.taps("Далі")
    second = await olena.hears("Сторінка 2 з 16")
    assert second["message_id"] == first["message_id"]
    assert not set(buttons(second)[:8]) & set(labels)
    await olena.taps("Назад")
    again = await olena.hears("Сторінка 1 з 16")
    assert buttons(again)[:8] == labels

    await olena.taps("Інше місце")
    await olena.hears("шукаємо інше місце")
    await olena.says("Михайлівка")
    await olena.hears("Знайшлося 108 місць")
    await olena.taps_data(first["message_id"], page_button(second))
    await olena.hears("Ця кнопка вже не діє")  # it would turn a page of another list

    await olena.says("Іванівка, Житомирська область")
    few = await olena.hears("Знайшлося 6 місць")
    chosen = buttons(few)[0]
    await olena.taps(chosen)
    card = await olena.hears("Офіцера громади тут поки немає")
    assert "село Іванівка" in words(card)
    assert "Житомирська область" in words(card)


def page_button(message: Json) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    return next(str(b["callback_data"]) for row in rows for b in row if words(b) == "Далі")


async def test_a_point_is_confirmed_or_the_next_best_is_chosen(town: Town) -> None:
    await town.officer("zt-o03")
    olena = await asks_for_a_place(town, "Олена")
    await olena.shares(49.8990, 28.6000)
    asked = await olena.hears("Ваша громада — Бердичівська?")
    assert "Місто Бердичів" in words(asked)
    await olena.taps("Інше місце")
    others = await olena.hears("Ви десь тут. Що з цього поруч із вами?")
    assert "Бердичів," not in buttons(others)[0]
    await olena.taps_data(asked["message_id"], confirm_button(asked))
    card = await olena.hears("Поліцейські офіцери вашої громади")
    assert re.search(r"Від вас: 1,\d км", words(card))
    await olena.hears("[venue]")

    # The point belongs to the report; a name typed later is another place, and the point is not its.
    await olena.says("/place")
    await olena.says("Житомир")
    card = await olena.hears("місто Житомир")
    assert "Від вас" not in words(card)

    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.shares(52.2297, 21.0122)  # Warsaw
    await olena.hears("Це місце не в Україні")


def confirm_button(message: Json) -> str:
    return str(message["reply_markup"]["inline_keyboard"][0][0]["callback_data"])


async def test_who_answers_and_why(town: Town) -> None:
    await town.officer("zt-o25")
    await town.officer("zt-o71")
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("Гришківці")
    district = await olena.hears("Офіцера громади тут поки немає")
    assert "є дільничний офіцер поліції" in words(district)
    assert "Приклад Другий" in words(district)
    assert "Телефон: +380 00 000 00 42" not in words(district)  # not public

    await olena.says("/place")
    await olena.says("Львів")
    nobody = await olena.hears("ще немає офіцера для цього місця")
    assert "Я запам’ятав, що тут його шукають" in words(nobody)
    assert "102" in words(nobody)
    assert "Написати офіцеру" not in buttons(nobody)
    gaps = await town.rows("SELECT place, asked FROM gaps")
    assert gaps == [{"place": gaps[0]["place"], "asked": 1}]


async def test_the_officer_has_not_joined_yet(town: Town) -> None:
    olena = await town.neighbour("Олена", "Бердичів")
    card = await olena.hears("Через бота тут зараз не написати")
    assert "Зразок Третій" in words(card)
    assert "Написати офіцеру" not in buttons(card)

    duty = await town.officer("zt-o71")
    await olena.says("/place")
    await olena.says("Бердичів")
    card = await olena.hears("Ваші повідомлення поки отримує Чергова частина")
    assert "Зразок Третій" in words(card)
    assert "Чергова частина (зразок), Бердичівський район" in words(card)
    assert "Написати офіцеру" in buttons(card)
    await olena.hears("[venue]")
    await town.report(olena, "Музика вночі")
    await duty.hears("Музика вночі")


async def test_every_stale_button_is_answered(town: Town) -> None:
    third, fourth = await town.officer("zt-o03"), await town.officer("zt-o05")
    olena, petro = await town.neighbour("Олена"), await town.neighbour("Петро")
    await town.draft(olena)
    await olena.says("Моє")
    panel = await olena.hears("Додано. Пишіть")
    draft = next(b["callback_data"] for row in panel["reply_markup"]["inline_keyboard"] for b in row)
    stale = ["pg:1", "pg:99:0", "pl:UA00000000000000000", "pl:UA18000000000041385", draft, "ct:noise", "go:calm"]
    stale += ["go:nothing", "ln:xx", "rp:1:accept", "dr:99999999999999999999:send", "garbage", ":::", "pl:"]
    card = petro.messages[max(petro.messages)]
    for data in stale:
        await petro.taps_data(card["message_id"], data)
        await petro.hears("Цього повідомлення вже немає" if data == draft else "Ця кнопка вже не діє")
    await petro.taps_data(card["message_id"], "go:danger")
    await petro.hears("Телефонуйте, не чекайте відповіді тут")  # this one always helps

    await town.send(olena)
    await third.hears("Моє")
    await fourth.looks()
    greeting = max(fourth.messages)
    await fourth.taps_data(greeting, await town.act(1, "accept"))
    await fourth.hears("Повідомлення № 1 тут уже немає")
    for data in ("rp:77:resolve", "rp:99999999999999999999:show", "garbage"):
        await fourth.taps_data(greeting, data)
        await fourth.hears("Ця кнопка вже не діє")
    await fourth.taps_data(greeting, "rp:AbCdEf012_-x:resolve")
    await fourth.hears("Цього повідомлення вже немає")


async def test_typed_coordinates_are_a_location(town: Town) -> None:
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("49,8990, 28,6000")
    asked = await olena.hears("Ваша громада — Бердичівська?")
    assert "Місто Бердичів" in words(asked)
    await olena.taps("Інше місце")
    await olena.hears("Ви десь тут. Що з цього поруч із вами?")
    await olena.says("/place")
    await olena.says("52°13'47\"N 21°00'44\"E")
    await olena.hears("Це місце не в Україні")


BERDYCHIV, HRYSHKIVTSI = "UA18020030000035625", "UA18020070000083539"


async def test_near_a_border_the_resident_is_asked(town: Town, tmp_path: Path) -> None:
    file = tmp_path / "areas.geojson"
    squares = [(BERDYCHIV, 28.5), (HRYSHKIVTSI, 28.7)]
    features = [
        {
            "type": "Feature",
            "properties": {"katottg": code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[w, 49.8], [w + 0.2, 49.8], [w + 0.2, 50.0], [w, 50.0], [w, 49.8]]],
            },
        }
        for code, w in squares
    ]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    await import_file(town.app.database, polygons.read, file, now=utc_now())
    assert await town.app.places.refresh()

    olena = await asks_for_a_place(town, "Олена")
    await olena.shares(49.9, 28.6995)
    asked = await olena.hears("Ви поруч із межею громад. Яка громада ваша?")
    assert len([label for label in buttons(asked) if " гр." in label]) == 2
    await olena.taps(buttons(asked)[0])
    await olena.hears("місто Бердичів")
    await olena.taps("Інше місце")
    others = buttons(await olena.hears("Ви десь тут. Що з цього поруч із вами?"))
    assert any("Скраглівка" in label for label in others)  # of Berdychiv's hromada
    assert any("Агатівка" in label for label in others)  # of the other one
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.shares(49.9, 28.6995, accuracy=10)
    await olena.hears("Ваша громада — Бердичівська?")


async def test_a_former_name_and_a_namesake(town: Town) -> None:
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("Новоград-Волинський")
    asked = await olena.hears("Це ваше місце?")
    assert "Місто Звягель" in words(asked)
    assert "знайдено за назвою «Новоград-Волинський»" in words(asked)

    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("Київ")
    await olena.hears("Місто Київ")
    await olena.taps("Інше місце")
    others = await olena.hears("Яке ваше?")
    assert "с. Київ, " in buttons(others)[0]


async def test_a_place_that_a_newer_codifier_withdraws_keeps_its_people(town: Town) -> None:
    third = await town.officer("zt-o03")
    olena = await town.neighbour("Олена", "Бердичів")
    place = (await town.rows("SELECT place FROM residents"))[0]["place"]
    known = town.app.places().unit(place)
    async with town.app.database.write():
        async for _ in db.gazetteer.write_units([replace(known, withdrawn_in="2027-01")]):
            pass
        await db.gazetteer.add_generation("codifier", label="2027-01", rows=1, loaded_at=utc_now())
    assert await town.app.places.refresh()
    assert town.app.places().unit(place).withdrawn_in == "2027-01"
    await town.report(olena, "Музика вночі")
    card = await third.hears("місто Бердичів")
    assert "Бердичівська громада" in words(card)
    answer = town.app.places().find("Бердичів")
    assert place not in {each.unit.katottg for each in candidates(answer)}  # nobody new is sent there


async def test_a_corrected_name_is_looked_up_again(town: Town) -> None:
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    typed = await olena.says("Абвгдейка")
    await olena.hears("Я не знаю такої назви")
    await olena.edits(typed, "Малин")
    await olena.hears("місто Малин")
    await olena.edits(typed, "Бердичів")  # it was shown, and is not what was meant
    await olena.hears("місто Бердичів")
