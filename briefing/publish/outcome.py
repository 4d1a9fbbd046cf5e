"""One briefing to build, and how it went."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """How the briefing of one meeting went.

    ``seconds`` is the time from beginning to end, ``stages`` the same by stage. ``skipped`` says
    that the editions were up to date. After a failure ``error`` says why, and an earlier briefing
    lies where it was.
    """

    meeting: str
    ok: bool
    error: str = ""
    skipped: bool = False
    pages: int = 0
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)
    figures_printed: int = 0
    figures_withheld: int = 0
    paths: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The outcome in one line."""
        if not self.ok:
            return f"{self.meeting}: failed: {self.error}"
        pages = f"{self.pages} page{'' if self.pages == 1 else 's'}, " if self.pages else ""
        took = "up to date" if self.skipped else f"{self.seconds:.1f} seconds"
        return (
            f"{self.meeting}: {pages}{took}, {self.figures_printed} figures printed, "
            f"{self.figures_withheld} withheld"
        )


@dataclass(frozen=True)
class Task:
    """One briefing to build, as a worker is told of it."""

    meeting: str
    store: Path
    folder: Path
    notebook: Path
    formats: tuple[str, ...]
    edition: str
    inputs: str
    mark: str

    @property
    def names(self) -> dict[str, str]:
        """Format to file name: ``briefing.pdf``, or ``briefing-after.pdf`` of a named edition."""
        stem = "briefing" if self.edition in ("", "before") else f"briefing-{self.edition}"
        return {form: f"{stem}.{form}" for form in self.formats}
