"""A page of a PDF as a picture, with a text marked where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
import typst

from briefing.errors import BriefingError
from briefing.ingest.read.picture import page_picture


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "paper.pdf"
    text = (
        "#set page(width: 400pt, height: 200pt, margin: 20pt)\n#set text(size: 10pt)\n"
        "Visits in time\n#pagebreak()\n#set page(width: 4000pt)\nA poster"
    )
    path.write_bytes(typst.compile(text.encode()))
    return path


def test_a_text_is_marked_where_it_stands(pdf: Path) -> None:
    drawn = page_picture(pdf, 1, ("Visits in time", "Nothing like it", ""))
    assert drawn.jpeg.startswith(b"\xff\xd8")
    assert (drawn.width, drawn.height) == (400, 200)
    ((left, top, width, height),) = drawn.marks
    assert left == pytest.approx(20, abs=2)
    assert 18 < top < 30
    assert 40 < width < 90
    assert 4 < height < 14


@pytest.mark.parametrize("number", [0, 9])
def test_a_page_that_is_not_there_is_named(pdf: Path, number: int) -> None:
    with pytest.raises(BriefingError, match=rf"paper\.pdf has no page {number}"):
        page_picture(pdf, number)


def test_a_poster_is_refused(pdf: Path) -> None:
    with pytest.raises(BriefingError, match="too large to be drawn"):
        page_picture(pdf, 2)


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7 no more")
    with pytest.raises(BriefingError, match=r"broken\.pdf cannot be opened"):
        page_picture(path, 1)
