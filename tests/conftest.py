"""What every test shares: a deterministic hypothesis, and stores of a made-up council."""

from __future__ import annotations

import os
from collections.abc import Iterator
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


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """With ``CI=true`` a test that needs the shared documents or a browser may not be skipped."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    needed = [m for m in ("shared", "browser") if item.get_closest_marker(m)]
    if os.environ.get("CI") == "true" and report.skipped and needed:
        report.outcome = "failed"
        report.longrepr = (
            f"skipped in CI, where tests marked {needed[0]} must run: {report.longrepr}"
        )
