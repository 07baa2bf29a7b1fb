"""What came of a change of the directory, and of an officer's account."""

from typing import Final

from bot.domain import registry_notices as r
from bot.domain.registry import DirectoryKind
from bot.texts.buttons import Face, Faces, Offer, button, keyboard
from bot.texts.directory.files import fault
from bot.texts.directory.steps import act_on, to_directory
from bot.texts.parts import moment, yes_no
from bot.texts.words import Whole, Words


def _edit_faulty(notice: r.EditFaulty, words: Words) -> str:
    reason = words.plain(f"registry-error-{notice.first.code}", **dict(notice.first.fields))
    where = fault(notice.first, words) if notice.first.sheet else words.html("edit-faulty-reason", reason=reason)
    return words.html("edit-faulty") + "\n" + where


def _retired(notice: r.EntryRetired, words: Words) -> str:
    return words.html("entry-retired", kind=notice.kind.value, name=notice.name)


def _invite(notice: r.InviteLink, words: Words) -> str:
    return words.html("invite-link", name=notice.name, link=Whole(notice.link), until=moment(notice.until))


def _unbound(notice: r.OfficerUnbound, words: Words) -> str:
    return words.html("officer-cut-off", name=notice.name)


def _to_confirm(notice: r.OfficerToConfirm, words: Words) -> str:
    return words.html(
        "officer-to-confirm", name=notice.name, code=notice.code, phone=notice.phone or "—", again=yes_no(notice.again)
    )


def _to_confirm_offer(notice: r.OfficerToConfirm, words: Words) -> Offer:
    confirm = button(words, "confirm", act_on(DirectoryKind.OFFICERS, notice.id, "confirm"))
    return keyboard([confirm], [button(words, "not-them", act_on(DirectoryKind.OFFICERS, notice.id, "unbind"))])


def _admitted(notice: r.OfficerAdmitted, words: Words) -> str:
    return words.html("officer-admitted", name=notice.name)


def _to_directory_offer(_notice: object, words: Words) -> Offer:
    return keyboard(to_directory(words))


FACES: Final[Faces] = {
    r.EditFaulty: Face(_edit_faulty),
    r.EntryRetired: Face(_retired, _to_directory_offer),
    r.InviteLink: Face(_invite),
    r.OfficerUnbound: Face(_unbound, _to_directory_offer),
    r.OfficerToConfirm: Face(_to_confirm, _to_confirm_offer),
    r.OfficerAdmitted: Face(_admitted, _to_directory_offer),
}
