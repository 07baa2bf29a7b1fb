"""A small country for figures: two oblasts with raions, hromadas and villages, a city with two districts, and a city
that is an oblast by itself; and registries over it."""

from collections.abc import Iterable, Sequence
from datetime import date

from hypothesis import strategies as st

from bot.domain.admins import EVERYWHERE, Scope
from bot.domain.figures.standing import Standing
from bot.domain.figures.terrain import Terrain
from bot.domain.people import Beat, Officer, Post, Role, Station
from bot.domain.places import PlaceCategory, Point, Unit
from bot.domain.routing import Directory

DAY = date(2026, 11, 22)
OBLASTS = ("UA18000000000000001", "UA35000000000000002")


def _oblast(code: str, number: int) -> list[Unit]:
    units = [Unit(code, PlaceCategory.OBLAST, f"Область {number}")]
    for r in (1, 2):
        raion = f"{code[:4]}0{r}000000000000{r}"
        units.append(Unit(raion, PlaceCategory.RAION, f"Район {number}{r}", oblast=code))
        for h in (1, 2):
            hromada = f"{raion[:6]}00{h}00000000{h}0"
            units.append(Unit(hromada, PlaceCategory.HROMADA, f"Громада {number}{r}{h}", oblast=code, raion=raion))
            units += _settlements(hromada, raion, code, f"{number}{r}{h}")
    return units


def _settlements(hromada: str, raion: str, oblast: str, name: str) -> list[Unit]:
    kinds = ((PlaceCategory.CITY, 9_000), (PlaceCategory.VILLAGE, 500), (PlaceCategory.VILLAGE, None))
    return [
        Unit(
            f"{hromada[:9]}00{s}000000{s}",
            kind,
            f"Місце {name}{s}",
            oblast=oblast,
            raion=raion,
            hromada=hromada,
            population=people,
        )
        for s, (kind, people) in enumerate(kinds, start=1)
    ]


def _units() -> list[Unit]:
    units = [unit for number, code in enumerate(OBLASTS, start=1) for unit in _oblast(code, number)]
    city = next(unit for unit in units if unit.category is PlaceCategory.CITY)
    for d in (1, 2):
        code, name = f"{city.katottg[:12]}0{d}0000{d}", f"Район міста {d}"
        units.append(Unit(code, PlaceCategory.DISTRICT, name, city.oblast, city.raion, city.hromada, city.katottg))
    capital = "UA80000000000000003"
    units.append(Unit(capital, PlaceCategory.SPECIAL_CITY, "Столиця", hromada=capital, population=100_000))
    units.append(Unit("UA18000000000000099", PlaceCategory.CITY, "Сама собі", oblast=OBLASTS[0]))  # as Прип'ять
    return units


LAND = Terrain.of(_units())
CODES = sorted(LAND.units)
CITY = next(unit for unit in LAND.settlements if unit.katottg in LAND.districts)
DISTRICTS = LAND.districts[CITY.katottg]
VILLAGE = next(unit for unit in LAND.settlements if unit.category is PlaceCategory.VILLAGE)
COUNTRY = EVERYWHERE


def scope(*codes: str) -> Scope:
    return Scope(frozenset(codes))


def officer(number: int, role: Role = Role.COMMUNITY, *, chat: int | None = None) -> Officer:
    return Officer(number, f"o{number}", role, "", f"Зразок {number}", "", None, chat, "uk")


def beat(number: int, areas: Iterable[str], *posts: Post, station: int | None = None) -> Beat:
    return Beat(number, f"d{number}", f"Дільниця {number}", station, frozenset(areas), posts)


def post(officer_id: int, since: date = date(2024, 1, 1), until: date | None = None) -> Post:
    return Post(officer_id, since, until)


def station(number: int, *, point: Point | None = None, hours: str = "09:00–18:00") -> Station:
    return Station(number, f"s{number}", f"Станція {number}", "", point, hours, "")


def standing(
    officers: Sequence[Officer] = (), beats: Sequence[Beat] = (), stations: Sequence[Station] = ()
) -> Standing:
    return Standing.on(DAY, Directory.of(officers=officers, beats=beats, stations=stations))


roles = st.sampled_from(Role)
days = st.dates(date(2026, 10, 1), date(2027, 1, 31))


@st.composite
def registries(draw: st.DrawFn) -> Directory:
    """Any officers on any areas at any time, also such as no import would let in."""
    officers = [officer(number, draw(roles)) for number in range(1, draw(st.integers(1, 6)) + 1)]
    posts = st.builds(
        lambda holder, since, long: Post(
            holder, since, None if long is None else date.fromordinal(since.toordinal() + long)
        ),
        st.sampled_from([each.id for each in officers]),
        days,
        st.none() | st.integers(0, 60),
    )
    beats = [
        beat(
            number,
            draw(st.sets(st.sampled_from(CODES), min_size=1, max_size=4)),
            *draw(st.lists(posts, max_size=3)),
            station=draw(st.none() | st.integers(1, 2)),
        )
        for number in range(1, draw(st.integers(0, 6)) + 1)
    ]
    return Directory.of(officers=officers, beats=beats, stations=[station(1), station(2)])


scopes = st.sets(
    st.sampled_from(
        [
            c
            for c, u in LAND.units.items()
            if u.category in {PlaceCategory.OBLAST, PlaceCategory.RAION, PlaceCategory.HROMADA}
        ]
    ),
    min_size=1,
    max_size=3,
).map(frozenset).map(Scope) | st.just(COUNTRY)
