"""Everything the sandbox knows: people, bots, chats, messages, files, queries. Data and look-ups only.

Messages are plain dicts in the Bot API's `Message` shape, never changed in place: an edit puts a new
dict in the record, so an update that waits to be fetched keeps what it said.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from bot.sandbox.errors import ControlError
from bot.sandbox.events import Hub
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Limits
from bot.sandbox.shelf import NoShelf, Shelf
from bot.sandbox.updates import UpdateQueue

Json = dict[str, Any]
Key = tuple[int, int]  # (bot id, user id) in private chats, (0, chat id) in groups

FIRST_USER: Final = 700_000_001
FIRST_GROUP: Final = 4_100_000_001
SUPERGROUP_BASE: Final = -1_000_000_000_000
QUERIES_KEPT: Final = 5000


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

    def json(self) -> Json:
        """Bot API `User`."""
        names = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        known = {key: value for key, value in names.items() if value}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, **known}

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


@dataclass
class World:
    """The whole state of one sandbox."""

    clock: Callable[[], float] = time.time
    shelf: Shelf = field(default_factory=NoShelf)
    files: Files = field(default_factory=Files)
    hub: Hub = field(default_factory=Hub)
    faults: Faults = field(default_factory=Faults)
    limits: Limits = field(default_factory=Limits)
    journal: Journal = field(default_factory=Journal)
    users: dict[int, User] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    bots: dict[int, Bot] = field(default_factory=dict)
    queues: dict[int, UpdateQueue] = field(default_factory=dict)
    dialogs: dict[Key, Dialog] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    points: list[list[Any]] = field(default_factory=list)
    counters: dict[str, int] = field(default_factory=dict)
    wire: Callable[[UpdateQueue], None] = lambda _: None  # starts a queue's webhook; set by the server

    def now(self) -> int:
        """Unix time in whole seconds."""
        return int(self.clock())

    def count(self, name: str, first: int = 1) -> int:
        """The next number of a series."""
        self.counters[name] = self.counters.get(name, first - 1) + 1
        self.shelf.touch("counter", name)
        return self.counters[name]

    def add_bot(self, bot_id: int, username: str | None = None, first_name: str | None = None) -> Bot:
        """The bot of this id, made on its first appearance."""
        bot = self.bots.get(bot_id)
        if bot is None:
            bot = self.bots[bot_id] = Bot(bot_id, username or f"bot{bot_id}", first_name or "Sandbox bot")
            self.queues[bot_id] = UpdateQueue(bot_id, self.clock, self.shelf)
            self.hub.publish("bot", None, bot=bot_id)
        bot.username, bot.first_name = username or bot.username, first_name or bot.first_name
        self.shelf.touch("bot", bot_id)
        return bot

    def add_query(self, bot: int, user: int) -> Query:
        """A fresh callback query; the oldest are forgotten beyond a few thousand."""
        query = Query(str(self.count("query", 3_000_000_000_000_000_001)), bot, user, self.clock())
        self.queries[query.id] = query
        self.shelf.touch("query", query.id)
        if len(self.queries) > QUERIES_KEPT:
            oldest = next(iter(self.queries))
            del self.queries[oldest]
            self.shelf.touch("query", oldest)
        return query

    def one_bot(self, bot_id: int | None) -> Bot:
        """The named bot, or the only one. Raises ControlError when that is not clear."""
        if bot_id is not None:
            if int(bot_id) not in self.bots:
                raise ControlError(f"no bot {bot_id}", 404)
            return self.bots[int(bot_id)]
        if not self.bots:
            raise ControlError("no bot is known yet: a bot appears with its first call", 409)
        if len(self.bots) > 1:
            raise ControlError(f"several bots are known, name one as 'bot': {sorted(self.bots)}")
        return next(iter(self.bots.values()))

    def user(self, user_id: Any) -> User:
        """A person by id. Raises ControlError 404."""
        user = self.users.get(int(user_id))
        if user is None:
            raise ControlError(f"no user {user_id}", 404)
        return user

    def user_json(self, user_id: int) -> Json | None:
        """Bot API `User` of a person or bot, if known."""
        known = self.users.get(user_id) or self.bots.get(user_id)
        return known.json() if known else None

    def dialog(self, key: Key) -> Dialog:
        """The conversation of a key, made when it is first looked at."""
        if key not in self.dialogs:
            self.dialogs[key] = Dialog(key)
        return self.dialogs[key]

    def dialogs_of(self, user_id: int) -> Iterator[Dialog]:
        """The private conversations of a person."""
        return (dialog for key, dialog in self.dialogs.items() if key[0] and key[1] == user_id)

    def chat_json(self, dialog: Dialog) -> Json:
        """Bot API `Chat` of a conversation."""
        chat = self.users[dialog.key[1]] if dialog.private else self.groups[dialog.key[1]]
        return chat.chat()

    def next_message_id(self, dialog: Dialog) -> int:
        """Private chats of one bot share a series, as in Telegram; every group has its own."""
        self.shelf.touch("bot" if dialog.private else "dialog", dialog.key[0] if dialog.private else dialog.key)
        holder = self.bots[dialog.key[0]] if dialog.private else dialog
        holder.last_id += 1
        return holder.last_id
