"""A store of the made-up council with open matters of every kind, and the papers beside it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import typst
from westmoor import JULY, PANEL, StoreMaker, document, observation

from briefing.store import DataFolder, refresh

AT = f"panels/{PANEL}/meetings/2031-07-16"
TEXT = "Visits\nVisits by night\n70% 71% 72%\nChildren in our care 417\nDoors knocked 12\n"


@pytest.fixture(scope="session")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper of two pages; the second has a table."""
    path = tmp_path_factory.mktemp("papers") / "pack.pdf"
    text = (
        "#set page(width: 210mm, height: 297mm)\nFirst page\n#pagebreak()\nVisits by night 70% 71%"
    )
    path.write_bytes(typst.compile(text.encode()))
    return path


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A paper as text."""
    path = tmp_path / "pack.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def put_documents(maker: StoreMaker, pdf: Path, text: Path) -> None:
    """July's documents: a pack that is the PDF, a report that is the text."""

    def sha(path: Path) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest()

    maker.table(
        "documents",
        document("pack-2031-07-16", JULY, published="2031-07-08", sha256=sha(pdf),
                 source_name=pdf.name),
        document("text-2031-07-16", JULY, published="2031-07-08", sha256=sha(text),
                 source_name=text.name, kind="report"),
        at=AT,
    )  # fmt: skip


@pytest.fixture
def store(maker: StoreMaker, westmoor: Path, pdf: Path, text: Path) -> Path:
    """July's store: values of a PDF without a month, rows of a text without a measure."""
    put_documents(maker, pdf, text)
    months = ("2031-03|2031-04", "2031-04|2031-05", "2031-05|2031-06")
    rows = [
        observation(JULY, f"r01-p0{at}", "", value, status="ambiguous", page="2", indicator="",
                    period_candidates=candidates, name_as_printed="Visits by night")
        for at, (value, candidates) in enumerate(zip(("70", "71", "72"), months, strict=True), 1)
    ]  # fmt: skip
    other = {"indicator": "", "unit": "count", "document": "text-2031-07-16"}
    rows += [
        observation(JULY, "r02-p01", "2031-05", "417", raw="417", line="4",
                    name_as_printed="Children in our care", **other),
        observation(JULY, "r03-p01", "2031-05", "12", raw="12", line="5",
                    name_as_printed="Doors knocked", **other),
        observation(JULY, "r04-p01", "2031-05", "91"),
        observation(JULY, "r05-p01", "2031-05", "9", status="withheld", indicator="",
                    name_as_printed="Raised", evidence="Its last figure is raised"),
    ]  # fmt: skip
    maker.table("observations", *rows, at=AT)
    maker.table(
        "benchmarks",
        {"meeting": JULY, "table": "visits", "indicator": "visits-in-time", "column_position": "2",
         "comparator": "england", "identification": "proposed", "value": "88.1", "raw": "88.1%",
         "period": "2029/30", "identification_evidence": "Equals England's 88.1",
         "document": "pack-2031-07-16"},
        at=AT,
    )  # fmt: skip
    maker.table(
        "issues",
        {"meeting": JULY, "document": "pack-2031-07-16", "page": "1", "kind": "not-understood",
         "message": "A line that belongs to nothing"},
        at=AT,
    )  # fmt: skip
    refresh(DataFolder(westmoor))
    return westmoor
