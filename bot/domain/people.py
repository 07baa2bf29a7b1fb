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


class Visibility(StrEnum):
    """Who sees a field of the directory; also a viewer: a resident is `PUBLIC`."""

    PUBLIC = "public"
    OFFICERS = "officers"
    ADMINS = "admins"

    def shows_to(self, viewer: "Visibility") -> bool:
        """Whoever stands higher sees what those below see."""
        ranks = list(Visibility)
        return ranks.index(viewer) >= ranks.index(self)


@dataclass(frozen=True, slots=True)
class Station:
    """Premises: `hours` and `phone` are words as people read them; `point` feeds the pin and the distance.
    `address_seen` is about everything that tells where it is: address, point, photo."""

    id: int
    code: str
    name: str
    address: str
    point: Point | None
    hours: str
    phone: str
    photo: str | None = None
    address_seen: Visibility = Visibility.PUBLIC
    phone_seen: Visibility = Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class Officer:
    """`chat_id` is the Telegram binding, None until the officer joins; `confirmed`: somebody has made sure that this
    account is the officer's, nothing goes to it before; `unreachable_at` is set when the officer blocked the bot.
    `…_seen` is who may see that field (a hidden name hides the rank too)."""

    id: int
    code: str
    role: Role
    rank: str
    name: str
    phone: str
    photo: str | None
    chat_id: int | None
    locale: str
    unreachable_at: datetime | None = None
    confirmed: bool = True
    name_seen: Visibility = Visibility.PUBLIC
    phone_seen: Visibility = Visibility.OFFICERS
    photo_seen: Visibility = Visibility.PUBLIC

    @property
    def joined(self) -> str:
        """How far the officer is in: waiting, pending (nobody has confirmed the account), joined, unreachable."""
        if self.chat_id is None:
            return "waiting"
        if not self.confirmed:
            return "pending"
        return "joined" if self.unreachable_at is None else "unreachable"

    @property
    def reachable(self) -> bool:
        return self.chat_id is not None and self.confirmed and self.unreachable_at is None


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
