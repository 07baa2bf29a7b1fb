"""Who may change what by which button: one table, a row for buttons of one kind and one rule.

A row names its buttons for a prepared town (`Things`) and the roles by whose tap something kept may change; whoever
is not named changes nothing. `idle`: nobody's tap changes anything kept here: a look, a question, or a step that
nothing waits for.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum, auto
from typing import Final, TypeAlias

from bot.domain.acts import admins as a
from bot.domain.acts import announcements as n
from bot.domain.acts import cases as c
from bot.domain.acts import directory as r
from bot.domain.acts import figures as f
from bot.domain.acts import people as p
from bot.domain.acts.base import Act
from bot.domain.addressing import Side
from bot.domain.announcements import Kind, StationButton
from bot.domain.clock import KYIV, utc_now
from bot.domain.figures.periods import Span
from bot.domain.locales import Locale
from bot.domain.moves import CaseStep
from bot.domain.people import Role as OfficerRole
from bot.domain.people import Visibility
from bot.domain.registry import DirectoryKind as EntryKind
from bot.domain.reports import Category


class Role(StrEnum):
    STRANGER = auto()  # asked for help only: without a message of ours there is nothing to tap
    UNDECIDED = auto()  # was asked, has not agreed
    RESIDENT = auto()  # without a report
    WRITER = auto()  # has a report and a draft
    OTHER = auto()  # has a report elsewhere
    OFFICER = auto()  # received the report
    FOREIGN_OFFICER = auto()
    UNCONFIRMED = auto()  # joined for the same place, nobody has confirmed it
    FOREIGN_ADMIN = auto()
    AUTHOR = auto()  # admin of the territory who wrote the announcement
    COLLEAGUE = auto()  # admin of the same territory who did not
    SUPERADMIN = auto()


Roles: TypeAlias = frozenset[Role]

ALL: Final = frozenset(Role)
RESIDENTS: Final = frozenset({Role.RESIDENT, Role.WRITER, Role.OTHER})
OFFICERS: Final = frozenset({Role.OFFICER, Role.FOREIGN_OFFICER})
HERE: Final = frozenset({Role.AUTHOR, Role.COLLEAGUE, Role.SUPERADMIN})
"""Admins who look after the town."""
ADMINS: Final = HERE | {Role.FOREIGN_ADMIN}
NOBODY: Final[Roles] = frozenset()


@dataclass(frozen=True)
class Things:
    """What buttons speak of. `announcements`: ids by status; of drafts there is one more, to be dropped."""

    report: str = "A" * 12
    draft: str = "B" * 12
    unsent: str = "C" * 12
    announcements: dict[str, int] | None = None
    seen: str = "0" * 12
    officer: int = 1
    pending: int = 1
    spare: int = 1
    station: int = 1
    beat: int = 1
    town: str = "UA18020030000035625"
    place: str = "UA18020030000035625"
    silent: str = "UA18020030000035625"
    lowered: str = "UA18020030000035625"
    admin: int = 1
    peer: int = 1
    check: int = 1
    generation: int = 1
    agreements: tuple[int, ...] = (1,)

    def announced(self, status: str) -> int:
        return (self.announcements or {}).get(status, 1)


@dataclass(frozen=True)
class Row:
    kind: type[Act]
    may: Roles
    buttons: Callable[[Things], Iterable[Act]]
    idle: bool = False


def looks(kind: type[Act], buttons: Callable[[Things], Iterable[Act]]) -> Row:
    return Row(kind, NOBODY, buttons, idle=True)


def does(kind: type[Act], may: Iterable[Role], buttons: Callable[[Things], Iterable[Act]]) -> Row:
    return Row(kind, frozenset(may), buttons)


def _entry(t: Things, *steps: r.EntryStep) -> list[Act]:
    ids = {EntryKind.OFFICERS: t.spare, EntryKind.STATIONS: t.station, EntryKind.BEATS: t.beat}
    return [r.EntryAct(kind=kind, id=id_, step=step) for step in steps for kind, id_ in ids.items()]


def _news(t: Things, status: str, *steps: n.AnnouncementStep) -> list[Act]:
    return [n.AnnouncementAct(announcement_id=t.announced(status), step=step) for step in steps]


N, S, E = n.AnnouncementStep, a.SilentStep, r.EntryStep
AGREE = (p.Step.AGREE_WITHOUT_NEWS, p.Step.AGREE_WITH_NEWS, p.Step.AGREE)

OBLAST: Final = "UA18000000000041385"
OTHER_AREA: Final = "UA18060090000061708"
NOWHERE: Final = "UA00000000000000000"
DOING: Final = frozenset({E.EMPTY, E.RETIRE_REALLY, E.UNBIND_REALLY, E.INVITE, E.CONFIRM})
"""Steps of an entry that change something at once."""

TABLE: Final = (
    # --- residents: their own, and nobody else's
    looks(c.Whose, lambda t: [c.Whose(ref=t.report, side=side) for side in Side]),
    looks(p.OwnAct, lambda t: [p.OwnAct(ref=t.report), p.OwnAct(ref=t.draft)]),
    looks(p.MyPage, lambda _: [p.MyPage(number=0), p.MyPage(number=9_999)]),
    looks(p.PlacesPage, lambda _: [p.PlacesPage(number=0, asked="1f2e3d4c"), p.PlacesPage(number=9_999, asked="")]),
    looks(p.PickCategory, lambda _: [p.PickCategory(category=each) for each in Category]),
    looks(
        p.DraftAct,
        lambda t: [
            p.DraftAct(ref=t.draft, step=step) for step in (p.DraftStep.DONE, p.DraftStep.MORE, p.DraftStep.POINT)
        ],
    ),
    looks(p.ShowStation, lambda t: [p.ShowStation(station_id=t.station, what=what) for what in StationButton]),
    # --- officers: cases they were given
    looks(c.QueuePage, lambda _: [c.QueuePage(number=0)]),
    looks(c.CaseAct, lambda t: [c.CaseAct(ref=t.report, step=step) for step in (CaseStep.REPLY, CaseStep.SHOW)]),
    does(c.CaseAct, [Role.OFFICER], lambda t: [c.CaseAct(ref=t.report, step=CaseStep.ACCEPT)]),
    does(c.CaseAct, [Role.OFFICER], lambda t: [c.CaseAct(ref=t.report, step=CaseStep.RESOLVE)]),
    does(c.DigestSwitch, OFFICERS | ADMINS, lambda _: [c.DigestSwitch(on=on) for on in (False, True)]),
    # --- figures and posters
    looks(f.PickPoster, lambda t: [f.PickPoster(what=what) for what in (f.EVERY_POSTER, "st_999999", f"hr_{t.town}")]),
    looks(f.PosterPage, lambda _: [f.PosterPage(number=0)]),
    looks(f.CoverageOf, lambda t: [f.CoverageOf(code=code) for code in (f.HOME, t.town)]),
    looks(f.GapsOf, lambda t: [f.GapsOf(code=code) for code in (f.HOME, t.town)]),
    looks(f.StatsOf, lambda t: [f.StatsOf(code=code, period=Span.DAYS_90.value) for code in (f.HOME, t.town)]),
    # --- the directory
    looks(r.DirGo, lambda _: [r.DirGo(step=step) for step in r.DirStep]),
    looks(r.DirList, lambda t: [r.DirList(kind=kind, page=0, beat=t.beat) for kind in (None, *EntryKind)]),
    looks(r.BeatPage, lambda t: [r.BeatPage(beat=t.beat, what=what, number=9) for what in r.BeatChoice]),
    looks(r.NewBeatArea, lambda t: [r.NewBeatArea(katottg=t.town)]),
    looks(r.EntryAct, lambda t: _entry(t, *(step for step in E if step not in DOING))),
    looks(
        r.PickLevel,
        lambda t: [
            r.PickLevel(kind=kind, id=id_, field=field, level=Visibility.PUBLIC)
            for kind, id_ in ((EntryKind.BEATS, t.beat), (EntryKind.STATIONS, 999_999))
            for field in r.SeenField
        ],
    ),
    does(
        r.PickLevel,
        HERE,
        lambda t: [
            r.PickLevel(kind=EntryKind.OFFICERS, id=t.officer, field=r.SeenField.NAME, level=level)
            for level in (Visibility.ADMINS, Visibility.OFFICERS, Visibility.PUBLIC)
        ],
    ),
    does(r.PickRole, HERE, lambda t: [r.PickRole(officer=t.spare, role=role) for role in OfficerRole]),
    looks(
        r.PickBeatArea,
        lambda t: [r.PickBeatArea(beat=t.beat, katottg=NOWHERE, wanted=wanted) for wanted in (False, True)],
    ),
    does(
        r.PickBeatStation,
        HERE,
        lambda t: [r.PickBeatStation(beat=t.beat, station=station) for station in (0, t.station)],
    ),
    looks(r.PickToday, lambda t: [r.PickToday(beat=t.beat)]),
    looks(r.PickBeatOfficer, lambda t: [r.PickBeatOfficer(beat=t.beat, officer=t.spare)]),
    looks(r.PickPost, lambda t: [r.PickPost(beat=t.beat, officer=t.spare, since=date.max)]),
    looks(r.PickNewRole, lambda t: [r.PickNewRole(beat=t.beat, role=role) for role in OfficerRole]),
    does(
        r.EntryAct,
        HERE,
        lambda t: [r.EntryAct(kind=EntryKind.STATIONS, id=t.station, step=step) for step in (E.POINT, E.EMPTY)],
    ),
    does(r.EntryAct, HERE, lambda t: [r.EntryAct(kind=EntryKind.OFFICERS, id=t.spare, step=E.INVITE)]),
    does(r.EntryAct, HERE, lambda t: [r.EntryAct(kind=EntryKind.OFFICERS, id=t.pending, step=E.CONFIRM)]),
    looks(
        r.BackAct,
        lambda t: [
            r.BackAct(generation=t.generation, seen=1, step=step) for step in (r.BackStep.SHOW, r.BackStep.DROP)
        ],
    ),
    looks(r.BackAct, lambda t: [r.BackAct(generation=t.generation, seen=t.generation + 77, step=r.BackStep.DO)]),
    does(r.ImportAct, [Role.AUTHOR], lambda t: [r.ImportAct(check_id=t.check, step=step) for step in r.ImportStep]),
    # --- silence
    looks(a.SilentAdd, lambda _: [a.SilentAdd()]),
    looks(a.SilentPage, lambda _: [a.SilentPage(number=0)]),
    looks(a.SilentAct, lambda t: [a.SilentAct(katottg=t.town, step=step) for step in (S.OPEN, S.LEVEL_1)]),
    does(a.SilentAct, HERE, lambda t: [a.SilentAct(katottg=t.silent, step=S.SURE_1)]),
    does(a.SilentAct, HERE, lambda t: [a.SilentAct(katottg=t.silent, step=step) for step in (S.LEVEL_2, S.SURE_2)]),
    does(a.SilentAct, HERE, lambda t: [a.SilentAct(katottg=t.silent, step=step) for step in (S.LEVEL_3, S.SURE_3)]),
    does(a.SilentAct, HERE - {Role.AUTHOR}, lambda t: [a.SilentAct(katottg=t.lowered, step=S.APPROVE)]),
    does(a.SilentAct, HERE, lambda t: [a.SilentAct(katottg=t.silent, step=S.REMOVE)]),
    does(a.SilentAct, HERE, lambda t: [a.SilentAct(katottg=t.silent, step=S.KEEP)]),
    # --- where reports are taken
    looks(a.IntakeAdd, lambda _: [a.IntakeAdd()]),
    looks(a.IntakePage, lambda _: [a.IntakePage(number=0)]),
    looks(a.IntakeAct, lambda t: [a.IntakeAct(katottg=t.silent, step=a.IntakeStep.OPEN)]),
    does(a.IntakeAct, HERE, lambda t: [a.IntakeAct(katottg=t.silent, step=a.IntakeStep.ONLY)]),
    does(a.IntakeAct, HERE, lambda t: [a.IntakeAct(katottg=t.silent, step=a.IntakeStep.TAKE)]),
    # --- holds: a whole oblast, which nobody here but the superadmin looks after
    looks(n.HoldAct, lambda _: [n.HoldAct(step=step) for step in (n.HoldStep.WHERE, n.HoldStep.LIST)]),
    looks(n.HoldAct, lambda _: [n.HoldAct(step=step, code=OBLAST) for step in (n.HoldStep.WHY, n.HoldStep.WORDS)]),
    does(
        n.HoldAct,
        [Role.SUPERADMIN],
        lambda _: [
            n.HoldAct(step=step, code=OBLAST) for step in (n.HoldStep.ALERT, n.HoldStep.POWER, n.HoldStep.RELEASE)
        ],
    ),
    # --- announcements: a draft is its author's alone
    looks(
        n.AnnouncementAct,
        lambda t: _news(
            t, "draft", N.PANEL, N.WORDS, N.BUTTON, N.AUDIENCE, N.MEDIA, N.STATIONS, N.PREVIEW, N.WHEN, N.SHOW
        ),
    ),
    looks(n.AnnouncementAct, lambda t: _news(t, "draft", N.NO_MEDIA, N.BEATS, N.TRIAL)),
    looks(n.AnnouncementAct, lambda t: _news(t, "waiting", N.REJECT, N.SHOW)),
    looks(n.AnnouncementAct, lambda t: _news(t, "done", N.RETRY, N.TABLE, N.SHOW, N.PAUSE)),
    does(
        n.AnnouncementWords,
        [Role.AUTHOR],
        lambda t: [
            n.AnnouncementWords(announcement_id=t.announced("spare"), language=language, ready=ready)
            for language in Locale
            for ready in (False, True)
        ],
    ),
    does(
        n.AnnouncementButton,
        [Role.AUTHOR],
        lambda t: [
            n.AnnouncementButton(announcement_id=t.announced("draft"), button=each) for each in (None, *StationButton)
        ],
    ),
    does(
        n.AnnouncementArea,
        [Role.AUTHOR],
        lambda t: [
            n.AnnouncementArea(announcement_id=t.announced("spare"), code=code, chosen=True)
            for code in (t.silent, "UA", OTHER_AREA)
        ],
    ),
    does(
        n.AnnouncementLanguage,
        [Role.AUTHOR],
        lambda t: [n.AnnouncementLanguage(announcement_id=t.announced("draft"), language=each) for each in Locale],
    ),
    does(
        n.AnnouncementStation,
        [Role.AUTHOR],
        lambda t: [
            n.AnnouncementStation(announcement_id=t.announced("spare"), how=how, page=0, value=t.station)
            for how in n.Picks
        ],
    ),
    looks(
        n.AnnouncementPage,
        lambda t: [
            n.AnnouncementPage(what=what, number=9, announcement_id=t.announced("draft")) for what in n.AnnouncementLeaf
        ],
    ),
    looks(r.BackPage, lambda _: [r.BackPage(number=9)]),
    does(n.AnnouncementKind, ADMINS, lambda _: [n.AnnouncementKind(kind=kind) for kind in Kind]),
    does(n.AnnouncementAct, [Role.AUTHOR], lambda t: _news(t, "draft", N.NOW)),
    does(n.AnnouncementAct, [Role.AUTHOR], lambda t: _news(t, "draft", N.WITHDRAW)),
    does(n.AnnouncementAct, [Role.AUTHOR], lambda t: _news(t, "spare", N.DROP)),
    looks(
        n.AnnouncementTime, lambda t: [n.AnnouncementTime(announcement_id=t.announced("draft"), day=date.max, hour=1)]
    ),
    does(
        n.AnnouncementTime,
        [Role.AUTHOR],
        lambda t: [
            n.AnnouncementTime(announcement_id=t.announced("draft"), day=tomorrow(), hour=hour) for hour in (None, 12)
        ],
    ),
    # --- and what waits needs somebody else's yes
    does(
        n.AnnouncementApprove,
        [Role.COLLEAGUE, Role.SUPERADMIN],
        lambda t: [
            n.AnnouncementApprove(announcement_id=t.announced("waiting"), seen=seen) for seen in ("0" * 12, t.seen)
        ],
    ),
    does(n.AnnouncementAct, HERE, lambda t: _news(t, "refused", N.NO_REASON)),
    does(n.AnnouncementAct, HERE, lambda t: _news(t, "paused", N.RESUME)),
    does(n.AnnouncementAct, HERE, lambda t: _news(t, "scheduled", N.CANCEL)),
    # --- admins
    looks(a.AdminPage, lambda _: [a.AdminPage(number=0)]),
    looks(a.AdminAct, lambda t: [a.AdminAct(admin_id=t.admin, step=a.AdminStep.OPEN)]),
    looks(a.InviteArea, lambda t: [a.InviteArea(katottg=t.town)]),
    looks(
        a.InviteAct,
        lambda _: [a.InviteAct(step=s) for s in (a.InviteStep.BEGIN, a.InviteStep.DONE, a.InviteStep.CANCEL)],
    ),
    does(a.InviteAct, [Role.SUPERADMIN], lambda _: [a.InviteAct(step=a.InviteStep.COUNTRY)]),
    looks(a.AuditAct, lambda _: [a.AuditAct(step=step, before=2**62) for step in a.AuditStep]),
    # --- last: what makes somebody another
    does(r.EntryAct, HERE, lambda t: [r.EntryAct(kind=EntryKind.OFFICERS, id=t.officer, step=E.UNBIND_REALLY)]),
    does(r.EntryAct, HERE, lambda t: [r.EntryAct(kind=EntryKind.BEATS, id=t.beat, step=E.RETIRE_REALLY)]),
    does(p.DraftAct, [Role.WRITER], lambda t: [p.DraftAct(ref=t.draft, step=p.DraftStep.SEND)]),
    does(p.DraftAct, [Role.OTHER], lambda t: [p.DraftAct(ref=t.unsent, step=p.DraftStep.CANCEL)]),
    # Nobody is choosing: a place that is not one's own is asked about.
    looks(p.PickPlace, lambda t: [p.PickPlace(katottg=code) for code in (t.town, t.place)]),
    does(
        p.NewsChange,
        RESIDENTS,
        lambda _: [p.NewsChange(kind=kind, wanted=wanted) for kind in (None, *Kind) for wanted in (False, True)],
    ),
    does(p.NewsStop, RESIDENTS, lambda _: [p.NewsStop(kind=kind) for kind in Kind]),
    looks(p.Go, lambda _: [p.Go(step=step) for step in p.Step if step not in (*AGREE, p.Step.DROP)]),
    looks(p.Go, lambda _: [p.Go(step=p.Step.DROP)]),
    does(a.AdminAct, [Role.SUPERADMIN], lambda t: [a.AdminAct(admin_id=t.admin, step=a.AdminStep.REMOVE)]),
    does(a.AdminAct, [Role.SUPERADMIN], lambda t: [a.AdminAct(admin_id=t.peer, step=a.AdminStep.REMOVE)]),
    does(p.Language, ALL, lambda _: [p.Language(locale=locale) for locale in Locale]),
    does(p.Forget, RESIDENTS, lambda t: [p.Forget(agreement=each) for each in t.agreements]),
    does(p.Go, ALL, lambda _: [p.Go(step=step) for step in AGREE]),
)


def tomorrow() -> date:
    return (utc_now().astimezone(KYIV) + timedelta(days=1)).date()
