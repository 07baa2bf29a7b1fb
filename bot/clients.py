"""What the settings lead to outside: Telegram, a geocoder."""

from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.config import Settings
from bot.places.geocoder import Geocoder
from bot.telegram.sender import hands


def make_bot(settings: Settings) -> Bot:
    """Raises `Unusable` without a token, or with something that is none."""
    return Bot(settings.token(), session=_session(settings))


def make_geocoder(settings: Settings) -> Geocoder | None:
    """None where no server is configured."""
    if not settings.geocoder_url:
        return None
    agent = settings.geocoder_user_agent or ""
    return Geocoder(settings.geocoder_url, user_agent=agent, timeout_s=settings.geocoder_timeout)


class Session(AiohttpSession):
    """Keeps the type that each method's answer is read with: pydantic forgets what nobody holds, and to make one anew
    for every call takes longer than the call."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self._answers: dict[type[TelegramMethod[Any]], type[Response[Any]]] = {}

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        kind = type(method)
        if kind not in self._answers:
            self._answers[kind] = Response[kind.__returning__]  # type: ignore[name-defined]
        return super().check_response(bot, method, status_code, content)


def _session(settings: Settings) -> Session:
    server = TelegramAPIServer.from_base(settings.telegram_api)
    return Session(api=server, limit=settings.senders * 2 + hands(settings), timeout=settings.send_timeout)
