"""What somebody wrote in a raw update: every text in it that is their own, as it is seen.

Read from the JSON as it came, so that an update which cannot be parsed as a whole is heard too.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from bot.domain.visible import seen_text
from bot.services.first_help import Heard
from bot.telegram.arrivals import is_id
from bot.telegram.rich import words_in

MESSAGES: Final = ("message", "edited_message")
WORDS: Final = ("text", "caption", "venue", "rich_message", "poll", "checklist")
"""The parts of a message that hold words of its author; a quote or a message replied to is somebody else's."""
SPOKEN: Final = frozenset({"text", "caption", "title", "address", "question", "description", "explanation"})
"""Inside of these parts: the names under which words stand."""
MOST_TEXTS: Final = 64
MOST_PARTS: Final = 2000
"""Of one message, however it is nested."""

_COMMAND: Final = re.compile(r"/([A-Za-z]\w*)(@\w+)?\s*")
_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


def heard(update: Mapping[str, Any]) -> Heard | None:
    """None: nobody wrote anything in a private chat."""
    message = next((each for kind in MESSAGES if isinstance(each := update.get(kind), dict)), {})
    chat = message.get("chat")
    if not isinstance(chat, dict) or chat.get("type") != "private" or not is_id(chat.get("id")):
        return None
    texts = tuple(text for text in map(_spoken, _texts_in(message)) if text)
    return Heard(int(update["update_id"]), chat["id"], texts) if texts else None


def _texts_in(message: Mapping[str, Any]) -> Iterator[str]:
    rich = message.get("rich_message")
    if isinstance(rich, dict):
        yield words_in(rich).words.text  # a sentence whose words are set differently comes in pieces
    pieces = (text for name in WORDS for text in _within(message.get(name)))
    yield from islice(pieces, MOST_TEXTS)


def _within(part: Any) -> Iterator[str]:
    """All words of a part in their order, without recursion: what comes from outside may be nested deeply."""
    waiting, looked_at = [("text", part)], 0
    while waiting and looked_at < MOST_PARTS:
        name, value = waiting.pop()
        looked_at += 1
        if isinstance(value, str):
            if name in SPOKEN:
                yield value
        elif isinstance(value, dict):
            waiting += [(str(key), each) for key, each in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [(name, each) for each in reversed(value[:MOST_PARTS])]


def _spoken(text: str) -> str:
    """As it is seen. A command is no word of its author, what stands behind it is; but not the payload of a link."""
    text = seen_text(text)
    command = _COMMAND.match(text)
    if command is None:
        return text.removeprefix("/")
    rest = text[command.end() :]
    return "" if command[1] == "start" and _PAYLOAD.fullmatch(rest) else rest
