"""What people wrote stays text in a workbook, however it begins."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.services.figures.workbook import FiguresSheet, workbook


def read(*rows: tuple[Any, ...]) -> list[list[Any]]:
    """The cells of a sheet with these rows, below its header."""
    content = workbook([FiguresSheet("Аркуш", ["Назва", "Число"], rows)])
    return [list(row) for row in openpyxl.load_workbook(BytesIO(content)).worksheets[0].iter_rows(min_row=2)]


@pytest.mark.parametrize(
    "text",
    ["=1+1", '=HYPERLINK("http://example.org")', "+380 00 000 00 01", "-5", "@SUM(A1)", "\t=1", "|calc", "%x"],
)
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    ((cell, _),) = read((text, 1))
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.quotePrefix


@settings(deadline=None, max_examples=50)
@given(text=st.text(min_size=1, max_size=40))
def test_no_text_becomes_a_formula(text: str) -> None:
    ((cell, _),) = read((text, 1))
    assert cell.data_type != "f"


def test_numbers_days_and_moments_stay_what_they_are() -> None:
    moment = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
    ((day, at), (nothing, share)) = read((date(2026, 11, 22), moment), (None, 0.5))
    assert day.value == datetime(2026, 11, 22)  # noqa: DTZ001 - a spreadsheet knows no zones
    assert at.value == datetime(2026, 11, 23, 0, 30)  # noqa: DTZ001 - Kyiv's clock
    assert (nothing.value, share.value) == (None, 0.5)


def test_a_sheet_is_easy_to_read() -> None:
    content = workbook(
        [FiguresSheet("А" * 40, ["Назва"], [["Житомирська громада"]]), FiguresSheet("Порожній", ["Назва"], [])]
    )
    first, second = openpyxl.load_workbook(BytesIO(content)).worksheets
    assert len(first.title) == 31
    assert first.freeze_panes == "A2"
    assert first.auto_filter.ref == "A1:A2"
    assert first.column_dimensions["A"].width > len("Житомирська громада")
    assert second.auto_filter.ref is None
