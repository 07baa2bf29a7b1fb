"""Links that open the bot."""


def opening(username: str, payload: str) -> str:
    """What a tap on it sends: `/start payload`. `username`: of the bot, with or without an @."""
    return f"https://t.me/{username.removeprefix('@')}?start={payload}"
