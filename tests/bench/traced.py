"""`python -m bot run` that counts what it asks of SQLite: how many statements and how many transactions.

The counts stand in the file `TRACED_FILE`, renewed a few times a second; no statement's text is kept.
"""

import json
import os
import runpy
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

FILE = Path(os.environ["TRACED_FILE"])
counts: Counter[str] = Counter(statements=0, transactions=0)


def count(statement: str) -> None:
    word = statement.lstrip()[:6].upper()
    if word == "COMMIT":
        counts["transactions"] += 1
    elif word not in {"BEGIN ", "BEGIN", "ROLLBA", "PRAGMA"}:
        counts["statements"] += 1


def watch(connection: Any, _record: object) -> None:
    connection.set_trace_callback(count)


def write_down() -> None:
    fresh = FILE.with_suffix(".new")
    while True:
        fresh.write_text(json.dumps(counts))
        fresh.replace(FILE)
        time.sleep(0.1)


if __name__ == "__main__":
    event.listen(Engine, "connect", watch)
    threading.Thread(target=write_down, daemon=True).start()
    sys.argv = ["bot", "run"]
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
