"""The audit log reads as plain words, on the screen and in a workbook that runs nothing."""

import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.domain.admin_notices import AuditChange, AuditPage, AuditRecord
from bot.domain.notices import PlaceWords
from bot.services.spreadsheet import RISKY, quoted
from bot.texts.audit_words import ACTIONS, FIELDS, SUBJECTS, workbook
from bot.texts.faces import speak
from bot.texts.words import LANGUAGES, words

PLACE = PlaceWords("UA18020030000035625", "H", "Бердичівська", None, "Бердичівський", "Житомирська")
AT = datetime(2026, 11, 22, 10, tzinfo=UTC)


def record(action: str = "station-changed", subject: str = "station:ZT-01", *changes: AuditChange) -> AuditRecord:
    return AuditRecord(1, AT, "Ірина", action, subject, ("UA18020030000035625",), changes, (PLACE,))


def told(locale: str, *records: AuditRecord) -> str:
    return speak(AuditPage(records, 0, newest=True), words(locale)).replace("\u00a0", " ")


def test_who_what_when_before_and_after() -> None:
    text = told("uk", record("station-changed", "station:ZT-01", AuditChange("hours", "9–18", "8–17")))
    assert "22.11.2026 12:00 · Ірина: <b>змінено станцію</b>" in text  # as Kyiv's clock shows it
    assert "станція ZT-01" in text
    assert "години: 9–18 → 8–17" in text


def test_states_and_times_are_told_in_words() -> None:
    begins = AuditChange("starts_at", None, "2026-11-23T00:07:23.076434+00:00")
    text = told(
        "uk", record("announcement-approved", "announcement:1", AuditChange("status", "waiting", "scheduled"), begins)
    )
    assert "розсилка № 1" in text
    assert "стан: чекає на схвалення → заплановано" in text
    assert "початок: 23.11.2026 02:07" in text


def test_codes_are_told_as_names() -> None:
    text = told("uk", record("silent-changed", "silent:UA18020030000035625", AuditChange("level", "1", "3")))
    assert "Бердичівська громада" in text
    assert "рівень: 1 → 3" in text
    assert "UA18" not in text


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_deed_field_and_subject_has_words(locale: str) -> None:
    for action in ACTIONS:
        assert action not in told(locale, record(action))
    for kind in SUBJECTS:
        assert f"{kind}:1" not in told(locale, record(subject=f"{kind}:1"))
    for field in FIELDS:
        assert told(locale, record("x", "y", AuditChange(field, None, "z")))


def test_what_nobody_has_words_for_is_shown_all_the_same() -> None:
    text = told("uk", record("flag-raised", "mast:7", AuditChange("height", None, "3"), AuditChange("lit", True, None)))
    for said in ("інша дія (flag-raised)", "mast:7", "height: 3", "lit: так → —"):
        assert said in text


def test_markup_is_only_text() -> None:
    assert "<i>" not in told("uk", record("x", "station:<i>", AuditChange("<i>", "<i>", "<i>")))


def test_the_workbook_has_a_line_for_each() -> None:
    formula = AuditChange("name", None, "=1+1")
    content = workbook([record(), record("silent-changed", "=HYPERLINK(1)", formula)], "uk")
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    lines = list(sheet.iter_rows(values_only=True))
    assert lines[0][:3] == ("Коли", "Хто", "Що зроблено")
    assert lines[1][:4] == ("22.11.2026 12:00", "Ірина", "змінено станцію", "станція ZT-01")
    assert lines[2][3] == "'=HYPERLINK(1)"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    assert not quoted(text).startswith(RISKY)
