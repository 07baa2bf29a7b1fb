"""Cells into values: lenient about how people and spreadsheets write, strict about what is stored.

Every parser takes a cell that is not blank and returns its value or raises WrongCell.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias, TypeVar

from bot.domain.clock import written_day
from bot.domain.lookalikes import alike, alike_in_any_case
from bot.domain.numbers import decimal
from bot.domain.people import Role, Visibility
from bot.outside.answers import Cell
from bot.services.registry.faults import WrongCell, shown

Parser: TypeAlias = Callable[[Cell], object]
Value = TypeVar("Value")

EXCEL_ERRORS: Final = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
ROLES: Final[Mapping[str, Role]] = {
    "офіцер громади": Role.COMMUNITY,
    "поліцейський офіцер громади": Role.COMMUNITY,
    "пог": Role.COMMUNITY,
    "community": Role.COMMUNITY,
    "дільничний": Role.DISTRICT,
    "дільничний офіцер": Role.DISTRICT,
    "дільничний офіцер поліції": Role.DISTRICT,
    "старший дільничний офіцер поліції": Role.DISTRICT,
    "ст. доп": Role.DISTRICT,
    "доп": Role.DISTRICT,
    "district": Role.DISTRICT,
    "черговий": Role.DUTY,
    "чергова частина": Role.DUTY,
    "duty": Role.DUTY,
}
VISIBILITIES: Final[Mapping[str, Visibility]] = {
    **dict.fromkeys(("усі", "всі", "мешканці", "public", "так", "yes", "true", "1", "+"), Visibility.PUBLIC),
    **dict.fromkeys(("офіцери", "officers", "ні", "no", "false", "0", "-"), Visibility.OFFICERS),
    **dict.fromkeys(("адміністратори", "адміни", "admins"), Visibility.ADMINS),
}
"""Also the yes and no of the column there was before: a phone that residents do not see, colleagues do."""
LONGEST_PHONE: Final = len("+380 00 000 00 00, ")
LATITUDES, LONGITUDES = (44.0, 52.5), (22.0, 40.5)  # Ukraine's bounding box, degrees, rounded outwards
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_EXCEL_EPOCH = date(1899, 12, 30)
_INVISIBLE, _JOINER = {"Cc", "Cf", "Cs"}, "\u200d"
_MONTHS = (
    *("січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру"),
    *("янв", "фев", "мар", "апр", "май", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTH = rf"(?:{'|'.join(_MONTHS)})\w*\.?"
_NO_HOURS: Final = re.compile(
    r"\d+([.,]\d+)?"  # a number: the part of a day that a spreadsheet keeps for a time
    r"|\d{1,2}:\d{2}(:\d{2})?"  # a time alone, from when or until when?
    rf"|\d{{1,4}}[-./ ](\d{{1,2}}|{_MONTH})([-./ ]\d{{2,4}})([ T]00?:00(:00)?)?"  # a day: what «9-18» became
    rf"|\d{{1,2}}[-./ ]{_MONTH}|{_MONTH}[-./ ]\d{{1,4}}",
    re.IGNORECASE,
)
_WORDS_OF_PHONES: Final = re.compile(
    r"\b(тел(ефон)?и?|моб(ільний)?|роб(очий)?|сл(ужб(овий)?)?|міськ(ий)?|черг(ов[аи]й?)?|частин[аи]|приймальн[яі]|"
    r"т|м|моб\.?тел|viber|вайбер|whatsapp|telegram|телеграм|tel|mob|phone)\b[.:]*",
    re.IGNORECASE,
)


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def plain(cell: Cell) -> str:
    """A cell as text: composed letters, single spaces, whole numbers without `.0`, nothing invisible, lines kept."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    composed = unicodedata.normalize("NFC", str(cell))
    if composed.isprintable():  # nearly every cell; the rest costs five times as much
        return " ".join(composed.split())
    clean = (" ".join("".join(filter(_is_visible, line)).split()) for line in composed.splitlines())
    return "\n".join(line for line in clean if line)


def text(*, limit: int) -> Parser:
    """Any words, up to the length that the database keeps."""

    def parse(cell: Cell) -> str:
        value = plain(cell)
        if isinstance(cell, date | time | timedelta | bool):
            raise WrongCell("not-words", value=shown(value))
        if value in EXCEL_ERRORS:
            raise WrongCell("formula-error", value=value)
        if len(value) > limit:
            raise WrongCell("too-long", limit=str(limit), length=str(len(value)))
        return value

    return parse


def hours(*, limit: int) -> Parser:
    """When a station is open, in words. A spreadsheet makes a day of «9-18», and of a time a part of a day."""
    words = text(limit=limit)

    def parse(cell: Cell) -> object:
        value = str(words(cell))
        if _NO_HOURS.fullmatch(value):
            raise WrongCell("not-words", value=shown(value))
        return value

    return parse


def katottg(cell: Cell) -> str:
    """A code of the codifier; letters that only look Latin are accepted."""
    value = alike("".join(plain(cell).split()).upper())
    if not re.fullmatch(r"UA\d{17}", value):
        raise WrongCell("not-a-katottg", value=shown(plain(cell)))
    return value


def role(cell: Cell) -> Role:
    return _word(cell, ROLES, "not-a-role")


def visibility(cell: Cell) -> Visibility:
    return _word(cell, VISIBILITIES, "not-a-visibility")


def day(cell: Cell) -> date:
    """A date cell, or text like 01.02.2026 or 2026-02-01, or the number a spreadsheet keeps for a date."""
    value = _day(cell)
    if value is None or not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise WrongCell("not-a-date", value=shown(plain(cell)))
    return value


def degrees(within: tuple[float, float]) -> Parser:
    """A coordinate in degrees, with a point or a comma."""

    def parse(cell: Cell) -> float:
        try:
            value = decimal(plain(cell).rstrip("°"))
        except ValueError:
            raise WrongCell("not-a-coordinate", value=shown(plain(cell))) from None
        if not within[0] <= value <= within[1]:
            raise WrongCell("outside-ukraine", value=shown(plain(cell)))
        return round(value, 6)

    return parse


def phones(*, limit: int) -> Parser:
    """One number or several (split by comma, semicolon, line, «або»; by a slash between whole numbers), as
    +380 XX XXX XX XX; short ones (102) as they are. Words that only say that this is a phone are left out."""

    def parse(cell: Cell) -> str:
        written = unicodedata.normalize("NFKC", plain(cell))
        parts = re.split(r"[,;\n]|\s(?:або|та|і|чи)\s|(?<=\d{2})\s*/\s*(?=[+(0])", written)
        found = list(dict.fromkeys(_phone(part) for each in parts if (part := _without_words(each))))
        if not found:
            raise WrongCell("not-a-phone", value=shown(plain(cell)))
        if len(value := ", ".join(found)) > limit:
            raise WrongCell("too-many-phones", count=str(len(found)), most=str(limit // LONGEST_PHONE))
        return value

    return parse


def _is_visible(character: str) -> bool:
    """Not a control character, half of a pair, or an invisible mark; spaces count, and emoji need their joiner."""
    return unicodedata.category(character) not in _INVISIBLE or character.isspace() or character == _JOINER


def _without_words(written: str) -> str:
    """«тел.: (000) 000-00-01 (моб.)» → the number; other words stay, and are refused."""
    return re.sub(r"\(\s*\)", "", _WORDS_OF_PHONES.sub("", written)).strip(" .:")


def _phone(written: str) -> str:
    digits = re.sub(r"\D", "", written)
    if not re.fullmatch(r"[\s+0-9()./‐‑–—−-]+", written):
        raise WrongCell("not-a-phone", value=shown(written))
    if re.fullmatch(r"\d{3,4}", digits):
        return digits
    if ukrainian := re.fullmatch(r"(?:3?8)?0?(\d{9})", digits):
        national = ukrainian[1]
        return f"+380 {national[:2]} {national[2:5]} {national[5:7]} {national[7:]}"
    if written.strip().startswith("+") and 8 <= len(digits) <= 15:
        return f"+{digits}"
    raise WrongCell("not-a-phone", value=shown(written))


def _day(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and 0 < cell < 100_000:
        return _EXCEL_EPOCH + timedelta(days=int(cell))
    return written_day(plain(cell))


def _word(cell: Cell, words: Mapping[str, Value], code: str) -> Value:
    written = " ".join(plain(cell).split())
    by_look = {alike_in_any_case(word): value for word, value in words.items()}
    if (look := alike_in_any_case(written)) not in by_look:
        raise WrongCell(code, value=shown(written))
    return by_look[look]
