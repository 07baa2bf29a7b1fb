"""Figures: coverage, statistics, reports, posters."""

from aiogram import Router


def router() -> Router:
    return Router(name="admin-figures")
