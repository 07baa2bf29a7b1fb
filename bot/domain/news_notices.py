"""Notices about announcements: to residents who get them and to admins who send them."""

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.announcements import AnnouncementMedia, Kind, StationButton
from bot.domain.notices import Asked, Notice, OfficerWords, PlaceWords, StationWords
from bot.domain.silence import Reveals


@dataclass(frozen=True)
class AnnouncedStation:
    id: int
    station: StationWords


@dataclass(frozen=True)
class Announced(Notice):
    """What a resident gets. `text` with placeholders and `entities` are an admin's; None: the kind's own words about
    `stations`. `place` is the resident's. `media`: one picture that stands above the words."""

    reveals: ClassVar = Reveals.OFFICER | Reveals.STATION | Reveals.PLACE

    kind: Kind
    text: str | None
    entities: tuple[dict[str, str | int], ...]
    stations: tuple[AnnouncedStation, ...]
    place: PlaceWords | None
    officers: tuple[OfficerWords, ...]
    media: AnnouncementMedia | None = None
    button: StationButton | None = None
    near: bool = True
    """The stations are the resident's own, not just those of the announcement."""

    def without(self, unsaid: Reveals, _hromada: PlaceWords | None = None, /) -> Notice | None:
        return None if self.reveals & unsaid else self  # nobody waits for it


@dataclass(frozen=True)
class AnnouncedAlbum(Notice):
    """The pictures that go before an announcement when there are several. No words."""

    media: tuple[AnnouncementMedia, ...]


@dataclass(frozen=True)
class AskNews(Asked):
    """Asked once: is news of this kind of place welcome?"""


@dataclass(frozen=True)
class NewsChoice(Asked):
    """What a resident gets now, with buttons to change it."""

    opening: bool
    announcement: bool


@dataclass(frozen=True)
class NewsStopped(Asked):
    """No news any more; answers to reports still come."""


@dataclass(frozen=True)
class StationCard(Notice):
    """Address, hours and phone, asked for under an announcement."""

    reveals: ClassVar = Reveals.STATION

    station: StationWords
