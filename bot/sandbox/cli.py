"""The command line of `python -m bot sandbox`: options and running."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

DEFAULT_PORT: Final = 8081


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sandbox's options."""
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help=f"port on 127.0.0.1 (default {DEFAULT_PORT})")
    parser.add_argument("--state", type=Path, metavar="DIR", help="keep conversations here over a restart")
    parser.add_argument(
        "--points", type=Path, metavar="FILE", help="JSON list of [lat, lon, population, name] for the map"
    )
    parser.add_argument("--strict", action="store_true", help="enforce Telegram's limits on sending (429)")


def read_points(path: Path | None) -> list[list[Any]]:
    """Points from a JSON file: a list, or an object with `points`. Raises ValueError for anything else."""
    if path is None:
        return []
    read = json.loads(path.read_text("utf-8"))
    points = read.get("points") if isinstance(read, dict) else read
    if not isinstance(points, list):
        raise ValueError(f"{path}: a list of [lat, lon, population, name] is needed")
    return points


async def main(args: argparse.Namespace) -> None:
    """Run the sandbox until Ctrl-C."""
    from bot.sandbox.server import serve  # imports the library of the Bot API, which takes seconds

    points = read_points(args.points)
    await serve(args.port, state_dir=args.state, points=points, strict=args.strict, ready=_say_ready)


def _say_ready(box: "Sandbox") -> None:
    print(f"Sandbox: {box.url}  (Bot API: {box.url}/bot<token>/<method>)", flush=True)  # noqa: T201
