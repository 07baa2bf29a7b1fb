"""Long work asked for in a chat: it outlives the turn that asked, shows its progress, and survives a restart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.reports import Recipient


@dataclass(frozen=True, slots=True)
class Job:
    """`kind` names the work, `args` are its plain values; `recipient` asked and hears of it."""

    id: int
    kind: str
    args: Mapping[str, Any]
    recipient: Recipient
    attempts: int
