"""The kinds of danger, and what a text says of them."""

from dataclasses import dataclass
from enum import StrEnum


class Danger(StrEnum):
    """The kinds, the most urgent first where a text speaks of several with equal clarity."""

    SUICIDE = "suicide"
    ORDNANCE = "ordnance"
    FIRE = "fire"
    MEDICAL = "medical"
    VIOLENCE_HOME = "violence_home"
    MISSING = "missing"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Alarm:
    """What a text says of danger: the kinds, the most urgent first, and whether a child seems to write. A `call` is a
    bare cry for help or number («112», «рятуйте») that says no kind."""

    kinds: tuple[Danger, ...]
    child: bool = False
    call: bool = False
