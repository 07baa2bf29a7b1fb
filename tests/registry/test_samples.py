"""The sample registry: the whole Zhytomyr oblast, every step of routing, nobody who could be real."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import db.registry
from bot.domain.people import Role
from bot.domain.places import Unit
from bot.domain.routing import Covered, Directory, Why, route
from bot.places.embedded.files import read_units
from bot.places.load import fill
from bot.samples import ZHYTOMYR
from bot.samples.build import build, write
from bot.samples.plan import OBLAST
from bot.services.registry.importing import ImportAccepted, import_registry
from db.engine import Database
from tests.registry.conftest import NOW, Hands

DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def units() -> list[Unit]:
    return [unit for unit in read_units() if OBLAST in unit.areas]


@pytest.fixture
async def directory(database: Database, clock: Hands) -> Directory:
    await fill(database, now=NOW)
    assert isinstance(await import_registry(database, clock, ZHYTOMYR), ImportAccepted)
    async with database.read():
        return await db.registry.load()


def answer(directory: Directory, unit: Unit) -> Covered:
    found = route(unit.areas, directory, DAY)
    assert isinstance(found, Covered), unit
    return found


def place(units: list[Unit], name: str) -> Unit:
    return max((unit for unit in units if unit.name == name), key=lambda unit: unit.population or 0)


async def test_every_place_of_the_oblast_and_the_stories_it_is_to_show(directory: Directory, units: list[Unit]) -> None:
    _everybody_has_somebody_and_a_station(directory, units)
    _every_case_of_routing_is_there(directory, units)


def _everybody_has_somebody_and_a_station(directory: Directory, units: list[Unit]) -> None:
    homes = [unit for unit in units if unit.is_settlement or unit.settlement]
    assert len(homes) == 1670  # 1,668 settlements, two city districts
    answers = [answer(directory, unit) for unit in homes]
    assert {each.why for each in answers} == {Why.COMMUNITY, Why.DISTRICT_NO_COMMUNITY}
    assert all(each.station for each in answers)


def _every_case_of_routing_is_there(directory: Directory, units: list[Unit]) -> None:
    assert len(directory.stations) == 17
    roles = Counter(officer.role for officer in directory.officers.values())
    assert roles == {Role.COMMUNITY: 23, Role.DISTRICT: 47, Role.DUTY: 5}
    assert len(answer(directory, place(units, "Житомир")).officers) == 2
    assert len(answer(directory, place(units, "Богунський")).officers) == 1
    assert len(answer(directory, place(units, "Бердичів")).officers) == 2
    glybochytsia, oliivka = (answer(directory, place(units, name)) for name in ("Глибочиця", "Оліївка"))
    assert glybochytsia.officers == oliivka.officers
    malyn, village = (answer(directory, place(units, name)) for name in ("Малин", "Пиріжки"))
    assert malyn.officers != village.officers
    assert answer(directory, place(units, "Вчорайше")).why is Why.DISTRICT_NO_COMMUNITY
    assert answer(directory, place(units, "Бердичівський")).why is Why.DUTY_NO_DISTRICT


def test_it_is_what_the_script_builds(tmp_path: Path) -> None:
    write(build(read_units()), tmp_path)
    for file in sorted(tmp_path.iterdir()):
        assert (ZHYTOMYR / file.name).read_bytes() == file.read_bytes(), "run: python -m bot.samples.build"


def test_nobody_in_it_could_be_real() -> None:
    with (ZHYTOMYR / "officers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            assert row["Ім’я та прізвище"].startswith(("Зразок ", "Приклад ", "Чергова частина (зразок)"))
            assert row["Телефон"] == "102" or row["Телефон"].startswith("+380 00 000 ")
