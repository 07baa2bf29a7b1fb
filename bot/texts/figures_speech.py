"""Words of figures: coverage, statistics, reports, posters."""

from typing import Final

from bot.texts.words import Speech

SPEECH: Final[Speech] = {}
