"""State on disk: rows of JSON in one SQLite file, written before the call that changed them is answered.

A row is named by what changed, (kind, key); the row's content is asked for when it is written, so a
message edited five times in a moment is written once. What no call changed (an update that arrived at a
webhook) is written a moment later. SQLite's journal makes a kill harmless.
"""

import asyncio
import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, Protocol

DELAY: Final = 0.1  # seconds between a change and its writing

Source = Callable[[str, Any], Any | None]


class Shelf(Protocol):
    """Where changes are noted."""

    def touch(self, kind: str, key: Any) -> None:
        """The thing (kind, key) changed, appeared or went."""

    def flush(self) -> None:
        """What changed until now outlives the process."""


class NoShelf:
    """State that ends with the process."""

    def touch(self, kind: str, key: Any) -> None:
        """Nothing is kept."""

    def flush(self) -> None:
        """There is nothing to write."""


class DiskShelf:
    """Rows in `state.sqlite3` of a folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(folder / "state.sqlite3")
        self._base.execute("PRAGMA journal_mode=WAL")
        self._base.execute("PRAGMA synchronous=NORMAL")
        self._base.execute("CREATE TABLE IF NOT EXISTS rows (kind TEXT, key TEXT, body TEXT, PRIMARY KEY (kind, key))")
        self._dirty: dict[tuple[str, str], Any] = {}
        self._timer: asyncio.TimerHandle | None = None
        self.source: Source = lambda *_: None

    def touch(self, kind: str, key: Any) -> None:
        """Note the change and make sure it is written soon."""
        self._dirty[kind, json.dumps(key)] = key
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(DELAY, self.flush)

    def flush(self) -> None:
        """Write what changed, in one transaction."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._dirty:
            return
        dirty, self._dirty = self._dirty, {}
        with self._base:
            for (kind, name), key in dirty.items():
                self._write(kind, name, self.source(kind, key))

    def _write(self, kind: str, name: str, body: Any | None) -> None:
        if body is None:
            self._base.execute("DELETE FROM rows WHERE kind = ? AND key = ?", (kind, name))
        else:
            text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
            self._base.execute("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", (kind, name, text))

    def rows(self, kind: str) -> Iterator[tuple[Any, Any]]:
        """(key, body) of a kind, in the order they were first written."""
        found = self._base.execute("SELECT key, body FROM rows WHERE kind = ? ORDER BY rowid", (kind,))
        return ((json.loads(key), json.loads(body)) for key, body in found.fetchall())

    def empty(self) -> None:
        """Forget everything."""
        self._dirty.clear()
        with self._base:
            self._base.execute("DELETE FROM rows")

    def close(self) -> None:
        """Write what is left and let go of the file."""
        self.flush()
        self._base.close()
