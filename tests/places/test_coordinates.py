"""Coordinates as people type them, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.places import Point
from bot.places.coordinates import read_coordinates


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("50.25, 28.66", 50.25, 28.66),
        ("50.25,28.66", 50.25, 28.66),
        ("50.25 28.66", 50.25, 28.66),
        ("50,25 28,66", 50.25, 28.66),
        ("50,25, 28,66", 50.25, 28.66),
        ("50,25,28,66", 50.25, 28.66),
        ("50,25; 28,66", 50.25, 28.66),
        ("50.25;28.66", 50.25, 28.66),
        ("50.25/28.66", 50.25, 28.66),
        ("(50.254650, 28.658670)", 50.25465, 28.65867),
        ("  50.25\n28.66 ", 50.25, 28.66),
        ("50.25°, 28.66°", 50.25, 28.66),
        ("50.25° N, 28.66° E", 50.25, 28.66),
        ("N50.25° E28.66°", 50.25, 28.66),
        ("50°15'N 28°39'E", 50.25, 28.65),
        ("50°15′ N, 28°39′ E", 50.25, 28.65),
        ("50°15’N 28°39’E", 50.25, 28.65),
        ("28°39'E 50°15'N", 50.25, 28.65),
        ("50°15'18\"N 28°39'36\"E", 50.255, 28.66),
        ("50°15′18.0″N28°39′36.0″E", 50.255, 28.66),
        ("50°15'18''N 28°39'36''E", 50.255, 28.66),
        ("50°15′ пн. ш. 28°39′ сх. д.", 50.25, 28.65),
        ("50°15′ пн.ш., 28°39′ сх.д.", 50.25, 28.65),
        ("lat: 50.25, lon: 28.66", 50.25, 28.66),
        ("широта 50.25 довгота 28.66", 50.25, 28.66),
        ("-33.86, 151.21", -33.86, 151.21),
        ("33°52'S 151°12'E", -33.8667, 151.2),
    ],
)
def test_coordinates(text: str, lat: float, lon: float) -> None:
    point = read_coordinates(text)
    assert point is not None
    assert [point.lat, point.lon] == pytest.approx([lat, lon], abs=1e-4)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Житомир",
        "50.25",
        "50, 28",  # a house and a flat
        "вул. Миру, 5",
        "Миру 50.25, 28.66",
        "12.05.2026",
        "12.05, 13.06, 14.07",
        "91.5, 28.66",
        "50.25, 190.5",
        "50°75'N 28°39'E",
        "50°15'N",
        "0-800-500-335",
        "102",
        "50.25, 28.66 і ще щось",
    ],
)
def test_anything_else(text: str) -> None:
    assert read_coordinates(text) is None


@given(
    lat=st.floats(-89.9, 89.9).map(lambda each: round(each, 5)),
    lon=st.floats(-179.9, 179.9).map(lambda each: round(each, 5)),
    between=st.sampled_from([", ", " ", ";", "; ", ","]),
)
def test_any_pair_of_decimals(lat: float, lon: float, between: str) -> None:
    assert read_coordinates(f"{lat:.5f}{between}{lon:.5f}") == Point(lat, lon)


@given(st.text(max_size=60))
def test_any_text_is_read_or_not(text: str) -> None:
    read_coordinates(text)
