"""Announcements to residents: written, tried, approved, sent once to each.

An announcement is read and locked once a turn and handed on from one collaborator to the next:

    AnnouncementReach   finds announcements for an admin: what is theirs to see, to change, to say yes to
    Drafts              opens a draft for its author and changes it          (AnnouncementReach)
    Composing           the questions to its author, and their answers       (Drafts, Outlines)
    Previews            as residents will see it                             (Renderer)
    AnnouncementCourse  every later step of its life, noted                  (AnnouncementReach)
    Deciding            when, and a second admin's yes or no: who hears what (AnnouncementCourse, Previews, Outlines)
    Watching            how far it is, pausing and the rest of its course    (AnnouncementCourse, Counting, Deciding)
    OblastHolding       oblasts where nothing is sent now
    Counting            all numbers of one: who would get it, who got it
    Rounds              what the sender does in a turn: list, hand out, note (Renderer)
    Subscriptions       what residents want to hear of

`stations.py` and `outlines.py` only read what they are given; `files.py` has the jobs, `ProgressTick` the clock's part.
"""

from dataclasses import dataclass

from bot.domain.announcements import Rules
from bot.domain.clock import Clock
from bot.services.announcements.composing import Composing
from bot.services.announcements.counting import Counting
from bot.services.announcements.course import AnnouncementCourse
from bot.services.announcements.deciding import Deciding
from bot.services.announcements.drafts import Drafts
from bot.services.announcements.holding import OblastHolding
from bot.services.announcements.outlines import Outlines
from bot.services.announcements.previews import Previews
from bot.services.announcements.reach import AnnouncementReach
from bot.services.announcements.rendering import Renderer
from bot.services.announcements.rounds import Rounds
from bot.services.announcements.watching import Watching
from bot.services.area_finder import AreaFinder
from bot.services.directory import DirectoryService
from bot.services.lookup import Lookup
from db.engine import Database

__all__ = ["Announcements", "assembled"]


@dataclass(frozen=True, slots=True)
class Announcements:
    """All that handlers, jobs, ticks and the sender ask."""

    reach: AnnouncementReach
    drafts: Drafts
    composing: Composing
    previews: Previews
    course: AnnouncementCourse
    deciding: Deciding
    watching: Watching
    holding: OblastHolding
    counting: Counting
    rounds: Rounds


def assembled(
    *,
    database: Database,
    clock: Clock,
    directory: DirectoryService,
    lookup: Lookup,
    finder: AreaFinder,
    rules: Rules,
) -> Announcements:
    """Joined, for one bot."""
    reach, outlines = AnnouncementReach(database, lookup), Outlines(lookup, clock, rules)
    renderer, counting = Renderer(lookup, clock, rules.languages), Counting(database, clock, lookup, rules)
    drafts, holding = Drafts(reach, rules.languages), OblastHolding(lookup, finder)
    course = AnnouncementCourse(reach, directory, needs_approval=rules.needs_approval)
    previews = Previews(renderer=renderer, directory=directory, lookup=lookup, finder=finder)
    composing = Composing(
        reach=reach, drafts=drafts, outlines=outlines, directory=directory, lookup=lookup, finder=finder, rules=rules
    )
    deciding = Deciding(
        reach=reach, course=course, outlines=outlines, previews=previews, directory=directory, clock=clock, rules=rules
    )
    watching = Watching(
        reach=reach,
        composing=composing,
        course=course,
        deciding=deciding,
        counting=counting,
        holding=holding,
        outlines=outlines,
        lookup=lookup,
        rules=rules,
    )
    return Announcements(
        reach=reach,
        drafts=drafts,
        composing=composing,
        previews=previews,
        course=course,
        deciding=deciding,
        watching=watching,
        holding=holding,
        counting=counting,
        rounds=Rounds(renderer, directory, rules.quiet, alone=database.is_sqlite),
    )
