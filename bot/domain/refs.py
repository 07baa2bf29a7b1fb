"""Random ids: what our messages carry outside of the database, and what it never hands out twice, whatever copy of it
is put back. A number can be given again, a ref cannot."""

import secrets
from typing import Final

BYTES: Final = 9
PATTERN: Final = r"^[A-Za-z0-9_-]{12}$"
"""As a button or a link carries it."""


def new_ref() -> str:
    """72 random bits: nobody guesses one, and two are never alike."""
    return secrets.token_urlsafe(BYTES)
