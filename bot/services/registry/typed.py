"""What an admin types in the chat, read as the same column of a file is read."""

from datetime import date

from bot.domain.errors import StaleButton
from bot.domain.places import Point
from bot.domain.registry import DirectoryKind
from bot.services.registry.faults import WrongCell
from bot.services.registry.sheets import SHEET, Column
from bot.services.registry.values import LATITUDES, LONGITUDES, degrees
from bot.services.registry.values import day as parse_day


def column(kind: DirectoryKind, field: str) -> Column:
    """Raises StaleButton for a field that cannot be typed."""
    found = next((each for each in SHEET[kind.value].columns if each.key == field), None)
    if found is None or field == "code":
        raise StaleButton
    return found


def cell(kind: DirectoryKind, field: str, text: str) -> object:
    """Raises WrongCell."""
    found = column(kind, field)
    if text.strip():
        return found.parse(text)
    if found.required:
        raise WrongCell("required")
    return found.default


def typed_point(text: str) -> Point | None:
    """«50.2547, 28.6587»; raises WrongCell."""
    if not text.strip():
        return None
    parts = text.replace(";", " ").replace(", ", " ").split()
    if len(parts) == 1:
        parts = text.split(",")
    if len(parts) != 2:
        raise WrongCell("half-a-point")
    lat, lon = degrees(LATITUDES)(parts[0]), degrees(LONGITUDES)(parts[1])
    return Point(float(str(lat)), float(str(lon)))


def typed_day(text: str) -> date:
    """«01.09.2026»; raises WrongCell."""
    return parse_day(text)
