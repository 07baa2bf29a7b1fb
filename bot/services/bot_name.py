"""What the bot is called: for links that open it. Telegram is asked once, outside of turns."""


class BotName:
    """`username` is empty until Telegram has answered."""

    def __init__(self) -> None:
        self.username = ""

    def link(self, payload: str) -> str:
        """`https://t.me/…?start=…`; empty while the name is not known."""
        return f"https://t.me/{self.username}?start={payload}" if self.username else ""
