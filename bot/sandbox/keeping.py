"""The world to rows and back: what `--state DIR` keeps over a restart."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, Final

from bot.sandbox.files import Files, Stored
from bot.sandbox.shelf import DiskShelf
from bot.sandbox.things import Bot, Dialog, Group, Query, Record, User
from bot.sandbox.updates import Pending
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import World

Json = dict[str, Any]

QUERY_LIFETIME: Final = 3600  # seconds a tap is worth keeping


def _plain(thing: Any, *, without: tuple[str, ...] = ()) -> Json:
    """The fields of a dataclass, not copied deeply: it is written at once."""
    return {field.name: getattr(thing, field.name) for field in fields(thing) if field.name not in without}


def _message(world: World, key: list[int]) -> Json | None:
    dialog = world.dialogs.get((key[0], key[1]))
    record = dialog.records.get(key[2]) if dialog else None
    return _plain(record) if record else None


def _dialog(world: World, key: tuple[int, int]) -> Json | None:
    dialog = world.dialogs.get((key[0], key[1]))
    return _plain(dialog, without=("key", "records", "waiting")) if dialog else None


def _queue(world: World, bot: int) -> Json | None:
    queue = world.queues.get(bot)
    if queue is None:
        return None
    hook = queue.webhook.row() if queue.webhook else None
    return {"allowed": queue.allowed, "next_id": queue.next_id, "webhook": hook}


def _update(world: World, key: list[int]) -> Json | None:
    queue = world.queues.get(key[0])
    pending = queue.pending.get(key[1]) if queue else None
    return asdict(pending) if pending else None


def _query(world: World, query_id: str) -> Json | None:
    query = world.queries.get(query_id)
    return _plain(query, without=("waiting",)) if query else None


def _simple(name: str) -> Callable[[World, Any], Json | None]:
    def read(world: World, key: Any) -> Json | None:
        thing = getattr(world, name).get(key)
        return None if thing is None else _plain(thing)

    return read


_SOURCES: Final[Mapping[str, Callable[[World, Any], Any | None]]] = {
    "user": _simple("users"),
    "group": _simple("groups"),
    "bot": _simple("bots"),
    "message": _message,
    "dialog": _dialog,
    "queue": _queue,
    "update": _update,
    "query": _query,
    "file": lambda world, key: _plain(stored) if (stored := world.files.known.get(key)) else None,
    "counter": lambda world, key: world.counters.get(key),
}


def open_world(folder: Path, *, clock: Callable[[], float]) -> World:
    """The world kept in a folder (made when it is not there); changes are kept from now on."""
    shelf = DiskShelf(folder)
    world = World(shelf=shelf, files=Files(folder=folder / "files", shelf=shelf), clock=clock)
    shelf.source = lambda kind, key: _SOURCES[kind](world, key)
    for load in (_load_people, _load_talk, _load_updates, _load_rest):
        load(world, shelf)
    return world


def _load_people(world: World, shelf: DiskShelf) -> None:
    for key, body in shelf.rows("user"):
        world.users[key] = User(**body)
    for key, body in shelf.rows("group"):
        topics = {int(thread): topic for thread, topic in body.pop("topics").items()}
        world.groups[key] = Group(**body, topics=topics)
    for key, body in shelf.rows("bot"):
        world.add_bot(key)
        world.bots[key] = Bot(**body)


def _load_talk(world: World, shelf: DiskShelf) -> None:
    for key, body in shelf.rows("dialog"):
        world.dialogs[key[0], key[1]] = Dialog((key[0], key[1]), **body)
    for key, body in sorted(shelf.rows("message")):
        world.dialog((key[0], key[1])).records[key[2]] = Record(**body)


def _load_updates(world: World, shelf: DiskShelf) -> None:
    for bot, body in shelf.rows("queue"):
        queue = world.queues[bot]
        queue.allowed, queue.next_id = body["allowed"], body["next_id"]
        if body["webhook"]:
            queue.webhook = Webhook(queue, **body["webhook"])
    for key, body in sorted(shelf.rows("update"), key=lambda row: row[0][1]):
        world.queues[key[0]].pending[key[1]] = Pending(**body)


def _load_rest(world: World, shelf: DiskShelf) -> None:
    for _, body in shelf.rows("file"):
        stored = Stored(**body)
        world.files.known[stored.file_id] = stored
        world.files.paths[stored.path] = stored.file_id
    for key, body in shelf.rows("query"):
        if world.clock() - body["date"] < QUERY_LIFETIME:
            world.queries[key] = Query(**body)
    world.counters.update(shelf.rows("counter"))
