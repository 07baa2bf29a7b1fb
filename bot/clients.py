"""What the settings lead to outside: Telegram, a geocoder. What is missing is said before anything is loaded."""

from contextlib import suppress

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.utils.token import TokenValidationError, validate_token

from bot.config import Settings, Unusable
from bot.places.geocoder import Geocoder
from bot.telegram.herald import hands


def check(settings: Settings) -> None:
    """Says at once what is missing, before anything is loaded; raises `Unusable`."""
    make_bot(settings)
    if settings.webhook_url and settings.webhook_secret is None:
        raise Unusable("WEBHOOK_SECRET is not set: with WEBHOOK_URL it is needed (see .env.example).")
    if not settings.operator_name and (settings.operator_page or settings.operator_contact):
        raise Unusable("OPERATOR_NAME is not set: with its page or contact it is needed (see .env.example).")
    if settings.geocoder_url and not settings.geocoder_user_agent:
        raise Unusable("GEOCODER_USER_AGENT is not set: with GEOCODER_URL it is needed (see .env.example).")


def make_bot(settings: Settings) -> Bot:
    """Raises `Unusable` without a token, or with something that is none."""
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    if not token:
        raise Unusable("BOT_TOKEN is not set: put it into .env or the environment (see .env.example).")
    with suppress(TokenValidationError):
        validate_token(token)
        return Bot(token, session=_session(settings))
    raise Unusable("BOT_TOKEN does not look like a token of @BotFather (digits, a colon, letters).")


def make_geocoder(settings: Settings) -> Geocoder | None:
    """None where no server is configured."""
    if not settings.geocoder_url:
        return None
    agent = settings.geocoder_user_agent or ""
    return Geocoder(settings.geocoder_url, user_agent=agent, timeout_s=settings.geocoder_timeout)


def _session(settings: Settings) -> AiohttpSession:
    server = TelegramAPIServer.from_base(settings.telegram_api)
    return AiohttpSession(api=server, limit=settings.senders * 2 + hands(settings), timeout=settings.send_timeout)
