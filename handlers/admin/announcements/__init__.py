"""Announcements: composing, trying, approving, watching, holding oblasts."""

from aiogram import Router

from handlers.admin.announcements import composing, course, holds, words


def router() -> Router:
    found = Router(name="announcements")
    found.include_routers(*(each.router() for each in (composing, words, course, holds)))
    return found
