"""Pictures of figures, to be read on a phone: one column, large letters. Drawn in the threads's threads.

matplotlib is an extra: without it there is no picture, and the figures come as text and workbook. Only its objects are
used, no state of the module, so several threads may draw.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH: Final = 7.2
"""Inches; with `DPI` as wide as Telegram keeps a photo sharp on a phone."""
DPI: Final = 150
COLOURS: Final[Mapping[str, str]] = {  # told apart without seeing red and green
    "community": "#1b5e9e",
    "district": "#7db4e0",
    "duty": "#c3c7cc",
    "nobody": "#e8743b",
}
INK: Final = "#22303c"
FAINT: Final = "#d8dee4"
MOST_TICKS: Final = 8
HEAD: Final = 1.15
"""Inches for the heading: a title and two lines."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One area: settlements by who serves them, in the order of `COLOURS`; `note` stands behind the bar."""

    label: str
    values: tuple[int, int, int, int]
    note: str


@dataclass(frozen=True, slots=True)
class Series:
    """`values` by their labels, in order."""

    title: str
    labels: Sequence[str]
    values: Sequence[int]


def can_draw() -> bool:
    """Whether the extra is installed."""
    return find_spec("matplotlib") is not None


def warm() -> None:
    """Import what drawing needs, and let it look for its fonts: half a second to several, once in a process."""
    if can_draw():
        few = Series("", ["а", "б"], [1, 2])
        reports_chart(Heading("", ""), few, few)
        served_chart(Heading("", ""), [Bar("", (1, 1, 1, 1), "")], list(COLOURS))


@dataclass(frozen=True, slots=True)
class Heading:
    """`title` in large letters, what it is of below."""

    title: str
    below: str


def served_chart(heading: Heading, bars: Sequence[Bar], legend: Sequence[str]) -> bytes:
    """PNG: one horizontal bar an area, whole width is all of its settlements."""
    figure = _figure(heading, 1.2 + 0.42 * len(bars))
    axes = figure.add_subplot()
    _stack(axes, bars, legend)
    for at, bar in enumerate(bars):
        axes.text(101.5, at, bar.note, va="center", ha="left", fontsize=11, color=INK)
    _plain(axes)
    axes.set_yticks(range(len(bars)), [bar.label for bar in bars], fontsize=12, color=INK)
    axes.set_ylim(len(bars) - 0.5, -0.5)
    axes.set_xlim(0, 100)
    axes.set_xticks([0, 50, 100], ["0", "50\u00a0%", "100\u00a0%"], fontsize=11, color=INK)
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=2, fontsize=12, frameon=False)
    return _png(figure)


def _stack(axes: "Axes", bars: Sequence[Bar], legend: Sequence[str]) -> None:
    """The parts of each bar beside each other; who serves nobody at all is not in the legend."""
    left = [0.0] * len(bars)
    for at, (colour, name) in enumerate(zip(COLOURS.values(), legend, strict=True)):
        if any(bar.values[at] for bar in bars):
            shares = [100 * bar.values[at] / sum(bar.values) if bar.values[at] else 0.0 for bar in bars]
            axes.barh(range(len(bars)), shares, left=left, color=colour, label=name, height=0.72)
            left = [done + share for done, share in zip(left, shares, strict=True)]


def reports_chart(heading: Heading, over_time: Series, by_category: Series) -> bytes:
    """PNG of two panels: reports over time, and by category."""
    bars = 0.42 * len(by_category.labels)
    figure = _figure(heading, 4.9 + bars)
    panels: Any = figure.subfigures(2, 1, height_ratios=(3.6, 0.9 + bars))
    _over_time(panels[0].subplots(), over_time)
    _categories(panels[1].subplots(), by_category)
    return _png(figure)


def _over_time(axes: "Axes", series: Series) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.bar(range(len(series.values)), series.values, color=COLOURS["community"], width=0.85)
    _plain(axes)
    axes.set_title(series.title, loc="left", fontsize=13, color=INK)
    step = max(1, -(-len(series.labels) // MOST_TICKS))
    shown = list(range(0, len(series.labels), step))
    axes.set_xticks(shown, [series.labels[at] for at in shown], fontsize=11, color=INK)
    axes.tick_params(axis="y", labelsize=11, labelcolor=INK)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(axis="y", color=FAINT)
    axes.set_axisbelow(True)


def _categories(axes: "Axes", series: Series) -> None:
    places = range(len(series.values))
    axes.barh(places, series.values, color=COLOURS["district"], height=0.72)
    for at, value in enumerate(series.values):
        axes.annotate(str(value), (value, at), xytext=(5, 0), textcoords="offset points", va="center", fontsize=12)
    _plain(axes)
    axes.set_yticks(list(places), list(series.labels), fontsize=12, color=INK)
    axes.set_xticks([])
    axes.set_ylim(len(series.values) - 0.5, -0.5)
    axes.set_title(series.title, loc="left", fontsize=13, color=INK)


def _figure(heading: Heading, height: float) -> "Figure":
    """`height` in inches, of what stands below the heading."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, height + HEAD), dpi=DPI, layout="constrained", facecolor="white")
    FigureCanvasAgg(figure)
    inch = 1 / (height + HEAD)
    engine = figure.get_layout_engine()
    if engine is not None:
        engine.set(rect=(0.01, 0.0, 0.98, 1 - HEAD * inch), w_pad=0.06, h_pad=0.08)  # type: ignore[call-arg]
    figure.text(0.02, 1 - 0.18 * inch, heading.title, va="top", fontsize=17, fontweight="bold", color=INK)
    figure.text(0.02, 1 - 0.56 * inch, heading.below, va="top", fontsize=12, color=INK, linespacing=1.35)
    return figure


def _plain(axes: "Axes") -> None:
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)


def _png(figure: Any) -> bytes:
    kept = BytesIO()
    figure.savefig(kept, format="png")
    return kept.getvalue()
