"""How a reader in the child says no."""


class Refusal(Exception):
    """`what` is a variant of the text `file-trouble`; `limit` and `at` (a cell, a line) go into its sentence."""

    def __init__(self, what: str, *, limit: str = "", at: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.limit = limit
        self.at = at
