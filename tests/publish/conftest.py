"""A browser for the tests that need one, and small stores and notebooks to build from."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from westmoor import StoreMaker

from briefing.model import blocks as b

from . import notebook_samples as s
from . import seeds

MEETING = "westmoor-children/2031-07-16"

#: Keeps Chromium from asking for hosts that no test needs.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium, where the machine has one."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield running
        running.close()


def showing(*blocks: b.Block) -> str:
    """Program text that shows blocks, ``MEETING`` in them replaced by the parameter."""
    told = json.dumps(list(blocks))
    return (
        "import json\nfrom IPython.display import display\n"
        f"blocks = json.loads({told!r}.replace('MEETING', meeting))\n"
        f"display({{{b.MIME!r}: blocks}}, raw=True)"
    )


def write_notebook(path: Path, *sources: str, parameters: str | None = None) -> Path:
    """A notebook that has not run: a parameters cell, then a cell for each source."""
    given = 'meeting = ""\nedition = ""\ndata = ""' if parameters is None else parameters
    cells = [new_code_cell(given, metadata={"tags": ["parameters"]})]
    cells += [new_code_cell(source) for source in sources]
    for number, cell in enumerate(cells):
        cell["id"] = f"c{number}"
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": s.KERNEL}), path)
    return path


OPENING = showing(
    b.document(title="Briefing of MEETING", date="2031-07-16", status="DRAFT"),
    b.heading("Briefing of MEETING", 1),
    {
        **b.paragraph("Visits in time stood at 94%."),
        "figures": [
            {
                "text": "94%",
                "rows": ["MEETING/visits/r1"],
                "period": "2031-04",
                "sources": ["Pack, page 60"],
            }
        ],
    },
)
CLOSING = showing(b.complete("MEETING", withheld=3))


@pytest.fixture
def notebook_of(tmp_path: Path) -> Callable[..., Path]:
    """Writes a notebook of those sources between an opening and a closing."""

    def write(*sources: str, closing: str = CLOSING) -> Path:
        return write_notebook(tmp_path / "small.ipynb", OPENING, *sources, closing)

    return write


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> seeds.Made:
    """A right briefing with its store and files, for wrong figures to be put into."""
    return seeds.Made(seeds.write(StoreMaker(tmp_path_factory.mktemp("seeds") / "data")))
