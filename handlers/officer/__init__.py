"""Routers of officers: buttons on cards, replies, the queue."""

from aiogram import Router

from handlers.filters import FromOfficer
from handlers.officer import cases


def router() -> Router:
    """Only for officers who have joined. An officer may be a resident too: what is not an officer's goes on to the
    resident's routers."""
    found = cases.router()
    for observer in (found.message, found.callback_query, found.edited_message):
        observer.filter(FromOfficer())
    return found
