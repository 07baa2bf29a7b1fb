"""Files that would take their reader down: each with what is said of it."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

from openpyxl import Workbook

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
SHEET: Final = "xl/worksheets/sheet1.xml"
OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def cells(written: str) -> bytes:
    """A worksheet with these rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{written}</sheetData></worksheet>'.encode()


def book(sheet: bytes, **more: bytes) -> bytes:
    """A workbook of one sheet, as programs write it, with more members beside."""
    kept = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>'.encode(),
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'.encode(),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'.encode(),
        SHEET: sheet,
    }
    return archive(kept | more)


def archive(members: Mapping[str, bytes]) -> bytes:
    """A ZIP."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return into.getvalue()


def plain_book() -> bytes:
    """As openpyxl writes one."""
    made, into = Workbook(), io.BytesIO()
    made.worksheets[0].append(("a", "b"))
    made.save(into)
    return into.getvalue()


def overlapping(times: int = 28) -> bytes:
    """A small archive whose members all are the same long one."""
    zeros = bytes(200_000_000)
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("a.csv", zeros)
        first = written.infolist()[0]
        for number in range(1, times):
            copied = zipfile.ZipInfo(f"a{number}.csv")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "flag_bits"):
                setattr(copied, field, getattr(first, field))
            written.filelist.append(copied)
    return into.getvalue()


def lying() -> bytes:
    """Its directory promises 10 bytes for a member of 300 MB."""
    content = bytearray(archive({"a.csv": bytes(300_000_000)}))
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    return bytes(content)


def locked() -> bytes:
    """An archive that says its member is encrypted."""
    content = bytearray(archive({"a.csv": b"a,b\n1,2\n"}))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


FILES: Final[Mapping[str, tuple[str, Callable[[], bytes], str]]] = {
    "one cell in the last corner": (
        "a.xlsx",
        lambda: book(cells('<row r="1"><c r="XFD1048576"><v>1</v></c></row>')),
        "rows",
    ),
    "one cell in the last column": (
        "a.xlsx",
        lambda: book(cells('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
        "columns",
    ),
    "a row without end": ("a.xlsx", lambda: book(cells('<row r="1000000000000"><c><v>1</v></c></row>')), "rows"),
    "an empty row without end": ("a.xlsx", lambda: book(cells('<row r="1000000000000"/>')), "rows"),
    "a wide and long rectangle": (
        "a.xlsx",
        lambda: book(cells('<row r="99000"><c r="ALL99000"><v>1</v></c></row>')),
        "cells",
    ),
    "rows without number": ("a.xlsx", lambda: book(cells("<row><c><v>1</v></c></row>" * 100_001)), "rows"),
    "a part that unpacks to 300 MB": (
        "a.xlsx",
        lambda: book(cells(""), **{"xl/a.bin": bytes(300_000_000)}),
        "unpacked",
    ),
    "members that are all the same": ("a.zip", overlapping, "unpacked"),
    "a directory that lies": ("a.zip", lying, "damaged"),
    "members without end": ("a.zip", lambda: archive({f"{n}.csv": b"" for n in range(1_001)}), "entries"),
    "tables without end": ("a.zip", lambda: archive({f"{n}.csv": b"a" for n in range(101)}), "sheets"),
    "a path out of the archive": ("a.zip", lambda: archive({"../../a.csv": b"a,b\n"}), "names"),
    "an archive within an archive": ("a.zip", lambda: archive({"a.zip": archive({"a.csv": b"a"})}), "kind"),
    "an archive of nothing": ("a.xlsx", lambda: b"PK\x05\x06" + bytes(18), "kind"),
    "a locked archive": ("a.zip", locked, "password"),
    "an old workbook of zeros": ("a.xls", lambda: OLD_WORKBOOK + bytes(512), "damaged"),
    "half a workbook": ("a.xlsx", lambda: plain_book()[: len(plain_book()) // 2], "damaged"),
    "a workbook without its sheet": ("a.xlsx", lambda: archive({"xl/workbook.xml": b"<workbook/>"}), "damaged"),
    "a page called a workbook": ("a.xls", lambda: b"<html><table><tr><td>a</td></tr></table></html>", "kind"),
    "a page with a line above": ("a.xls", lambda: b"\r\n<!DOCTYPE html><table></table>", "kind"),
    "a picture": ("a.csv", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "kind"),
    "a document": ("a.csv", lambda: b"%PDF-1.7 a", "kind"),
    "words called a workbook": ("a.xlsx", lambda: b"just words", "kind"),
    "zeros": ("a.csv", lambda: bytes(1_000), "empty"),
    "nothing": ("a.csv", lambda: b"", "empty"),
    "a line without end": ("a.csv", lambda: b"a" * 1_000_001, "line"),
    "a cell without end": ("a.csv", lambda: b'"' + b"a\n" * 20_000 + b'"\n', "cell"),
    "columns without end": ("a.csv", lambda: b",".join([b"a"] * 1_001) + b"\n", "columns"),
    "lines without end": ("a.csv", lambda: b"a\n" * 100_001, "rows"),
    "a quote left open": ("a.csv", lambda: b'a,b\n"1,2\n', "quotes"),
    "koi8": ("a.csv", lambda: "Назва,Адреса\nПоліцейська станція,вул. Зразкова\n".encode("koi8-u"), "encoding"),
    "more than 20 MB": ("a.csv", lambda: b"a,b\n" * 5_000_001, "bytes"),
}
