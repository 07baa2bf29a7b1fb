"""Routers of residents: consent, place, report, and what else there is."""

from aiogram import Router

from handlers.resident import about, place, report, start, words


def router() -> Router:
    """`start` serves those who have not agreed yet; the rest is for those who have. `words` takes what is left."""
    found = Router(name="resident")
    found.include_router(start.router())
    found.include_routers(*(each.router() for each in (place, report, about, words)))
    return found
