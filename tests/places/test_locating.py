"""What tells a point where none may be kept: any notation, any link to a map; and what is only numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.places.locating import tells_a_point


@pytest.mark.parametrize(
    "text",
    [
        "50.254651, 28.658661",
        "вони стоять тут 50,254651 28,658661 біля ферми, чекають",
        "50°15'16.7\"N 28°39'31.2\"E",
        "N50 15.279 E028 39.520",
        "lat=50.25 lon=28.66",
        "широта 50.25 довгота 28.66",
        "https://maps.app.goo.gl/abcdef123",
        "https://www.google.com/maps/place/50.25,28.65",
        "дивіться https://waze.com/ul?ll=50.25,28.65",
        "https://www.openstreetmap.org/#map=16/50.25/28.65",
        "geo:50.25,28.65",
        "8GX62M3V+2Q",
        "37U DQ 12345 67890",
        "///слово.місто.ріка",
        "５０.２５４６５１, ２８.６５８６６１",
        "50\u200b.254651, 28\u2060.658661",
        "50․254651, 28․658661",
        "50.25 28.65",
        "50 254651 28 658661",
        "перше число 50.254651",
        "X 5571234 Y 4512345",
        "https://satellites.pro/#50.25,28.65",
        "ge0://ozCzzPOBZ8/Ферма",
        "om://o4MnIOApKp",
        "https://glympse.com/ABC-123",
    ],
)
def test_a_point_is_told(text: str) -> None:
    assert tells_a_point(text)


@pytest.mark.parametrize(
    "text",
    [
        "Сусід шумить після 23:00, буд. 12, кв. 45",
        "вкрали 12.500 грн 24.11.2026",
        "ціна 1.250 і 2.5",
        "+380 00 000 00 01",
        "https://example.org/news/2026/11/28",
        "тиск 120/80, температура 38,5",
        "приїхали з C++ конференції",
        "",
    ],
)
def test_numbers_are_no_point(text: str) -> None:
    assert not tells_a_point(text)


def test_a_link_behind_a_word() -> None:
    assert tells_a_point("тут", [{"type": "text_link", "offset": 0, "length": 3, "url": "https://goo.gl/maps/x"}])
    assert not tells_a_point("тут", [{"type": "bold", "offset": 0, "length": 3}])


@given(st.text(max_size=400))
def test_any_text_is_looked_at(text: str) -> None:
    assert tells_a_point(text) in (True, False)
