"""CSV files as tables: UTF-8, what Excel calls "Unicode text", or the old Windows code page; any usual separator."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from bot.outside.answers import Answer
from bot.outside.limits import FileLimits, counted
from bot.outside.refusing import Refusal
from bot.outside.workbooks import check_extent, tell_line, width

DELIMITERS: Final = ";,\t"
LOOKED_AT: Final = 50
"""Lines from which the separator is guessed."""
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BINARY: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_USUAL: Final = re.compile(r"[А-Яа-яЁёЄєІіЇїҐґ«»„“”‘’–—…№§°·\xa0]")
_CAPITAL: Final = re.compile(r"\b[А-ЯЁЄІЇҐ][а-яёєіїґ]+\b")
_INVERTED: Final = re.compile(r"\b[а-яёєіїґ][А-ЯЁЄІЇҐ]+\b")


def read(name: str, content: bytes, limits: FileLimits, answer: Answer) -> None:
    """The one table of a CSV file into the answer. Raises `Refusal`."""
    text = decoded(content)
    _check_lines(text, limits)
    csv.field_size_limit(limits.line)
    answer.say({"table": name, "merged": []})
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    begins = 1  # a quoted cell may span lines: a row is counted where it begins
    rows = columns = 0
    try:
        for cells in reader:
            rows, columns = rows + 1, max(columns, width(cells))
            check_extent(rows, columns, limits)
            tell_line(begins, cells[: limits.columns], limits, answer)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Refusal("quotes", at=str(begins)) from error


def decoded(content: bytes) -> str:
    """Raises `Refusal` for what is no text, or none of these encodings."""
    text = _as_marked(content)
    if text is None or _BINARY.search(text):
        raise Refusal("kind" if _is_binary(content) else "encoding")
    return text


def delimiter(text: str) -> str:
    """The separator that most of the first lines have equally often: commas also stand in titles and in numbers."""
    lines = [line for line in islice(text.splitlines(), LOOKED_AT) if line.strip()]

    def evenness(mark: str) -> tuple[int, int]:
        counts = Counter(line.count(mark) for line in lines if mark in line)
        often, alike = counts.most_common(1)[0] if counts else (0, 0)
        return alike, often

    return max(DELIMITERS, key=evenness)


def _as_marked(content: bytes) -> str | None:
    encodings = [encoding for mark, encoding in _MARKS if content.startswith(mark)] or ["utf-8", "cp1251"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if encoding != "cp1251" or _reads_well(text) else None
    return None


def _reads_well(text: str) -> bool:
    """Whether bytes taken for cp1251 were that: Cyrillic letters and the signs people use, capitals first. Other code
    pages give rare signs (cp866) or turn capitals and small letters round (koi8)."""
    foreign = [letter for letter in text if letter > "\x7f"]
    usual = sum(bool(_USUAL.match(letter)) for letter in foreign)
    return usual >= 0.95 * len(foreign) and len(_CAPITAL.findall(text)) >= len(_INVERTED.findall(text))


def _is_binary(content: bytes) -> bool:
    """No text of any encoding without a mark."""
    return bool(re.search(rb"[\x00-\x08\x0e-\x1f]", content[:100_000]))


def _check_lines(text: str, limits: FileLimits) -> None:
    for number, line in _numbered(text):
        if len(line) > limits.line:
            raise Refusal("line", limit=counted(limits.line), at=counted(number))


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    yield from enumerate(text.splitlines(), start=1)
