"""Names in a dialogue's data that more than one floor of the house knows."""

from typing import Final

HUSHED: Final = "hushed"
"""The last place was one from which nothing is passed on. It says not which, and stays until another place is chosen:
the home is not kept there, and 102 and 112 may be answered by the occupier."""
LOCALE: Final = "locale"
"""A language chosen before consent lives with the dialogue only."""
