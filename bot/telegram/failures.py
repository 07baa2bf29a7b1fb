"""What went wrong with a send, by kind, in one place."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiohttp import ClientConnectorError


@dataclass(frozen=True, slots=True)
class Wait:
    """429: Telegram names the seconds. Nothing is lost, nothing counts as an attempt."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Retry:
    """Network, 5xx, time-out: again later. The answer may have been lost, then the message arrives twice."""


@dataclass(frozen=True, slots=True)
class Away:
    """Telegram says that it cannot work, or (`everywhere`) cannot be reached at all: surely nothing has arrived."""

    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Follow:
    """The group became a supergroup."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing is left to do: the message already says so, or what was to be changed is `gone`."""

    gone: bool = False


@dataclass(frozen=True, slots=True)
class Arrived:
    """Telegram said yes in words this version cannot read; the messages' ids as far as they could be read."""

    message_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """The fault is ours, not the network's: a few more attempts, then the notice must not block its lane."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Trying again cannot help. `unreachable`: the whole chat is, not only this message."""

    unreachable: bool


Verdict: TypeAlias = Wait | Retry | Away | Follow | Done | Arrived | Broken | GiveUp

_SAYS_SO_ALREADY: Final = "message is not modified"
_GONE: Final = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")
_NO_SUCH_BOT: Final = "Not Found"  # nothing more: the token is malformed, no message is at fault
_CHAT_GONE: Final = ("chat not found", "user not found", "PEER_ID_INVALID")


def judge(error: Exception) -> Verdict:
    """What to do about a failed call."""
    verdict: Verdict
    match error:
        case TelegramRetryAfter():
            verdict = Wait(float(error.retry_after))
        case TelegramMigrateToChat():
            verdict = Follow(error.migrate_to_chat_id)
        case TelegramForbiddenError() | TelegramEntityTooLarge():
            verdict = GiveUp(unreachable=isinstance(error, TelegramForbiddenError))
        case TelegramBadRequest() | TelegramNotFound():
            verdict = _bad_request(error)
        case ClientDecodeError():
            verdict = _unreadable(error)
        case TelegramServerError() | TelegramNetworkError():
            verdict = _outage(error)
        case TelegramAPIError() | OSError():  # also a wrong token (401): the operator's fault, not this message's
            verdict = Retry()
        case _:
            verdict = Broken()
    return verdict


def _bad_request(error: TelegramAPIError) -> Verdict:
    said = error.message
    if _SAYS_SO_ALREADY in said:
        return Done()
    if any(phrase in said for phrase in _GONE):
        return Done(gone=True)
    if said == _NO_SUCH_BOT:
        return Retry()
    return GiveUp(unreachable=any(phrase in said for phrase in _CHAT_GONE))


def _outage(error: TelegramAPIError) -> Verdict:
    """Of a call that was cut off or took too long nobody knows whether it arrived."""
    unreached = isinstance(error.__cause__, ClientConnectorError)
    return Away(everywhere=unreached) if unreached or isinstance(error, TelegramServerError) else Retry()


def _unreadable(error: ClientDecodeError) -> Verdict:
    """A proxy's page instead of JSON is an outage; a yes with contents newer than our library is still a yes."""
    if not isinstance(error.data, dict) or error.data.get("ok") is not True:
        return Retry()
    result = error.data.get("result")
    messages = result if isinstance(result, list) else [result]
    ids = (each.get("message_id") for each in messages if isinstance(each, dict))
    return Arrived(tuple(each for each in ids if isinstance(each, int)))


def backoff_seconds(attempts: int) -> float:
    """1, 2, 4 … at most 300 seconds: after a long outage everything goes out within five minutes."""
    return float(min(2 ** min(attempts - 1, 16), 300))
