"""What is answered where there is no plain settlement: parts of cities, areas alone, greetings, words around."""

import pytest

from bot.domain.places import Ambiguous, Choice, Found, NotCovered, PlaceCategory, Point
from bot.places.gazetteer import Gazetteer
from tests.places.conftest import Offered

DISTRICTS = [
    # (as said, district, city)
    ("Салтівка", "Салтівський", "Харків"),
    ("Салтовка", "Салтівський", "Харків"),
    ("на Салтівці", "Салтівський", "Харків"),
    ("Saltivka", "Салтівський", "Харків"),
    ("Салтівський район", "Салтівський", "Харків"),
    ("Салтовский район", "Салтівський", "Харків"),
    ("Московський район Харкова", "Салтівський", "Харків"),
    ("Суворовський район Одеса", "Пересипський", "Одеса"),
    ("Молдаванка", "Хаджибейський", "Одеса"),
    ("Дарниця", "Дарницький", "Київ"),
    ("з Дарниці", "Дарницький", "Київ"),
    ("р-н Дарницький", "Дарницький", "Київ"),
    ("м. Київ, р-н Дарницький", "Дарницький", "Київ"),
    ("Darnytskyi district, Kyiv", "Дарницький", "Київ"),
    ("Київ Оболонь", "Оболонський", "Київ"),
    ("Оболонь, Київ", "Оболонський", "Київ"),
    ("Позняки", "Дарницький", "Київ"),
    ("Львів, Сихів", "Сихівський", "Львів"),
    ("Житомир, Богунія", "Богунський", "Житомир"),
    ("Шевченківський район Львів", "Шевченківський", "Львів"),
]


@pytest.mark.parametrize(("asked", "district", "city"), DISTRICTS)
def test_districts(gazetteer: Gazetteer, offered: Offered, asked: str, district: str, city: str) -> None:
    unit = offered(gazetteer.find(asked))[0].unit
    assert (unit.category, unit.name) == (PlaceCategory.DISTRICT, district)
    assert gazetteer.unit(unit.settlement or "").name == city


def test_a_village_of_the_same_name_is_offered_too(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Дарниця")
    assert isinstance(answer, Ambiguous)
    assert [each.unit.category for each in answer.candidates[:2]] == [PlaceCategory.DISTRICT, PlaceCategory.VILLAGE]


def test_of_a_part_of_a_city_it_is_told(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Салтівка")
    assert isinstance(answer, Found)
    assert (answer.candidate.alias, answer.candidate.alias_kind) == ("Салтівка", "local")


def test_a_district_is_not_meant_where_a_raion_is_named(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("в Зарічному Сумського району")
    assert isinstance(answer, Found)
    assert answer.candidate.unit.category is PlaceCategory.VILLAGE


NO_NAME = ["привіт", "Добрий день!", "допоможіть", "як справи", "Привет", "дякую", "help", "Ghbdsn", "Україна"]
OBLAST = ["Житомирська область", "Полтавщина", "на Полтавщині", "я з Закарпаття", "Житомирська", "Полтавская область"]


@pytest.mark.parametrize("asked", NO_NAME)
def test_a_greeting_is_no_place(gazetteer: Gazetteer, asked: str) -> None:
    assert gazetteer.find(asked) == NotCovered("no-name")


@pytest.mark.parametrize("asked", ["Привітне", "Добре", "Слава", "Вокзал"])
def test_places_that_are_called_like_a_greeting(gazetteer: Gazetteer, offered: Offered, asked: str) -> None:
    assert offered(gazetteer.find(asked))[0].unit.name == asked


@pytest.mark.parametrize("asked", [*OBLAST, "Zhytomyr oblast", "Київська обл."])
def test_an_oblast_alone_is_too_large(gazetteer: Gazetteer, asked: str) -> None:
    assert gazetteer.find(asked) == NotCovered("oblast")


AROUND = [
    ("Коростень ж/д", "Коростень"),
    ("ст. Коростень", "Коростень"),
    ("Коростень, центр", "Коростень"),
    ("центр Житомира", "Житомир"),
    ("Доброго дня, живу в Овручі", "Овруч"),
    ("Допоможіть, я з Малина", "Малин"),
    ("Привіт! Житомир", "Житомир"),
    ("в Микільському-на-Дніпрі", "Микільське-на-Дніпрі"),
    ("Красний Під", "Красний Під"),
    # areas as people remember them
    ("Вереси Черняхівського району", "Вереси"),
    ("Пологи запорожская", "Пологи"),
    ("Никополь Днепропетровская", "Нікополь"),
    ("Nizhyn, Chernihiv region", "Ніжин"),
]


@pytest.mark.parametrize(("asked", "name"), AROUND)
def test_words_around(gazetteer: Gazetteer, offered: Offered, asked: str, name: str) -> None:
    assert offered(gazetteer.find(asked))[0].unit.name == name


def test_outside_the_area_those_of_its_oblast_come_first(gazetteer: Gazetteer, offered: Offered) -> None:
    answer = gazetteer.find("Іванівка, Бердичівський район")  # there is none
    assert isinstance(answer, Ambiguous)
    first = answer.candidates[0].unit
    assert (first.name, first.katottg[:4]) == ("Іванівка", "UA18")


def test_a_city_is_meant_by_its_russian_name_before_villages_that_have_it(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Знаменка")
    assert isinstance(answer, Ambiguous)
    assert answer.candidates[0].unit.name == "Знам’янка"


def test_the_next_best_are_looked_for_when_somebody_asks(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Бориспіль")
    assert isinstance(answer, Found)
    assert len(answer.others) >= 1
    assert answer.candidate not in answer.others
    assert answer.others == tuple(answer.others)


WHYS = [
    # (as said, why there is a choice, the first offered)
    ("Іванівка", Choice.NAMESAKES, "Іванівка"),
    ("Звягиль", Choice.ALIKE, "Звягель"),
    ("Бердчив", Choice.ALIKE, "Бердичів"),
    ("Жмерин", Choice.ALIKE, "Жмеринка"),
    ("Іванівка Бердичівського району", Choice.ELSEWHERE, "Іванівка"),
    ("Вереси, Одеська область", Choice.ELSEWHERE, "Вереси"),
]


@pytest.mark.parametrize(("asked", "why", "first"), WHYS)
def test_why_there_is_a_choice(gazetteer: Gazetteer, asked: str, why: Choice, first: str) -> None:
    answer = gazetteer.find(asked)
    assert isinstance(answer, Ambiguous)
    assert (answer.why, answer.candidates[0].unit.name) == (why, first)


def test_places_around_a_point_are_no_namesakes(gazetteer: Gazetteer) -> None:
    answer = gazetteer.at(Point(50.02, 29.6))
    assert isinstance(answer, Ambiguous)
    assert answer.why is Choice.POINT


def test_a_long_story_is_not_looked_through(gazetteer: Gazetteer) -> None:
    """However it begins: one message of 4,096 characters must not keep others waiting."""
    for words in ("Малин, Житомирська область ", "5/5 ", "50° ", "Малин, "):
        assert gazetteer.find(words * (4_096 // len(words))) == NotCovered("unknown-name")


HONEST = [
    # (as said, the first offered): no answer of another kind must be surer than what was meant
    ("z p ;bnjvbhf", "Житомир"),  # not «Пії», which folded is one letter
    ("p ,thlbxtdf", "Бердичів"),
    ("Дніпропетровська обл., смт. Покровське", "Покровське"),  # not a district: it says what it is
    ("Городниця Новоград-Волинський район", "Городниця"),
    ("Гатне Києво-Святошинський район", "Гатне"),
    ("виїхали з Бахмута", "Бахмут"),
    ("бабуся у Більківцях", "Більківці"),
    ("з Ісайок", "Ісайки"),
    ("інницькі хутори", "Вінницькі Хутори"),
    ("Woronczyn", "Ворончин"),
    ("Brzezany", "Бережани"),
    ("Більмак", "Кам’янка"),
    ("Радушне, Дніпро", "Радушне"),  # not its oblast's centre
    ("Мохнач, Харків", "Мохнач"),
    ("Прилкуи, Чернігівська", "Прилуки"),  # not Чернігівське
    ("Шепарвці (Івано-Франківська)", "Шепарівці"),
    ("їду до Гадяча завтра зранку", "Гадяч"),
    ("переїхали з Бахмача до тітки", "Бахмач"),
    ("брат працює у Стрижавці під Вінницею", "Стрижавка"),
    ("навчаюся в Коропі на Чернігівщині", "Короп"),
    ("Микілське на Дніпрі", "Микільське-на-Дніпрі"),
    ("вчився у Борщівці Першій", "Борщівка Перша"),
    ("Песочин под Харьковом", "Пісочин"),
    ("НОВІ САНЖАРИ ПОЛТ ОБЛ", "Нові Санжари"),
    ("Яремче ів-фр обл", "Яремче"),
]


@pytest.mark.parametrize(("asked", "first"), HONEST)
def test_what_was_meant_comes_first(gazetteer: Gazetteer, offered: Offered, asked: str, first: str) -> None:
    assert offered(gazetteer.find(asked))[0].unit.name == first


@pytest.mark.parametrize(
    ("link", "why"), [("https://maps.app.goo.gl/abc", "short-link"), ("https://t.me/Житомир", "unknown-name")]
)
def test_a_link_is_no_name(gazetteer: Gazetteer, link: str, why: str) -> None:
    assert gazetteer.find(link) == NotCovered(why)


def test_what_stands_behind_a_story_is_asked_about(gazetteer: Gazetteer) -> None:
    """The name itself is known, only not that it is meant."""
    answer = gazetteer.find("виїхали з Бахмута")
    assert isinstance(answer, Ambiguous)
    assert answer.why is Choice.NAMESAKES
