"""Keyboards of announcements: composing, deciding, watching."""

from typing import Final

from bot.telegram import composing_keyboards, deciding_keyboards, watching_keyboards
from bot.telegram.buttons import Layouts

LAYOUTS: Final[Layouts] = {
    **composing_keyboards.LAYOUTS,
    **deciding_keyboards.LAYOUTS,
    **watching_keyboards.LAYOUTS,
}
