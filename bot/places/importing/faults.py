"""What is wrong with a file, as data. The words for each code live in locales/ under `places-error-<code>`."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

SHOWN_CHARACTERS: Final = 60


@dataclass(frozen=True, slots=True)
class FileFault:
    """One thing to correct: the line (or, `in_feature`, the number of the GeoJSON's feature), from 1; the column or
    property as the file names it; and the variables of its sentence."""

    code: str
    line: int | None = None
    column: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    in_feature: bool = False


class FileUnusable(Exception):
    """The file as a whole cannot be used."""

    def __init__(self, code: str, **fields: str) -> None:
        super().__init__(code)
        self.fault = FileFault(code, fields=fields)


def of_features(faults: Iterable[FileFault]) -> list[FileFault]:
    """The same, their numbers being those of features."""
    return [replace(fault, in_feature=True) for fault in faults]


def shown(value: object) -> str:
    """A value as a fault quotes it: one line, not too long."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
