"""Every act there is, by its sign."""

from collections.abc import Mapping
from typing import Final

from bot.domain.acts import admins, announcements, cases, directory, figures, people
from bot.domain.acts.base import Act

FAMILIES: Final = (admins, announcements, cases, directory, figures, people)
"""Imported here, so that their acts are known wherever `ACTS` is."""
ACTS: Final[Mapping[str, type[Act]]] = {each.sign: each for each in Act.__subclasses__()}
