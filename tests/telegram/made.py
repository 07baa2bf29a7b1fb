"""Notices as a careless directory, long lists and odd names would make them."""

import dataclasses
import enum
import re
import types
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from hypothesis import strategies as st

from bot.domain import admin_notices as a
from bot.domain import announcement_notices as announcing
from bot.domain import figures_notices as f
from bot.domain import news_notices as news
from bot.domain import notices as n
from bot.domain import paper_notices as paper
from bot.domain import registry_notices as r
from bot.domain.addressing import Way
from bot.domain.alerts import Alert
from bot.domain.announcements import AnnouncementMedia, MediaKind
from bot.domain.locales import Locale
from bot.domain.reports import ReportStatus
from bot.texts.words import LOCALES

MANY: Final = (0, 1, 60, 200, 500)
INSIDE: Final = (0, 1, 3)
"""How many items lists have, and lists inside of lists."""
ALPHABET: Final = (
    "абвгґдеєжзиіїйклABCxyz 0123456789<>&\"'/\\_*`[](){}$#@%\n\t,.;:—’«»😀👨‍👩‍👧🇺🇦👍🏽\u0301\u200d\u202e\u202dשלוםمرحبا"
)
WORDS: Final = st.one_of(
    st.text(ALPHABET, min_size=1, max_size=12),
    st.text(ALPHABET, min_size=1, max_size=40).map(lambda text: (text * 60)[:600]),
    st.sampled_from(["<b>", "&amp;", "</b><i>", "&", "<a href='x'>", "а" * 900, "😀" * 450, "&lt;" * 200, "🇺🇦" * 150]),
).map(lambda text: text if text.strip() else "слово")
CODE: Final = "UA18020010010077880"
CATEGORIES: Final = st.sampled_from(["O", "P", "H", "M", "X", "C", "B"])
LANGUAGE: Final = st.sampled_from(Locale)
PERIODS: Final = st.sampled_from(["month", "20260901-20260930"])


ALERTED: Final = set(re.findall(r"\$([a-z_]+)", (LOCALES / "uk" / "alerts.ftl").read_text("utf-8")))
"""Whatever the texts of alerts need."""
MEDIA: Final = st.sampled_from([AnnouncementMedia(each, each.value) for each in MediaKind])


SPECIAL: Final[Mapping[tuple[type, str], st.SearchStrategy[Any]]] = {
    (n.OfficerCard, "why"): st.sampled_from(["community", "district-no-community", "duty-no-district"]),
    (n.AddressUnused, "why"): st.just("never"),
    (n.Refused, "code"): st.just("stale-button"),
    (n.Refused, "fields"): st.just(()),
    (n.Summary, "counts"): st.just((("photo", 2), ("text", 5))),
    (n.ReportMoved, "status"): st.sampled_from([ReportStatus.NEW, ReportStatus.ACCEPTED, ReportStatus.RESOLVED]),
    (n.ReportCard, "status"): st.sampled_from([ReportStatus.NEW, ReportStatus.ACCEPTED, ReportStatus.RESOLVED]),
    (n.QueueItem, "status"): st.sampled_from([ReportStatus.NEW, ReportStatus.ACCEPTED, ReportStatus.RESOLVED]),
    (a.JobProgress, "job"): st.just("registry-check"),
    (a.JobFailed, "job"): st.just("registry-check"),
    (Alert, "fields"): st.just(tuple((name, 7) for name in sorted(ALERTED))),
    (news.Announced, "entities"): st.just(({"type": "bold", "offset": 0, "length": 3},)),
    (news.Announced, "text"): st.one_of(st.none(), WORDS.map(lambda text: f"місце {{station}} {text}\n{{officer}}")),
    (r.FaultWords, "code"): st.just("required"),
    (r.FaultWords, "fields"): st.just(()),
    (r.AskField, "field"): st.just("name"),
    (r.AskChoice, "field"): st.sampled_from(["name_seen", "role"]),
    (r.OfficerPanel, "state"): st.just("joined"),
    (r.ConfirmEntry, "what"): st.just("retire"),
    (f.LapseWords, "step"): st.just("answered"),
    (f.StatsWords, "more"): st.just((("announcements", 3),)),
    (f.StatsWords, "statuses"): st.just(((ReportStatus.NEW, 1), (ReportStatus.RESOLVED, 5))),
    (f.AreaChoices, "of"): st.sampled_from(["coverage", "stats"]),
    (announcing.AnnouncementPanel, "missing"): st.sampled_from([(), ("words",)]),
    (announcing.Outline, "texts"): st.just(("uk", "en")),
    (announcing.AnnouncementAskTime, "days"): st.just((date(2026, 11, 22),) * 7),
    (announcing.AnnouncementAskHour, "hours"): st.just(tuple(range(24))),
    (announcing.Audience, "languages"): st.just((("uk", 2),)),
    (announcing.HeldWords, "reason"): st.one_of(st.just("alert"), WORDS),
    (news.AnnouncedAlbum, "media"): st.integers(2, 10).flatmap(lambda count: st.tuples(*[MEDIA] * count)),
    (n.QuietPlace, "level"): st.sampled_from([1, 2, 3]),
    (news.Announced, "media"): st.one_of(st.none(), MEDIA),
    (r.DirectoryList, "beat"): st.sampled_from([None, 7]),
    (r.PastWords, "label"): st.just("station:ZT-01"),
    (announcing.AnnouncementKinds, "drafts"): st.sampled_from(MANY).map(lambda size: tuple(range(1, size + 1))),
    (n.Seen, "message_id"): st.just(7),
    (Way, "act"): st.just("ns:9223372036854775807:hours"),
    (paper.PosterOption, "what"): st.just("st_7"),
    (announcing.AudienceAreaWords, "code"): st.just(CODE),
    (n.StationWords, "photo"): st.sampled_from([None, "photo"]),
    (n.OfficerCard, "photo"): st.sampled_from([None, "photo"]),
    (n.StationWords, "lat"): st.sampled_from([None, 50.25]),
    (n.StationWords, "lon"): st.sampled_from([None, 28.66]),
}
TEXTS: Final = (str, str | None, tuple[str, ...])
BY_NAME: Final[Mapping[str, st.SearchStrategy[Any]]] = {
    "katottg": st.just(CODE),
    "category": CATEGORIES,
    "language": LANGUAGE,
    "languages": st.just(("uk",)),
    "ref": st.just("abcdefgh2345"),
    "asked": st.just("1f2e3d4c"),
    "seen": st.just("9a8b7c6d5e4f"),
    "payload": st.just("adm_" + "a" * 43),
    "username": st.just("x" * 29 + "bot"),
    "link": st.just("https://t.me/" + "x" * 29 + "bot?start=" + "a" * 47),
    "period": PERIODS,
}
IDS: Final = (
    "id",
    "admin_id",
    "announcement_id",
    "check_id",
    "report_id",
    "number",
    "generation",
    "newest",
    "seen",
    "beat",
)
NUMBERS: Final[Mapping[str, st.SearchStrategy[int]]] = {
    **dict.fromkeys(IDS, st.sampled_from([1, 7, 10**12])),
    "page": st.sampled_from([0, 1, 58]),
    "pages": st.sampled_from([1, 59, 60]),
}


def value(kind: Any, *, inside: bool = False) -> st.SearchStrategy[Any]:
    """Values of a type."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return notices(kind, inside=True)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return _tuples(args, inside=inside)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(value(each, inside=inside) for each in args))
    return st.sampled_from(list(kind)) if isinstance(kind, enum.EnumMeta) else PLAIN[kind]


PLAIN: Final[Mapping[Any, st.SearchStrategy[Any]]] = {
    str: WORDS,
    int: st.sampled_from([0, 1, 7, 10**9]),
    float: st.sampled_from([0.0, 0.4, 1.5, 1e6]),
    bool: st.booleans(),
    type(None): st.none(),
    datetime: st.just(datetime(2026, 11, 22, 10, tzinfo=UTC)),
    date: st.just(date(2026, 11, 22)),
}


def _tuples(args: tuple[Any, ...], *, inside: bool) -> st.SearchStrategy[Any]:
    """Of several items of one kind, a few of which are different; or of one item of each kind."""
    if len(args) == 2 and args[1] is Ellipsis:
        sizes = st.sampled_from(INSIDE if inside else MANY)
        few = st.lists(value(args[0], inside=True), min_size=1, max_size=2)
        return st.builds(lambda size, items: tuple(items[at % len(items)] for at in range(size)), sizes, few)
    return st.tuples(*(value(each, inside=True) for each in args))


def notices(kind: type[Any], *, inside: bool = False) -> st.SearchStrategy[Any]:
    """All fields of a kind."""
    hints = {each.name: typing.get_type_hints(kind)[each.name] for each in dataclasses.fields(kind)}
    return st.builds(kind, **{name: _field(kind, name, hint, inside=inside) for name, hint in hints.items()})


def _field(kind: type[Any], name: str, hint: Any, *, inside: bool) -> st.SearchStrategy[Any]:
    if (kind, name) in SPECIAL:
        return SPECIAL[kind, name]
    by_name: Mapping[str, st.SearchStrategy[Any]] = BY_NAME if hint in TEXTS else NUMBERS if hint is int else {}
    return by_name[name] if name in by_name else value(hint, inside=inside)
