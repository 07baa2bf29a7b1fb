"""A place as a map app shares it."""

from tests.journeys.conftest import Town
from tests.people import words

LINK = "https://www.google.com/maps/place/Berdychiv/@49.95,28.65,12z/data=!3m1!4b1!8m2!3d49.8990!4d28.6000"
SHARED = f"Бердичів\nЖитомирська область, 13300\n{LINK}"


async def test_a_link_answers_where(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.taps("Погоджуюсь")
    await olena.says(SHARED)
    asked = await olena.hears("Ваша громада — Бердичівська?")
    assert "Місто Бердичів" in words(asked)


async def test_a_link_after_another_place_may_be_the_place(town: Town) -> None:
    """However long it is."""
    await town.officer("zt-o05")
    olena = await town.neighbour("Олена", "Коростень")
    await olena.says(LINK)
    await olena.hears("я запам’ятав")
    await olena.taps("Це місце, знайти його")
    await olena.hears("Ваша громада — Бердичівська?")


async def test_a_short_link_is_not_opened(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.says("/start")
    await olena.taps("Погоджуюсь")
    await olena.says("https://maps.app.goo.gl/abc")
    await olena.hears("• надішліть геолокацію")
