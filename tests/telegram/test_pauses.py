"""How long the intake pauses: shortly while Telegram is away, longer where it refuses us."""

import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramServerError, TelegramUnauthorizedError
from aiogram.methods import GetMe
from aiohttp import ClientError

from bot.telegram.intake import AWAY_PAUSE, MOST_PAUSE, PollRefused, longest_pause


@pytest.mark.parametrize(
    ("error", "seconds"),
    [
        (ClientError(), AWAY_PAUSE),
        (TimeoutError(), AWAY_PAUSE),
        (ValueError("a proxy's page"), AWAY_PAUSE),
        (PollRefused({}), AWAY_PAUSE),
        (PollRefused({"error_code": 502}), AWAY_PAUSE),
        (PollRefused({"error_code": 409}), MOST_PAUSE),
        (PollRefused({"error_code": 401}), MOST_PAUSE),
        (TelegramNetworkError(method=GetMe(), message="…"), AWAY_PAUSE),
        (TelegramServerError(method=GetMe(), message="…"), AWAY_PAUSE),
        (TelegramUnauthorizedError(method=GetMe(), message="…"), MOST_PAUSE),
    ],
    ids=repr,
)
def test_by_kind(error: Exception, seconds: float) -> None:
    assert longest_pause(error) == seconds
