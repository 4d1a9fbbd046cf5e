"""What the accessibility checker says of a finished PDF."""

from __future__ import annotations

from pathlib import Path

import page


def errors(path: Path) -> list[str]:
    """Every error of page-validation against PDF/UA-1 and PDF/A-3a; empty when it passes."""
    return [
        f"{profile} {failure.rule_id}: {failure.message}"
        for profile in ("ua1", "3a")
        for failure in page.validate_pdf(str(path), profile=profile).failures
    ]
