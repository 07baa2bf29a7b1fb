"""The workbook of differences: everything in it, and nobody's words become a formula."""

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from bot.domain.people import Visibility
from bot.domain.places import Point
from bot.domain.registry import Edition, changes
from bot.services.registry.faults import Fault
from bot.services.registry.planning import Plan, refused
from bot.services.registry.report import report
from bot.services.registry.template import filled_workbook, template_workbook
from bot.texts.words import words
from tests.registry.conftest import CITY, HROMADA, an_edition


def names(code: str) -> str:
    return {HROMADA: "Бердичівська", CITY: "Бердичів"}.get(code, "")


def pages(plan: Plan, locale: str = "uk") -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(BytesIO(report(plan, words(locale).plain, names)))
    return {page.title.split(" (")[0]: list(page.iter_rows(values_only=True)) for page in book.worksheets}


def test_before_and_after_field_by_field() -> None:
    old = an_edition()
    station = replace(old.stations["s1"], point=Point(49.9, 28.6), phone_seen=Visibility.ADMINS)
    beat = replace(old.beats["b1"], areas=frozenset({HROMADA, CITY}))
    new = replace(old, stations={"s1": station}, beats={**old.beats, "b1": beat})
    assert pages(Plan(old, new, changes(old, new)))["Змінено"][1:] == [
        ("Станції", "s1", "Станція", "Широта, довгота", None, "49.90000, 28.60000"),
        ("Станції", "s1", "Станція", "Хто бачить телефон", "усі", "адміністратори"),
        (
            "Дільниці",
            "b1",
            "Дільниця 1",
            "Території",
            f"Бердичівська ({HROMADA})",
            f"Бердичів ({CITY})\nБердичівська ({HROMADA})",
        ),
    ]


def test_words_stay_words() -> None:
    tricky = an_edition(name='=HYPERLINK("http://x.example")')
    shown = report(Plan(Edition(), tricky, changes(Edition(), tricky)), words("uk").plain, names)
    for content in (shown, filled_workbook(tricky, names)):
        cells = [cell for page in load_workbook(BytesIO(content)) for row in page.iter_rows() for cell in row]
        suspicious = [cell for cell in cells if str(cell.value or "").startswith(("=", "+380"))]
        assert suspicious
        assert {cell.data_type for cell in suspicious} == {"s"}
        assert all(cell.quotePrefix for cell in suspicious)


def test_faults_with_sheet_line_and_reason_in_both_languages() -> None:
    faults = (
        Fault("required", "Станції", 3, "Назва"),
        Fault("file", fields={"file": "x\x01y", "what": "absent", "limit": "", "at": ""}),
    )
    found = pages(refused(Edition(), faults))["Помилки"]
    assert found[1] == ("Станції", "3", "Назва", "поле обов’язкове")
    assert found[2] == (None, None, None, "немає такого файлу чи теки: x y")
    assert list(pages(refused(Edition(), faults), "en")) == ["Faults", "Added", "Changed", "Retired"]


def test_the_template_offers_choices() -> None:
    book = load_workbook(BytesIO(template_workbook()))
    offered = {
        (page.title, str(each.sqref).split("2:")[0]): each.formula1
        for page in book.worksheets
        for each in page.data_validations.dataValidation
    }
    assert offered["Офіцери", "B"] == '"офіцер громади,дільничний,черговий"'
    levels = {place for place, choices in offered.items() if choices == '"усі,офіцери,адміністратори"'}
    assert levels == {("Офіцери", "G"), ("Офіцери", "H"), ("Офіцери", "I"), ("Станції", "I"), ("Станції", "J")}
