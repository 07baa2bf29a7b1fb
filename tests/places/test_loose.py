"""Latin letters with the sounds of other languages."""

import pytest

from bot.domain.places import candidates
from bot.places.fold import fold_all
from bot.places.gazetteer import Gazetteer
from bot.places.loose import looser
from bot.places.words import words


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Harkiv", "Харків"),
        ("Herson", "Херсон"),
        ("jytomyr", "Житомир"),
        ("bojikiv", "Божиків"),
        ("Doneck", "Донецьк"),
        ("halycke", "Галицьке"),
        ("zvoneckyi khutir", "Звонецький Хутір"),
        ("jashkov hutir", "Жашков Хутір"),
        ("woronczyn", "Ворончин"),
        ("czerkasy", "Черкаси"),
    ],
)
def test_read_so(typed: str, name: str) -> None:
    assert fold_all(words(name)) in list(looser(words(typed)))


@pytest.mark.parametrize(
    ("typed", "name"), [("lviv", "Львів"), ("zhytomyr", "Житомир"), ("cherkasy", "Черкаси"), ("sumy", "Суми")]
)
def test_the_official_spelling_comes_before_any_other(gazetteer: Gazetteer, typed: str, name: str) -> None:
    assert [each.unit.name for each in candidates(gazetteer.find(typed))][:1] == [name]
