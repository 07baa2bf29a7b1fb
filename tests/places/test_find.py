"""Questions by name, and what they must answer."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.places import Alias, AliasKind, Ambiguous, Found, NotCovered, PlaceCategory, Unit
from bot.places.gazetteer import Gazetteer
from tests.places.conftest import Offered

FOUND = [
    # (question, settlement, the unit above it)
    ("Житомир", "Житомир", "Житомирська"),
    ("  жИТОМИР ", "Житомир", "Житомирська"),
    ("Кам'янець Подільський", "Кам’янець-Подільський", "Кам’янець-Подільська"),
    ("камянець-подільський", "Кам’янець-Подільський", "Кам’янець-Подільська"),
    # kind words, before or after, narrow the choice
    ("м. Житомир", "Житомир", "Житомирська"),
    ("місто Житомир", "Житомир", "Житомирська"),
    ("м.Бердичів", "Бердичів", "Бердичівська"),
    ("Черняхів селище", "Черняхів", "Черняхівська"),
    ("смт Черняхів", "Черняхів", "Черняхівська"),
    ("с. Київ", "Київ", "Прибузька"),
    # context after a comma, in brackets, in plain words
    ("Малин, Житомирська область", "Малин", "Малинська"),
    ("Малин (Житомирська обл.)", "Малин", "Малинська"),
    ("Малин Житомирська область", "Малин", "Малинська"),
    ("Малин Житомирської області", "Малин", "Малинська"),
    ("Малин Житомирська", "Малин", "Малинська"),
    ("Житомирська область, Малин", "Малин", "Малинська"),
    ("Малин, Малинська міська територіальна громада", "Малин", "Малинська"),
    ("Скраглівка Бердичівський р-н", "Скраглівка", "Бердичівська"),
    # a kind word that belongs to the name
    ("Нове Село, Вилоцька громада", "Нове Село", "Вилоцька"),
    ("Нижнє Селище Хустський район Закарпатська область", "Нижнє Селище", "Хустська"),
    # a city beside which its namesakes are small
    ("Київ", "Київ", None),
    # other names
    ("Kyiv", "Київ", None),
    ("Kiev", "Київ", None),
    ("Киев", "Київ", None),
    ("Kharkov", "Харків", "Харківська"),
    ("Zhytomyr", "Житомир", "Житомирська"),
    # city districts
    ("Дарницький район", "Дарницький", "Київ"),
    ("Дарницький", "Дарницький", "Київ"),
    ("Салтівський район", "Салтівський", "Харків"),
    ("Київський район, Харків", "Київський", "Харків"),
    ("Харків, Київський район", "Київський", "Харків"),
    ("Київ Голосіївський", "Голосіївський", "Київ"),
    # words around, cases, alphabets and layouts together
    ("живу в селі Вереси Житомирської громади", "Вереси", "Житомирська"),
    ("в Малині на Житомирщині", "Малин", "Малинська"),
    ("Malin zhitomirskaya oblast", "Малин", "Малинська"),
    ("skrahlivka berdychiv", "Скраглівка", "Бердичівська"),
    ("село Старий Крим Донеччина", "Старий Крим", "Маріупольська"),
    ("vfkby ;bnjvbhobyf", "Малин", "Малинська"),
    ("у Раві Руській", "Рава-Руська", "Рава-Руська"),
    ("Житомирська обл. Малин", "Малин", "Малинська"),
    ("Полтавщина, с. Михайлівка, Миргородський р-н", "Михайлівка", "Гоголівська"),
]


@pytest.mark.parametrize(("question", "name", "above"), FOUND)
def test_found(gazetteer: Gazetteer, question: str, name: str, above: str | None) -> None:
    answer = gazetteer.find(question)
    assert isinstance(answer, Found)
    chain = gazetteer.chain(answer.candidate.unit)
    assert (chain[0].name, chain[1].name if len(chain) > 1 else None) == (name, above)


@pytest.mark.parametrize(
    ("question", "reason"),
    [("", "empty"), (" ,; ", "empty"), ("Хогвартс", "unknown-name"), ("asdf", "unknown-name"), ("👍", "empty")],
)
def test_not_found(gazetteer: Gazetteer, question: str, reason: str) -> None:
    assert gazetteer.find(question) == NotCovered(reason)


@pytest.mark.parametrize(
    ("name", "count"), [("Іванівка", 119), ("Олександрівка", 108), ("Михайлівка", 108), ("Думичі", 2)]
)
def test_every_namesake_is_offered(gazetteer: Gazetteer, name: str, count: int) -> None:
    answer = gazetteer.find(name)
    assert isinstance(answer, Ambiguous)
    assert sum(candidate.unit.name == name for candidate in answer.candidates) == count


def test_the_most_populous_comes_first_and_other_names_last(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Іванівка")
    assert isinstance(answer, Ambiguous)
    scores = [candidate.score for candidate in answer.candidates]
    assert scores == sorted(scores, reverse=True)
    own = [candidate.alias is None for candidate in answer.candidates]
    assert own == sorted(own, reverse=True)


def test_a_raion_narrows_the_namesakes(gazetteer: Gazetteer, offered: Offered) -> None:
    answer = gazetteer.find("Іванівка Вінницького району")
    candidates = offered(answer)
    assert candidates
    for candidate in candidates:
        raion = gazetteer.unit(candidate.unit.raion or "")
        assert (candidate.unit.name, raion.name) == ("Іванівка", "Вінницький")


def test_an_area_that_does_not_hold_the_place_is_a_question(gazetteer: Gazetteer, offered: Offered) -> None:
    answer = gazetteer.find("Житомир, Одеська область")
    assert isinstance(answer, Ambiguous)
    assert offered(answer)[0].unit.name == "Житомир"


def test_a_hromada_alone_offers_its_settlements(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Бердичівська громада")
    assert isinstance(answer, Ambiguous)
    assert [candidate.unit.name for candidate in answer.candidates] == ["Бердичів", "Підгороднє", "Скраглівка"]


def test_namesakes_of_a_big_city_are_one_step_away(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Київ")
    assert isinstance(answer, Found)
    assert answer.others[0].unit.name == "Київ"


def test_exact_before_beginning(gazetteer: Gazetteer, offered: Offered) -> None:
    names = [candidate.unit.name for candidate in offered(gazetteer.find("Малин"))]
    assert names[:2] == ["Малин", "Малин"]
    assert "Малинівка" not in names[:2]


def test_an_alias_is_told(gazetteer: Gazetteer, offered: Offered) -> None:
    first = offered(gazetteer.find("Артемівськ"))[0]
    assert (first.unit.name, first.alias, first.alias_kind) == ("Бахмут", "Артемівськ", "former")


def test_every_settlement_answers_to_its_name(gazetteer: Gazetteer, offered: Offered) -> None:
    bearers = Counter(unit.name for unit in gazetteer.units if unit.is_settlement)
    codes: dict[str, set[str]] = {}
    for name, count in bearers.items():
        answer = gazetteer.find(name)
        alone = isinstance(answer, Found) and count == 1  # what else may be meant is not looked for: that takes long
        codes[name] = {each.unit.katottg for each in ([answer.candidate] if alone else offered(answer))}  # type: ignore[union-attr]
    assert all(unit.katottg in codes[unit.name] for unit in gazetteer.units if unit.is_settlement)


RENAMED_HROMADAS = {"Суворове"}
"""One was called so in a hromada that was called so; now it comes before the one in Crimea that is called so still."""


def test_every_settlement_answers_to_its_name_and_hromada(gazetteer: Gazetteer, offered: Offered) -> None:
    for unit in gazetteer.units:
        hromada = gazetteer.hromada_of(unit) if unit.is_settlement else None
        if hromada is None or unit.name in RENAMED_HROMADAS:
            continue
        candidates = offered(gazetteer.find(f"{unit.name}, {hromada.name} громада"))
        first = candidates[0].unit if candidates else None
        asked = f"{unit.name}, {hromada.name}, {unit.katottg}"
        assert unit.katottg in {candidate.unit.katottg for candidate in candidates}, asked
        assert first is not None, asked
        assert gazetteer.unit(first.hromada or "").name == hromada.name, asked


BESIDE_ITS_HROMADA = [
    ("Гірницьке, Криворізька громада", "Гірницьке"),  # no form of the masculine «Гірницький», now Саксаганський
    ("Китай, Чистопільська громада", "Китай"),
    ("Придністров’я, Галицька громада", "Придністров’я"),
    ("Добрий Лук, Новоборисівська громада", "Добрий Лук"),
]


@pytest.mark.parametrize(("asked", "name"), BESIDE_ITS_HROMADA)
def test_a_name_beside_its_hromada_is_that_place_whatever_else_it_means(
    gazetteer: Gazetteer, asked: str, name: str
) -> None:
    answer = gazetteer.find(asked)
    assert isinstance(answer, Found)
    assert answer.candidate.unit.name == name


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=60))
def test_whatever_is_typed_gets_an_answer(gazetteer: Gazetteer, offered: Offered, text: str) -> None:
    candidates = offered(gazetteer.find(text))
    codes = [candidate.unit.katottg for candidate in candidates]
    assert len(codes) == len(set(codes))
    assert all(0 <= candidate.score <= 1 for candidate in candidates)


FORMER = [
    ("Дніпропетровськ", "Дніпро"),
    ("Новоград-Волинський", "Звягель"),
    ("з Кіровограда", "Кропивницький"),
    ("Червоноград", "Шептицький"),
    ("Южне", "Південне"),
    ("Новомосковськ", "Самар"),
]


@pytest.mark.parametrize(("asked", "name"), FORMER)
def test_a_former_name_is_answered_with_the_present_one(
    gazetteer: Gazetteer, offered: Offered, asked: str, name: str
) -> None:
    first = offered(gazetteer.find(asked))[0]
    assert (first.unit.name, first.alias_kind) == (name, "former")


def test_namesakes_near_the_asker_come_first(gazetteer: Gazetteer, offered: Offered) -> None:
    namesakes = [unit for unit in gazetteer.units if unit.name == "Іванівка" and unit.hromada]
    home = namesakes[-1]
    assert offered(gazetteer.find("Іванівка"))[0].unit != home
    assert offered(gazetteer.find("Іванівка", home=home.hromada))[0].unit.hromada == home.hromada
    lying = next(unit for unit in reversed(namesakes) if unit.point)
    first = offered(gazetteer.find("Іванівка", near=lying.point))[0].unit
    assert first == lying


def test_a_beginning_is_never_called_clear(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Коростиш")
    assert isinstance(answer, Ambiguous)
    assert answer.candidates[0].unit.name == "Коростишів"


def test_a_guess_is_never_called_clear(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Жиотмир")
    assert isinstance(answer, Ambiguous)
    assert answer.candidates[0].unit.name == "Житомир"
    assert len(answer.candidates) <= 10


@pytest.mark.parametrize("story", ["вкрали велосипед біля магазину", "дуже голосно грає музика вночі"])
def test_a_story_is_no_name(gazetteer: Gazetteer, story: str) -> None:
    assert gazetteer.find(story) == NotCovered("unknown-name")


def test_former_names_of_hromadas_and_raions_are_no_places() -> None:
    """An older edition of the codifier knows them too; nobody lives in a raion."""
    oblast = Unit("UA18000000000041385", PlaceCategory.OBLAST, "Житомирська")
    raion = Unit("UA18080000000012345", PlaceCategory.RAION, "Звягельський", oblast=oblast.katottg)
    city = Unit("UA18080150010022494", PlaceCategory.CITY, "Звягель", oblast=oblast.katottg, raion=raion.katottg)
    former = [
        Alias(raion.katottg, "Новоград-Волинський", AliasKind.FORMER),
        Alias(city.katottg, "Новоград-Волинський", AliasKind.FORMER),
    ]
    answer = Gazetteer([oblast, raion, city], former).find("Новоград-Волинський")
    assert isinstance(answer, Found)
    assert answer.candidate.unit == city
    assert answer.others == ()
