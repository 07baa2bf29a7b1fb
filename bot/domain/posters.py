"""Posters, and the deep link on a poster, which brings a resident straight to a station or a hromada."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bot.domain.notices import OfficerWords, StationWords
from bot.domain.people import Officer, Station
from bot.domain.places import Unit


class LinkTo(StrEnum):
    """What a deep link leads to; also how its payload begins."""

    STATION = "st_"
    HROMADA = "hr_"


@dataclass(frozen=True, slots=True)
class DeepLink:
    """`key`: a station's id, or a hromada's KATOTTG code."""

    lead: LinkTo
    key: str

    @property
    def payload(self) -> str:
        """For `/start`: at most 64 of A-Z a-z 0-9 _ -."""
        return f"{self.lead.value}{self.key}"

    @property
    def station_id(self) -> int | None:
        """None when it is no station, or a number that none can have."""
        known = self.lead is LinkTo.STATION and self.key.isascii() and self.key.isdecimal()
        return int(self.key) if known and len(self.key) < 19 else None


def deep_link_of(payload: str) -> DeepLink | None:
    """The deep link a payload names, whether or not there is anything behind it; None for other payloads."""
    for lead in LinkTo:
        if payload.startswith(lead.value):
            return DeepLink(lead, payload.removeprefix(lead.value))
    return None


@dataclass(frozen=True, slots=True)
class Linked:
    """What a deep link leads to. `hromadas`: what is served, in the order of their names; `officers` stand there today,
    those of the hromada first; `places`: where its residents live, the most populous first."""

    deep_link: DeepLink
    name: str
    hromadas: tuple[Unit, ...]
    officers: tuple[Officer, ...]
    station: Station | None
    places: tuple[Unit, ...]
    areas: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Poster:
    """What is printed. `hromadas` are names; `link` is behind the code and printed as text."""

    hromadas: tuple[str, ...]
    officers: tuple[OfficerWords, ...]
    station: StationWords | None
    link: str
    issued: date


@dataclass(frozen=True, slots=True)
class Printed:
    """One poster on A4: for the printer, and as a picture to look at."""

    pdf: bytes
    png: bytes


PrintPoster: TypeAlias = Callable[[Poster], Printed]
"""Blocking: done in the threads."""
