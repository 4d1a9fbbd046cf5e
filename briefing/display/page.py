"""The frame that every chart stands in: title, subtitle, key, and room for the plot below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Sheet
from matplotlib.lines import Line2D
from matplotlib.transforms import IdentityTransform

from briefing.display import style
from briefing.display.canvas import text_width, wrap
from briefing.display.labels import Label, spread
from briefing.display.scale import Scale

#: Distance of baselines, in type sizes.
LEADING = 1.22
#: Room above and below a plot, in points.
GAP = 8.0
#: Room between a plot and its labels, for the lines that lead to them.
LANE = 9.0


@dataclass(frozen=True)
class KeyEntry:
    """A sign of the drawing and the words for it; ``line`` gives a line, else a marker."""

    text: str
    colour: str
    marker: str = ""
    size: float = 5.0
    filled: bool = True
    line: Literal["", "-", "--", ":"] = ""
    thickness: float = 1.2


@dataclass(frozen=True)
class EdgeLabel:
    """A label at the right edge of a plot; ``at`` is the height, in points, of what it names."""

    text: str
    at: float
    colour: str = style.INK
    bold: bool = False


def write(
    sheet: Sheet,
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    *,
    bold: bool = False,
    colour: str = style.INK,
    align: str = "left",
    gid: str = "",
) -> float:
    """Write lines of text from ``y`` points below the top; gives where the next line begins."""
    for line in lines:
        y += size * LEADING
        sheet.text(
            x,
            height_of(sheet) - y + size * 0.25,
            line,
            transform=IdentityTransform(),
            fontsize=size,
            fontweight="bold" if bold else "normal",
            color=colour,
            ha=align,
            va="baseline",
            gid=gid or None,
        )
    return y


def height_of(sheet: Sheet) -> float:
    """Height of a sheet in points."""
    return float(sheet.get_figheight()) * 72


def header_lines(
    title: str, subtitle: str, width: float, size: style.Size
) -> tuple[list[str], list[str]]:
    """Title and subtitle in lines that fit the width."""
    return (
        wrap(title, width, size.title, bold=True),
        wrap(subtitle, width, size.text),
    )


def key_rows(entries: Sequence[KeyEntry], width: float, size: float) -> list[list[KeyEntry]]:
    """The entries of a key in rows that fit the width."""
    rows: list[list[KeyEntry]] = []
    used = 0.0
    for entry in entries:
        room = key_width(entry, size)
        if not rows or used + room > width:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += room
    return rows


def key_width(entry: KeyEntry, size: float) -> float:
    """Points that an entry of a key takes, with the space behind it."""
    sign = size * 1.9 if entry.line else size * 0.95
    return sign + size * 0.35 + text_width(entry.text, size) + size * 1.1


def draw_key(sheet: Sheet, rows: Sequence[Sequence[KeyEntry]], y: float, size: float) -> float:
    """Draw the key from ``y`` points below the top; gives where it ends."""
    for row in rows:
        middle = height_of(sheet) - y - size * LEADING / 2
        x = 0.0
        for entry in row:
            sign = size * 1.9 if entry.line else size * 0.95
            _draw_sign(sheet, entry, x, sign, middle)
            write(sheet, [entry.text], x + sign + size * 0.35, y, size)
            x += key_width(entry, size)
        y += size * LEADING
    return y


def _draw_sign(sheet: Sheet, entry: KeyEntry, x: float, width: float, middle: float) -> None:
    ends = [x, x + width] if entry.line else [x + width / 2]
    sheet.add_artist(
        Line2D(
            ends,
            [middle] * len(ends),
            transform=IdentityTransform(),
            color=entry.colour,
            linestyle=entry.line or "none",
            linewidth=entry.thickness,
            marker=entry.marker or "none",
            markersize=entry.size,
            markerfacecolor=entry.colour if entry.filled else style.PAPER,
            markeredgecolor=entry.colour,
            markeredgewidth=1.0,
            solid_capstyle="butt",
        )
    )


def plot_area(sheet: Sheet, left: float, top: float, width: float, height: float) -> Axes:
    """Axes at a fixed place, in points from the top left of the sheet."""
    full_width, full_height = float(sheet.get_figwidth()) * 72, height_of(sheet)
    axes = sheet.add_axes(
        (
            left / full_width,
            (full_height - top - height) / full_height,
            width / full_width,
            height / full_height,
        )
    )
    axes.set_gid("mark-plot")
    axes.patch.set_gid("mark-box")
    return axes


def lowered(label: EdgeLabel, scale: Scale, top: float, height: float) -> EdgeLabel:
    """A label whose ``at`` is a value, with that turned into points below the top of the sheet."""
    share = (label.at - float(scale.low)) / float(scale.high - scale.low)
    return EdgeLabel(label.text, top + height * (1 - share), label.colour, label.bold)


def labels_height(labels: Sequence[EdgeLabel], width: float, size: float) -> float:
    """Points that the labels take one below the other."""
    lines = sum(len(wrap(label.text, width, size, bold=label.bold)) for label in labels)
    return lines * size * LEADING


def place_labels(
    labels: Sequence[EdgeLabel], width: float, size: float, top: float, bottom: float
) -> list[tuple[EdgeLabel, list[str], float]]:
    """Each label with its lines and the place of its middle, apart from every other one."""
    lines = [wrap(label.text, width, size, bold=label.bold) for label in labels]
    leading = size * LEADING
    wanted = [
        Label(label.at, len(text) * leading) for label, text in zip(labels, lines, strict=True)
    ]
    places = spread(wanted, top, bottom)
    return list(zip(labels, lines, places, strict=True))


def draw_labels(
    sheet: Sheet,
    placed: Sequence[tuple[EdgeLabel, list[str], float]],
    edge: float,
    size: float,
) -> None:
    """Write the labels right of ``edge``, each with a fine line from what it names."""
    full = height_of(sheet)
    drawn = sum(str(artist.get_gid()).startswith("mark-leader") for artist in sheet.artists)
    for number, (label, lines, middle) in enumerate(placed, start=drawn):
        sheet.add_artist(
            Line2D(
                [edge + 1, edge + LANE - 1.5],
                [full - label.at, full - middle],
                transform=IdentityTransform(),
                color=label.colour,
                linewidth=0.5,
                gid=f"mark-leader-{number}",
            )
        )
        start = middle - len(lines) * size * LEADING / 2
        write(
            sheet,
            lines,
            edge + LANE,
            start,
            size,
            bold=label.bold,
            colour=label.colour,
            gid=f"mark-label-{number}",
        )
