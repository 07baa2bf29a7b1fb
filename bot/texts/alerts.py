"""Faces of alerts."""

from typing import Final

from bot.domain.alerts import Alert
from bot.texts.buttons import Face, Faces
from bot.texts.words import Words


def _alert(notice: Alert, words: Words) -> str:
    return words.html(f"alert-{notice.kind.value}", **dict(notice.fields))


FACES: Final[Faces] = {Alert: Face(_alert)}
