"""Words of the directory: lists, entries, what is asked about them, what came of it, and its files."""

from typing import Final

from bot.texts.buttons import Faces
from bot.texts.directory import choosing, files, lists, outcomes, panels

FACES: Final[Faces] = lists.FACES | panels.FACES | choosing.FACES | outcomes.FACES | files.FACES
