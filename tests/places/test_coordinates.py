"""Coordinates as people type them, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.places import Point
from bot.places.coordinates import read_coordinates

LONGEST_MESSAGE = 4096


def assert_reads(text: str, lat: float, lon: float, *, within: float = 1e-4) -> None:
    point = read_coordinates(text)
    assert point is not None, text
    assert [point.lat, point.lon] == pytest.approx([lat, lon], abs=within), text


@pytest.mark.parametrize(
    "text",
    [
        "50.25, 28.66",
        "50.25,28.66",
        "50.25 28.66",
        "50,25 28,66",
        "50,25, 28,66",
        "50,25,28,66",
        "50,25; 28,66",
        "50.25;28.66",
        "50.25/28.66",
        "50.25 | 28.66",
        "(50.250000, 28.660000)",
        "[50.25, 28.66]",
        "«50.25, 28.66»",
        '"50.25, 28.66"',
        "  50.25\n28.66 ",
        "\u200e50.25,\u200e 28.66\u200e",
        "+50.25 +28.66",
        "50.25°, 28.66°",
        # the other way round: there is only one place in Ukraine it can be
        "28.66, 50.25",
        "28.66 50.25",
        "28,66; 50,25",
        # words, a height, a remark
        "координати 50.25, 28.66",
        "Координати: 50,25 28,66",
        "Мої координати — 50.25, 28.66.",
        "Я тут: 50.250, 28.660",
        "я зараз тут 50.25 28.66",
        "I'm here: 50.25, 28.66",
        "📍 50.25, 28.66",
        "Житомир 50.2500, 28.6600",
        "50.2500, 28.6600 біля школи",
        "50.25, 28.66, 120",
        "50.25, 28.66, 120 м",
        "50.2500, 28.6600, 120.5",
        "50.25, 28.66 (Житомир)",
        "50.25, 28.66 (вул. Миру, 5)",
        "50.25N 28.66E (Житомир).",
        "Координати будинку 50.25 28.66",
        "geo: 50.25, 28.66",
        "Geo:50.25, 28.66",
        "50.25, 28.66, точність 10 м",
        "50.2500, 28.6600 східна околиця",
        "50.2500, 28.6600, біля будинку 5",
    ],
)
def test_two_numbers(text: str) -> None:
    assert_reads(text, 50.25, 28.66)


@pytest.mark.parametrize(
    "text",
    [
        "lat: 50.25, lon: 28.66",
        "lat: 50.25 lng: 28.66",
        "lat=50.25 lon=28.66",
        "lon=28.66, lat=50.25",
        "longitude 28.66 latitude 50.25",
        "Latitude: 50.25 N, Longitude: 28.66 E",
        "широта 50.25 довгота 28.66",
        "довгота 28.66 широта 50.25",
        "Широта — 50,25, довгота — 28,66",
        "долгота 28.66, широта 50.25",
        "шир. 50.25, довг. 28.66",
        "Lat/Lng: 50.25, 28.66",
        "довгота, широта: 28.66 50.25",
        "Широта: 50.25\nДовгота: 28.66\nВисота: 220 м",
        "Широта: 50.25°\nДовгота: 28.66°\nТочність: ±10 м",
        "координати: широта 50.25 і довгота 28.66",
    ],
)
def test_labels_tell_the_order(text: str) -> None:
    assert_reads(text, 50.25, 28.66)


@pytest.mark.parametrize(
    "text",
    [
        "N50.25 E28.66",
        "N 50.25, E 28.66",
        "N: 50.25 E: 28.66",
        "50.25N 28.66E",
        "50.25N28.66E",
        "50.25n, 28.66e",
        "50.25N 28.66Е",  # the Cyrillic letter
        "E28.66 N50.25",
        "28.66E 50.25N",
        "50.25° N, 28.66° E",
        "N50.25° E28.66°",
        "N50 15 E28 39.6",
        "50°15 N 28°39.6 E",
        "50.25 пн.ш. 28.66 сх.д.",
        "50,25° пн. ш., 28,66° сх. д.",
        "28.66 сх.д., 50.25 пн.ш.",
        "50.25 пн 28.66 сх",
        "пн. ш. 50.25, сх. д. 28.66",
        "50.25 північної широти 28.66 східної довготи",
        "50.25 градусів північної широти та 28.66 градусів східної довготи",
        "50 градусів 15 хвилин північної широти, 28 градусів 39 хвилин 36 секунд східної довготи",
        "50.25 с.ш. 28.66 в.д.",
        "50,25° с. ш., 28,66° в. д.",
        "50.25 северной широты, 28.66 восточной долготы",
        "50.25 N, 28.66 E, 120 m",
        "50°15'N 28°39.6'E",
        "50°15′ N, 28°39.6′ E",
        "50º15’N 28º39’36''E",
        "50˚15´0″N 28˚39´36″E",
        "50°15'00\"N 28°39'36\"E",
        "50°15′0.0″N28°39′36.0″E",
        "50° 15' 00'' N, 28° 39' 36'' E",
        "50° 15′ 0″ 28° 39′ 36″",
        "28°39'36\"E 50°15'N",
        "28°39'36\" 50°15'00\"",  # no letters, but only one order is in Ukraine
        "50°15′ пн. ш. 28°39′36″ сх. д.",
        "Ми тут: 50°15'N 28°39'36\"E",
    ],
)
def test_sides_of_the_world_and_minutes(text: str) -> None:
    assert_reads(text, 50.25, 28.66)


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("-33.868, 151.209", -33.868, 151.209),
        ("−33.868, 151.209", -33.868, 151.209),
        ("33°52'S 151°12'E", -33.8667, 151.2),
        ("51.5 N 0.12 W", 51.5, -0.12),
        ("51.5 пн. ш. 0.12 зх. д.", 51.5, -0.12),
        ("33.9 ю. ш., 18.4 в. д.", -33.9, 18.4),
        ("-33.9 S, 18.4 E", -33.9, 18.4),
        ("28.66 N 50.25 E", 28.66, 50.25),  # letters are believed
    ],
)
def test_far_from_ukraine(text: str, lat: float, lon: float) -> None:
    assert_reads(text, lat, lon)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Житомир",
        "50.25",
        "50, 28",  # a house and a flat
        "вул. Миру, 5",
        "вул. Миру, 5, кв. 12",
        "Миру 50.25, 28.66",
        "буд. 50.25 28.66",
        "22.11 14.30",
        "14.30, 15.30",
        "14.30-15.30",
        "10:30 12:45",
        "2,5 3,5",
        "1.5/2.5",
        "12.05.2026",
        "12.05, 13.06, 14.07",
        "45.50, 30.20, 12.75",  # sums
        "45,50; 30,20; 12,75",
        "45.50 грн 30.20 грн",
        "ціна 45.50 30.20",
        "1.500 грн, 2.300 грн",
        "цукор 1.500, 2.300",
        "50.25 - 28.66",
        "50.25.28.66",
        "50.25,28,120",
        "5.8°, 7.3°",
        "20° 25°",
        "91.5, 28.66",
        "lat 91.5 lon 28.66",
        "50.25, 190.5",
        "lat 50.25 lat 28.66",
        "50.25N 28.66N",
        "50.25°15' N 28.66 E",
        "50°75'N 28°39'E",
        "50°15'75\"N 28°39'E",
        "50°-15'N 28°39'E",
        "50°15'N",
        "5'10\" 6'2\"",
        "0-800-500-335",
        "067 123 45 67",
        "+380 00 000 00 01",
        "+380000000001",
        "102",
        "50.25, 28.66 і ще щось",
        "50.25, 28.66 кв. 5",
        "50.2500, 28.6600, 120, 14",
        "Сусід о 14.30 побив вікна, збитки 50.25 та 28.66 тисяч",
        "Учора ввечері тут сталася аварія і водій утік 50.2500, 28.6600",
        "50.25, 28.66 (учора ввечері тут сталася аварія, водій утік, а свідок усе бачив)",
    ],
)
def test_anything_else(text: str) -> None:
    assert read_coordinates(text) is None


# --- any point of Ukraine in any notation ----------------------------------------------------------------------------

LATS = st.floats(44.3, 52.4)
LONS = st.floats(22.1, 40.3)
STYLES = st.sampled_from(["{:.5f}", "{:.3f}", "{:.2f}"])
SIDES = [
    ("{}N", "{}E"),
    ("N{}", "E{}"),
    ("{} пн. ш.", "{} сх. д."),
    ("{} с.ш.", "{} в.д."),
    ("{} північної широти", "{} східної довготи"),
    ("lat: {}", "lon: {}"),
    ("широта {}", "довгота {}"),
    ("Latitude = {}", "Longitude = {}"),
]


@given(
    lat=LATS,
    lon=LONS,
    style=STYLES,
    between=st.sampled_from([", ", " ", ";", "; ", "\n"]),
    comma=st.booleans(),
    swapped=st.booleans(),
    words=st.sampled_from(["{}", "координати: {}", "Я тут {}", "({})", "{}, 120", "{} (біля школи № 5)"]),
)
def test_any_two_decimals(
    lat: float, lon: float, style: str, between: str, comma: bool, swapped: bool, words: str
) -> None:
    one, other = style.format(lat), style.format(lon)
    text = between.join([other, one] if swapped else [one, other])
    text = words.format(text.replace(", ", "; ").replace(".", ",") if comma else text)
    assert read_coordinates(text) == Point(float(one), float(other)), text


@given(
    lat=st.floats(-89.9, 89.9).map(lambda each: round(each, 5)),
    lon=st.floats(-179.9, 179.9).map(lambda each: round(each, 5)),
    between=st.sampled_from([", ", " ", ";", "; ", ","]),
)
def test_any_pair_of_decimals_of_the_earth(lat: float, lon: float, between: str) -> None:
    """Only what lies in Ukraine the other way round is turned."""
    read = read_coordinates(f"{lat:.5f}{between}{lon:.5f}")
    turned = 22 <= lat <= 41 and 44 <= lon <= 53
    assert read == (Point(lon, lat) if turned else Point(lat, lon))


def angle(degrees: float, numbers: int, signs: tuple[str, str, str]) -> str:
    """Degrees as so many numbers, the last with two decimals."""
    parts = []
    for sign in signs[: numbers - 1]:
        parts.append(f"{int(degrees)}{sign}")
        degrees = (degrees - int(degrees)) * 60
    return "".join(parts) + f"{min(degrees, 59.99):.2f}{signs[numbers - 1]}"


@given(
    lat=LATS,
    lon=LONS,
    numbers=st.sampled_from([1, 2, 3]),
    signs=st.sampled_from([("°", "'", '"'), ("º", "’", "''"), ("˚", "′", "″"), ("° ", "´ ", "” "), (" ", " ", " ")]),
    sides=st.sampled_from(SIDES),
    between=st.sampled_from([", ", " ", "; ", " та "]),
    turned=st.booleans(),
)
def test_any_angle_with_sides_or_labels(
    lat: float,
    lon: float,
    numbers: int,
    signs: tuple[str, str, str],
    sides: tuple[str, str],
    between: str,
    turned: bool,
) -> None:
    parts = [side.format(angle(each, numbers, signs)) for side, each in zip(sides, (lat, lon), strict=True)]
    text = between.join(reversed(parts) if turned else parts)
    assert_reads(text, lat, lon, within=0.0101 / 60 ** (numbers - 1))


@given(lat=LATS, lon=LONS, numbers=st.sampled_from([2, 3]), turned=st.booleans())
def test_any_angle_without_letters(lat: float, lon: float, numbers: int, turned: bool) -> None:
    parts = [angle(each, numbers, ("°", "'", '"')) for each in (lat, lon)]
    assert_reads(", ".join(reversed(parts) if turned else parts), lat, lon, within=0.0101 / 60 ** (numbers - 1))


# --- any text --------------------------------------------------------------------------------------------------------

PIECES = [
    "50.25",
    "28,66",
    "50",
    "°",
    "'",
    '"',
    "''",
    "N",
    "E",
    "пн. ш.",
    "сх.д.",
    "lat",
    "lon",
    ":",
    "=",
    ",",
    ".",
    " ",
]
PIECES += [
    "-",
    "(",
    ")",
    "geo:",
    "https://",
    "google.com/",
    "?q=",
    "@",
    "!3d",
    "!4d",
    "#map=15/",
    "%2C",
    "%",
    "&",
    "тут",
]


@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_any_text_is_read_or_not(text: str) -> None:
    point = read_coordinates(text)
    assert point is None or (abs(point.lat) <= 90 and abs(point.lon) <= 180)


@pytest.mark.parametrize("start", ["", "11 ", "https://", "https://maps/?q=", "geo:"])
@pytest.mark.parametrize("piece", [*PIECES, "1", "1 ", "1.", "a", "пн", "50.25, 28.66 ", "https://x/@1,", "geo:1,"])
def test_the_longest_message_is_no_place(start: str, piece: str) -> None:
    """Also not a slow one: what is not linear in the length would hang here."""
    assert read_coordinates((start + piece * LONGEST_MESSAGE)[:LONGEST_MESSAGE]) is None
