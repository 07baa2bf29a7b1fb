"""What there is in the box: people, groups, bots, conversations, messages, taps. Data only.

Messages are plain dicts in the Bot API's `Message` shape, never changed in place: an edit puts a new
dict in the record, so an update that waits to be fetched keeps what it said.
"""

import asyncio
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
Key = tuple[int, int]  # (bot id, user id) in private chats, (0, chat id) in groups


@dataclass(slots=True)
class User:
    """A person; `label` and `group` are for the page only."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    phone: str | None = None
    label: str | None = None
    group: str | None = None
    deactivated: bool = False
    is_premium: bool = False

    def json(self) -> Json:
        """Bot API `User`."""
        names = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        known: Json = {key: value for key, value in names.items() if value}
        premium = {"is_premium": True} if self.is_premium else {}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, **known, **premium}

    def chat(self) -> Json:
        """Bot API `Chat` of the private chat with this person."""
        names = {"last_name": self.last_name, "username": self.username}
        known = {key: value for key, value in names.items() if value}
        return {"id": self.id, "type": "private", "first_name": self.first_name, **known}


@dataclass(slots=True)
class Group:
    """A group, supergroup or channel. `topics` maps a thread id to its name, colour and state."""

    id: int
    type: str
    title: str
    is_forum: bool = False
    members: list[int] = field(default_factory=list)
    bots: list[int] = field(default_factory=list)
    topics: dict[int, Json] = field(default_factory=dict)
    migrated_to: int | None = None

    def chat(self) -> Json:
        """Bot API `Chat`."""
        return {"id": self.id, "type": self.type, "title": self.title, **({"is_forum": True} if self.is_forum else {})}


@dataclass(slots=True)
class Bot:
    """A bot and what it set about itself; `last_id` numbers the messages of all its private chats."""

    id: int
    username: str
    first_name: str = "Sandbox bot"
    last_id: int = 0
    commands: dict[str, Json] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)

    def json(self) -> Json:
        """Bot API `User`."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}


@dataclass(slots=True)
class Record:
    """A message and what Telegram remembers beside it.

    `bot` is the id of the bot that sent it (0: a person); `fixed`: sent with a keyboard that forbids edits.
    """

    message: Json
    bot: int = 0
    edited: bool = False
    deleted: bool = False
    fixed: bool = False
    rev: int = 0
    reactions: dict[str, str] = field(default_factory=dict)  # who -> emoji, "" once taken back


@dataclass(slots=True)
class Dialog:
    """One conversation as it stands on the screen. `rev` grows with everything that can be seen to change."""

    key: Key
    records: dict[int, Record] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    unread: int = 0
    rev: int = 0
    last_id: int = 0
    keyboard: Json | None = None
    keyboard_message: int | None = None
    force_reply: int | None = None
    pinned: list[int] = field(default_factory=list)
    waiting: list[asyncio.Future[None]] = field(default_factory=list)

    @property
    def private(self) -> bool:
        """Between one person and one bot."""
        return self.key[0] != 0

    def alive(self, message_id: int) -> Record | None:
        """The record, unless it is gone."""
        record = self.records.get(message_id)
        return None if record is None or record.deleted else record

    def changed(self) -> int:
        """Note a visible change, wake who waits for one; returns the new `rev`."""
        self.rev += 1
        for waiter in self.waiting:
            if not waiter.done():
                waiter.set_result(None)
        self.waiting.clear()
        return self.rev


@dataclass(slots=True)
class Query:
    """A tap on an inline button and the bot's answer to it."""

    id: str
    bot: int
    user: int
    date: float
    answer: Json | None = None
    waiting: list[asyncio.Future[None]] = field(default_factory=list)
