"""Candidates that are looked for later."""

from bot.domain.places import Ambiguous, Candidate, Later, PlaceCategory, Unit, first_of


def candidate(name: str) -> Candidate:
    return Candidate(Unit(katottg=name, category=PlaceCategory.VILLAGE, name=name), 1.0)


A, B, C = candidate("a"), candidate("b"), candidate("c")


def test_the_first_is_told_before_anything_is_looked_for() -> None:
    def more() -> list[Candidate]:
        raise AssertionError("nobody asked what else there is")

    listed = Later((A, B), more)
    assert listed[0] is A
    assert first_of(Ambiguous(listed)) is A


def test_what_is_found_again_keeps_its_place() -> None:
    listed = Later((A, B), lambda: (C, A, C))
    assert list(listed) == [A, B, C]
    assert [listed[0], *listed[1:]] == [A, B, C]
