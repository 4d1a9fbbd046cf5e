"""The one theme: colours, shapes, fonts and sizes that every chart, icon and page shares.

The base is the Analysis Function's chart style (``afcharts``). Colours beyond it were chosen so
that text stands out by 4.5 to 1 and shapes by 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11), and so that
the tones differ in lightness alone: a black-and-white print keeps them apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib import font_manager

FONT = "Atkinson Hyperlegible"
#: Stands in for the letters that the first font lacks.
FALLBACK_FONT = "Noto Sans"
#: The packages that bring them, in the same order.
FONT_PACKAGES = ("fontpkg_atkinson_hyperlegible", "fontpkg_noto_sans")
#: The fonts of a picture or a page, best first.
FONT_STACK = f"'{FONT}', '{FALLBACK_FONT}', sans-serif"

INK = "#1A1A1A"
MUTED = "#595959"
PAPER = "#FFFFFF"
GRID = "#D9D9D9"
AXIS = "#8C8C8C"
LINE = "#4A4A4A"
BAND = "#E4EAF0"
BAND_EDGE = "#7A8896"
TARGET = "#801650"
FOCUS = "#FFBF47"
LINK = "#12436D"


@dataclass(frozen=True)
class Tone:
    """A tone of a box, a cell or a mark.

    ``ink`` is for text on ``fill`` or on paper, ``edge`` for borders, ``fill`` the ground.
    """

    ink: str
    edge: str
    fill: str


#: The tones of :data:`briefing.model.blocks.TONES`.
TONES = {
    "plain": Tone(INK, AXIS, PAPER),
    "good": Tone("#12436D", "#12436D", "#E3EDF7"),
    "concern": Tone("#A83C00", "#C14A06", "#FDEBDD"),
    "neutral": Tone("#5B3F8C", "#9C7FCB", "#F1ECF9"),
    "note": Tone(INK, MUTED, "#F2F2F2"),
    "draft": Tone("#801650", "#801650", "#FAEBF3"),
}


@dataclass(frozen=True)
class Mark:
    """How a judged point is drawn: a colour and, always, a shape of its own."""

    colour: str
    shape: str
    scale: float
    word: str


#: Judgement of a point -> its mark; ordinary points are small dots.
MARKS = {
    "common_cause": Mark(LINE, "o", 0.55, ""),
    "improvement": Mark(TONES["good"].edge, "s", 1.0, "Improvement"),
    "concern": Mark(TONES["concern"].edge, "D", 1.0, "Concern"),
    "high": Mark(TONES["neutral"].ink, "^", 1.25, "Unusually high"),
    "low": Mark(TONES["neutral"].ink, "v", 1.25, "Unusually low"),
}

#: Lines of several groups in one chart: colour and shape together (the Analysis Function's
#: categorical palette, its orange darkened so that a label in the same colour can be read).
GROUPS = (
    ("#12436D", "o"),
    ("#A83C00", "D"),
    ("#801650", "s"),
    ("#1C746D", "^"),
    ("#3D3D3D", "v"),
    ("#6E4FA3", "P"),
)


@dataclass(frozen=True)
class Size:
    """A size of chart on paper, in millimetres, with its type in points."""

    width_mm: float
    height_mm: float
    title: float
    text: float
    label_share: float
    marker: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.width_mm * POINTS_PER_MM

    @property
    def height(self) -> float:
        """Height in points."""
        return self.height_mm * POINTS_PER_MM


POINTS_PER_MM = 72 / 25.4

#: Half and full width of an A4 page with its margins, and a third. No type is under 7.5 points.
SIZES = {
    "half": Size(84, 68, 9.5, 7.8, 0.27, 5.0),
    "full": Size(174, 76, 11, 8.5, 0.2, 6.0),
    "small": Size(55, 52, 8.5, 7.5, 0.34, 4.2),
}


def font_files() -> tuple[Path, ...]:
    """The font files that charts, icons and pages are set in, in a fixed order."""
    return tuple(path for package in FONT_PACKAGES for path in _files_of(package))


def _files_of(package: str) -> list[Path]:
    return sorted(Path(str(files(package))).glob("files/*.ttf"))


@cache
def settings() -> Any:
    """The settings that a chart is drawn under: afcharts' style, then ours. Registers the font."""
    for path in _files_of(FONT_PACKAGES[0]):
        font_manager.fontManager.addfont(str(path))
    sheet = str(files("afcharts").joinpath("afcharts.mplstyle"))
    base: Any = matplotlib.rc_params_from_file(sheet, use_default_template=False)
    return {
        **base,
        "font.family": [FONT],
        "text.color": INK,
        "text.parse_math": False,
        "axes.edgecolor": AXIS,
        "axes.linewidth": 0.7,
        "axes.unicode_minus": False,
        "grid.color": GRID,
        "grid.linewidth": 0.5,
        "xtick.color": AXIS,
        "xtick.labelcolor": INK,
        "xtick.major.size": 2.5,
        "xtick.major.width": 0.7,
        "ytick.labelcolor": INK,
        "ytick.major.size": 0,
        "lines.solid_capstyle": "round",
        "path.simplify": False,
        "svg.fonttype": "none",
        "svg.hashsalt": "briefing",
    }


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB`` (WCAG 2.2): 0 is black, 1 white."""
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2), from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lightness(colour: str) -> float:
    """CIE L* of a colour, from 0 to 100: how light it stays in a black-and-white print."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def ink_of(judgement: str) -> str:
    """The colour of text about a judgement (:data:`briefing.model.trend.VARIATIONS` or blank)."""
    tone = {"improvement": "good", "concern": "concern", "high": "neutral", "low": "neutral"}
    return TONES[tone.get(judgement, "plain")].ink
