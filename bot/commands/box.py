"""`demo` and `sandbox`: a Telegram in a box, with our bot in it, or alone."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any, Final

from bot.config import Settings
from bot.sandbox import cli

PORT: Final = 8081
FOLDER: Final = Path("var/demo")


def add_parser(subparsers: Any) -> None:
    demo: ArgumentParser = subparsers.add_parser("demo", help="try everything in a browser, without Telegram")
    demo.add_argument("--port", type=int, default=PORT, help=f"port on 127.0.0.1 (default {PORT})")
    demo.add_argument("--folder", type=Path, default=FOLDER, help=f"where it keeps everything (default {FOLDER})")
    demo.add_argument("--fresh", action="store_true", help="forget earlier conversations")
    demo.add_argument("--residents", type=int, default=0, help="generated residents in all settlements of the oblast")
    demo.set_defaults(main=run_demo)
    box: ArgumentParser = subparsers.add_parser("sandbox", help="a Bot API server on loopback, for any bot")
    cli.add_arguments(box)
    box.set_defaults(main=run_sandbox)


async def run_demo(args: Namespace, settings: Settings) -> int:
    from bot.commands.demo import run_demo as play  # imports the library of the Bot API, which takes seconds

    return await play(args, settings)


async def run_sandbox(args: Namespace, _settings: Settings) -> int:
    await cli.main(args)
    return 0
