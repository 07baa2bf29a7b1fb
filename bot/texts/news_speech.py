"""Words of announcements: to residents and to the admins who send them."""

from typing import Final

from bot.texts.words import Speech

SPEECH: Final[Speech] = {}
