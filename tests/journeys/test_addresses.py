"""Street addresses, and what the search for places could not answer."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from bot.domain.places import SEARCH
from tests.journeys.conftest import OpenTown, Town
from tests.journeys.test_places import asks_for_a_place
from tests.nominatim import Nominatim, house, map_server
from tests.people import buttons, words

BERDYCHIV = (49.8967, 28.5833)


@pytest.fixture
async def maps() -> AsyncIterator[Nominatim]:
    async with map_server() as found:
        found.answer = [house(*BERDYCHIV)]
        yield found


@pytest.fixture
async def mapped(open_town: OpenTown, maps: Nominatim) -> Town:
    """A town whose bot asks a map server."""
    return await open_town(
        geocoder_url=maps.url, geocoder_user_agent="journey (mail@example.org)", geocoder_interval=0.05,
        geocoder_timeout=0.5,
    )  # fmt: skip


async def kinds(town: Town) -> dict[str, int]:
    return {row["kind"]: row["times"] for row in await town.rows("SELECT kind, times FROM unanswered")}


async def test_an_address_leads_to_the_hromada_around_it(mapped: Town, maps: Nominatim) -> None:
    olena = await asks_for_a_place(mapped, "Олена")
    maps.delay = 0.2
    await olena.says("вул. Зразкова, 1, кв. 7, Бердичів")
    await olena.hears("Хвилинку, шукаю цю адресу на карті")
    asked = await olena.hears("Ваша громада — Бердичівська?")
    assert "Місто Бердичів" in words(asked)
    assert buttons(asked) == ["Так, тут", "Інше місце"]
    assert [each["q"] for each in maps.asked] == [
        "вулиця Зразкова 1, Бердичів, Бердичівський район, Житомирська область"
    ]
    await olena.taps("Так, тут")
    card = await olena.hears("вашої громади:")
    assert "Від вас: " in words(card)
    assert await mapped.count("addresses") == 0
    assert await kinds(mapped) == {}


@pytest.mark.parametrize(
    ("spoil", "said", "kind"),
    [
        ({"answer": []}, "Такої адреси на карті не знайшлося", "address-not-found"),
        ({"answer": [house(49.84, 24.03)]}, "Такої адреси на карті не знайшлося", "address-not-found"),  # Львів
        ({"status": 500}, "Карта зараз не відповідає", "geocoder-away"),
        ({"delay": 3.0}, "Карта зараз не відповідає", "geocoder-away"),
        ({"garbage": "<html>"}, "Карта зараз не відповідає", "geocoder-away"),
    ],
    ids=["nothing", "elsewhere", "broken", "slow", "garbage"],
)
async def test_without_the_address_the_settlement_has_to_do(
    mapped: Town, maps: Nominatim, spoil: dict[str, object], said: str, kind: str
) -> None:
    for name, value in spoil.items():
        setattr(maps, name, value)
    olena = await asks_for_a_place(mapped, "Олена")
    await olena.says("Бердичів, вул. Зразкова 1")
    await olena.hears(said)
    await olena.hears("місто Бердичів")
    await olena.says("/place")
    await olena.hears("Де це сталося або де ви живете")
    maps.garbage = "{"
    await olena.says("вул. Зразкова 2, Іванівка")
    first = await olena.hears("Знайшлося 122 місця")
    assert "Інше місце" in buttons(first)
    await olena.taps("Далі")
    await olena.hears("Сторінка 2 з 16")
    assert (await kinds(mapped))[kind] >= 1
    assert "Зразкова" not in str(await mapped.rows("SELECT * FROM unanswered"))


async def test_who_has_gone_on_hears_no_late_answer(mapped: Town, maps: Nominatim) -> None:
    olena = await asks_for_a_place(mapped, "Олена")
    maps.delay = 0.4
    await olena.says("вул. Зразкова 1, Бердичів")
    await olena.hears("Хвилинку")
    await olena.says("Житомир")
    await olena.hears("місто Житомир")
    await asyncio.sleep(0.6)
    await olena.looks()
    assert not any("Бердичівська" in each for each in olena.heard)

    await olena.says("/place")
    await olena.says("вул. Зразкова 2, Бердичів")
    await olena.hears("Хвилинку")
    await olena.says("/forget")
    await olena.taps("Так, стерти все")
    await olena.hears("усе, що я про вас зберігав, стерто")
    heard = len(olena.heard)
    await asyncio.sleep(0.6)
    await olena.looks()
    assert len(olena.heard) == heard
    assert await mapped.count("addresses") == 0


async def test_words_that_wait_for_their_place_wait_for_an_address_too(mapped: Town) -> None:
    await mapped.officer("zt-o03")
    olena = await asks_for_a_place(mapped, "Олена")
    await olena.sends_photo("Ось так щоночі")
    await olena.hears("я запам’ятав")
    await olena.says("вул. Зразкова 1, Бердичів")
    await olena.hears("Ваша громада — Бердичівська?")
    await olena.taps("Так, тут")
    await olena.hears("Про що хочете повідомити")


async def test_without_a_map_an_address_is_its_settlement(town: Town) -> None:
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("м. Бердичів, вул. Зразкова, 1")
    await olena.hears("Вулиць я не знаю, тому шукаю лише за назвою")
    await olena.hears("місто Бердичів")
    await olena.says("/place")
    await olena.says("вул. Зразкова, 1")
    await olena.hears("а міста чи села — ні")
    await olena.says("Бердичів")
    await olena.hears("місто Бердичів")
    assert await kinds(town) == {"address-not-looked-for": 1, "address-without-settlement": 1}


async def test_what_the_search_could_not_answer_is_counted_by_kind(town: Town) -> None:
    olena = await asks_for_a_place(town, "Олена")
    for _ in range(2):
        await olena.says("Абвгдейка")
        await olena.hears("Я не знаю такої назви")
    await olena.shares(52.2297, 21.0122)  # Warsaw
    await olena.hears("Це місце не в Україні")
    await olena.says("Іванівка")
    await olena.hears("Знайшлося 122 місця")
    await olena.taps("Інше місце")
    await olena.hears("шукаємо інше місце")
    await olena.says("Київ")
    await olena.hears("Місто Київ")
    await olena.taps("Інше місце")
    others = await olena.hears("Яке ваше?")
    assert "с. Київ, " in buttons(others)[0]
    await olena.says("Львів")  # typed instead of choosing
    await olena.hears("Місто Львів")
    assert await kinds(town) == {"unknown-name": 2, "outside-ukraine": 1, "not-listed": 1, "wrong-place": 1}
    for row in await town.rows("SELECT data FROM dialogues"):
        assert set(json.loads(row["data"])) <= set(SEARCH)  # forgotten in time, see bot/ticks.py


async def test_the_last_shared_point_puts_its_neighbours_first(town: Town) -> None:
    olena = await asks_for_a_place(town, "Олена")
    await olena.says("Михайлівка")
    far = buttons(await olena.hears("Знайшлося 108 місць"))
    assert "Чернівецька" not in far[0]
    await olena.says("/place")
    await olena.shares(48.1167, 25.9667)  # beside Михайлівка of Чернівецька область
    await olena.hears("Ваша громада —")
    await olena.says("Михайлівка")
    near = await olena.hears("Знайшлося 108 місць")
    assert "Чернівецька" in buttons(near)[0]
    await olena.taps("Далі")  # the list is made again with the same point
    second = await olena.hears("Сторінка 2 з")
    assert not set(buttons(second)[:8]) & set(buttons(near)[:8])
    await olena.taps(buttons(second)[0])
    card = await olena.hears("У моєму довіднику")
    assert "Від вас" not in words(card)  # the point says where to look, no more
    assert "47.27" not in str(await town.rows("SELECT chat_id, place FROM residents"))
