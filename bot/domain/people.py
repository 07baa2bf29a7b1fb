"""People of the desk and what they hold: officers, stations, beats, posts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.places import Point


class Role(StrEnum):
    """What an officer is to a resident."""

    COMMUNITY = "community"  # поліцейський офіцер громади
    DISTRICT = "district"  # дільничний офіцер поліції
    DUTY = "duty"  # черговий


@dataclass(frozen=True, slots=True)
class Station:
    """Premises: `hours` and `phone` are words as people read them; `point` feeds the pin and the distance."""

    id: int
    code: str
    name: str
    address: str
    point: Point | None
    hours: str
    phone: str


@dataclass(frozen=True, slots=True)
class Officer:
    """`chat_id` is the Telegram binding, None until the officer joins; `unreachable_at` is set when the officer
    blocked the bot. `phone` is shown to residents only when `phone_public`."""

    id: int
    code: str
    role: Role
    rank: str
    name: str
    phone: str
    phone_public: bool
    photo: str | None
    chat_id: int | None
    locale: str
    unreachable_at: datetime | None = None

    @property
    def reachable(self) -> bool:
        return self.chat_id is not None and self.unreachable_at is None


@dataclass(frozen=True, slots=True)
class Post:
    """An officer's time on a beat: from `since` up to and including `until` (None: open end)."""

    officer_id: int
    since: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Beat:
    """The territory officers answer for: KATOTTG codes (city district, settlement, hromada; raion or oblast for
    duty officers), with a station."""

    id: int
    code: str
    name: str
    station_id: int | None
    areas: frozenset[str]
    posts: tuple[Post, ...]
