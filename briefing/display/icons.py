"""Our own signs, each for one judgement or status, and the words that belong beside it.

Every sign has an outline of its own, so that it is told apart without colour: a square is an
improvement, a diamond a concern, a triangle neither (the shapes that the charts use), a ring
stands for a target, a sheet for a recommendation. A sign never stands without its words, and is
decorative beside them.
"""

from __future__ import annotations

from briefing.display import style
from briefing.model.trend import TargetState, Trend

_GOOD = style.TONES["good"].edge
_BAD = style.TONES["concern"].edge
_NEUTRAL = style.TONES["neutral"].ink
_PLAIN = style.MUTED
_TARGET = style.TARGET
_PAPER = style.PAPER


def _stroke(path: str, colour: str, width: float = 2) -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _shape(path: str, colour: str, *, hollow: bool = False, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="3 2.4"' if dashed else ""
    fill = _PAPER if hollow else colour
    return (
        f'<path d="{path}" fill="{fill}" stroke="{colour}" stroke-width="2" '
        f'stroke-linejoin="round"{dash}/>'
    )


def _dot(x: float, y: float, radius: float, colour: str) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}"/>'


def _ring(colour: str, *, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="3.2 2.6"' if dashed else ""
    return (
        f'<circle cx="12" cy="12" r="9" fill="{_PAPER}" stroke="{colour}" stroke-width="2"{dash}/>'
    )


_SQUARE = "M4 4H20V20H4Z"
_DIAMOND = "M12 1.5L22.5 12L12 22.5L1.5 12Z"
_TRIANGLE_UP = "M12 3L22 20.5H2Z"
_TRIANGLE_DOWN = "M12 21L2 3.5H22Z"
_SHEET = "M5 2.5H15L19.5 7V21.5H5Z"
_UP = "M12 16.5V8M8.2 11.6L12 7.8L15.8 11.6"
_DOWN = "M12 7.5V16M8.2 12.4L12 16.2L15.8 12.4"
_TICK = "M7.5 12.4L10.8 15.6L16.6 8.8"
_CROSS = "M8.5 8.5L15.5 15.5M15.5 8.5L8.5 15.5"
_QUESTION = "M9.4 9.4C9.4 6.2 14.8 6.3 14.6 9.6C14.5 11.7 12 11.6 12 13.6"


def _question(colour: str) -> str:
    return _stroke(_QUESTION, colour) + _dot(12, 16.8, 1.2, colour)


_DRAWN: dict[str, tuple[str, str]] = {
    "common-cause": (
        "Ordinary variation",
        _stroke("M2.5 12C5 5.5 7.2 5.5 9 12S13.4 18.5 15.2 12S19.4 5.5 21.5 12", _PLAIN),
    ),
    "improvement-high": (
        "Improvement, unusually high",
        _shape(_SQUARE, _GOOD) + _stroke(_UP, _PAPER),
    ),
    "improvement-low": (
        "Improvement, unusually low",
        _shape(_SQUARE, _GOOD) + _stroke(_DOWN, _PAPER),
    ),
    "concern-high": ("Concern, unusually high", _shape(_DIAMOND, _BAD) + _stroke(_UP, _PAPER)),
    "concern-low": ("Concern, unusually low", _shape(_DIAMOND, _BAD) + _stroke(_DOWN, _PAPER)),
    "neutral-high": ("Unusually high", _shape(_TRIANGLE_UP, _NEUTRAL, hollow=True)),
    "neutral-low": ("Unusually low", _shape(_TRIANGLE_DOWN, _NEUTRAL, hollow=True)),
    "withheld": ("Not judged", _ring(_PLAIN, dashed=True) + _stroke("M8 12H16", _PLAIN)),
    "passes": ("Target reliably met", _ring(_TARGET) + _dot(12, 12, 5, _TARGET)),
    "fails": (
        "Short of the target as things stand",
        _ring(_TARGET) + _dot(20.5, 3.5, 3.2, _TARGET) + _dot(12, 12, 1.4, _TARGET),
    ),
    "hit-and-miss": (
        "May or may not meet the target",
        _ring(_TARGET) + f'<path d="M12 7A5 5 0 0 0 12 17Z" fill="{_TARGET}"/>'
        f'<path d="M12 7A5 5 0 0 1 12 17" fill="none" stroke="{_TARGET}" stroke-width="1.6"/>',
    ),
    "target-met": ("Met", _ring(_GOOD) + _stroke(_TICK, _GOOD, 2.4)),
    "target-not-met": (
        "Not met",
        f'<circle cx="12" cy="12" r="10" fill="{_BAD}"/>' + _stroke(_CROSS, _PAPER, 2.4),
    ),
    "target-unknown": ("Direction not stated", _ring(_PLAIN, dashed=True) + _question(_PLAIN)),
    "second-hand": (
        "Second-hand",
        _shape("M2.5 3.5H15V12.5H8L4.5 16V12.5H2.5Z", _PLAIN, hollow=True)
        + _shape("M9 8.5H21.5V17.5H19.5V21L16 17.5H9Z", _PLAIN),
    ),
    "accepted": (
        "Accepted as complete",
        _shape(_SHEET, _GOOD) + _stroke("M8.2 12.8L11 15.6L16 9.8", _PAPER, 2.2),
    ),
    "complete": (
        "Marked complete, not yet accepted",
        _shape(_SHEET, _GOOD, hollow=True) + _stroke("M8.2 12.8L11 15.6L16 9.8", _GOOD, 2.2),
    ),
    "only-planned": (
        "Marked complete, a step still to come",
        _shape(_SHEET, _BAD, hollow=True) + _stroke("M8.5 10H16M8.5 14H16M8.5 18H12", _BAD, 1.7),
    ),
    "no-evidence": (
        "Status without evidence",
        _shape(_SHEET, _BAD, hollow=True, dashed=True) + _question(_BAD),
    ),
    "in-progress": (
        "In progress",
        _shape(_SHEET, _PLAIN, hollow=True)
        + "".join(_dot(x, 14, 1.4, _PLAIN) for x in (8.5, 12.2, 16)),
    ),
    "open": ("Not yet accepted by the panel", _shape(_SHEET, _PLAIN, hollow=True)),
    "overdue": (
        "Overdue",
        f'<circle cx="12" cy="12" r="10" fill="{_BAD}"/>'
        + _stroke("M12 6.4V12.4L16 14.8", _PAPER, 2.2),
    ),
    "rejected": (
        "Rejected",
        _shape(_SHEET, _PLAIN) + _stroke("M9 10.5L15 16.5M15 10.5L9 16.5", _PAPER),
    ),
    "not-entered": (
        "Never entered in the tracker",
        _shape(_SHEET, _BAD, hollow=True, dashed=True) + _stroke("M8.5 13H16", _BAD),
    ),
    "vanished": (
        "Left the list without acceptance",
        _shape(_SHEET, _BAD, hollow=True, dashed=True)
        + _stroke("M8.5 13H16M13 9.8L16.2 13L13 16.2", _BAD),
    ),
}

#: The names of the signs.
ICONS = tuple(_DRAWN)


def icon(name: str) -> str:
    """The sign as SVG, 24 units square, without text and without ids.

    Raises
    ------
    KeyError
        For a name that is not in :data:`ICONS`.
    """
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
        f"{_DRAWN[name][1]}</svg>"
    )


def words(name: str) -> str:
    """The words that stand beside a sign.

    Raises
    ------
    KeyError
        For a name that is not in :data:`ICONS`.
    """
    return _DRAWN[name][0]


def variation_icon(trend: Trend) -> str:
    """The name of the sign for what the last point says; ``withheld`` where nothing is judged."""
    if not trend.variation:
        return "withheld"
    if trend.variation == "common_cause":
        return "common-cause"
    if trend.variation in ("high", "low"):
        return f"neutral-{trend.variation}"
    way = trend.last.direction if trend.last else ""
    return f"{trend.variation}-{way or 'high'}"


def assurance_icon(trend: Trend) -> str:
    """The name of the sign for what the target can expect; blank where nothing is said."""
    return {
        "consistently_passes": "passes",
        "consistently_fails": "fails",
        "hit_and_miss": "hit-and-miss",
    }.get(trend.assured, "")


def target_icon(state: TargetState) -> str:
    """The name of the sign for whether a target is met."""
    return {True: "target-met", False: "target-not-met", None: "target-unknown"}[state.met]
