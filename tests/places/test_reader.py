"""What somebody typed is read in one way: coordinates, an address, a name, a story, or nothing."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.places import Unanswered, candidates
from bot.places.gazetteer import Gazetteer
from bot.places.reader import ReadingKind, read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("50.2547, 28.6587", ReadingKind.COORDINATES),
        ("вул. Київська 5, Житомир", ReadingKind.ADDRESS),
        ("вул. Київська 5", ReadingKind.ADDRESS),
        ("Житомир", ReadingKind.NAME),
        ("Малин, Житомирська область", ReadingKind.NAME),
        ("Іванівка", ReadingKind.NAME),
        ("Берличів", ReadingKind.NAME),
        ("У мене вкрали велосипед", ReadingKind.STORY),
        ("Пожежа", ReadingKind.STORY),
        ("112", ReadingKind.STORY),
        ("рятуйте", ReadingKind.STORY),
        ("привіт", ReadingKind.NOTHING),
        ("Житомирська область", ReadingKind.NOTHING),
        ("", ReadingKind.NOTHING),
    ],
)
def test_what_it_is(gazetteer: Gazetteer, text: str, kind: ReadingKind) -> None:
    assert read(gazetteer, text).kind is kind


def test_coordinates_are_answered_with_the_place_there(gazetteer: Gazetteer) -> None:
    found = read(gazetteer, "50.2547, 28.6587")
    assert found.point is not None
    assert [each.unit.name for each in candidates(found.answer)][:1] == ["Житомир"]


def test_an_address_is_answered_with_its_settlement(gazetteer: Gazetteer) -> None:
    found = read(gazetteer, "вул. Київська 5, Житомир")
    assert found.address is not None
    assert found.certain
    street = read(gazetteer, "вул. Київська 5")
    assert getattr(street.answer, "reason", None) == Unanswered.NO_SETTLEMENT


@pytest.mark.parametrize("text", ["Іванівка", "У мене вкрали велосипед", "Пожежа", "рятуйте", "привіт"])
def test_what_is_not_certain(gazetteer: Gazetteer, text: str) -> None:
    assert not read(gazetteer, text).certain


@pytest.mark.parametrize(
    "text", ["Житомир", "м. Житомир", "кам'янець-подільський", "Малин, Житомирська область", "КИЇВ"]
)
def test_a_name_as_it_stands_is_certain(gazetteer: Gazetteer, text: str) -> None:
    assert read(gazetteer, text).certain


@pytest.mark.parametrize(
    "text", ["Динамо Київ", "готель Київ", "пан Житомир", "бар Львів", "Київ Житомир", "Ірпінь Буча", "прапор", "хотів"]
)
def test_more_than_a_name_is_asked_about(gazetteer: Gazetteer, text: str) -> None:
    """A word before it that nobody can explain, another town beside it; and everyday words that a village is called."""
    typed = read(gazetteer, text)
    assert not typed.certain
    assert candidates(typed.answer)


@pytest.mark.parametrize("text", ["Бровари, Торгмаш", "Київ, Голосіївський район", "м. Суми, добрий день"])
def test_a_part_of_a_city_leaves_it_certain(gazetteer: Gazetteer, text: str) -> None:
    assert read(gazetteer, text).certain


@pytest.mark.parametrize("text", ["у Житомирі", "Житомер", ";bnjvbh", "Zhytomyr", "Новоград-Волинський", "Киев"])
def test_a_name_that_stands_otherwise_is_asked_about(gazetteer: Gazetteer, text: str) -> None:
    typed = read(gazetteer, text)
    assert (typed.kind, typed.certain) == (ReadingKind.NAME, False)
    assert candidates(typed.answer)


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ("У мене в Козятині вкрали велосипед біля вокзалу", "Козятин"),
        ("ліс крадуть біля Тепениці", "Тепениця"),
        ("Апостолове. Хлопці на мотоциклах ганяють по центру", "Апостолове"),
        ("сама з Донецька, але тепер живу в Лубнах", "Лубни"),
        ("приїхала з Києва, проживаю у Вінниці на Поділлі", "Вінниця"),
        ("переехали из Херсона в Умань, подскажите участкового", "Умань"),
        ("Терновка, нет, Павлоград, тут прописка", "Павлоград"),
        ("Не в Рівному, а в Здолбунові, вибачте", "Здолбунів"),
        ("Сестра в Одесі, а я в Болграді, сусіди погрожують собакою", "Болград"),
        ("сусід Калинівський б'є собаку, Літин", "Літин"),
        ("Дзвонив Іван Житомирський, каже що з банку. Я з Кобеляк", "Кобеляки"),
        ("на вулиці Київській у Бердичеві розбили ліхтар", "Бердичів"),
        ("горить хата в Бердичеві", "Бердичів"),
        ("мы из Краматорска но сейчас в Днепре, как найти участкового", "Дніпро"),
        ("Мене звати Марія, я пенсіонерка з Коростеня", "Коростень"),
        ("Меня зовут Роман, я из Коростеня", "Коростень"),
        ("а хто у нас офіцер громади? Чорнухи, Полтавська область", "Чорнухи"),
        ("В нас у Стрию знову крадуть люки", "Стрий"),
        ("староста Білозірки", "Білозірка"),
    ],
)
def test_the_place_of_a_story(gazetteer: Gazetteer, story: str, name: str) -> None:
    typed = read(gazetteer, story)
    assert (typed.kind, typed.certain) == (ReadingKind.STORY, False)
    assert candidates(typed.answer)[0].unit.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Кролевіць сумська обл, підкажіть", "Кролевець"),
        ("Чевона Вжля", "Червона Воля"),
        ("Рдуня-Гуацьківка", "Рудня-Гацьківка"),
        ("Верхній Токмк Другоий", "Верхній Токмак Другий"),
        ("в Гуйве живу, рядом с Житомиром", "Гуйва"),
    ],
)
def test_several_words_may_be_one_name(gazetteer: Gazetteer, text: str, name: str) -> None:
    """With slips in all of them: that is no story."""
    typed = read(gazetteer, text)
    assert (typed.kind, typed.certain) == (ReadingKind.NAME, False)
    assert candidates(typed.answer)[0].unit.name == name


@pytest.mark.parametrize(
    ("text", "city", "district"),
    [
        ("Київ, Троєщина", "Київ", "Деснянський"),
        ("на Сихові у Львові", "Львів", "Сихівський"),
        ("Дніпро, Тополя", "Дніпро", "Шевченківський"),
        ("Дніпро, Перемога", "Дніпро", "Соборний"),
    ],
)
def test_a_city_and_its_part_are_both_offered(gazetteer: Gazetteer, text: str, city: str, district: str) -> None:
    """A part may be called so elsewhere too, the city is surely meant."""
    typed = read(gazetteer, text)
    named = [each.unit.name for each in candidates(typed.answer)]
    assert not typed.certain
    assert named[0] == city
    assert district in named[:5]


@pytest.mark.parametrize(("text", "city", "district"), [("живу в Києві на Троєщині", "Київ", "Деснянський")])
def test_where_a_city_and_its_part_are_told_no_village_is_offered(
    gazetteer: Gazetteer, text: str, city: str, district: str
) -> None:
    typed = read(gazetteer, text)
    assert [each.unit.name for each in candidates(typed.answer)] == [city, district]
    assert not typed.certain


@pytest.mark.parametrize(
    "story",
    [
        "голова Бабин знову п'яний",
        "сусід знову п'яний кричить під вікнами",
        "поламали лавку у дворі",
        "Пожежа! Рятуйте, горить хата",
        "мені телефонував шахрай і просив код",
        "купила телефон в інтернеті, а прислали цеглу",
        "мене звати Мирослава Вишнева, на мене кричать",
    ],
)
def test_a_story_without_a_place(gazetteer: Gazetteer, story: str) -> None:
    assert not candidates(read(gazetteer, story).answer)


@pytest.mark.parametrize(
    "text",
    ["а" + "\n" * 4094 + "б", "Київ" + " " * 4000 + "1", "Іванівка, " * 400, "в Іванівці " * 370, "вул. Рівне, " * 300],
    ids=["lines", "spaces", "namesakes", "prepositions", "streets"],
)
def test_no_text_holds_others_up(gazetteer: Gazetteer, text: str) -> None:
    """All who write wait for one another: even what is made to be slow takes a fraction of a second."""
    assert min(_seconds(gazetteer, text) for _ in range(3)) < 0.12


def _seconds(gazetteer: Gazetteer, text: str) -> float:
    began = process_time()
    read(gazetteer, text)
    return process_time() - began


@settings(max_examples=200)
@given(st.text("Київ у вЖитомирі,.!-'р-н область село «»\n12абвгд", max_size=120))
def test_anything_can_be_read(gazetteer: Gazetteer, text: str) -> None:
    typed = read(gazetteer, text)
    assert not typed.certain or candidates(typed.answer)
