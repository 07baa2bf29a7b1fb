"""A place that somebody tells of, or types otherwise than it stands, is one tap away; their words are not lost."""

from tests.journeys.conftest import Town
from tests.journeys.test_places import asks_for_a_place
from tests.people import Json, buttons, words


def yes(question: Json) -> tuple[int, str]:
    """The first button: it picks the place."""
    return question["message_id"], str(question["reply_markup"]["inline_keyboard"][0][0]["callback_data"])


async def test_a_story_offers_the_place_it_names_and_its_words_go_along(town: Town) -> None:
    await town.officer("zt-o03")
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("Ми з Житомира, а зараз живемо в Бердичеві. Сусід щоночі вмикає музику")
    asked = await olena.hears("Ваші слова я запам’ятав. Це сталося тут?")
    for said in ("Місто Бердичів", "Бердичівська громада", "Бердичівський район", "Житомирська область"):
        assert said in words(asked)
    await olena.taps_data(*yes(asked))
    await olena.hears("вашої громади:")
    assert "Ваші слова" in words(await olena.hears("Про що хочете повідомити"))
    await olena.taps("Шум")
    await olena.taps("Ні, ")
    await olena.hears("Додано. Пишіть")
    assert "Сусід щоночі вмикає музику" in str(await town.rows("SELECT text FROM entries"))


async def test_another_place_than_the_story_names(town: Town) -> None:
    await town.officer("zt-o05")
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("переїхали з Житомира до Бердичева, а на новому місці щодня крадуть дрова")
    asked = await olena.hears("Місто Бердичів")
    await olena.taps_data(asked["message_id"], "go:other")
    others = await olena.hears("Яке ваше?")
    assert "м. Житомир" in buttons(others)[0]
    await olena.says("Коростень")
    await olena.hears("Коростенська громада")
    assert "Ваші слова" in words(await olena.hears("Про що хочете повідомити"))


async def test_a_story_from_before_the_consent_offers_its_place_afterwards(town: Town) -> None:
    await town.officer("zt-o03")
    olena = await town.resident("Олена")
    await olena.says("Хтось краде квіти з могил у Бердичеві")
    await olena.hears("Згодні?")
    await olena.taps("огоджуюсь")
    asked = await olena.hears("Ваші слова я запам’ятав. Це сталося тут?")
    assert "Місто Бердичів" in words(asked)
    await olena.taps_data(*yes(asked))
    assert "Ваші слова" in words(await olena.hears("Про що хочете повідомити"))


async def test_a_cry_is_no_place_and_the_place_in_it_is(town: Town) -> None:
    olena = await asks_for_a_place(town, "Олена")
    for cry in ("Пожежа", "рятуйте"):
        await olena.says(cry)
        await olena.hears("Написане я запам’ятав")
    await olena.says("горить хата в Бердичеві")
    asked = await olena.hears("Це сталося тут?")
    assert "Місто Бердичів" in words(asked)


async def test_a_name_that_stands_otherwise_is_confirmed(town: Town) -> None:
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("Бердичеві")
    asked = await olena.hears("Це ваше місце?")
    for said in ("Місто Бердичів", "Бердичівська громада", "Бердичівський район", "Житомирська область"):
        assert said in words(asked)
    await olena.taps_data(*yes(asked))
    await olena.hears("вашої громади:")

    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    await olena.says("бердичів")
    await olena.hears("вашої громади:")
