"""What the bot is called: asked once at the start, as in a turn nobody can ask Telegram."""

from aiogram import Bot


class BotName:
    """Call it for the username; None while Telegram has not answered."""

    def __init__(self) -> None:
        self._name: str | None = None

    def __call__(self) -> str | None:
        return self._name

    async def ask(self, bot: Bot) -> None:
        self._name = (await bot.get_me()).username
