"""What comes of a typed street address that was looked for outside of its turn."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.places import Point


class GeocoderOutcome(StrEnum):
    FOUND = "found"
    NOT_FOUND = "not-found"  # the server knows no such street
    AWAY = "away"  # the server did not answer, or not in time


@dataclass(frozen=True, slots=True)
class GeocoderAnswer:
    """The answer to the address `number` of a chat. `point` and `accuracy_m` (metres) only when it was found."""

    number: int
    chat_id: int
    outcome: GeocoderOutcome
    point: Point | None = None
    accuracy_m: float | None = None
