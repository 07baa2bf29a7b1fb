"""What went wrong with a send, by kind, in one place."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)


@dataclass(frozen=True, slots=True)
class Wait:
    """429: Telegram names the seconds. Nothing is lost, nothing counts as an attempt."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Retry:
    """Network, 5xx, time-out: again later. The answer may have been lost, then the message arrives twice."""


@dataclass(frozen=True, slots=True)
class Follow:
    """The group became a supergroup."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing is left to do: the message already says so, or what was to be changed is gone."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Trying again cannot help. `unreachable`: the whole chat is, not only this message."""

    unreachable: bool


Verdict: TypeAlias = Wait | Retry | Follow | Done | GiveUp

_POINTLESS: Final = ("message is not modified", "message to edit not found", "message can't be edited")
_CHAT_GONE: Final = ("chat not found", "user not found", "PEER_ID_INVALID")


def judge(error: Exception) -> Verdict:
    """What to do about a failed call."""
    match error:
        case TelegramRetryAfter():
            return Wait(float(error.retry_after))
        case TelegramMigrateToChat():
            return Follow(error.migrate_to_chat_id)
        case TelegramForbiddenError():
            return GiveUp(unreachable=True)
        case TelegramUnauthorizedError():
            return Retry()  # the operator's token, not this message, is wrong
        case TelegramBadRequest() | TelegramNotFound():
            return _bad_request(error)
        case _:
            return Retry()


def _bad_request(error: TelegramAPIError) -> Verdict:
    said = error.message
    if any(phrase in said for phrase in _POINTLESS):
        return Done()
    return GiveUp(unreachable=any(phrase in said for phrase in _CHAT_GONE))


def backoff_seconds(attempts: int) -> float:
    """1, 2, 4 … at most 300 seconds: after a long outage everything goes out within five minutes."""
    return float(min(2 ** min(attempts - 1, 16), 300))
