"""Countries and well-known cities beyond the border, by what people here call them.

A village may bear such a name too (Самара, Берлин): alone it is then offered, never taken for certain. In the
nominative; the cases are made by `bot.places.paradigm`. General knowledge, kept by hand.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from bot.places.paradigm import cases, plain

_MOST_WORDS: Final = 3  # of a city and its country
_COUNTRIES: Final = (
    "Росія Россия РФ Білорусь Беларусь Белоруссия Польща Польша Словаччина Словакия Угорщина Венгрия Румунія"
    " Румыния Молдова Молдавія Молдавия Придністров'я Приднестровье Німеччина Германия Чехія Чехия Австрія Австрия"
    " Швейцарія Швейцария Італія Италия Франція Франция Іспанія Испания Португалія Португалия Англія Англия Британія"
    " Великобританія Великобритания Ірландія Ирландия Шотландія Нідерланди Нидерланды Голландія Голландия Бельгія"
    " Бельгия Люксембург Данія Дания Швеція Швеция Норвегія Норвегия Фінляндія Финляндия Естонія Эстония Латвія"
    " Латвия Литва Болгарія Болгария Греція Греция Сербія Сербия Хорватія Хорватия Словенія Словения Чорногорія"
    " Черногория Албанія Албания Туреччина Турция Кіпр Кипр Ізраїль Израиль Єгипет Египет Грузія Грузия Вірменія"
    " Армения Азербайджан Казахстан Узбекистан Киргизстан Таджикистан Туркменістан Китай Японія Япония Корея Індія"
    " Индия США Америка Канада Мексика Бразилія Бразилия Аргентина Австралія Австралия Європа Европа Азія Азия"
    " Африка Іран Иран Сирія Сирия ОАЕ ОАЭ Монголія В'єтнам Таїланд Russia Belarus Poland Slovakia Hungary Romania"
    " Moldova Germany Czechia Austria Switzerland Italy Italia France Spain Portugal England Ireland Netherlands"
    " Belgium Denmark Sweden Norway Finland Estonia Latvia Lithuania Bulgaria Greece Serbia Croatia Turkey Israel"
    " Egypt Georgia Armenia Kazakhstan China Japan India USA America Canada UK Polska Deutschland Europe"
)
_CITIES: Final = (
    # Russia, Belarus, Moldova
    "Москва, Санкт-Петербург, Петербург, Пітер, Питер, Ленінград, Ленинград, Бєлгород, Белгород, Білгород, Курськ,"
    " Курск, Брянськ, Брянск, Воронеж, Ростов, Ростов-на-Дону, Таганрог, Краснодар, Сочі, Сочи, Ставрополь,"
    " Новоросійськ, Новороссийск, Волгоград, Саратов, Самара, Тольятті, Тольятти, Казань, Уфа, Перм, Пермь,"
    " Єкатеринбург, Екатеринбург, Челябінськ, Челябинск, Омськ, Омск, Новосибірськ, Новосибирск, Томськ, Томск,"
    " Красноярськ, Красноярск, Іркутськ, Иркутск, Хабаровськ, Хабаровск, Владивосток, Калінінград, Калининград,"
    " Мурманськ, Мурманск, Архангельськ, Архангельск, Тула, Орел, Орёл, Рязань, Калуга, Смоленськ, Смоленск, Твер,"
    " Тверь, Ярославль, Іваново, Иваново, Нижній Новгород, Нижний Новгород, Великий Новгород, Псков, Липецьк,"
    " Липецк, Тамбов, Пенза, Ульяновськ, Ульяновск, Іжевськ, Ижевск, Оренбург, Астрахань, Грозний, Грозный,"
    " Махачкала, Владикавказ, Нальчик, Тюмень, Сургут, Норильськ, Норильск, Якутськ, Якутск, Чита, Магадан, Сахалін,"
    " Камчатка, Сибір, Сибирь, Шебекіно, Шебекино, Суджа, Мінськ, Минск, Гомель, Брест, Гродно, Вітебськ, Витебск,"
    " Могильов, Могилев, Бобруйськ, Бобруйск, Пінськ, Пинск, Мозир, Мозырь, Барановичі, Барановичи, Кишинів,"
    " Кишинёв, Кишинев, Тирасполь, Тираспіль, Бельці, Бельцы, Бендери, Бендеры, Рибниця, Рыбница, Комрат,"
    # Poland, Slovakia, Hungary, Romania
    " Варшава, Краків, Краков, Вроцлав, Познань, Лодзь, Гданськ, Гданск, Гдиня, Щецин, Щецін, Люблін, Люблин, Жешув,"
    " Ряшів, Перемишль, Пшемисль, Хелм, Катовіце, Катовице, Бидгощ, Білосток, Белосток, Ченстохова, Радом, Кельце,"
    " Ольштин, Братислава, Кошиці, Кошице, Пряшів, Пряшев, Будапешт, Дебрецен, Ніредьгаза, Сегед, Мішкольц,"
    " Бухарест, Ясси, Яси, Сучава, Клуж, Тиміш'оара, Констанца, Галац, Тульча, Сігет,"
    # further
    " Прага, Брно, Острава, Пльзень, Берлін, Берлин, Мюнхен, Гамбург, Кельн, Кёльн, Франкфурт, Дрезден, Лейпциг,"
    " Штутгарт, Дюссельдорф, Дортмунд, Бремен, Ганновер, Нюрнберг, Відень, Вена, Зальцбург, Грац, Цюрих, Женева,"
    " Берн, Париж, Ліон, Марсель, Ніцца, Лондон, Манчестер, Ліверпуль, Единбург, Дублін, Дублин, Рим, Мілан, Милан,"
    " Неаполь, Венеція, Венеция, Турин, Флоренція, Болонья, Мадрид, Барселона, Валенсія, Валенсия, Севілья, Севилья,"
    " Аліканте, Малага, Лісабон, Лиссабон, Порту, Амстердам, Роттердам, Гаага, Брюссель, Антверпен, Копенгаген,"
    " Стокгольм, Осло, Гельсінкі, Хельсинки, Таллінн, Таллінн, Таллин, Тарту, Рига, Ріга, Вільнюс, Вильнюс, Каунас,"
    " Клайпеда, Софія, Варна, Бургас, Афіни, Афины, Салоніки, Белград, Загреб, Любляна, Скоп'є, Тирана, Стамбул,"
    " Анкара, Анталія, Анталья, Ізмір, Тбілісі, Тбилиси, Батумі, Батуми, Кутаїсі, Єреван, Ереван, Баку, Астана,"
    " Алмати, Алматы, Ташкент, Самарканд, Бішкек, Єрусалим, Иерусалим, Тель-Авів, Тель-Авив, Хайфа, Каїр, Каир,"
    " Дубай, Пекін, Пекин, Шанхай, Токіо, Токио, Сеул, Делі, Нью-Йорк, Вашингтон, Чикаго, Чікаго, Лос-Анджелес,"
    " Маямі, Майамі, Бостон, Торонто, Монреаль, Ванкувер, Сідней, Moscow, Moskva, Minsk, Warsaw, Warszawa, Krakow,"
    " Kraków, Wroclaw, Wrocław, Lublin, Gdansk, Gdańsk, Poznan, Lodz, Przemysl, Przemyśl, Rzeszow, Rzeszów, Prague,"
    " Praha, Brno, Bratislava, Budapest, Bucharest, Iasi, Chisinau, Vienna, Wien, Berlin, Munich, Hamburg, London,"
    " Paris, Rome, Roma, Milan, Milano, Madrid, Barcelona, Lisbon, Amsterdam, Brussels, Copenhagen, Stockholm, Oslo,"
    " Helsinki, Tallinn, Riga, Vilnius, Sofia, Varna, Athens, Belgrade, Zagreb, Istanbul, Antalya, Tbilisi, Batumi,"
    " Yerevan, Baku, Dubai, New York, Toronto, Dublin"
)


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(map(plain, _COUNTRIES.lower().replace("'", "").split()))


@lru_cache(maxsize=1)
def _countries_inflected() -> frozenset[str]:
    return frozenset(plain(case) for name in _COUNTRIES.lower().replace("'", "").split() for case in cases(name))


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    return frozenset(plain("".join(name)) for name in _each_city())


@lru_cache(maxsize=1)
def _cities_inflected() -> frozenset[str]:
    """Of several words the last is inflected."""
    return frozenset(plain("".join((*first, case))) for *first, last in _each_city() for case in cases(last))


def _each_city() -> Iterator[list[str]]:
    for name in _CITIES.lower().replace("'", "").replace("-", " ").split(","):
        yield name.split()


def is_listed_abroad(found: Sequence[str]) -> bool:
    """Whether the words as typed stand here just so."""
    return plain("".join(found)) in _cities() | _countries()


def is_abroad(found: Sequence[str]) -> bool:
    """Whether they are a city or a country in any case."""
    whole = plain("".join(found))
    return is_listed_abroad(found) or whole in _cities_inflected() or whole in _countries_inflected()


def is_in_country(found: Sequence[str]) -> bool:
    """Whether they are a name beside a country's: «Орел, Росія». A word or two: more may tell another place."""
    return 1 < len(found) <= _MOST_WORDS and any(map(_is_country, (found[0], found[-1])))


def _is_country(word: str) -> bool:
    return plain(word) in _countries()
