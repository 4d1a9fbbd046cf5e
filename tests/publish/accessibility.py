"""What the accessibility checkers say of a finished PDF."""

from __future__ import annotations

from pathlib import Path

import outloud
import page


def errors(path: Path) -> list[str]:
    """Every error of page-validation (PDF/UA-1, PDF/A-3a) and of outloud; empty when it passes."""
    found = []
    for profile in ("ua1", "3a"):
        report = page.validate_pdf(str(path), profile=profile)
        found += [f"{profile} {f.rule_id}: {f.message}" for f in report.failures]
    result = outloud.check(str(path))
    if result.error:
        found.append(f"outloud: {result.error}")
    found += [
        f"outloud {f.rule} page {f.page}: {f.message}"
        for f in result.sorted_findings()
        if f.severity == "error"
    ]
    return found


def warnings(path: Path) -> list[str]:
    """What outloud would have a person look at."""
    result = outloud.check(str(path))
    return [
        f"{f.rule} page {f.page}: {f.message}"
        for f in result.sorted_findings()
        if f.severity == "warning"
    ]
