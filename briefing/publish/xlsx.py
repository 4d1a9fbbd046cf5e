"""The spreadsheet edition: every figure with its source, as the Analysis Function advises."""

from __future__ import annotations

import io
import re
import warnings
from datetime import datetime
from typing import TYPE_CHECKING, Any

from briefing.publish.edition import Edition, plain, walk
from briefing.publish.sheets import NOT_AVAILABLE, Sheet, sheets_of

if TYPE_CHECKING:
    import pandas as pd

#: Nothing that is read may become a formula, a link or a number of its own accord.
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_NARROW, _WIDE = 9, 60
#: Rows above the data of a sheet: title, how to read it, column headings.
HEADING_ROWS = 3


def to_xlsx(edition: Edition) -> bytes:
    """The workbook of an edition; the same bytes from the same notebook.

    It holds a cover with contents, notes, the figures printed with their sources, a sheet for
    each attached file and each table, and the figures withheld.
    """
    pages = pages_of(edition)
    tables = {p.tab: _table(p, f"table_{i}") for i, p in enumerate(pages)}
    content = io.BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="No note text provided")
        warnings.simplefilter("ignore", DeprecationWarning)
        book = _gptables().produce_workbook(
            content,
            tables,
            cover=_cover(edition),
            contentsheet_location="cover",
            auto_width=False,
            workbook_options=_OPTIONS,
        )
    for sheet, page in zip(book.worksheets()[1:], pages, strict=True):
        for index, width in enumerate(_widths(page.frame)):
            sheet.set_column(index, index, width)
        sheet.freeze_panes(HEADING_ROWS, 1)
    book.set_properties(_properties(edition))
    book.close()
    return content.getvalue()


def pages_of(edition: Edition) -> list[Sheet]:
    """The sheets behind the cover, in their order."""
    return [_notes(edition), *sheets_of(edition)]


def _gptables() -> Any:
    """The library; it leaves a file open while it is imported, which is no concern of a user."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        import gptables
    return gptables


def cover_texts(edition: Edition, pages: list[Sheet]) -> list[str]:
    """The texts of the cover that are the edition's own, and the contents."""
    said = [edition.title, _lead(edition), str(edition.document.get("author", ""))]
    return [_safe(text) for text in (*said, *(p.tab for p in pages), *(p.title for p in pages))]


def _cover(edition: Edition) -> Any:
    document = edition.document
    status = str(document.get("status", ""))
    intro = [text for text in (_lead(edition), f"Status: {status}" if status else "") if text]
    about = [
        "Every figure of the briefing is here with the place that it was read from.",
        f"Cells marked {NOT_AVAILABLE} are blank or a dash in the papers.",
    ]
    contact = [str(document["author"])] if document.get("author") else None
    return _gptables().Cover(
        title=_safe(edition.title),
        intro=[_safe(text) for text in intro] or None,
        about=about,
        contact=contact,
    )


def _lead(edition: Edition) -> str:
    """The first paragraph of the briefing."""
    paragraphs = (b for b in walk(edition.blocks) if b["type"] == "paragraph")
    return next((plain(b.get("runs")) for b in paragraphs), "")


def _notes(edition: Edition) -> Sheet:
    import pandas as pd

    counts = (edition.complete or {}).get("counts", {})
    rows = [
        ("Source", "The agenda item, the table or section and the printed page of the papers."),
        ("As printed", "The figure stands in the papers as it stands here."),
        ("Second-hand", "Read from a third party's summary, not from the council's own papers."),
        ("Rows of the store", "Where the kit keeps what it read; the same names as in its data."),
        (NOT_AVAILABLE, "Not available: blank or a dash in the papers."),
        ("Ambiguous", "The papers do not say which period the value is of. It is not judged."),
        *((f"Count: {name}", str(value)) for name, value in sorted(counts.items())),
    ]
    frame = pd.DataFrame(rows, columns=["Note", "Meaning"], dtype=object)
    return Sheet("Notes", "Notes", frame, "How to read the other sheets.")


def _table(sheet: Sheet, name: str) -> Any:
    return _gptables().GPTable(
        table=sheet.frame,
        table_name=name,
        title=_safe(sheet.title),
        instructions=f"This worksheet contains one table. {sheet.about}",
        index_columns={2: 0},
    )


def _safe(text: str) -> str:
    """A text without the markup that gptables would read."""
    return text.replace("](", "] (").replace("$$", "$ $")


def _widths(frame: pd.DataFrame) -> list[int]:
    """Widths of columns in characters, from their longest words and their usual length."""
    widths = []
    for name in frame.columns:
        lengths = sorted([len(str(v)) for v in frame[name]] + [len(str(name)) + 2])
        usual = lengths[int(len(lengths) * 0.9)] if len(lengths) > 1 else lengths[-1]
        widths.append(max(_NARROW, min(_WIDE, usual + 2)))
    return widths


def _properties(edition: Edition) -> dict[str, Any]:
    document = edition.document
    day = str(document.get("date", ""))
    known = re.fullmatch(r"\d{4}-\d\d-\d\d", day)
    return {
        "title": edition.title,
        "subject": str(document.get("subject", "")),
        "author": str(document.get("author", "")),
        "keywords": ", ".join(str(k) for k in document.get("keywords", ())),
        "created": datetime.fromisoformat(day if known else "2000-01-01"),
    }
