"""Which addresses Telegram accepts in text links and buttons."""

import re
from typing import Final
from urllib.parse import urlsplit

PROTOCOLS: Final = frozenset({"http", "https", "tg", "ton", "tonsite"})
_SCHEME: Final = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*)://")
_USER: Final = re.compile(r"^tg://user/?\?id=(\d+)$")


class WrongLink(ValueError):
    """The text says why, as Telegram does."""


def check_link(url: str) -> str:
    """Return the address as Telegram keeps it (with a protocol and at least `/` as path).

    Without `://` the part before a colon is taken for a host, so `tel:+380…` fails by its "port".
    Raises WrongLink: "Unsupported URL protocol", "Wrong port number specified in the URL", …
    """
    url = url.strip()
    scheme = _SCHEME.match(url)
    if scheme is None:
        url = f"http://{url}"
    elif scheme[1].lower() not in PROTOCOLS:
        raise WrongLink("Unsupported URL protocol")
    return _checked_http(url) if url.lower().startswith("http") else url


def _checked_http(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError as wrong:
        raise WrongLink("Wrong HTTP URL") from wrong
    try:
        _ = parts.port
    except ValueError as wrong:
        raise WrongLink("Wrong port number specified in the URL") from wrong
    if not host:
        raise WrongLink("URL host is empty")
    if " " in url or ("." not in host and host != "localhost"):
        raise WrongLink("Wrong HTTP URL")
    return parts._replace(path=parts.path or "/").geturl()


def mentioned_user(url: str) -> int | None:
    """The user id of a `tg://user?id=…` link."""
    found = _USER.match(url)
    return int(found[1]) if found else None
