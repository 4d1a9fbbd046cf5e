"""Wrong figures in the finished files, and in what the PDF is made from: none is published."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest

from briefing.errors import BriefingError
from briefing.model import blocks as b
from briefing.model import compose
from briefing.publish import pdf as making
from briefing.publish.edition import Edition
from briefing.publish.read_back import read_back_file
from briefing.publish.tagging import finish
from briefing.publish.typesetting import typeset

from . import seeds
from .seeds import Made, numbered


@pytest.fixture(scope="module")
def small(made: Made) -> Edition:
    """A short edition, quick to typeset."""
    first, second = made.figures[:2]
    sentence = compose("It was {a} in {b}.", a=first, b=first.period)
    rows = [[b.cell("Visits", header=True), b.cell(compose("{f}", f=f))] for f in (first, second)]
    columns = [{"text": "Measure"}, {"text": "Figure"}]
    page = b.table(columns, rows, caption="Two figures")
    return seeds.edition(b.heading("Briefing", 1), b.paragraph(sentence), page)


def _texts(value: Any) -> Iterator[dict[str, Any]]:
    """Every run of the page's data that has a digit."""
    if isinstance(value, dict):
        if re.search(r"\d", str(value.get("text", ""))):
            yield value
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


@numbered("typst")
def test_what_is_given_to_typst(seed: int, small: Edition) -> None:
    draw = random.Random(7000 + seed)
    data = making.page_data(small)
    runs = [run for run in _texts(data["sheets"]) if "type" not in run]
    if seed % 2:
        run = draw.choice(runs)
        run["text"] = re.sub(r"(\d+)", r"\g<1>3", run["text"], count=1)
    else:
        cells = [run for run in runs if re.fullmatch(r"\d+%?", run["text"])]
        cells[0]["text"], cells[1]["text"] = cells[1]["text"], cells[0]["text"]
    content, _ = finish(typeset(data)[0], [""])
    with pytest.raises(BriefingError, match=r"read back of the PDF, page 1"):
        read_back_file("pdf", content, small)


@numbered("html")
def test_the_page(seed: int, made: Made) -> None:
    draw = random.Random(8000 + seed)
    page = made.files["html"].decode()
    body = page.index("<body")
    if seed % 3 == 2:
        places = list(re.finditer(r'aria-label="[^"]*?(\d+)%', page[body:]))
    else:
        places = list(re.finditer(r">[^<>]*?(\d+)(?=[^<>]*<)", page[body:]))
    place = draw.choice(places)
    start, end = (body + at for at in place.span(1))
    wrong = page[:start] + str(int(place[1]) + 1) + page[end:]
    with pytest.raises(BriefingError, match="read back of the HTML"):
        read_back_file("html", wrong.encode(), made.edition)


@numbered("xlsx")
def test_the_workbook(seed: int, made: Made) -> None:
    draw = random.Random(9000 + seed)
    book = zipfile.ZipFile(io.BytesIO(made.files["xlsx"]))
    held = {name: book.read(name) for name in book.namelist()}
    if seed % 2:
        name, pattern = "xl/sharedStrings.xml", r"<t[^>]*>[^<]*?(\d+)%"
    else:
        with_numbers = [
            name
            for name in held
            if name.startswith("xl/worksheets/sheet")
            and re.search(rb'<c r="\w+"( s="\d+")?><v>', held[name])
        ]
        name, pattern = draw.choice(with_numbers), r'<c r="\w+"(?: s="\d+")?><v>(\d+)'
    text = held[name].decode()
    place = draw.choice(list(re.finditer(pattern, text)))
    held[name] = (text[: place.start(1)] + "7" + text[place.start(1) :]).encode()
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as wrong:
        for part, inside in held.items():
            wrong.writestr(part, inside)
    with pytest.raises(BriefingError, match="read back of the XLSX"):
        read_back_file("xlsx", content.getvalue(), made.edition)
