"""What the settings lead to outside: Telegram, a geocoder."""

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.config import Settings
from bot.places.geocoder import Geocoder
from bot.telegram.herald import hands


def make_bot(settings: Settings) -> Bot:
    """Raises `Unusable` without a token, or with something that is none."""
    return Bot(settings.token(), session=_session(settings))


def make_geocoder(settings: Settings) -> Geocoder | None:
    """None where no server is configured."""
    if not settings.geocoder_url:
        return None
    agent = settings.geocoder_user_agent or ""
    return Geocoder(settings.geocoder_url, user_agent=agent, timeout_s=settings.geocoder_timeout)


def _session(settings: Settings) -> AiohttpSession:
    server = TelegramAPIServer.from_base(settings.telegram_api)
    return AiohttpSession(api=server, limit=settings.senders * 2 + hands(settings), timeout=settings.send_timeout)
