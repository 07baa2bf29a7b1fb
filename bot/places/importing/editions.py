"""The date of a codifier's edition: given, in the file's name, or in the title block. ISO, perhaps without the day."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

_MONTHS: Final = (
    *("січня", "лютого", "березня", "квітня", "травня", "червня"),
    *("липня", "серпня", "вересня", "жовтня", "листопада", "грудня"),
)
_ISO: Final = re.compile(r"(?<!\d)(20\d\d)[-_.](\d\d)(?:[-_.](\d\d))?(?!\d)")
_DOTTED: Final = re.compile(r"(?<!\d)(\d{1,2})[.\-_](\d{1,2})[.\-_](20\d\d)(?!\d)")
_WORDS: Final = re.compile(rf"(\d{{1,2}})\s+({'|'.join(_MONTHS)})\s+(20\d\d)", re.IGNORECASE)


def iso(text: str) -> str | None:
    """The first date in a text: `2026-07-07`, `2026-07`, `07.07.2026`; None when there is none."""
    if found := _DOTTED.search(text):
        return _real(int(found[3]), int(found[2]), int(found[1]))
    if found := _ISO.search(text):
        return _real(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    return None


def edition_of(given: str | None, file_name: str, title: Iterable[str]) -> str | None:
    """The edition's date, or None where nothing tells it.

    The file's name goes before the title block: there the ministry quotes the order that set the form of the table,
    and leaves it as it was when the table changes. Of several dates in the block the latest counts.
    """
    if given is not None:
        return iso(given)
    return iso(file_name) or max(_dates_in_words(" ".join(title)), default=None)


def is_older(edition: str, than: str) -> bool:
    """Whether an edition came before another; one without a day is as old as any of its month."""
    return edition < than[: len(edition)]


def is_later(edition: str, day: date) -> bool:
    """Whether an edition is dated after this day; one without a day may be of any day of its month."""
    return edition > day.isoformat()[: len(edition)]


def _dates_in_words(text: str) -> Iterable[str]:
    for day, month, year in _WORDS.findall(text):
        if found := _real(int(year), _MONTHS.index(month.casefold()) + 1, int(day)):
            yield found
    if found := iso(text):
        yield found


def _real(year: int, month: int, day: int | None) -> str | None:
    try:
        found = date(year, month, day or 1).isoformat()
    except ValueError:
        return None
    return found if day else found[:7]
