"""The whole state of one sandbox, and look-ups in it."""

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
from bot.sandbox.things import Bot, Dialog, Group, Key, Query, User
from bot.sandbox.updates import UpdateQueue

Json = dict[str, Any]

FIRST_USER: Final = 700_000_001
FIRST_GROUP: Final = 4_100_000_001
SUPERGROUP_BASE: Final = -1_000_000_000_000
QUERIES_KEPT: Final = 5000


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

    def add_query(self, bot: int, user: int, age: float = 0) -> Query:
        """A callback query, `age` seconds old; the oldest are forgotten beyond a few thousand."""
        query = Query(str(self.count("query", 3_000_000_000_000_000_001)), bot, user, self.clock() - age)
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
        return (self.dialogs[bot, user_id] for bot in self.bots if (bot, user_id) in self.dialogs)

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
