"""Settings: the only reader of the environment. Every field is in .env.example with a comment; a test says so."""

import re
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_HOUR = r"([01]\d|2[0-3]):[0-5]\d"
_TOKEN = re.compile(r"[0-9]+:\S+")
_REACHABLE = re.compile(r"\S@\S+\.\S|://\S|(\d\D{0,2}){5}")
"""An e-mail address, a link or a phone number."""


def _one_line(value: str) -> str:
    """What people read as it is: nothing in it may break the line or hide."""
    if not value.isprintable():
        raise ValueError("one line of visible characters is needed")
    return value.strip()


OneLine: TypeAlias = Annotated[str, Field(max_length=100), AfterValidator(_one_line)]


class SettingsUnusable(Exception):
    """The settings, or what they point to, do not let the bot run; the message is a sentence for the operator."""


class Settings(BaseSettings):
    """Read from the environment and `.env`; constructor arguments win (the demo and the tests use that)."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", validate_default=True
    )

    bot_token: SecretStr | None = None
    database_url: str = "sqlite+aiosqlite:///var/bot.sqlite3"
    telegram_api: str = "https://api.telegram.org"

    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_host: str = "127.0.0.1"
    webhook_port: int = 8080

    superadmins: Annotated[tuple[int, ...], NoDecode] = ()

    default_locale: Literal["uk", "en"] = "uk"
    invite_hours: int = Field(default=72, gt=0)
    digest_hour: int = Field(default=8, ge=0, le=23)
    retention_days: int = Field(default=90, gt=0)
    operator_name: OneLine = ""
    operator_page: Annotated[OneLine, Field(pattern=r"^(https?://[^\s/]+\.\S+)?$")] = ""
    operator_contact: OneLine = ""
    protect_content: bool = True

    messages_per_minute: int = Field(default=60, gt=0)
    staff_messages_per_minute: int = Field(default=300, gt=0)

    send_per_second: float = Field(default=25.0, gt=0)
    chat_interval: float = Field(default=1.0, ge=0)
    send_timeout: float = Field(default=30.0, gt=0)
    senders: int = Field(default=20, gt=0)

    geocoder_url: str | None = Field(default=None, pattern=r"^https?://[^\s/]+")
    geocoder_user_agent: str | None = None
    geocoder_interval: float = Field(default=1.0, gt=0)
    geocoder_timeout: float = Field(default=5.0, gt=0)

    announcements_per_second: float = Field(default=25.0, gt=0, le=1000)
    allow_paid_broadcast: bool = False
    announcement_approval: bool = True
    quiet_hours: str = Field(default="21:00-08:00", pattern=f"^{_HOUR}-{_HOUR}$")

    log_format: Literal["text", "json"] = "text"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("digest_hour")
    @classmethod
    def _once_a_day(cls, value: int) -> int:
        """The hour from 3 to 4 runs twice in autumn and not at all in spring."""
        if value == 3:
            raise ValueError("choose another hour than 3: it is not there, or there twice, when the clocks change")
        return value

    @field_validator("operator_contact")
    @classmethod
    def _reachable(cls, value: str) -> str:
        if value and not _REACHABLE.search(value):
            raise ValueError("give an e-mail address, a phone number or a link")
        return value

    @field_validator("superadmins", mode="before")
    @classmethod
    def _numbers(cls, value: object) -> object:
        """Chat ids with commas between them."""
        return [each for each in value.replace(" ", "").split(",") if each] if isinstance(value, str) else value

    @property
    def sqlite_file(self) -> Path | None:
        """The database file, when the database is SQLite on disk."""
        head, _, path = self.database_url.partition(":///")
        return Path(path) if head.startswith("sqlite") and path and path != ":memory:" else None

    def token(self) -> str:
        """Raises `SettingsUnusable` without a token, or with something that is none."""
        token = self.bot_token.get_secret_value() if self.bot_token else ""
        if not token:
            raise SettingsUnusable("BOT_TOKEN is not set: put it into .env or the environment (see .env.example).")
        if not _TOKEN.fullmatch(token):
            raise SettingsUnusable("BOT_TOKEN does not look like a token of @BotFather (digits, a colon, letters).")
        return token

    def complete(self) -> None:
        """Says at once what is missing, before anything is loaded; raises `SettingsUnusable`."""
        self.token()
        if self.webhook_url and self.webhook_secret is None:
            raise SettingsUnusable("WEBHOOK_SECRET is not set: with WEBHOOK_URL it is needed (see .env.example).")
        if not self.operator_name and (self.operator_page or self.operator_contact):
            raise SettingsUnusable(
                "OPERATOR_NAME is not set: with its page or contact it is needed (see .env.example)."
            )
        if self.geocoder_url and not self.geocoder_user_agent:
            raise SettingsUnusable("GEOCODER_USER_AGENT is not set: with GEOCODER_URL it is needed (see .env.example).")
