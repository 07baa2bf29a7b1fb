"""Words for admins who announce something: composing, deciding, watching."""

from typing import Final

from bot.texts import composing_speech, deciding_speech, watching_speech
from bot.texts.words import Speech

SPEECH: Final[Speech] = {**composing_speech.SPEECH, **deciding_speech.SPEECH, **watching_speech.SPEECH}
