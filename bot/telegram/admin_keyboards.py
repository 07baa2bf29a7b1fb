"""Keyboards of the directory."""

from typing import Final

from bot.telegram.buttons import Layouts

LAYOUTS: Final[Layouts] = {}
