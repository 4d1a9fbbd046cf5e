"""Editions of the meetings in ``data/``, each opened and laid out once."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from briefing import sections
from briefing.model.blocks import Block
from briefing.sections import Edition, open_edition

DATA = Path(__file__).parents[2] / "data"
PARTS = (
    "front_page",
    "at_a_glance",
    "agenda_items",
    "recommendations",
    "changes",
    "annex",
    "commitments",
    "clarify",
)


@cache
def _edition(meeting: str) -> Edition:
    return open_edition(meeting, data=str(DATA))


@cache
def _section(meeting: str, part: str) -> tuple[Block, ...]:
    return tuple(getattr(sections, part)(_edition(meeting)))


@pytest.fixture
def edition() -> Callable[[str], Edition]:
    """The edition of a meeting in ``data/``: ``edition("2024-09-26")``."""
    return _edition


@pytest.fixture
def section() -> Callable[[str, str], tuple[Block, ...]]:
    """The blocks of one section: ``section("2024-09-26", "annex")``."""
    return _section


@pytest.fixture
def whole() -> Callable[[str], tuple[Block, ...]]:
    """The blocks of a whole briefing: ``whole("2024-09-26")``."""
    return lambda meeting: tuple(b for part in PARTS for b in _section(meeting, part))
