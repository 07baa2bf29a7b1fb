"""What stands before Start: set once in every language, changed only when it differs, never a reason not to start."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import TelegramMethod

from bot.domain.keeping import NOBODY, Operator
from bot.domain.marked import utf16
from bot.telegram.profile import show_profile
from bot.texts.about import ABOUT_MOST, DESCRIPTION_MOST, about, description
from bot.texts.words import LANGUAGES, words
from tests.telegram.wire import Wire, refusal

TOKEN = "7000000009:PROFILE-token-of-no-bot-AAAAAAAAAAAAAAAAAAA"
OPERATOR = Operator("Зразкове управління поліції", "https://example.org/bot", "bot@example.org")
LONG = Operator("Я" * 100, "https://example.org/" + "я" * 80)


class Profile(Wire):
    """A Telegram that keeps what a bot says of itself; a missing language is read as everybody's."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.answer = self.keep
        self.refuses: set[str] = set()

    async def keep(self, method: TelegramMethod[Any]) -> tuple[int, Any]:
        name, language = type(method).__name__, getattr(method, "language_code", None) or ""
        if name in self.refuses:
            return refusal(429, "Too Many Requests: retry after 86400", retry_after=86400)
        what = "short_description" if "Short" in name else "description"
        if name.startswith("Get"):
            text = self.kept.get((what, language)) or self.kept.get((what, ""), "")
            return 200, {"ok": True, "result": {what: text}}
        self.kept[what, language] = getattr(method, what)
        return 200, {"ok": True, "result": True}

    @property
    def set(self) -> list[str]:
        """Names of the calls that changed something, then forgotten."""
        names = [type(each).__name__ for each in self.calls]
        self.calls.clear()
        return [name for name in names if name.startswith("Set")]


@pytest.fixture
def telegram() -> Profile:
    return Profile()


@pytest.fixture
def bot(telegram: Profile) -> Bot:
    return Bot(TOKEN, session=telegram)


def shown(telegram: Profile, what: str, language: str) -> str:
    return telegram.kept.get((what, language)) or telegram.kept[what, ""]


async def test_everybody_reads_their_language_or_the_default(bot: Bot, telegram: Profile) -> None:
    await show_profile(bot, OPERATOR, "uk")
    assert telegram.set
    assert shown(telegram, "description", "uk") == shown(telegram, "description", "de")
    assert shown(telegram, "description", "en").startswith("Find the police officer")
    assert shown(telegram, "short_description", "en").startswith("Find your community")
    for language in ("uk", "en", "de"):
        text = shown(telegram, "description", language)
        assert "102" in text
        assert OPERATOR.name in text
        assert OPERATOR.page in text


async def test_a_second_start_changes_nothing_another_operator_does(bot: Bot, telegram: Profile) -> None:
    await show_profile(bot, OPERATOR, "uk")
    assert telegram.set
    await show_profile(bot, OPERATOR, "uk")
    assert telegram.set == []
    await show_profile(bot, NOBODY, "uk")
    assert set(telegram.set) == {"SetMyDescription"}
    await show_profile(bot, NOBODY, "en")
    assert shown(telegram, "description", "de").startswith("Find the police officer")
    assert shown(telegram, "description", "uk").startswith("Знайдіть")


async def test_a_refusal_stops_nothing_else(bot: Bot, telegram: Profile) -> None:
    telegram.refuses = {"SetMyDescription", "GetMyShortDescription"}
    await show_profile(bot, OPERATOR, "uk")
    assert telegram.kept == {}
    telegram.refuses = {"SetMyDescription"}
    await show_profile(bot, OPERATOR, "uk")
    assert {what for what, _ in telegram.kept} == {"short_description"}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_telegram_takes_it_however_long_the_name(locale: str) -> None:
    assert utf16(about(words(locale))) <= ABOUT_MOST
    bare = description(words(locale), NOBODY)
    for operator in (OPERATOR, LONG, Operator("Я" * 300, "https://example.org")):
        text = description(words(locale), operator)
        assert utf16(text) <= DESCRIPTION_MOST
        assert text.startswith(bare)
    assert LONG.name in description(words(locale), LONG)
