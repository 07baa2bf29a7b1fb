"""Words of alerts."""

from typing import Final

from bot.domain.alerts import Alert
from bot.texts.words import Speech, Words


def _alert(notice: Alert, words: Words) -> str:
    return words.html(f"alert-{notice.kind.value}", **dict(notice.fields))


SPEECH: Final[Speech] = {Alert: _alert}
