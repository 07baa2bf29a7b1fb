"""Certain only when it is: what is shown at once, and what is asked about."""

import csv
from pathlib import Path

import pytest

from bot.domain.places import Ambiguous, Found, NotCovered
from bot.places.gazetteer import Gazetteer
from tests.places.conftest import Offered

NOWHERE = Path(__file__).parent / "nowhere" / "texts.csv"

CERTAIN = [
    # spelled as the name, its case, or as other languages spell it
    ("Вереси", "Вереси"),
    ("у Моринцях Звенигородського району", "Моринці"),
    ("в Гуйві", "Гуйва"),
    ("Скраглівка", "Скраглівка"),
    ("Skrahlivka", "Скраглівка"),
    ("в Бердичеве", "Бердичів"),
    ("Порадовка", "Порадівка"),
    # what else is said changes nothing
    ("Сміла, черкаська, вкрали курей", "Сміла"),
    ("мешкаємо в Конопківці, потоп підвал", "Конопківка"),
    ("Я з Конотопа, вкрали велосипед", "Конотоп"),
    ("ми з Харкова, зараз живемо у Львові", "Львів"),
    ("Житомир, дякую", "Житомир"),
    ("я с Белой Церкви киевская область", "Біла Церква"),
    # a masculine adjective is a raion, a feminine one a hromada
    ("Піщане Золотоніський", "Піщане"),
]
ASKED = [
    # words of every day that a village is called, or nearly
    *("громада", "вокзал", "у полі", "на сході", "в лесу", "в городе", "чабан", "Марія", "червень"),
    # beginnings, sounds, short words
    *("вчора", "здоров", "Степан", "Віра", "на фронті", "з дому", "калина"),
    # places abroad that a village is called, too
    *("Самара", "Ростов", "Berlin", "Нью-Йорк"),
    # another place stands beside it
    *("Малин, не Київ", "Терновка, нет, Павлоград, тут прописка", "Тернопіль Дружба", "Суми Баси"),
    # a town that lost its name, beside a smaller place that bears it
    *("Ватутіне", "Первомайський"),
]


@pytest.mark.parametrize(("asked", "name"), CERTAIN)
def test_certain(gazetteer: Gazetteer, asked: str, name: str) -> None:
    answer = gazetteer.find(asked)
    assert isinstance(answer, Found)
    assert answer.candidate.unit.name == name


@pytest.mark.parametrize("asked", ASKED)
def test_asked(gazetteer: Gazetteer, asked: str) -> None:
    assert not isinstance(gazetteer.find(asked), Found)


def test_nothing_is_certain_where_nothing_is_named(gazetteer: Gazetteer) -> None:
    with NOWHERE.open(encoding="utf-8") as file:
        texts = [row["query"] for row in csv.DictReader(file)]
    certain = [text for text in texts if isinstance(gazetteer.find(text), Found)]
    assert len(texts) > 500
    assert len(certain) <= len(texts) / 200, certain


@pytest.mark.parametrize("asked", ["Мінськ", "з Варшави", "в Москві", "Орел, Россия", "Нью-Йорк, США", "Польша"])
def test_abroad_is_known_as_such(gazetteer: Gazetteer, asked: str) -> None:
    assert gazetteer.find(asked) == NotCovered("outside-ukraine")


@pytest.mark.parametrize("asked", ["у дворі будинку", "вкрали корову", "сусід шумить вночі"])
def test_a_few_everyday_words_may_be_a_story(gazetteer: Gazetteer, asked: str) -> None:
    assert gazetteer.find(asked) == NotCovered("unknown-name")


@pytest.mark.parametrize("asked", ["дякую всім", "поліція", "моє місто", "не скажу", "добрий вечір усім"])
def test_others_are_talk(gazetteer: Gazetteer, asked: str) -> None:
    assert gazetteer.find(asked) == NotCovered("no-name")


@pytest.mark.parametrize(
    ("asked", "name"),
    [("Чернівці Роша", "Чернівці"), ("Вінниця, Старе місто", "Вінниця"), ("киев борщаговская 99", "Київ")],
)
def test_a_town_beside_what_nothing_is_called(gazetteer: Gazetteer, offered: Offered, asked: str, name: str) -> None:
    answer = gazetteer.find(asked)
    assert isinstance(answer, Ambiguous | Found)
    assert offered(answer)[0].unit.name == name


def test_size_decides_who_is_meant_first(gazetteer: Gazetteer, offered: Offered) -> None:
    assert offered(gazetteer.find("Ватутіне"))[0].unit.name == "Багачеве"
    assert offered(gazetteer.find("з Ватутіного"))[0].unit.name == "Багачеве"
    assert offered(gazetteer.find("Катеринопіль"))[0].unit.name == "Калинопіль"
    assert offered(gazetteer.find("Первомайський"))[0].unit.name == "Златопіль"


def test_the_gender_of_an_adjective_tells_a_raion(gazetteer: Gazetteer, offered: Offered) -> None:
    first = offered(gazetteer.find("Піщане Покровський"))[0].unit
    assert gazetteer.unit(first.raion or "").name == "Покровський"
    (hromada,) = {each.unit.hromada for each in offered(gazetteer.find("Піщане Покровська"))[:1]}
    assert gazetteer.unit(hromada or "").name == "Покровська"
