"""Which report a message of ours belongs to, told by the message itself: its address, in a button or a link."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.places import Point
from bot.domain.refs import PATTERN
from bot.domain.reports import Report


class Side(StrEnum):
    """As whom somebody has a part in a report: the same account may be a resident and an officer."""

    RESIDENT = "r"
    OFFICER = "c"


@dataclass(frozen=True, slots=True)
class Address:
    """What a message carries: the report's random id, and to which side it was sent."""

    side: Side
    ref: str


_PAYLOAD: Final = re.compile(rf"^([{''.join(Side)}])_({PATTERN.strip('^$')})$")


def payload_of(address: Address) -> str:
    """What a link carries: `/start` with it opens the report."""
    return f"{address.side}_{address.ref}"


def address_in(payload: str) -> Address | None:
    """The reverse; None for anything else."""
    found = _PAYLOAD.match(payload)
    return Address(Side(found[1]), found[2]) if found else None


@dataclass(frozen=True, slots=True)
class Target:
    """The message that somebody replies to. Addresses are trusted on our own messages only; `unique_id` and `point`
    are its contents, for what can carry no address; `question`: words of ours that carry none either."""

    message_id: int
    ours: bool
    sent_at: datetime
    addresses: tuple[Address, ...] = ()
    unique_id: str | None = None
    point: Point | None = None
    question: bool = False


@dataclass(frozen=True)
class Way:
    """A button that stands for itself, whatever becomes of those beside it."""

    label: str
    act: str


@dataclass(frozen=True, slots=True)
class Tapped:
    """The message under which a button was tapped (`tap`: the channel's name for that): the addresses in its buttons,
    and the ways that are open beside the tapped one."""

    tap: str
    message_id: int
    addresses: tuple[Address, ...] = ()
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Belongs:
    """The report a message belongs to, the side its writer has there, and the entry that it answers."""

    report: Report
    side: Side
    quotes: int | None = None


class Unclear(StrEnum):
    """Why somebody is asked which report is meant."""

    SEVERAL = "several"  # nothing was replied to, and more than one is open
    UNSAID = "unsaid"  # an officer's words reply to nothing
    LOST = "lost"  # it replies to something that no report is known of
    RESOLVED = "resolved"  # a report of theirs was just said to be resolved, and they were asked for more
    ERASED = "erased"  # it replies to a report that its resident has erased
    OWN_ERASED = "own-erased"  # the same, said to the resident
    GONE = "gone"  # it replies to a report that is not there any more
