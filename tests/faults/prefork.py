"""A Python that has the bot's libraries in memory already, and forks off a bot for every line it reads.

Importing them takes longer than most lives in the fault test. What runs in the fork is `python -m bot run` itself.
Answers each line with the child's process id; ends the children that are left when its input ends.
"""

import contextlib
import os
import runpy
import signal
import sys

import bot.app
import bot.commands.service  # noqa: F401 - what the children need is imported here, once


def become_bot() -> None:
    """From here on this process is `python -m bot run`."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    sys.argv = ["bot", "run"]
    runpy.run_module("bot", run_name="__main__", alter_sys=True)


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those who are killed
    children = []
    while os.read(0, 1):  # unbuffered: a child must not inherit lines that were read ahead
        child = os.fork()
        if child == 0:
            become_bot()
        children.append(child)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
    for child in children[-1:]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    main()
