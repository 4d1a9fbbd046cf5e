"""A command line on the store of Westmoor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import cli

Run = Callable[..., Result]


@pytest.fixture
def run(westmoor: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command with the store named in the environment."""
    monkeypatch.setenv("BRIEFING_DATA", str(westmoor))
    monkeypatch.setenv("BRIEFING_REPORTS", str(westmoor.parent / "reports"))

    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(cli, arguments)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
