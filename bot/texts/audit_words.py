"""The audit log in words: a table of deeds, what changed, and the same as a workbook.

A new deed gets its id here and its text `audit-<action>` in locales/; one that is not in the table is shown by its id.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

from openpyxl import Workbook

from bot.domain.admin_notices import AuditChange, AuditPage, AuditRecord, AuditValue
from bot.domain.announcements import AnnouncementStatus, Kind
from bot.domain.people import Role, Visibility
from bot.services.spreadsheet import quoted, saved
from bot.texts.parts import around_text, lines, moment, paragraphs, title
from bot.texts.words import Words, words

_ENTRIES: Final = ("station", "officer", "beat")
_VERBS: Final = ("added", "changed", "retired")
ACTIONS: Final = frozenset(
    (
        *("admin-invited", "admin-added", "admin-removed", "silent-changed"),
        *("silent-asked", "silent-kept", "intake-stopped", "intake-resumed"),
        *("registry-imported", "registry-rolled-back", "copy-put-back", "places-imported"),
        *(f"{entry}-{verb}" for entry in _ENTRIES for verb in _VERBS),
        *(
            "officer-invited",
            "officer-joined",
            "officer-joined-anew",
            "officer-confirmed",
            "officer-unbound",
            "oblast-held",
            "oblast-released",
        ),
        *(
            "announcement-created",
            "announcement-submitted",
            "announcement-voided",
            "announcement-approved",
            "announcement-rejected",
        ),
        *(
            "announcement-started",
            "announcement-paused",
            "announcement-resumed",
            "announcement-cancelled",
            "announcement-retried",
        ),
        *("announcement-revised", "announcement-finished"),
    )
)
SUBJECTS: Final = frozenset(
    ("admin", "silent", "intake", "station", "officer", "beat", "announcement", "registry", "oblast", "copy", "places")
)
FIELDS: Final = frozenset(
    (
        *("code", "name", "scope", "superadmin", "level", "note", "address", "hours", "phone", "photo"),
        *("address_seen", "name_seen", "phone_seen", "photo_seen"),
        *("point", "rank", "role", "station", "areas", "posts", "label"),
        *(f"{entry}s_{verb}" for entry in _ENTRIES for verb in _VERBS),
        *("kind", "status", "stations", "languages", "starts_at", "reason", "sent", "blocked", "failed", "skipped"),
    )
)
VALUES: Final = {
    **dict.fromkeys(("address_seen", "name_seen", "phone_seen", "photo_seen"), frozenset(map(str, Visibility))),
    "role": frozenset(map(str, Role)),
    "status": frozenset(map(str, AnnouncementStatus)),
    "kind": frozenset(map(str, Kind)),
}
"""Fields whose values are words of ours: `audit-value-<value>`."""
COLUMNS: Final = ("when", "who", "deed", "subject", "areas", "changes")


def audit_page(notice: AuditPage, words: Words) -> str:
    """Five deeds, newest first."""
    if not notice.records:
        return words.html("audit-none")
    return paragraphs(words.html("audit-head"), *(_record(each, words) for each in notice.records))


def _record(record: AuditRecord, words: Words) -> str:
    head = words.html("audit-record", when=moment(record.at), who=who(record, words), deed=deed(record, words))
    told = (words.html("audit-change", change=change(each, record, words)) for each in record.changes)
    to_what = subject(record, words)
    return lines((head, words.html("audit-subject-line", subject=to_what) if to_what else "", *told))


def who(record: AuditRecord, words: Words) -> str:
    return record.who or words.plain("audit-nobody")


def deed(record: AuditRecord, words: Words) -> str:
    known = record.action in ACTIONS
    return words.plain(f"audit-{record.action}") if known else words.plain("audit-other", action=record.action)


def subject(record: AuditRecord, words: Words) -> str:
    """«станція ZT-01»; a place with all it lies in: two bear one name."""
    kind, _, name = record.subject.partition(":")
    if kind not in SUBJECTS:
        return record.subject
    where = next((title(words, each) + around_text(words, each) for each in record.places if each.katottg == name), "")
    return words.plain(f"audit-subject-{kind}", name=where or named(name, record, words)) if name else ""


def named(text: str, record: AuditRecord, words: Words) -> str:
    """The text with names in place of codes."""
    for place in record.places:
        text = text.replace(place.katottg, title(words, place))
    return text


def change(each: AuditChange, record: AuditRecord, words: Words) -> str:
    """«години: 9–18 → 8–17»"""
    field = words.plain(f"audit-field-{each.field}") if each.field in FIELDS else each.field
    before, after = (named(_value(each.field, value, words), record, words) for value in (each.before, each.after))
    if each.before is None:
        return f"{field}: {after}"
    return f"{field}: {before} → {after}"


def _value(field: str, value: AuditValue, words: Words) -> str:
    if value in VALUES.get(field, ()):
        return words.plain(f"audit-value-{value}")
    match value:
        case None:
            return "—"
        case bool():
            return words.plain("audit-yes" if value else "audit-no")
        case str() if field.endswith("_at"):
            return _moment(value)
        case "UA":
            return words.plain("admin-country")
        case _:
            return value


def _moment(value: str) -> str:
    with suppress(ValueError):
        return moment(datetime.fromisoformat(value))
    return value


def workbook(records: Sequence[AuditRecord], locale: str) -> bytes:
    """All records as XLSX; one sheet, a header, a line for each."""
    here = words(locale)
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = here.plain("audit-sheet")
    sheet.append([here.plain(f"audit-column-{each}") for each in COLUMNS])
    for record in records:
        sheet.append([quoted(each) for each in _cells(record, here)])
    for column, width in zip("ABCDEF", (17, 24, 34, 34, 34, 60), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    return saved(book)


def _cells(record: AuditRecord, words: Words) -> tuple[str, ...]:
    return (
        moment(record.at),
        who(record, words),
        deed(record, words),
        subject(record, words),
        named(", ".join(record.areas), record, words),
        "; ".join(change(each, record, words) for each in record.changes),
    )
