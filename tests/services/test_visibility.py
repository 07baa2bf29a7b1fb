"""Who sees which field of the directory."""

from dataclasses import replace

import pytest

from bot.domain.people import Officer, Role, Station, Visibility
from bot.domain.places import Point
from bot.domain.routing import Covered, Why
from bot.services.lookup import officer_words, station_words

OFFICER = Officer(
    id=1,
    code="o1",
    role=Role.COMMUNITY,
    rank="капітан поліції",
    name="Зразок Перший",
    phone="+380 00 000 00 01",
    photo=None,
    chat_id=None,
    locale="uk",
)
STATION = Station(1, "s1", "Станція", "вул. Зразкова, 1", Point(50, 28), "цілодобово", "102", photo="a-file")
HERE = Covered((OFFICER,), STATION, Why.COMMUNITY, Role.COMMUNITY, "UA", ())
P, O, A = Visibility  # noqa: E741 - public, officers, admins


@pytest.mark.parametrize("seen", Visibility)
@pytest.mark.parametrize("viewer", Visibility)
def test_whoever_stands_higher_sees_what_those_below_see(seen: Visibility, viewer: Visibility) -> None:
    shown = {(P, P), (P, O), (P, A), (O, O), (O, A), (A, A)}
    words = officer_words(replace(OFFICER, name_seen=seen, phone_seen=seen), viewer)
    if (seen, viewer) in shown:
        assert (words.name, words.rank, words.phone) == (OFFICER.name, OFFICER.rank, OFFICER.phone)
    else:
        assert (words.name, words.rank, words.phone) == ("", "", None)
    assert words.role is Role.COMMUNITY


def test_a_resident_sees_neither_an_officers_phone_nor_less_than_the_name_by_default() -> None:
    words = officer_words(OFFICER)
    assert (words.name, words.phone) == ("Зразок Перший", None)


@pytest.mark.parametrize("seen", [O, A])
def test_a_hidden_address_hides_everything_that_tells_where(seen: Visibility) -> None:
    words = station_words(replace(HERE, station=replace(STATION, address_seen=seen)), Point(50, 28.1))
    assert words is not None
    assert (words.address, words.lat, words.lon, words.photo, words.distance_km) == ("", None, None, None, None)
    assert (words.name, words.hours, words.phone) == ("Станція", "цілодобово", "102")


@pytest.mark.parametrize("seen", [O, A])
def test_a_stations_phone_can_be_hidden(seen: Visibility) -> None:
    words = station_words(replace(HERE, station=replace(STATION, phone_seen=seen)), None)
    assert words is not None
    assert (words.address, words.phone, words.photo) == ("вул. Зразкова, 1", "", "a-file")
