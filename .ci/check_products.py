"""Hold what was made against what was promised: notebooks, data package, every PDF.

Run after ``briefing build --all``. Exits 1 and says what is wrong.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import page

ROOT = Path(__file__).parent.parent
wrong: list[str] = []


def run(*command: str) -> bool:
    print("$", " ".join(command), flush=True)
    return subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL).returncode == 0


def need(what: str, held: bool) -> None:
    if not held:
        wrong.append(what)


python = sys.executable
need(
    "the data package is valid",
    run(python, "-m", "frictionless", "validate", "data/datapackage.json"),
)

with tempfile.TemporaryDirectory() as folder:
    for notebook in sorted((ROOT / "notebooks").glob("*.ipynb")):
        made = Path(folder) / notebook.name
        parameters = ["-p", "meeting", "2024-09-26"] if notebook.stem == "briefing" else []
        need(
            f"{notebook.name} runs under plain papermill",
            run(
                python,
                "-m",
                "papermill",
                "--no-progress-bar",
                str(notebook),
                str(made),
                *parameters,
            ),
        )
        for edition in ("briefing-pdf", "briefing-html"):
            need(
                f"{notebook.name} converts to {edition}",
                run(python, "-m", "nbconvert", "--log-level=WARN", "--to", edition, str(made)),
            )

pdfs = sorted((ROOT / "reports").rglob("*.pdf"))
need("there are briefings to check", len(pdfs) >= 4)
for pdf in pdfs:
    for profile in ("ua1", "3a"):
        report = page.validate_pdf(pdf, profile=profile)
        for failure in report.failures:
            print(f"{pdf.name} ({profile}): {failure.rule_id}: {failure.message}")
        need(f"{pdf.relative_to(ROOT)} conforms to {profile}", report.is_compliant)

if os.environ.get("CI") == "true" and sys.platform == "linux":
    # A second opinion, as a program in an environment of its own: its licence is not the kit's.
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "venv"
        need(
            "the second checker installs",
            run(python, "-m", "venv", str(other))
            and run(str(other / "bin/pip"), "install", "-q", "outloud>=0.2"),
        )
        for pdf in pdfs:
            need(f"{pdf.relative_to(ROOT)}: outloud", run(str(other / "bin/outloud"), str(pdf)))

for line in wrong:
    print(f"not so: {line}", file=sys.stderr)
print(f"{len(pdfs)} PDFs, {len(wrong)} faults")
sys.exit(bool(wrong))
