"""Words for admins: joining, the directory, long work."""

from collections.abc import Sequence
from typing import Final

from bot.domain import admin_notices as a
from bot.domain.acts.admins import (
    AdminAct,
    AdminPage,
    AdminStep,
    AuditAct,
    AuditStep,
    InviteAct,
    InviteArea,
    InviteStep,
)
from bot.domain.links import opening
from bot.domain.notices import PlaceWords
from bot.texts import parts
from bot.texts.audit_words import audit_page
from bot.texts.buttons import Button, Face, Faces, Offer, button, keyboard, turning
from bot.texts.parts import lines, moment, more_named, page_line, paragraphs, simple, title, yes_no
from bot.texts.words import Whole, Words

COMMANDS: Final = (
    "admin",
    *("directory", "template", "rollback"),
    *("admins", "silent", "intake", "audit"),
    *("announce", "broadcasts", "hold"),
    *("coverage", "stats", "poster", "halfyear", "digest"),
)
"""Listed by /admin, in this order."""
BAR: Final = 10
"""Squares of a progress bar."""


def _home(notice: a.AdminHome, words: Words) -> str:
    listed = (f"/{name} — {words.html(f'command-{name}')}" for name in COMMANDS if name != "admin")
    return paragraphs(
        words.html("admin-home", territory=areas(words, notice.territory) or "country"),
        "\n".join(listed),
        words.html("admin-home-nameless") if notice.nameless else "",
    )


def _progress(notice: a.JobProgress, words: Words) -> str:
    title = words.html(f"job-{notice.job}")
    if notice.finished:
        return words.html("job-finished", title=title)
    bar = progress_bar(notice.done, notice.total) if notice.total else ""
    return paragraphs(words.html("job-under-way", title=title), bar)


def progress_bar(done: int, total: int) -> str:
    """«▓▓▓░░░░░░░ 34 %»"""
    share = min(done / total, 1.0) if total else 0.0
    full = int(share * BAR)
    return f"{'▓' * full}{'░' * (BAR - full)} {int(share * 100)}\u00a0%"


def _failed(notice: a.JobFailed, words: Words) -> str:
    return words.html("job-failed", title=words.html(f"job-{notice.job}"))


def _list(notice: a.AdminList, words: Words) -> str:
    listed = (
        words.html("admin-item", name=each.name, territory=territory(words, each), superadmin=yes_no(each.superadmin))
        for each in notice.items
    )
    return paragraphs(words.html("admin-list"), lines(listed), page_line(notice, words))


def territory(words: Words, of: a.AdminItem | a.AdminJoined | a.AdminInvitation) -> str:
    """«Бердичівська громада, Бердичівський район»; the areas of a scope after each other."""
    return areas(words, of.territory) or words.plain("admin-country")


def areas(words: Words, places: Sequence[PlaceWords]) -> str:
    return "; ".join(title(words, place) for place in places)


def _confirm_removal(notice: a.ConfirmAdminRemoval, words: Words) -> str:
    each = notice.admin
    return words.html("admin-confirm-removal", name=each.name, territory=territory(words, each))


def _gone(notice: a.AdminGone, words: Words) -> str:
    return words.html("admin-gone", name=notice.name)


def _ask_area(notice: a.AskAdminArea, words: Words) -> str:
    so_far = words.html("admin-areas-chosen", areas=areas(words, notice.chosen)) if notice.chosen else ""
    if notice.options:
        return paragraphs(so_far, words.html("silent-choices"), more_named(words, notice.more))
    if notice.unknown:
        return paragraphs(so_far, words.html("silent-ask", unknown="yes"))
    return paragraphs(so_far, words.html("admin-ask-area", more=yes_no(notice.chosen)))


def _invitation(notice: a.AdminInvitation, words: Words) -> str:
    command = Whole(f"/start {notice.payload}")
    link = opening(notice.username, notice.payload)
    return paragraphs(
        words.html("admin-invitation", territory=territory(words, notice), until=moment(notice.until)),
        link if notice.username else words.html("admin-invitation-command", command=command),
    )


def _joined(notice: a.AdminJoined, words: Words) -> str:
    return words.html("admin-joined", territory=territory(words, notice), again=yes_no(notice.again))


def _audit_file(notice: a.AuditFile, words: Words) -> str:
    return words.html("audit-file", count=notice.count)


def _list_offer(notice: a.AdminList, words: Words) -> Offer:
    rows = [
        [Button(words.plain("button-admin-remove", name=each.name), AdminAct(admin_id=each.id, step=AdminStep.OPEN))]
        for each in notice.items
        if each.removable
    ]
    turn = turning(notice, words, lambda page: AdminPage(number=page))
    return keyboard(*rows, turn, [button(words, "admin-invite", InviteAct(step=InviteStep.BEGIN))])


def _confirm_removal_offer(notice: a.ConfirmAdminRemoval, words: Words) -> Offer:
    really = AdminAct(admin_id=notice.admin.id, step=AdminStep.REMOVE)
    return keyboard(
        [button(words, "admin-really-remove", really)],
        [button(words, "admin-list", AdminPage(number=0))],
    )


def _ask_area_offer(notice: a.AskAdminArea, words: Words) -> Offer:
    rows = [[Button(parts.area_label(each, words), InviteArea(katottg=each.katottg))] for each in notice.options]
    country = [button(words, "admin-whole-country", InviteAct(step=InviteStep.COUNTRY))] if notice.country else []
    done = [button(words, "admin-make-link", InviteAct(step=InviteStep.DONE))] if notice.chosen else []
    return keyboard(*rows, done, country, [button(words, "cancel", InviteAct(step=InviteStep.CANCEL))])


def _audit_page_offer(notice: a.AuditPage, words: Words) -> Offer:
    older = [button(words, "audit-older", AuditAct(step=AuditStep.OLDER, before=notice.older))] if notice.older else []
    newest = [] if notice.newest else [button(words, "audit-newest", AuditAct(step=AuditStep.NEWEST))]
    return keyboard(older, newest, [button(words, "audit-export", AuditAct(step=AuditStep.EXPORT))])


FACES: Final[Faces] = {
    a.AuditPage: Face(audit_page, _audit_page_offer),
    a.AuditFile: Face(_audit_file),
    a.AdminList: Face(_list, _list_offer),
    a.ConfirmAdminRemoval: Face(_confirm_removal, _confirm_removal_offer),
    a.AdminGone: Face(_gone),
    a.AdminRemoved: Face(simple("admin-removed")),
    a.AskAdminArea: Face(_ask_area, _ask_area_offer),
    a.AdminInvitation: Face(_invitation),
    a.AdminJoined: Face(_joined),
    a.AdminHome: Face(_home),
    a.AdminHow: Face(simple("admin-how")),
    a.JobProgress: Face(_progress),
    a.JobFailed: Face(_failed),
}
