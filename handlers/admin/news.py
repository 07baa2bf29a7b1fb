"""Announcements: composing, trying, approving, watching."""

from aiogram import Router


def router() -> Router:
    return Router(name="admin-news")
