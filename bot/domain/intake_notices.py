"""Notices to admins about where reports are taken."""

from dataclasses import dataclass

from bot.domain.notices import Notice, Paged, PlaceWords


@dataclass(frozen=True)
class IntakeAreas(Paged):
    """Areas of which the directory is shown, and no reports are taken."""

    items: tuple[PlaceWords, ...]
    total: int


@dataclass(frozen=True)
class AskIntakeArea(Notice):
    """Which area? `unknown`: no such name in the admin's territory."""

    unknown: bool = False


@dataclass(frozen=True)
class IntakeChoices(Notice):
    """Several areas fit the name; `more`: how many others."""

    options: tuple[PlaceWords, ...]
    more: int = 0


@dataclass(frozen=True)
class IntakeArea(Notice):
    """One area; `only`: no reports are taken, said of the area itself; `around`: of what it lies in; `waiting`:
    reports that are under way there."""

    place: PlaceWords
    only: bool
    around: bool
    waiting: int
