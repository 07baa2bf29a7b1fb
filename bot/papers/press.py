"""Typst as a press: a layout of ours and plain values in, pages out.

Values travel as data, never as source: whatever a station is called, nothing in its name is markup. Only the fonts
inside of typst are used, so that a paper looks the same on every machine.
"""

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import segno
import typst

LAYOUTS: Final = Path(__file__).parent
DPI: Final = 150
"""Of the pictures: an A4 page becomes 1240 x 1754 pixels."""


def pdf(layout: str, values: Mapping[str, Any]) -> bytes:
    """`layout`: the name of a `.typ` file here, which reads `sys.inputs.data`."""
    return _print(layout, values, "pdf")[0]


def png(layout: str, values: Mapping[str, Any]) -> bytes:
    """The first page as a picture."""
    return _print(layout, values, "png")[0]


def pages(layout: str, values: Mapping[str, Any]) -> list[bytes]:
    """Every page as a picture."""
    return _print(layout, values, "png")


def _print(layout: str, values: Mapping[str, Any], format_: Any) -> list[bytes]:
    made = typst.compile(
        (LAYOUTS / f"{layout}.typ").read_bytes(),
        format=format_,
        ppi=DPI,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_cleaned(values), ensure_ascii=False)},
    )
    return list(made) if isinstance(made, list) else [made or b""]


def _cleaned(value: Any) -> Any:
    """Without control characters and line ends: a name is one line, however it was typed into a cell."""
    if isinstance(value, str):
        return " ".join("".join(each if each.isprintable() else " " for each in value).split())
    if isinstance(value, Mapping):
        return {name: _cleaned(each) for name, each in value.items()}
    return [_cleaned(each) for each in value] if isinstance(value, list | tuple) else value


def qr(link: str) -> str:
    """A code for cameras, as SVG with its quiet zone; a quarter of it may be dirty or torn (level Q)."""
    picture = BytesIO()
    segno.make_qr(link, error="q", boost_error=False).save(picture, kind="svg", xmldecl=False, border=4, unit="mm")
    return picture.getvalue().decode()
