"""One briefing by the kit, against plain papermill and ``nbconvert --to webpdf``, in one run.

Both sides execute the same notebook for the same meeting, each as a whole process from a cold
start, turn about. What is compared is their ratio; seconds depend on the machine.

    python benchmarks/compare.py --meeting 2024-09-26 --rounds 3

The other side needs the extra ``test`` (Playwright) and Chromium on the PATH.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent

#: nbconvert's webpdf cannot be told where the browser is; Playwright can.
WEBPDF = """
import sys
from playwright.async_api import BrowserType
launch = BrowserType.launch
async def with_path(self, **options):
    options["executable_path"] = sys.argv[1]
    options["args"] = [*options.get("args", []), "--no-sandbox"]
    return await launch(self, **options)
BrowserType.launch = with_path
from nbconvert.nbconvertapp import main
main(["--to", "webpdf", "--log-level=ERROR", sys.argv[2]])
"""


def seconds(*command: str, env: dict[str, str] | None = None) -> float:
    """Wall-clock seconds of a whole process, which must succeed."""
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **(env or {})}, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    return time.perf_counter() - start


def by_the_kit(meeting: str, folder: Path) -> float:
    """``briefing build`` of one meeting, PDF only, from nothing."""
    return seconds(
        sys.executable, "-m", "briefing", "build", meeting, "--to", "pdf", "--force", "--quiet",
        "--reports", str(folder / "reports"),
    )  # fmt: skip


def by_papermill_and_webpdf(meeting: str, folder: Path, chromium: str) -> float:
    """Plain papermill, then nbconvert's webpdf, on the same notebook."""
    made = str(folder / "plain.ipynb")
    ran = seconds(
        sys.executable, "-m", "papermill", "--no-progress-bar",
        "notebooks/briefing.ipynb", made, "-p", "meeting", meeting,
    )  # fmt: skip
    return ran + seconds(sys.executable, "-c", WEBPDF, chromium, made)


def stages(meeting: str, folder: Path) -> dict[str, float]:
    """Seconds by stage of one build, as the build itself reports them."""
    from briefing.publish.build import build_briefings

    (outcome,) = build_briefings(
        ROOT / "data",
        [meeting],
        reports=folder / "staged",
        formats=("pdf", "html", "xlsx"),
        force=True,
    )
    return dict(outcome.stages)


def main() -> None:
    """Print the figures as text, or as JSON for a record."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--meeting", default="southampton-children-and-families/2024-09-26")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("Chromium is not on the PATH: the other side of the comparison needs it")
    kit: list[float] = []
    plain: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        by_the_kit(chosen.meeting, folder)
        for _ in range(chosen.rounds):
            kit.append(by_the_kit(chosen.meeting, folder))
            plain.append(by_papermill_and_webpdf(chosen.meeting, folder, chromium))
        by_stage = stages(chosen.meeting, folder)
    found = {
        "kit_seconds": round(statistics.median(kit), 2),
        "papermill_webpdf_seconds": round(statistics.median(plain), 2),
        "ratio": round(statistics.median(k / p for k, p in zip(kit, plain, strict=True)), 3),
        "stages": {stage: round(value, 2) for stage, value in by_stage.items()},
    }
    if chosen.json:
        print(json.dumps(found, indent=2))
        return
    for what, value in found.items():
        print(f"{what}: {value}")


if __name__ == "__main__":
    main()
