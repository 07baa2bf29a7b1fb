"""Keyboards of the directory."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.domain import admin_notices as a
from bot.telegram.admin_callbacks import (
    AdminAct,
    AdminPage,
    AdminStep,
    AuditAct,
    AuditStep,
    InviteAct,
    InviteArea,
    InviteStep,
)
from bot.telegram.buttons import Layouts, Markup, button, inline, turning
from bot.telegram.silent_keyboards import area_label
from bot.texts.words import Words


def _list(notice: a.AdminList, words: Words) -> Markup:
    rows = [
        [
            InlineKeyboardButton(
                text=words.plain("button-admin-remove", name=each.name),
                callback_data=AdminAct(admin_id=each.id, step=AdminStep.OPEN).pack(),
            )
        ]
        for each in notice.items
        if each.removable
    ]
    turn = turning(notice, words, lambda page: AdminPage(number=page))
    return inline(*rows, turn, [button(words, "admin-invite", InviteAct(step=InviteStep.BEGIN))])


def _confirm_removal(notice: a.ConfirmAdminRemoval, words: Words) -> Markup:
    really = AdminAct(admin_id=notice.admin.id, step=AdminStep.REMOVE)
    return inline(
        [button(words, "admin-really-remove", really)],
        [button(words, "admin-list", AdminPage(number=0))],
    )


def _ask_area(notice: a.AskAdminArea, words: Words) -> Markup:
    rows = [
        [InlineKeyboardButton(text=area_label(each, words), callback_data=InviteArea(katottg=each.katottg).pack())]
        for each in notice.options
    ]
    country = [button(words, "admin-whole-country", InviteAct(step=InviteStep.COUNTRY))] if notice.country else []
    done = [button(words, "admin-make-link", InviteAct(step=InviteStep.DONE))] if notice.chosen else []
    return inline(*rows, done, country, [button(words, "cancel", InviteAct(step=InviteStep.CANCEL))])


def _audit_page(notice: a.AuditPage, words: Words) -> Markup:
    older = [button(words, "audit-older", AuditAct(step=AuditStep.OLDER, before=notice.older))] if notice.older else []
    newest = [] if notice.newest else [button(words, "audit-newest", AuditAct(step=AuditStep.NEWEST))]
    return inline(older, newest, [button(words, "audit-export", AuditAct(step=AuditStep.EXPORT))])


LAYOUTS: Final[Layouts] = {
    a.AuditPage: _audit_page,
    a.AdminList: _list,
    a.ConfirmAdminRemoval: _confirm_removal,
    a.AskAdminArea: _ask_area,
}
