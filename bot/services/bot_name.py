"""What the bot is called: for links that open it. Telegram is asked once, outside of turns."""

from bot.domain.errors import BotNameless
from bot.domain.links import opening


class BotName:
    """`username` is empty until Telegram has answered."""

    def __init__(self, username: str = "") -> None:
        self.username = username

    def link(self, payload: str) -> str:
        """Opens the bot with this payload. Raises `BotNameless` while the name is not known."""
        if not self.username:
            raise BotNameless
        return opening(self.username, payload)
