"""A street address among typed words: the street with its house, and the words that say in which settlement.

Only what is surely one counts: a word like «вул.» or «проспект», or a house number between commas. Flats, floors and
post codes are dropped: no map needs them, so no map is told.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

LONGEST: Final = 120  # characters: what is longer is a story
_WITH_HOUSE: Final = r"(?=\D*\d)"  # else it is a word of a place's name, or of a story
_KINDS: Final = (
    ("вулиця", r"вул\.?|вулиц[яіюею]{1,2}|улиц[аеуы]|ул\.?|vul\.?|vulyts[iy]a|street|str\.|st\."),
    ("провулок", r"пров\.?|провул(?:ок|ку)|переул(?:ок|ке)|пер\.|lane"),
    ("проспект", r"просп\.?|проспект[уіе]?|пр-к?т\.?|пр\.|avenue|ave\.?"),
    ("бульвар", r"бульв\.?|бульвар[уіе]?|б-р\.?|boulevard|blvd\.?"),
    ("площа", r"площ[аіу]|площад[ьи]|пл\.|sending"),
    ("шосе", r"шосе|шоссе"),
    ("набережна", r"наб\.|набережн(?:а|ій|ая|ой)"),
    ("узвіз", r"узв[оі]з[іу]?"),
    ("проїзд", r"проїзд[іу]?|проезд[е]?"),
    ("майдан", rf"майдан[іу]?{_WITH_HOUSE}"),
    ("дорога", rf"дорог[аиіу]{_WITH_HOUSE}"),
    ("алея", rf"(?:але[яї]|аллея|аллее){_WITH_HOUSE}"),
    ("тупик", rf"тупик[уе]?{_WITH_HOUSE}"),
)
_ITSELF: Final = "набережна"  # a street's whole name, too: «Кременчук, Набережна 5»
_KIND: Final = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<k{at}>{said})" for at, (_, said) in enumerate(_KINDS)) + r")(?![\w’'ʼ-])", re.I
)
_HOUSE: Final = r"№?\s*\d{1,4}(?:\s?-?\s?(?![ву]\s+\w)[а-яіїєґa-z])?(?:/\d{1,4}[а-яіїєґa-z]?)?(?!\w)"
_STREET_AND_HOUSE: Final = re.compile(rf"(?P<street>.*?\D)??(?P<house>(?<!\w){_HOUSE})(?P<rest>.*)", re.I)
_ONLY_HOUSE: Final = re.compile(_HOUSE, re.I)
_PART: Final = re.compile(r"[,;\n]+")
_FLAT: Final = re.compile(
    r",?\s*(?<!\w)(?:кв|квартира|під[’']?їзд|подъезд|поверх|этаж|офіс|офис|apt|flat)(?!\w)\.?\s*№?\s*\d+\w?", re.I
)
_BEFORE_HOUSE: Final = re.compile(r"(?<!\w)(?:буд|будинок|будинку|дом|доме|д|house)(?!\w)\.?\s*(?=№?\s*\d)", re.I)
_NOISE: Final = re.compile(r"(?<!\w)(?:\d{5}(?!\w)|Україна|Украина|Ukraine)(?!\w)", re.I)
_SETTLEMENT: Final = re.compile(
    r"(?<!\w)(?:(?:в|у)(?!\w)|(?=(?:м|с|смт|сел|місто|місті|сел[оіаищеу]{1,4})(?!\w)))", re.I
)
_LEADING: Final = re.compile(r"^(?:(?:на|по|в|у|я|живу|адреса|адрес|in|at|on)(?!\w)[\s:.]*)+", re.I)
_HANGING: Final = re.compile(r"(?<!\w)(?:на|по|біля|вздовж|уздовж|возле|у|в|з|із|с|о|об)\s*$", re.I)
"""It belongs to the street: «Умань на вулиці …»."""
_A_SETTLEMENT: Final = re.compile(r"(?:м|с|смт|сел|місто|село|селище|город)(?!\w)", re.I)
_HOUSE_FIRST: Final = re.compile(rf"(?P<house>{_HOUSE})\s+(?P<after>\D+)", re.I)
_ADJECTIVE: Final = re.compile(r"(?:(?:сь?|ць?|зь?)к|[а-яії]н|[ое]в)(?:а|е|ий|ій|ая|ое|ой|ый|ому|ом)$", re.I)
_IN_NAMES: Final = re.compile(r"(?:березня|травня|липня|серпня|вересня|жовтня|листопада|січня|марта|мая|июля)", re.I)
_CASES: Final = (("ській", "ська"), ("цькій", "цька"), ("ній", "на"), ("вій", "ва"), ("лій", "ла"), ("тій", "та"))


class StreetAddress(NamedTuple):
    """`street` with the house, as maps have it; `settlement`: the other words, "" where there are none."""

    street: str
    settlement: str


def read_address(text: str) -> StreetAddress | None:
    """The address a text is; None when it is anything else."""
    if len(text) > LONGEST:
        return None
    plain = _BEFORE_HOUSE.sub("", _NOISE.sub("", _FLAT.sub("", text)))
    parts = [part for each in _PART.split(plain) if (part := each.strip(" .\t–—-"))]
    kinds = [at for at, part in enumerate(parts) if _KIND.search(part)]
    found = _by_kind(parts, kinds[0]) if kinds else _by_house(parts)
    return found if found and found.street and len(found.street) <= LONGEST else None


def _by_kind(parts: Sequence[str], at: int) -> StreetAddress | None:
    """There is a word for a street in this part."""
    word = _KIND.search(parts[at])
    assert word is not None
    kind = next(name for number, (name, _) in enumerate(_KINDS) if word[f"k{number}"])
    before = _HANGING.sub("", _LEADING.sub("", parts[at][: word.start()])).strip(" .")
    name, house, after = _behind(before, parts[at][word.end() :].strip(" ."))
    others = [*parts[:at], *parts[at + 1 :]]
    if not house and len(parts) > at + 1 and _ONLY_HOUSE.fullmatch(parts[at + 1]):
        house = others.pop(at)
    if not name and before and kind == _ITSELF:
        return StreetAddress(" ".join(filter(None, (kind, house))), ", ".join(filter(None, (before, after, *others))))
    if not name and before:  # «Київська вул., 5»
        *outside, name = before.rsplit(" ", 1) if not others else [before]
        before = "".join(outside)
    street = " ".join(part for part in (kind, _nominative(name), house) if part)
    return StreetAddress(street, ", ".join(part for part in (before, after, *others) if part)) if name else None


def _behind(before: str, text: str) -> tuple[str, str, str]:
    """What stands behind the word for a street; the street itself may stand before it: «Донецьке шосе 9 Дніпро»."""
    house = _HOUSE_FIRST.fullmatch(text)
    if house and _ADJECTIVE.search(before) and not _IN_NAMES.match(house["after"]):
        return "", house["house"].strip(), house["after"].strip(" .,")
    return _apart(text)


def _apart(text: str) -> tuple[str, str, str]:
    """Street, house, and what stands behind them: «Київська 5 Житомир», «Київській у Житомирі»."""
    if found := _STREET_AND_HOUSE.fullmatch(text):
        name, after = (found["street"] or "").strip(" ."), _LEADING.sub("", found["rest"].strip(" ."))
        if name or not after:
            return name, found["house"].strip(), after
    if (mark := _SETTLEMENT.search(text)) and mark.start():
        return text[: mark.start()].strip(" ."), "", text[mark.end() :].strip()
    return text, "", ""


def _by_house(parts: Sequence[str]) -> StreetAddress | None:
    """No word for a street, but a house between commas: «Київська 5, Житомир», «Житомир, Київська, 5»."""
    for at, part in enumerate(parts):
        if at and _ONLY_HOUSE.fullmatch(part):
            return _address(parts, at - 1, parts[at - 1], part, at)
        found = _STREET_AND_HOUSE.fullmatch(part)
        if found and (found["street"] or "").strip() and not found["rest"].strip():
            return _address(parts, at, found["street"].strip(), found["house"].strip(), at)
    return None


def _address(parts: Sequence[str], first: int, name: str, house: str, last: int) -> StreetAddress | None:
    others = [*parts[:first], *parts[last + 1 :]]
    if not others or _A_SETTLEMENT.match(name) or any(character.isdigit() for character in "".join((name, *others))):
        return None
    return StreetAddress(f"{name} {house}", ", ".join(others))


def _nominative(name: str) -> str:
    """«Київській» → «Київська»: people say on which street they live."""
    return " ".join(_word(each) for each in name.split())


def _word(word: str) -> str:
    return next((word.removesuffix(old) + new for old, new in _CASES if word.endswith(old)), word)
