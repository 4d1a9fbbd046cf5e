"""Pages that are pictures, recognised with tesseract; their figures are never trusted."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Sequence

import pypdfium2

from briefing.errors import BriefingError
from briefing.ingest.page import Line, Page, Word
from briefing.ingest.read.symbols import clean

_DOTS_PER_INCH = 300
_MOST_DOTS = 30_000_000
_SECONDS_A_PAGE = 120


def recognise_pages(
    name: str, document: pypdfium2.PdfDocument, numbers: Sequence[int]
) -> dict[int, Page]:
    """The pages of the given numbers (from 1), each word with the doubt ``ocr``.

    Raises
    ------
    BriefingError
        Tesseract is not installed, or fails.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise BriefingError(
            f"{name}: has scanned pages, and tesseract, which OCR needs, is not installed"
        )
    return {number: _recognise(name, program, document[number - 1], number) for number in numbers}


def _recognise(name: str, program: str, page: pypdfium2.PdfPage, number: int) -> Page:
    width, height = page.get_size()
    scale = min(_DOTS_PER_INCH / 72, (_MOST_DOTS / max(1.0, width * height)) ** 0.5)
    picture = io.BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(picture, format="PNG")
    try:
        done = subprocess.run(
            [program, "stdin", "stdout", "--psm", "6", "--dpi", str(round(72 * scale)), "tsv"],
            input=picture.getvalue(), capture_output=True, timeout=_SECONDS_A_PAGE, check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise BriefingError(f"{name}: OCR of page {number} took too long") from None
    if done.returncode:
        raise BriefingError(f"{name}: tesseract failed on page {number}")
    table = done.stdout.decode("utf-8", errors="replace")
    return Page(number, _lines(table, number, scale), round(width, 2), round(height, 2))


def _lines(table: str, number: int, scale: float) -> tuple[Line, ...]:
    words: dict[tuple[int, ...], list[Word]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = clean((row.get("text") or "").strip())
        if row["level"] != "5" or not text:
            continue
        left, top, wide, high = (
            int(row[key]) / scale for key in ("left", "top", "width", "height")
        )
        place = tuple(int(row[key]) for key in ("block_num", "par_num", "line_num"))
        words[place].append(
            Word(
                text, round(left, 2), round(top, 2), round(left + wide, 2), round(top + high, 2),
                size=round(high, 1), doubt="ocr",
            )
        )  # fmt: skip
    return tuple(Line(tuple(line), page=number) for line in words.values())
