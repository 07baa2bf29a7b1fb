"""What is done about each failure of a send."""

from typing import Any

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage, TelegramMethod
from aiohttp import ClientConnectorError

from bot.telegram.failures import (
    Arrived,
    Away,
    Broken,
    Done,
    Follow,
    GiveUp,
    Retry,
    Verdict,
    Wait,
    backoff_seconds,
    judge,
)

CALL: TelegramMethod[Any] = SendMessage(chat_id=1, text="…")
KINDS: list[tuple[type[TelegramAPIError], str, Verdict]] = [
    (TelegramForbiddenError, "Forbidden: bot was blocked by the user", GiveUp(unreachable=True)),
    (TelegramForbiddenError, "Forbidden: user is deactivated", GiveUp(unreachable=True)),
    (TelegramBadRequest, "Bad Request: chat not found", GiveUp(unreachable=True)),
    (TelegramBadRequest, "Bad Request: PEER_ID_INVALID", GiveUp(unreachable=True)),
    (TelegramBadRequest, "Bad Request: wrong file identifier/HTTP URL specified", GiveUp(unreachable=False)),
    (TelegramBadRequest, "Bad Request: can't parse entities", GiveUp(unreachable=False)),
    (TelegramBadRequest, "Bad Request: message is not modified: specified new message content …", Done()),
    (TelegramBadRequest, "Bad Request: message to edit not found", Done(gone=True)),
    (TelegramBadRequest, "Bad Request: message can't be edited", Done(gone=True)),
    (TelegramBadRequest, "Bad Request: there is no text in the message to edit", Done(gone=True)),
    (TelegramEntityTooLarge, "Request Entity Too Large", GiveUp(unreachable=False)),
    (TelegramNotFound, "Not Found", Retry()),  # the operator's token, not this message, is wrong
    (TelegramUnauthorizedError, "Unauthorized", Retry()),
    (TelegramConflictError, "Conflict: terminated by other getUpdates request", Retry()),
    (TelegramServerError, "Bad Gateway", Away()),
    (RestartingTelegram, "Internal Server Error: restart", Away()),
    (TelegramNetworkError, "Request timeout error", Retry()),
    (TelegramAPIError, "Something new", Retry()),
]


@pytest.mark.parametrize(("kind", "said", "verdict"), KINDS, ids=[f"{k.__name__}-{said[:30]}" for k, said, _ in KINDS])
def test_by_kind(kind: type[TelegramAPIError], said: str, verdict: Verdict) -> None:
    assert judge(kind(method=CALL, message=said)) == verdict


def test_what_telegram_names_is_followed() -> None:
    assert judge(TelegramRetryAfter(method=CALL, message="Too Many Requests", retry_after=7)) == Wait(7.0)
    assert judge(TelegramMigrateToChat(method=CALL, message="…", migrate_to_chat_id=-100)) == Follow(-100)


def test_where_nobody_answers_nothing_has_arrived() -> None:
    refused = TelegramNetworkError(method=CALL, message="Cannot connect")
    refused.__cause__ = ClientConnectorError(None, OSError())  # type: ignore[arg-type]
    assert judge(refused) == Away(everywhere=True)


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("<html>502 Bad Gateway</html>", Retry()),
        ({"ok": False, "error_code": "?"}, Retry()),
        ({"ok": True, "result": {"message_id": 5, "newer": object()}}, Arrived((5,))),
        ({"ok": True, "result": [{"message_id": 5}, {"message_id": 6}]}, Arrived((5, 6))),
        ({"ok": True, "result": "?"}, Arrived(())),
    ],
)
def test_an_answer_that_cannot_be_read(answer: object, verdict: Verdict) -> None:
    """A yes in newer words is a yes: sending again would repeat the message for ever."""
    assert judge(ClientDecodeError("…", ValueError(), answer)) == verdict


@pytest.mark.parametrize(
    ("error", "verdict"), [(ConnectionResetError(), Retry()), (TimeoutError(), Retry()), (KeyError("x"), Broken())]
)
def test_outages_wait_and_our_own_mistakes_do_not_for_ever(error: Exception, verdict: Verdict) -> None:
    assert judge(error) == verdict


def test_after_a_long_outage_everything_goes_out_within_five_minutes() -> None:
    assert [backoff_seconds(n) for n in (1, 2, 3, 9, 10, 10_000)] == [1, 2, 4, 256, 300, 300]
    assert backoff_seconds(0) <= 1
