"""Notices about where words belong, and about words that are gone."""

from dataclasses import dataclass
from typing import ClassVar

from bot.domain.addressing import Side, Unclear, Way
from bot.domain.notices import AboutReport, Asked, Notice, Priority, QueueItem
from bot.domain.reports import Category, ReportStatus
from bot.domain.silence import Reveals


@dataclass(frozen=True)
class WhichReport(Asked):
    """Words wait until it is said where they belong: `own` are the reader's reports (a draft too), `cases` those they
    have as an officer, `more`: how many others there are; `fresh`: a new report may be meant. `copied`: as in
    `errors.ReportGone`."""

    reveals: ClassVar = Reveals.PLACE

    why: Unclear
    own: tuple[QueueItem, ...] = ()
    cases: tuple[QueueItem, ...] = ()
    more: int = 0
    fresh: bool = False
    copied: str = "no"


@dataclass(frozen=True)
class WordsDropped(Asked):
    """The words that waited belong nowhere."""


@dataclass(frozen=True)
class ReportHere(AboutReport, Asked):
    """To a resident: how the report stands, and a message to reply to."""

    reveals: ClassVar = Reveals.PLACE | Reveals.WORDS

    number: int
    category: Category
    status: ReportStatus
    place: str


@dataclass(frozen=True)
class Numbered:
    """A report that a message speaks of, as its reader may open it."""

    number: int
    ref: str
    side: Side


@dataclass(frozen=True)
class ActsOver(Notice):
    """Under a message whose question is over: its buttons go, the numbers of its reports and other ways stay."""

    priority: ClassVar = Priority.REST

    reports: tuple[Numbered, ...] = ()
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True)
class CopyPutBack(Asked):
    """To everybody: what was written between the two moments (as people read them) is gone."""

    priority: ClassVar = Priority.REST

    copied: str
    restored: str
