"""Letters that look the same in Cyrillic and in Latin: «О1» and «O1» are one code to whoever reads them."""

import unicodedata
from typing import Final

_CAPITALS: Final = ("АВЕІЇЈКМНОРСТУХЅ", "ABEIÏJKMHOPCTYXS")
_SMALL: Final = ("аеіїјорсухѕ", "aeiïjopcyxs")
_TO_LATIN: Final = str.maketrans(_CAPITALS[0] + _SMALL[0], _CAPITALS[1] + _SMALL[1])


def alike(text: str) -> str:
    """The one spelling of all that look like `text`; only for comparing."""
    return unicodedata.normalize("NFKC", text).translate(_TO_LATIN)


def alike_in_any_case(text: str) -> str:
    """The same where capitals do not matter: «Bід» with a Latin capital is «від»."""
    return alike(text.casefold().upper())
