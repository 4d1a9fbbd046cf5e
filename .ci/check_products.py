"""Hold what was made against what was promised: notebooks, data package, every PDF.

Run after ``briefing build --all``. Exits 1 and says what is wrong.
"""

from __future__ import annotations

import os
import shutil
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

chromium = shutil.which("chromium")
if chromium is not None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for edition in sorted((ROOT / "reports").rglob("*.html")):
            for width in (360, 1280):
                view = browser.new_page(viewport={"width": width, "height": 900})
                view.goto(edition.as_uri())
                found = Axe().run(view, options={"runOnly": rules}).response["violations"]
                for violation in found:
                    print(f"{edition.parent.name} at {width}: {violation['id']}")
                need(f"{edition.relative_to(ROOT)} at {width}: WCAG 2.2 AA", not found)
                wide = view.evaluate("document.documentElement.scrollWidth")
                need(f"{edition.relative_to(ROOT)} fits {width} pixels", wide <= width)
                view.close()
        browser.close()
else:
    need("a browser is there to check the HTML editions", os.environ.get("CI") != "true")

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
