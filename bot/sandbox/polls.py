"""Polls as they are shown; voting is not played."""

from typing import Any, Final

from aiogram.methods import SendPoll

from bot.sandbox.errors import bad, not_implemented
from bot.sandbox.parsing import given
from bot.sandbox.texts import Words, formatted
from bot.sandbox.utf16 import units
from bot.sandbox.world import World

Json = dict[str, Any]

QUESTION: Final = 300
OPTION: Final = 100
OPTIONS: Final = 12
_UNPLAYED: Final = ("media", "explanation_media", "description", "country_codes", "open_period", "close_date")


def poll_content(world: World, method: SendPoll) -> Json:
    """Bot API `Poll` from sendPoll. Raises ApiError 400 for wrong sizes, 501 for parts not played."""
    for name in _UNPLAYED:
        if getattr(method, name):
            raise not_implemented(f'parameter "{name}" of sendPoll')
    words = Words(method.question, method.question_parse_mode, method.question_entities)
    question, entities = formatted(words, world.user_json)
    options = [option if isinstance(option, str) else option.text for option in method.options]
    poll = new_poll(world, question, options, anonymous=method.is_anonymous is not False)
    quiz = _quiz(method, len(options)) if method.type == "quiz" else {}
    several = {"allows_multiple_answers": bool(method.allows_multiple_answers), "is_closed": bool(method.is_closed)}
    return {**poll, **several, **quiz, **({"question_entities": entities} if entities else {})}


def new_poll(world: World, question: str, options: list[str], *, anonymous: bool = True) -> Json:
    """A fresh poll nobody voted in. Raises ApiError 400 for wrong sizes."""
    if not question.strip() or units(question) > QUESTION:
        raise bad(f"poll question must be non-empty and at most {QUESTION} characters")
    if not 2 <= len(options) <= OPTIONS:
        raise bad(f"poll must have from 2 to {OPTIONS} answer options")
    if any(not option.strip() or units(option) > OPTION for option in options):
        raise bad(f"poll options must be non-empty and at most {OPTION} characters")
    rows = [{"persistent_id": str(n), "text": text, "voter_count": 0} for n, text in enumerate(options)]
    return {
        "id": str(world.count("poll", 5_400_000_000_000_000_001)),
        "question": question,
        "options": rows,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": anonymous,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": True,
        "members_only": False,
    }


def _quiz(method: SendPoll, options: int) -> Json:
    old = [] if method.correct_option_id is None else [method.correct_option_id]
    right = method.correct_option_ids or old
    if not right or any(not 0 <= number < options for number in right):
        raise bad("wrong correct option ID specified")
    explanation = method.explanation if given(method.explanation_parse_mode) is None else None
    if method.explanation and explanation is None:
        raise not_implemented('parameter "explanation_parse_mode"')
    known = {"explanation": explanation} if explanation else {}
    return {
        "type": "quiz",
        "correct_option_ids": right,
        "correct_option_id": right[0],
        "allows_revoting": False,
        **known,
    }
