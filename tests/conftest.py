"""What every test shares: a deterministic hypothesis, and stores of a made-up council."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from westmoor import StoreMaker, fill

settings.register_profile(
    "kit",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("kit")


@pytest.fixture
def maker(tmp_path: Path) -> StoreMaker:
    """An empty store."""
    return StoreMaker(tmp_path / "data")


@pytest.fixture
def westmoor(maker: StoreMaker) -> Path:
    """A store of two panels: the children's with a meeting in May and July, the adults' in July."""
    fill(maker)
    return maker.root
