"""Rich messages: blocks of text, lists, tables, quotations and media."""

from collections.abc import Callable
from typing import Any, Final

from aiogram.types import RichMessage
from pydantic import ValidationError

from bot.sandbox.errors import ControlError

Json = dict[str, Any]
# From a kind of file to the part of a message that shows a sample of it.
Sampled = Callable[[str], Any]

# Blocks that show a file, under the field of the same name.
MEDIA: Final = ("photo", "video", "animation", "audio", "document", "voice_note")


def rich_message(said: Json, sample: Sampled) -> Json:
    """`{"rich_message": …}` of the given `blocks`, or of paragraphs, one for each line of `text`.

    A block of a medium without its file gets a sample one. Raises ControlError for what is no RichMessage.
    """
    lines = str(said.get("text") or "").split("\n")
    blocks = said.get("blocks") or [{"type": "paragraph", "text": line} for line in lines if line.strip()]
    rich = {"blocks": _filled(blocks, sample), **({"is_rtl": True} if said.get("is_rtl") else {})}
    try:
        RichMessage.model_validate(rich)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        raise ControlError(f"no rich message: {'.'.join(map(str, first['loc']))}: {first['msg']}") from wrong
    return {"rich_message": rich}


def _filled(thing: Any, sample: Sampled) -> Any:
    """The blocks with files in them, also in lists, quotations and collages."""
    if isinstance(thing, list):
        return [_filled(item, sample) for item in thing]
    if not isinstance(thing, dict):
        return thing
    known = {key: _filled(value, sample) for key, value in thing.items()}
    kind = known.get("type")
    return {**known, kind: sample(kind)} if kind in MEDIA and kind not in known else known
