"""«О1» in Cyrillic and «O1» in Latin letters are one code, whoever looks."""

from bot.domain.people import Role
from bot.domain.registry import Edition, OfficerEntry
from bot.outside.answers import ReadLine, ReadTable
from bot.services.registry.checking import check
from bot.services.registry.parsing import Parsed, parse
from bot.services.registry.spelling import spell_alike
from tests.registry.files import GOOD, Book
from tests.registry.test_faults import CATEGORIES

LATIN, CYRILLIC, BOTH = "O1", "О1", ("O1", "О1")


def parsed(book: Book) -> Parsed:
    return parse(
        [ReadTable(name, [ReadLine(n, tuple(row)) for n, row in enumerate(rows, 1)]) for name, rows in book.items()]
    )


def of_officers(*codes: str, post: str) -> Book:
    officers = [(code, "доп", "", "Зразок", "", "") for code in codes]
    return {
        **GOOD,
        "officers": [*GOOD["officers"], *officers],
        "posts": [*GOOD["posts"], (post, "b1", "01.01.2026", "")],
    }


def in_force(*codes: str) -> Edition:
    return Edition(officers={code: OfficerEntry(code, Role.DISTRICT, "Зразок") for code in codes})


def spelled(book: Book, inside: Edition, beside: Edition | None = None) -> tuple[str, str, list[str]]:
    """The last officer's code, that of the last post, and what is wrong."""
    found = parsed(book)
    spell_alike(found, inside, beside or Edition())
    check(found, CATEGORIES, beside or Edition())
    return (
        found.rows["officers"][-1].values["code"],
        found.rows["posts"][-1].values["officer"],
        [fault.code for fault in found.faults],
    )


def test_a_post_finds_its_officer() -> None:
    assert spelled(of_officers(CYRILLIC, post=LATIN), Edition()) == (CYRILLIC, CYRILLIC, [])


def test_the_spelling_in_force_stays_so_that_nobody_loses_an_account() -> None:
    assert spelled(of_officers(CYRILLIC, post=CYRILLIC), in_force(LATIN)) == (LATIN, LATIN, [])


def test_two_that_look_alike_are_one_twice() -> None:
    assert spelled(of_officers(*BOTH, post=LATIN), Edition())[2] == ["repeated"]


def test_two_that_are_in_force_stay_two() -> None:
    assert spelled(of_officers(*BOTH, post=CYRILLIC), in_force(*BOTH)) == (CYRILLIC, CYRILLIC, [])


def test_who_serves_beside_the_territory_is_found_but_not_renamed_after() -> None:
    assert spelled(of_officers(post=CYRILLIC), Edition(), in_force(LATIN))[1:] == (LATIN, [])
    assert spelled(of_officers(CYRILLIC, post=CYRILLIC), Edition(), in_force(LATIN)) == (CYRILLIC, CYRILLIC, [])
