"""Alerts: what superadmins must know of at once, because nobody else would notice or could mend it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.domain.notices import Notice, Priority


class AlertKind(StrEnum):
    """What happened; the text is `alert-<kind>`."""

    UPDATE_SET_ASIDE = "update-set-aside"  # an update failed too often: {number}, {error}
    UPDATE_DEADLY = "update-deadly"  # an update ended the process again and again: {number}
    ADDRESS_DEADLY = "address-deadly"  # so did looking for an address: {number}
    JOB_GIVEN_UP = "job-given-up"  # long work failed, or ended the process, too often: {job} (its kind), {error}
    DATABASE_TROUBLE = "database-trouble"  # the database refuses to work; updates wait: {error}
    SILENT_LIST_MISSING = "silent-list-missing"  # nobody has imported a list of silent territories
    SILENT_LIST_OLD = "silent-list-old"  # the last import is {days} days old
    NOTICE_REFUSED = "notice-refused"  # Telegram took a notice in no form: {notice} (its kind), {error}


@dataclass(frozen=True)
class Alert(Notice):
    """To a superadmin. `fields`: what the text needs; never somebody's words."""

    priority: ClassVar = Priority.ANSWER

    kind: AlertKind
    fields: tuple[tuple[str, str | int], ...] = ()
