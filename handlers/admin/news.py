"""Announcements: composing, trying, approving, watching, holding oblasts."""

from aiogram import Router

from handlers.admin import announcing, announcing_words, broadcasts, holds


def router() -> Router:
    found = Router(name="admin-news")
    found.include_routers(*(each.router() for each in (announcing, announcing_words, broadcasts, holds)))
    return found
