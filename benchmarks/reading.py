"""Reading a PDF by the kit, against plain text extraction by one parser, in one run.

The kit reads every page with two parsers and looks at its geometry; what is compared is the ratio
of seconds, and the memory at its highest. Seconds depend on the machine.

    python benchmarks/reading.py --pages 200
    python benchmarks/reading.py --document pack.pdf
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent

KIT = """
from briefing.ingest.read import read_source
found = sum(1 for page in read_source(path).pages for _ in page.words)
"""

PLAIN = """
import pypdfium2
found = sum(len(page.get_textpage().get_text_range().split())
            for page in pypdfium2.PdfDocument(path))
"""

#: Peak memory is of the process and, where it had one, of its helper (``resource`` has kilobytes
#: on Linux and bytes on macOS).
MEASURED = """
import json, resource, sys, time
from pathlib import Path
path = Path(sys.argv[1])
start = time.perf_counter()
{work}
seconds = time.perf_counter() - start
unit = 1024 if sys.platform != "darwin" else 1024 * 1024
own, helper = (resource.getrusage(who).ru_maxrss / unit
               for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps(dict(seconds=seconds, words=found, megabytes=own + helper)))
"""


def measured(work: str, document: Path, rounds: int) -> dict[str, float]:
    """The quickest of several whole processes: its seconds, words and peak memory."""
    runs = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", MEASURED.format(work=work), str(document)],
                cwd=ROOT,
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        for _ in range(rounds)
    ]
    return min(runs, key=lambda run: run["seconds"])


def dense_pack(path: Path, pages: int) -> None:
    """A pack with a table of 36 rows and 12 months on every page."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for page in range(pages):
        canvas.setFont("Helvetica", 7)
        canvas.setFillGray(0.9)
        canvas.rect(60, 780, 500, 14, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.grid([60, *range(176, 572, 32)], [794 - 14 * row for row in range(38)])
        for row in range(37):
            canvas.drawString(64, 784 - 14 * row, f"Measure {row} of page {page}")
            for column in range(12):
                figure = f"{(row * 37 + column * 11 + page) % 997 / 10}"
                canvas.drawRightString(204 + 32 * column, 784 - 14 * row, figure)
        canvas.showPage()
    canvas.save()


def main() -> None:
    """Print the figures as text, or as JSON for a record."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--document", type=Path, help="a PDF; a dense pack is made without one")
    options.add_argument("--pages", type=int, default=200)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        document = chosen.document
        if document is None:
            document = Path(name) / "dense.pdf"
            dense_pack(document, chosen.pages)
        kit = measured(KIT, document.resolve(), chosen.rounds)
        plain = measured(PLAIN, document.resolve(), chosen.rounds)
    found = {
        "kit_seconds": round(kit["seconds"], 2),
        "plain_pdfium_seconds": round(plain["seconds"], 2),
        "ratio": round(kit["seconds"] / plain["seconds"], 1),
        "kit_megabytes": round(kit["megabytes"]),
        "plain_pdfium_megabytes": round(plain["megabytes"]),
        "words_of_both": [kit["words"], plain["words"]],
    }
    if chosen.json:
        print(json.dumps(found, indent=2))
        return
    for what, value in found.items():
        print(f"{what}: {value}")


if __name__ == "__main__":
    main()
