"""Names in a dialogue's data that more than one floor of the house knows."""

from datetime import timedelta
from typing import Final

LOCALE: Final = "locale"
"""A language chosen before consent lives with the dialogue only."""
HELD: Final = "held"
"""What can go nowhere yet, because its author has not agreed, or because nobody reads where it is about:
`{UNTIL: a moment in ISO form, ITEMS: [...]}`."""
UNTIL: Final = "until"
ITEMS: Final = "items"
HELD_FOR: Final = timedelta(hours=24)
"""How long it waits for an answer; then it is erased."""
