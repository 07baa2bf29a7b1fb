"""The geocoder against a map server on loopback."""

import logging
from collections.abc import AsyncIterator

import pytest

from bot.domain.places import Point
from bot.places.geocoder import REMEMBERED_S, REST_S, Geocoder, GeocoderAway
from tests.nominatim import Nominatim, house, map_server

QUERY = "вулиця Київська 5, Житомир, Житомирська область"


@pytest.fixture
async def server() -> AsyncIterator[Nominatim]:
    async with map_server() as found:
        yield found


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def geocoder(server: Nominatim) -> AsyncIterator[Geocoder]:
    found = Geocoder(server.url, user_agent="box (mail@example.org)", timeout_s=0.3, clock=Clock())
    yield found
    await found.close()


async def test_the_server_hears_a_whole_question(server: Nominatim, geocoder: Geocoder) -> None:
    server.answer = [house(50.26, 28.67)]
    spot = await geocoder.ask(QUERY)
    assert spot is not None
    assert spot.point == Point(50.26, 28.67)
    assert 5 < spot.accuracy_m < 10
    assert server.agents == ["box (mail@example.org)"]
    asked = {"q": QUERY, "format": "json", "limit": "1", "countrycodes": "ua", "accept-language": "uk"}
    assert server.asked == [asked]


async def test_a_street_reaches_as_far_as_it_goes(server: Nominatim, geocoder: Geocoder) -> None:
    server.answer = [house(50.26, 28.67, place_rank=26, boundingbox=["50.25", "50.27", "28.66", "28.68"])]
    spot = await geocoder.ask(QUERY)
    assert spot is not None
    assert 1_200 < spot.accuracy_m < 1_400


@pytest.mark.parametrize("answer", [[], [house(50.26, 28.67, place_rank=16)]], ids=["nothing", "the whole town"])
async def test_no_such_street(server: Nominatim, geocoder: Geocoder, answer: list[dict[str, object]]) -> None:
    server.answer = answer
    assert await geocoder.ask(QUERY) is None


@pytest.mark.parametrize(("status", "rest"), [(429, REST_S), (403, REST_S), (503, 0.0), (500, 0.0), (400, 0.0)])
async def test_a_refusal_is_told_by_kind(server: Nominatim, geocoder: Geocoder, status: int, rest: float) -> None:
    server.status = status
    with pytest.raises(GeocoderAway) as away:
        await geocoder.ask(QUERY)
    assert away.value.rest_s == rest
    assert "Київська" not in f"{away.value!r} {away.value.__cause__!r}"


async def test_it_rests_as_long_as_it_is_told(server: Nominatim, geocoder: Geocoder) -> None:
    server.status, server.headers = 429, {"Retry-After": "40"}
    with pytest.raises(GeocoderAway) as away:
        await geocoder.ask(QUERY)
    assert away.value.rest_s == 40


@pytest.mark.parametrize(
    "garbage", ["<html>", "{", "[1]", '["a"]', '[{"lat": "x", "lon": "1"}]', '[{"lat": "91", "lon": "1"}]', "7", "[{}]"]
)
async def test_garbage_is_no_answer(server: Nominatim, geocoder: Geocoder, garbage: str) -> None:
    server.garbage = garbage
    with pytest.raises(GeocoderAway):
        await geocoder.ask(QUERY)


async def test_a_slow_server_is_away(server: Nominatim, geocoder: Geocoder) -> None:
    server.delay = 1.0
    with pytest.raises(GeocoderAway, match="GeocoderTimedOut"):
        await geocoder.ask(QUERY)


async def test_no_server_is_away() -> None:
    geocoder = Geocoder("http://127.0.0.1:9", user_agent="box", timeout_s=0.3)
    with pytest.raises(GeocoderAway):
        await geocoder.ask(QUERY)
    await geocoder.close()


async def test_answers_are_remembered_for_a_day_and_failures_are_not(server: Nominatim) -> None:
    clock = Clock()
    geocoder = Geocoder(server.url, user_agent="box", timeout_s=0.3, clock=clock)
    server.status = 500
    with pytest.raises(GeocoderAway):
        await geocoder.ask(QUERY)
    assert geocoder.remembered(QUERY) is None
    server.status = 200
    assert await geocoder.ask(QUERY) is None
    assert geocoder.remembered("  " + QUERY.upper()) == (None,)
    clock.now = REMEMBERED_S + 1
    assert geocoder.remembered(QUERY) is None
    await geocoder.close()


async def test_nothing_of_an_address_is_logged(
    server: Nominatim, geocoder: Geocoder, caplog: pytest.LogCaptureFixture
) -> None:
    """The library logs whole questions below WARNING; `bot.logs` lets nothing of a library pass below CRITICAL."""
    caplog.set_level(logging.WARNING)
    server.status = 500
    with pytest.raises(GeocoderAway):
        await geocoder.ask(QUERY)
    assert caplog.text == ""
