"""Addresses in our messages: numbers of reports lead to the bot itself, and what a reply shows is read back."""

import re
from collections.abc import Iterable
from typing import Final

from aiogram.types import InlineKeyboardMarkup, Message, MessageEntity

from bot.domain.acts.cases import CaseAct
from bot.domain.acts.people import DraftAct, OwnAct
from bot.domain.addressing import Address, Side, address_in
from bot.domain.links import opening
from bot.domain.marked import Entity
from bot.domain.refs import PATTERN
from bot.texts.parts import SCHEME

_ANCHOR: Final = re.compile(rf'<a href="{SCHEME}([^"]*)">(.*?)</a>')
_LINK: Final = re.compile(r"^(?:https?://)?(?:www\.)?t(?:elegram)?\.me/[A-Za-z0-9_]+\?start=([A-Za-z0-9_-]+)$")
_BUTTONS: Final = ((CaseAct, Side.OFFICER), (DraftAct, Side.RESIDENT), (OwnAct, Side.RESIDENT))
_DATA: Final = re.compile(rf"^(\w+):({PATTERN.strip('^$')})(?::|$)")


def linked(html: str, username: str) -> str:
    """The words with their numbers leading to the bot; while its name is not known they are numbers and no more."""
    if not username:
        return _ANCHOR.sub(lambda found: found[2], html)
    return _ANCHOR.sub(lambda found: f'<a href="{opening(username, found[1])}">{found[2]}</a>', html)


def linked_entities(entities: Iterable[Entity], username: str) -> list[MessageEntity]:
    """The same of words with formatting of their own."""
    return [
        MessageEntity.model_validate({**each, "url": opening(username, url.removeprefix(SCHEME))} if ours else each)
        for each in entities
        for url in [str(each.get("url") or "")]
        for ours in [url.startswith(SCHEME)]
        if username or not ours
    ]


def without_addresses(entities: Iterable[Entity]) -> list[Entity]:
    """Formatting that somebody else made: an address in it could lead a reply to another report."""
    return [each for each in entities if not _is_address(str(each.get("url") or ""))]


def _is_address(url: str) -> bool:
    return url.startswith(SCHEME) or address_of_link(url) is not None


def address_of_link(url: str) -> Address | None:
    """The report that a link leads to."""
    found = _LINK.match(url)
    return address_in(found[1]) if found else None


def addresses_in(message: Message) -> tuple[Address, ...]:
    """The reports whose addresses a message carries, in its links and buttons, each once."""
    entities = message.entities or message.caption_entities or []
    links = [address_of_link(each.url) for each in entities if each.type == "text_link" and each.url]
    return tuple(dict.fromkeys(each for each in (*links, *addresses_in_buttons(message.reply_markup)) if each))


def addresses_in_buttons(markup: InlineKeyboardMarkup | None) -> tuple[Address, ...]:
    """Each once."""
    prefixes = {act.sign: side for act, side in _BUTTONS}
    data = [each.callback_data or "" for row in markup.inline_keyboard for each in row] if markup else []
    found = (_DATA.match(each) for each in data)
    return tuple(dict.fromkeys(Address(prefixes[each[1]], each[2]) for each in found if each and each[1] in prefixes))
