"""What a registry file looks like: five sheets of a workbook, or five CSV files of the same names in a folder.

This table is the whole format. Reading, checking, the template and its explanations follow it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.lookalikes import alike_in_any_case
from bot.domain.people import Visibility
from bot.services.registry.values import (
    LATITUDES,
    LONGITUDES,
    Parser,
    day,
    degrees,
    hours,
    katottg,
    phones,
    role,
    text,
    visibility,
)


@dataclass(frozen=True, slots=True)
class Column:
    """`title` is what the template writes; `aliases` are accepted too. `default` fills a blank cell that may be."""

    key: str
    title: str
    parse: Parser
    help: str
    required: bool = True
    aliases: tuple[str, ...] = ()
    default: object = ""
    refers_to: str | None = None  # the sheet whose code this is


@dataclass(frozen=True, slots=True)
class Sheet:
    """`identity` are the columns that no two rows may share."""

    key: str
    title: str
    help: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    may_be_empty: bool = False


_NOT_COMPARED: Final = str.maketrans({"*": None, "_": None, "’": "'", "ʼ": "'", "`": "'", "‘": "'"})


def normal(title: str) -> str:
    """Names of sheets and columns are compared without case, spaces, stars and underscores, by their look."""
    return "".join(alike_in_any_case(title).translate(_NOT_COMPARED).split())


_CODE = text(limit=40)
_OWN_CODE = "Ваше позначення, будь-яке, без повторів. Не змінюйте його: за ним запис упізнають наступного разу."

_PHOTO = Column(
    "photo",
    "Фото",
    text(limit=300),
    "Адреса знімка в інтернеті (https://…), якщо є. Фото з чату зручніше додати в самому боті.",
    required=False,
    default=None,
)


def _seen(key: str, title: str, what: str, *aliases: str, usually: Visibility = Visibility.PUBLIC) -> Column:
    levels = "«усі», «офіцери» або «адміністратори»"
    blank = "усі" if usually is Visibility.PUBLIC else "офіцери"
    return Column(
        key,
        title,
        visibility,
        f"{what}: {levels}. Порожньо — {blank}.",
        required=False,
        aliases=aliases,
        default=usually,
    )


SHEETS: Final = (
    Sheet(
        key="stations",
        title="Станції",
        help="Поліцейські станції: приміщення, куди приходять люди.",
        identity=("code",),
        may_be_empty=True,
        columns=(
            Column("code", "Код станції", _CODE, _OWN_CODE, aliases=("код", "station")),
            Column("name", "Назва", text(limit=200), "Як станцію називають люди.", aliases=("назва станції",)),
            Column("address", "Адреса", text(limit=300), "Вулиця, будинок, місто чи село."),
            Column(
                "lat",
                "Широта",
                degrees(LATITUDES),
                "Градуси, наприклад 50,2547. Разом із довготою або ніяк.",
                required=False,
                aliases=("latitude",),
                default=None,
            ),
            Column(
                "lon",
                "Довгота",
                degrees(LONGITUDES),
                "Градуси, наприклад 28,6587. Разом із широтою або ніяк.",
                required=False,
                aliases=("longitude", "lng"),
                default=None,
            ),
            Column(
                "hours",
                "Години роботи",
                hours(limit=200),
                "Словами, наприклад: пн–пт 09:00–18:00.",
                required=False,
                aliases=("графік", "opening hours"),
            ),
            Column("phone", "Телефон", phones(limit=40), "Номер станції.", required=False),
            _PHOTO,
            _seen("address_seen", "Хто бачить адресу", "Хто бачить, де станція (адресу, точку на карті, фото)"),
            _seen("phone_seen", "Хто бачить телефон", "Хто бачить номер станції"),
        ),
    ),
    Sheet(
        key="officers",
        title="Офіцери",
        help="Люди та чергові частини, які відповідають мешканцям.",
        identity=("code",),
        columns=(
            Column(
                "code",
                "Код офіцера",
                _CODE,
                f"{_OWN_CODE} За ним зберігається й Telegram офіцера.",
                aliases=("код", "officer"),
            ),
            Column("role", "Роль", role, "«офіцер громади», «дільничний» або «черговий».", aliases=("посада",)),
            Column(
                "rank",
                "Звання",
                text(limit=100),
                "Наприклад: капітан поліції.",
                required=False,
                aliases=("спеціальне звання",),
            ),
            Column("name", "Ім’я та прізвище", text(limit=200), "Як до людини звертаються.", aliases=("піб", "ім’я")),
            Column("phone", "Телефон", phones(limit=40), "Службовий номер.", required=False),
            _PHOTO,
            _seen("name_seen", "Хто бачить ім’я", "Хто бачить ім’я та звання"),
            _seen(
                "phone_seen",
                "Хто бачить телефон",
                "Хто бачить номер",
                "показувати телефон",  # the column of earlier files: «так» or «ні»
                "телефон видно",
                "phone_public",
                usually=Visibility.OFFICERS,
            ),
            _seen("photo_seen", "Хто бачить фото", "Хто бачить фото"),
        ),
    ),
    Sheet(
        key="beats",
        title="Дільниці",
        help="Поліцейські дільниці: територія, за яку відповідають.",
        identity=("code",),
        columns=(
            Column("code", "Код дільниці", _CODE, _OWN_CODE, aliases=("код", "beat")),
            Column("name", "Назва", text(limit=200), "Наприклад: дільниця №\u00a03.", aliases=("назва дільниці",)),
            Column(
                "station",
                "Код станції",
                _CODE,
                "З аркуша «Станції»; порожньо, якщо станції ще немає.",
                required=False,
                aliases=("станція",),
                default=None,
                refers_to="stations",
            ),
        ),
    ),
    Sheet(
        key="areas",
        title="Території",
        help="З чого складається дільниця: громади, міста, села, райони міст. Для чергових — також райони та області.",
        identity=("beat", "katottg"),
        columns=(
            Column("beat", "Код дільниці", _CODE, "З аркуша «Дільниці».", aliases=("дільниця",), refers_to="beats"),
            Column(
                "katottg",
                "Код КАТОТТГ",
                katottg,
                "Код із Кодифікатора: UA і 17 цифр.",
                aliases=("катоттг", "код території"),
            ),
        ),
    ),
    Sheet(
        key="posts",
        title="Призначення",
        help="Хто на якій дільниці служить і відколи. Офіцер може мати кілька дільниць, дільниця — кількох офіцерів.",
        identity=("officer", "beat", "since"),
        columns=(
            Column("officer", "Код офіцера", _CODE, "З аркуша «Офіцери».", aliases=("офіцер",), refers_to="officers"),
            Column("beat", "Код дільниці", _CODE, "З аркуша «Дільниці».", aliases=("дільниця",), refers_to="beats"),
            Column("since", "Від", day, "Перший день, наприклад 01.09.2026.", aliases=("з", "дата початку", "from")),
            Column(
                "until",
                "До",
                day,
                "Останній день включно; порожньо — без строку.",
                required=False,
                aliases=("по", "дата завершення", "to"),
                default=None,
            ),
        ),
    ),
)
SHEET: Final[Mapping[str, Sheet]] = {sheet.key: sheet for sheet in SHEETS}
NOTE_TITLES: Final = ("примітка", "note")  # columns that begin so are for people and not read
EXAMPLE_CODES: Final = ("приклад", "example")  # rows whose first cell begins so are not read
