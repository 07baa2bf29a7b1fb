"""What the sample registry is to show, as data: the founding launch of 17 stations, and every case of routing.

Hromadas are named as the codifier names them; no two of this oblast share a name.
"""

from typing import Final

OBLAST: Final = "UA18000000000041385"
SINCE: Final = "01.01.2024"

STATION_TOWNS: Final = {  # town -> its hromada; each gets a station and a community officer
    "Житомир": "Житомирська",
    "Бердичів": "Бердичівська",
    "Коростень": "Коростенська",
    "Звягель": "Звягельська",
    "Малин": "Малинська",
    "Коростишів": "Коростишівська",
    "Овруч": "Овруцька",
    "Радомишль": "Радомишльська",
    "Баранівка": "Баранівська",
    "Олевськ": "Олевська",
    "Андрушівка": "Андрушівська",
    "Чуднів": "Чуднівська",
    "Хорошів": "Хорошівська",
    "Романів": "Романівська",
    "Черняхів": "Черняхівська",
    "Ємільчине": "Ємільчинська",
    "Ружин": "Ружинська",
}
SECOND_OFFICERS: Final = ("Житомирська", "Бердичівська")  # two officers who answer together
NARROWER: Final = (  # beats inside a hromada that have an officer of their own: (hromada, place in it)
    ("Житомирська", "Богунський"),
    ("Житомирська", "Корольовський"),
    ("Малинська", "Малин"),
)
SHARED: Final = (("Глибочицька", "Оліївська"),)  # one community officer over two hromadas

RANKS: Final = ("лейтенант поліції", "старший лейтенант поліції", "капітан поліції", "майор поліції")
HOURS: Final = "пн–пт 09:00–18:00, сб 10:00–14:00"
HOURS_OF_CENTRES: Final = "цілодобово"
CENTRES: Final = ("Житомир", "Бердичів", "Коростень", "Звягель")  # of the raions

ORDINALS: Final = (
    "Перший",
    "Другий",
    "Третій",
    "Четвертий",
    "П’ятий",
    "Шостий",
    "Сьомий",
    "Восьмий",
    "Дев’ятий",
    "Десятий",
    "Одинадцятий",
    "Дванадцятий",
    "Тринадцятий",
    "Чотирнадцятий",
    "П’ятнадцятий",
    "Шістнадцятий",
    "Сімнадцятий",
    "Вісімнадцятий",
    "Дев’ятнадцятий",
)
TENS: Final = {2: ("Двадцять", "Двадцятий"), 3: ("Тридцять", "Тридцятий"), 4: ("Сорок", "Сороковий")}


def ordinal(number: int) -> str:
    """«Двадцять Перший»: 1..49, so that no sample sounds like a real person."""
    if number < 20:
        return ORDINALS[number - 1]
    tens, ones = divmod(number, 10)
    counted, alone = TENS[tens]
    return f"{counted} {ORDINALS[ones - 1]}" if ones else alone
