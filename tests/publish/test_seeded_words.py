"""Right figures said of the wrong thing, and faults in what goes with a text."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pikepdf
import pytest
from westmoor import StoreMaker

from briefing.errors import BriefingError
from briefing.model import Figure, compose, derive
from briefing.model import blocks as b
from briefing.publish.read_back import Record, read_back_file, trace_numbers

from . import seeds
from .seeds import Made, numbered

VISITS = "Visits to children made in time"


def _of(made: Made, indicator: str) -> list[Figure]:
    return [
        f for s in made.record.edition.meeting.series(indicator)[:1] for f in s.figures.values()
    ]


# ---------------------------------------------------------------- right figures of something else


def _other_baseline(made: Made, draw: random.Random) -> tuple[b.Block, b.Block]:
    """A change that is worked out from another month than it says."""
    before, other, after = draw.sample(_of(made, "visits-in-time"), 3)
    while other.value == before.value:
        other = draw.choice(_of(made, "visits-in-time"))
    assert before.period and after.period
    words = f"change from {before.period.label} to {after.period.label}"

    def told(first: Figure) -> b.Block:
        change = derive(after.value - first.value, words, first, after, unit="percentage_points")
        return b.paragraph(compose("That is {change}.", change=change))

    return told(before), told(other)


def _said_from(made: Made, draw: random.Random) -> tuple[b.Block, b.Block]:
    """A change that is said to be from another month than it was worked out from."""
    before, other, after = draw.sample(_of(made, "visits-in-time"), 3)
    assert before.period and after.period and other.period
    change = derive(
        after.value - before.value,
        f"change from {before.period.label} to {after.period.label}",
        before,
        after,
        unit="percentage_points",
    )

    def told(figure: Figure) -> b.Block:
        return b.paragraph(
            compose("That is {change} from {then}.", change=change, then=figure.period)
        )

    return told(before), told(other)


def _said_in(made: Made, draw: random.Random) -> tuple[b.Block, b.Block]:
    """A value that is said to be of another month."""
    right, other = draw.sample(_of(made, draw.choice(("visits-in-time", "children-in-care"))), 2)

    def told(figure: Figure) -> b.Block:
        return b.paragraph(compose("It was {f} in {then}.", f=right, then=figure.period))

    return told(right), told(other)


def _in_a_row(made: Made, draw: random.Random) -> tuple[b.Block, b.Block]:
    """A value of another measure in the row of a table."""
    right, wrong = (draw.choice(_of(made, i)) for i in ("visits-in-time", "children-in-care"))

    def told(figure: Figure) -> b.Block:
        row = [b.cell(VISITS, header=True), b.cell(compose("{f}", f=figure))]
        return b.table([{"text": "Measure"}, {"text": "Latest"}], [row], caption="Measures")

    return told(right), told(wrong)


def _in_a_column(made: Made, draw: random.Random) -> tuple[b.Block, b.Block]:
    """A value of another month in the column of a table."""
    right, wrong = draw.sample(_of(made, "children-in-care"), 2)
    assert right.period is not None
    head = right.period.label

    def told(figure: Figure) -> b.Block:
        row = [b.cell("Children in care", header=True), b.cell(compose("{f}", f=figure))]
        return b.table([{"text": "Measure"}, {"text": head}], [row], caption="Measures")

    return told(right), told(wrong)


def _of_another(made: Made, draw: random.Random) -> tuple[b.Block, b.Block]:
    """A sentence that names one measure and goes on with another's value."""
    right, wrong = (draw.choice(_of(made, i)) for i in ("visits-in-time", "children-in-care"))

    def told(figure: Figure) -> b.Block:
        return b.paragraph(compose("{name}: {f}.", name=VISITS, f=figure))

    return told(right), told(wrong)


TOLD: tuple[Callable[[Made, random.Random], tuple[b.Block, b.Block]], ...] = (
    _other_baseline,
    _said_from,
    _said_in,
    _in_a_row,
    _in_a_column,
    _of_another,
)


@pytest.fixture(scope="module")
def fine(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of a store whose percentages have a decimal."""
    maker = StoreMaker(tmp_path_factory.mktemp("fine") / "data")
    root = seeds.write(maker)
    rows = seeds.rows()
    for row in rows:
        if row["unit"] == "percent":
            row["value"] += ".6"
            row["raw"] = f"{row['value']}%"
    maker.table("observations", *rows, at=f"panels/{seeds.PANEL}/meetings/2031-09-24")
    return seeds.record(root)


@numbered("told")
def test_a_right_figure_said_of_something_else(seed: int, made: Made, fine: Record) -> None:
    draw = random.Random(13_000 + seed)
    if seed % (len(TOLD) + 1) == len(TOLD):
        (series,) = fine.edition.meeting.series("visits-in-time")
        exact = draw.choice(list(series.figures.values()))
        trace_numbers(seeds.edition(b.paragraph(compose("It was {f}.", f=exact))), fine)
        rounded = replace(exact, value=exact.value.quantize(Decimal(1)))
        with pytest.raises(BriefingError, match="read back"):
            trace_numbers(seeds.edition(b.paragraph(compose("It was {f}.", f=rounded))), fine)
        return
    right, wrong = TOLD[seed % (len(TOLD) + 1)](made, draw)
    made.trace(right)
    with pytest.raises(BriefingError, match="read back"):
        made.trace(wrong)


# ---------------------------------------------------------------- what goes with a finished file


def _in_pdf(change: Callable[[pikepdf.Pdf, random.Random], None]) -> Callable[..., bytes]:
    def spoil(content: bytes, draw: random.Random) -> bytes:
        spoilt = io.BytesIO()
        with pikepdf.open(io.BytesIO(content)) as pdf:
            change(pdf, draw)
            pdf.save(spoilt)
        return spoilt.getvalue()

    return spoil


def _bookmark(pdf: pikepdf.Pdf, draw: random.Random) -> None:
    with pdf.open_outline() as outline:
        entry = outline.root[0]
        while entry.children and draw.random() < 0.7:
            entry = draw.choice(list(entry.children))
        entry.title = f"{entry.title}: 97%"


def _property(pdf: pikepdf.Pdf, draw: random.Random) -> None:
    name = draw.choice(("/Title", "/Subject"))
    pdf.docinfo[name] = f"{pdf.docinfo.get(name, '')} 97%"


def _description(pdf: pikepdf.Pdf, draw: random.Random) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as meta:
        meta[draw.choice(("dc:title", "dc:description"))] = "Visits: 97%"


def _alternative(pdf: pikepdf.Pdf, draw: random.Random) -> None:
    told = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    one = draw.choice([o for o in told if re.search(r"\d%", str(o["/Alt"]))])
    one["/Alt"] = pikepdf.String(re.sub(r"\d+%", "97%", str(one["/Alt"])) + " 1")


def _attached(pdf: pikepdf.Pdf, draw: random.Random) -> None:
    name = draw.choice(
        [n for n, f in pdf.attachments.items() if b",83," in f.get_file().read_bytes()]
    )
    held = pdf.attachments[name].get_file().read_bytes()
    pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, held.replace(b",83,", b",38,"))


def _picture(content: bytes, draw: random.Random) -> bytes:
    """A point moved in the page's picture."""
    page = content.decode()
    place = draw.choice(list(re.finditer(r'<use [^>]*y="([\d.]+)"', page)))
    moved = f"{float(place[1]) + 5:.6f}"
    return (page[: place.start(1)] + moved + page[place.end(1) :]).encode()


def _linked(content: bytes, draw: random.Random) -> bytes:
    """The file behind a link of the page."""
    page = content.decode()
    place = draw.choice(
        list(re.finditer(r'href="data:text/csv;[^"]*base64,([A-Za-z0-9+/]{40})', page))
    )
    return (page[: place.start(1)] + "QUJD" + page[place.start(1) + 4 :]).encode()


def _head(content: bytes, draw: random.Random) -> bytes:
    return content.replace(b"<title>", b"<title>97% ", 1)


def _in_book(part: str, old: str, new: str) -> Callable[..., bytes]:
    def spoil(content: bytes, draw: random.Random) -> bytes:
        book = zipfile.ZipFile(io.BytesIO(content))
        held = {name: book.read(name) for name in book.namelist()}
        text = held[part].decode()
        assert old in text
        held[part] = text.replace(old, new).encode()
        spoilt = io.BytesIO()
        with zipfile.ZipFile(spoilt, "w") as wrong:
            for name, inside in held.items():
                wrong.writestr(name, inside)
        return spoilt.getvalue()

    return spoil


CARRIED: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("pdf", _in_pdf(_bookmark)),
    ("pdf", _in_pdf(_property)),
    ("pdf", _in_pdf(_description)),
    ("pdf", _in_pdf(_alternative)),
    ("pdf", _in_pdf(_attached)),
    ("html", _picture),
    ("html", _linked),
    ("html", _head),
    ("xlsx", _in_book("xl/styles.xml", 'numFmtId="0" fontId="3"', 'numFmtId="9" fontId="3"')),
)


@numbered("carried")
def test_what_a_finished_file_carries(seed: int, made: Made) -> None:
    draw = random.Random(14_000 + seed)
    form, spoil = CARRIED[seed % len(CARRIED)]
    wrong = spoil(made.files[form], draw)
    with pytest.raises(BriefingError, match=f"read back of the {form.upper()}"):
        read_back_file(form, wrong, made.edition)


def test_a_pdf_written_again_is_no_fault(made: Made) -> None:
    same = _in_pdf(lambda pdf, draw: None)(made.files["pdf"], random.Random(0))
    read_back_file("pdf", same, made.edition)
