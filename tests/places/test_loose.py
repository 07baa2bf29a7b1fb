"""Latin letters with the sounds of other languages."""

import pytest

from bot.places.fold import fold_all
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


@pytest.mark.parametrize("typed", ["lviv", "zhytomyr", "cherkasy", "sumy"])
def test_nothing_to_read_otherwise(typed: str) -> None:
    assert list(looser([typed])) == []
