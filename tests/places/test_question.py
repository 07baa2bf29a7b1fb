"""How questions are taken to pieces."""

import pytest

from bot.places.areas import Areas
from bot.places.gazetteer import Gazetteer
from bot.places.parts import take_apart
from bot.places.question import Question
from bot.places.reading import Trust
from bot.places.words import spelled_out, words


@pytest.fixture(scope="module")
def areas(gazetteer: Gazetteer) -> Areas:
    return Areas(gazetteer.units)


PARTS = [
    # (one part of a question; its name, kinds of place, areas)
    ("Малин", "малин", "", []),
    ("с. Вереси", "вереси", "C", []),
    ("місто Житомир", "житомир", "KM", []),
    ("Черняхів селище", "черняхів", "X", []),
    ("живу в селі Вереси", "вереси", "C", []),
    ("Малин Житомирська обл.", "малин", "", ["Житомирська"]),
    ("обл. Житомирська Малин", "малин", "", ["Житомирська"]),
    ("Бердичівський р-н", "", "", ["Бердичівський"]),
    ("р-н Бердичівський", "", "", ["Бердичівський"]),
    ("Малинська міська територіальна громада", "", "", ["Малинська"]),
    ("Малинська ТГ", "", "", ["Малинська"]),
    ("в Малині на Житомирщині", "малині", "", ["Житомирська"]),
    ("Коростень ж/д", "коростень", "", []),
    ("ст. Коростень", "коростень", "", []),
    ("добрий день я з Овруча", "овруча", "", []),
    ("Микільське-на-Дніпрі", "микільськенадніпрі", "", []),
    ("Красний Хутір", "краснийхутір", "", []),
    ("хутір Надія", "надія", "C", []),
    ("у Печерському районі", "", "", ["Печерський"]),
    ("Лисець Івано-Франківщина", "лисець", "", ["Івано-Франківська"]),
]


@pytest.mark.parametrize(("text", "name", "kinds", "within"), PARTS)
def test_take_apart(gazetteer: Gazetteer, areas: Areas, text: str, name: str, kinds: str, within: list[str]) -> None:
    part = take_apart(areas, words(spelled_out(text)))
    assert "".join(part.name) == name
    assert "".join(sorted(part.kinds)) == kinds
    found = [{gazetteer.unit(code).name for code in codes} for codes in (*part.areas, *part.nickname)]
    assert all(area in names for area, names in zip(within, found, strict=True))


READINGS = [
    # (question; how much trust; the name of a reading of such trust)
    ("Малин", Trust.TOLD, "малин"),
    ("Малин, Житомирська область", Trust.TOLD, "малин"),
    ("Житомирська область, Малин", Trust.TOLD, "малин"),
    ("Нова Борова", Trust.TOLD, "новаборова"),
    ("Малин Житомирська", Trust.TOLD, "малин"),
    ("Житомирська Малин", Trust.NAMED, "малин"),
    ("Скраглівка Бердичів", Trust.ALIKE, "скраглівка"),
    ("Київ Голосіївський", Trust.NAMED, ""),  # a district, and no name
    ("Харків, Київський район", Trust.TOLD, ""),
    ("бабуся у Більківцях", Trust.BEHIND, "більківцях"),
    ("виїхали з Бахмута", Trust.BEHIND, "бахмута"),
    ("їду до Гадяча завтра зранку", Trust.BEHIND, "гадяча"),
    ("мама живе у селі Вереси", Trust.BEHIND, "вереси"),
]


@pytest.mark.parametrize(("text", "trust", "name"), READINGS)
def test_readings(areas: Areas, text: str, trust: Trust, name: str) -> None:
    assert name in [reading.key for reading in Question(areas, text).trusted(trust)]


def test_a_name_does_not_begin_with_a_preposition(areas: Areas) -> None:
    (reading,) = Question(areas, "в Малині").told
    assert (reading.words, reading.inflected) == (("малині",), True)


@pytest.mark.parametrize("text", ["", " ,; ", "👍"])
def test_nothing_was_asked(areas: Areas, text: str) -> None:
    assert Question(areas, text).plain.words == ()
