"""The languages there are texts in."""

from enum import StrEnum


class Locale(StrEnum):
    """In the order they are offered; the first is the default of the texts."""

    UK = "uk"
    EN = "en"
