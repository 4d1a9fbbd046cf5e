"""Parts of the kit, each against something of the same kind, in one run.

What is compared is the ratio; seconds depend on the machine.

    python benchmarks/parts.py
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """The shortest of several runs, in seconds."""
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def program(*arguments: str) -> Callable[[], object]:
    """A whole process."""
    return lambda: subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True
    )


def main() -> None:
    """Print seconds and ratios."""
    from briefing.publish.execute import execute
    from briefing.publish.from_notebook import edition_from_notebook
    from briefing.publish.pdf import to_pdf
    from briefing.store import DataFolder, Place

    empty = best(program("-c", "pass"))
    for name, arguments in (("--help", ("--help",)), ("meetings", ("meetings",))):
        seconds = best(program("-m", "briefing", *arguments))
        print(f"briefing {name}: {seconds:.2f} s, {seconds / empty:.1f} times an empty program")

    def whole() -> object:
        return list(DataFolder(ROOT / "data").every("observations"))

    def one() -> object:
        folder = DataFolder(ROOT / "data")
        place = Place(meeting="southampton-children-and-families/2024-09-26")
        return folder.rows("observations", place)

    print(f"one meeting read: {best(one):.3f} s; all of them: {best(whole):.3f} s")

    notebook = ROOT / "notebooks" / "briefing.ipynb"
    start = time.perf_counter()
    executed = execute(notebook, {"meeting": "2024-09-26"}, data=ROOT / "data")
    ran = time.perf_counter() - start
    seconds = best(lambda: to_pdf(edition_from_notebook(executed, require_alt_text=True)), 3)
    print(f"notebook executed: {ran:.2f} s; to PDF: {seconds:.2f} s, {seconds / ran:.2f} of that")


if __name__ == "__main__":
    main()
