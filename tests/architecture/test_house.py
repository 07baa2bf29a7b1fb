"""Promises of the architecture that a linter does not know."""

import ast
import inspect
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject

from bot.config import Settings
from handlers.routers import root_router

ROOT = Path(__file__).parents[2]
SENDING = re.compile(r"(bot|query|message|event|callback)\.(answer|reply|send|edit|copy|forward|delete)")
UPDATES = {"message", "edited_message", "callback_query", "my_chat_member", "message_reaction"}

# What aiogram, the middlewares, the dispatcher's workflow data and the filters hand to a handler.
PROVIDED = {
    "bot", "state", "turn", "recipient", "resident", "officer", "admin", "lookup", "people", "filing", "cards", "desk",
    "joining", "addresses", "keeping", "command", "act", "announcements", "subscriptions", "guides",
    "territories", "extents", "silent_list", "intake", "admin_office", "bot_name", "audit_log", "here",
    "registry_past", "registry_book", "registry_edits", "membership", "deep_links", "posters", "halfyears", "digests",
    "writer", "found", "hush", "aside",
}  # fmt: skip


def handlers_of(router: Router) -> Iterator[HandlerObject]:
    for name in UPDATES:
        yield from router.observers[name].handlers
    for each in router.sub_routers:
        yield from handlers_of(each)


def test_every_argument_of_every_handler_is_provided() -> None:
    for handler in handlers_of(root_router()):
        _event, *arguments = inspect.signature(handler.callback).parameters
        assert set(arguments) <= PROVIDED, f"{handler.callback.__name__}: {set(arguments) - PROVIDED}"


def test_no_filter_is_synchronous() -> None:
    """aiogram runs a synchronous filter in a thread: it costs much, and waits while the pool is busy."""
    for handler in handlers_of(root_router()):
        for each in handler.filters or []:
            call = each.callback if inspect.isfunction(each.callback) else type(each.callback).__call__
            assert inspect.iscoroutinefunction(call), f"{handler.callback.__name__}: {each.callback}"


def modules(*folders: str) -> list[Path]:
    return [file for folder in folders for file in sorted((ROOT / folder).rglob("*.py"))]


@pytest.mark.parametrize("file", modules("handlers", "bot/services"), ids=lambda f: str(f.relative_to(ROOT)))
def test_handlers_and_services_never_send(file: Path) -> None:
    """What they say is a notice: a send inside a turn would be neither atomic nor repeatable."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert [call for call in calls if SENDING.match(call)] == []


def test_one_module_alone_writes_how_a_report_stands_and_whose_it_is() -> None:
    """What passes it by is in no log."""
    writers = set()
    for file in modules("bot", "handlers"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"reports.swap", "reports.update"}:
                written = {word.arg for word in node.keywords}
                if {"status", "owner_id", None} & written:
                    writers.add(str(file.relative_to(ROOT)))
    assert writers == {"bot/services/reports/moves.py"}


@pytest.mark.parametrize("file", modules("bot", "handlers", "db"), ids=lambda f: str(f.relative_to(ROOT)))
def test_nothing_is_built_at_import(file: Path) -> None:
    """No router, engine, bot or settings object exists before somebody asks for one."""
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        value = getattr(node, "value", None)
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
            assert value.func.id not in {"Router", "Dispatcher", "Bot", "Settings", "Database", "Gazetteer"}


def test_every_class_has_a_name_of_its_own() -> None:
    """A name that stands twice hides one of the two. `bot.sandbox` plays Telegram, and is called as Telegram is."""
    sandbox = ROOT / "bot" / "sandbox"
    places = defaultdict(list)
    for file in modules("bot", "handlers", "db"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not file.is_relative_to(sandbox):
                places[node.name].append(f"{file.relative_to(ROOT)}:{node.lineno}")
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


CHILDS_PARENT = ROOT / "bot" / "outside" / "reading.py"
"""Reads no setting: it leaves all but a few variables out of what its child gets."""


def test_only_config_reads_the_environment() -> None:
    for file in modules("bot", "handlers", "db"):
        if file.name != "config.py" and file != CHILDS_PARENT:
            text = file.read_text(encoding="utf-8")
            assert "os.environ" not in text, file
            assert "getenv" not in text, file


def test_the_example_lists_every_setting_with_a_comment() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    listed = {line.split("=")[0] for line in lines if line and not line.startswith("#")}
    assert listed == {name.upper() for name in Settings.model_fields}
    for above, line in pairwise(lines):
        assert not line or line.startswith("#") or above, f"{line} has no comment above it"


def test_the_example_gives_the_defaults() -> None:
    known: dict[str, Any] = Settings(_env_file=None).model_dump()
    shown: dict[str, Any] = Settings(_env_file=ROOT / ".env.example").model_dump()
    assert shown == known
