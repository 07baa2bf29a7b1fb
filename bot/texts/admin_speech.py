"""Words for admins: joining, the directory, long work."""

from typing import Final

from bot.domain import admin_notices as a
from bot.texts.parts import paragraphs
from bot.texts.words import Speech, Words

COMMANDS: Final = ("admin", "poster", "coverage", "stats", "halfyear", "digest")
"""Listed by /admin, in this order."""
BAR: Final = 10
"""Squares of a progress bar."""


def _home(notice: a.AdminHome, words: Words) -> str:
    territory = ", ".join(words.name(each) for each in notice.territory)
    listed = (f"/{name} — {words.html(f'command-{name}')}" for name in COMMANDS if name != "admin")
    return paragraphs(words.html("admin-home", territory=territory or "country"), "\n".join(listed))


def _progress(notice: a.JobProgress, words: Words) -> str:
    title = words.html(f"job-{notice.job}")
    if notice.finished:
        return words.html("job-finished", title=title)
    bar = progress_bar(notice.done, notice.total) if notice.total else ""
    return paragraphs(words.html("job-under-way", title=title), bar)


def progress_bar(done: int, total: int) -> str:
    """«▓▓▓░░░░░░░ 34 %»"""
    share = min(done / total, 1.0) if total else 0.0
    full = int(share * BAR)
    return f"{'▓' * full}{'░' * (BAR - full)} {int(share * 100)} %"


def _failed(notice: a.JobFailed, words: Words) -> str:
    return words.html("job-failed", title=words.html(f"job-{notice.job}"))


SPEECH: Final[Speech] = {
    a.AdminHome: _home,
    a.JobProgress: _progress,
    a.JobFailed: _failed,
}
