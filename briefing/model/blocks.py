"""The blocks that an edition is made of: plain JSON, so that notebooks can carry them.

Every object that the kit shows in a notebook emits :data:`MIME` beside ``text/html`` and
``text/plain``. PDF, HTML and XLSX are all made from these blocks. Text is data: nothing here is
ever read as Typst, HTML or Markdown.

Blocks that print figures carry ``figures`` (:func:`figure_trace`) and ``marks`` (:func:`marks`) in
the order of their text, so that what was made of them can be read back.

A *run* is ``{"text": str}`` with optional ``bold``, ``italic``, ``code``, ``muted`` (true) and
``href`` (a link). Where runs are asked for, a string, a :class:`Sentence`, a run or a list of
those will do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from briefing.model.figure import Figure
from briefing.model.sentence import Sentence

MIME = "application/vnd.briefing.blocks+json"

Block = dict[str, Any]
Run = dict[str, Any]
Inline = str | Sentence | Run | Sequence["Inline"]

#: The tones of a box or a cell. Colour never stands alone: each comes with a word or a shape.
TONES = ("plain", "good", "concern", "neutral", "note", "draft")


def runs(inline: Inline) -> list[Run]:
    """Inline content as a list of runs."""
    if isinstance(inline, str):
        return [{"text": inline}]
    if isinstance(inline, Sentence):
        return [{"text": inline.text}]
    if isinstance(inline, dict):
        return [inline]
    return [run for part in inline for run in runs(part)]


def trace(inline: Inline) -> list[dict[str, Any]]:
    """The figures that inline content prints: text, rows of the store, sources."""
    if isinstance(inline, Sentence):
        return [figure_trace(f) for f in inline.figures]
    if isinstance(inline, str | dict):
        return []
    return [entry for part in inline for entry in trace(part)]


def figure_trace(figure: Figure) -> dict[str, Any]:
    """What traces one printed figure."""
    entry: dict[str, Any] = {"text": figure.text, "rows": list(figure.rows)}
    if figure.operation:
        entry["operation"] = figure.operation
    if figure.period is not None:
        entry["period"] = figure.period.code
    entry["sources"] = [c.text for c in figure.sources]
    return entry


def marks(inline: Inline) -> list[dict[str, str]]:
    """The periods and places that the sentences of inline content name, each as printed."""
    if isinstance(inline, Sentence):
        return [{"name": mark.name, "text": mark.text} for mark in inline.marks]
    if isinstance(inline, str | dict):
        return []
    return [entry for part in inline for entry in marks(part)]


def _told(inline: Inline) -> dict[str, Any]:
    """What inline content prints, for a block that prints more than one."""
    told = {"figures": trace(inline), "marks": marks(inline)}
    return {name: entries for name, entries in told.items() if entries}


def _block(kind: str, **content: Any) -> Block:
    return {
        "type": kind,
        **{k: v for k, v in content.items() if v not in (None, [], {}, "", False)},
    }


def heading(text: Inline, level: int = 2, *, anchor: str = "", numbered: str = "") -> Block:
    """A heading; levels begin at 1 (the title) and never skip."""
    return _block(
        "heading",
        level=level,
        runs=runs(text),
        anchor=anchor,
        numbered=numbered,
        figures=trace(text),
        marks=marks(text),
    )


def paragraph(text: Inline, *, style: str = "") -> Block:
    """A paragraph; ``style`` is blank, ``lead`` (larger), ``small`` or ``source`` (evidence)."""
    return _block("paragraph", runs=runs(text), style=style, figures=trace(text), marks=marks(text))


def items(
    entries: Iterable[Inline | list[Block]], *, ordered: bool = False, style: str = ""
) -> Block:
    """A list; an entry is inline content or a list of blocks. ``style`` may be ``tight``."""
    made: list[list[Block]] = []
    for entry in entries:
        if isinstance(entry, list) and entry and isinstance(entry[0], dict) and "type" in entry[0]:
            made.append(entry)
        else:
            made.append([paragraph(entry)])
    return _block("list", ordered=ordered, items=made, style=style)


def box(
    blocks: list[Block],
    *,
    title: Inline = "",
    tone: str = "plain",
    level: int = 0,
    style: str = "",
) -> Block:
    """A framed box that is kept on one page where it fits. ``level`` makes its title a heading;
    ``style`` is blank or ``card`` (set tighter, one of many)."""
    return _block(
        "box",
        blocks=blocks,
        title=runs(title) if title else [],
        tone=tone,
        level=level or None,
        style=style,
    )


def columns(cells: list[list[Block]], *, widths: Sequence[float] = (), keep: bool = True) -> Block:
    """Blocks side by side (one below the other on a phone), in reading order; widths are shares."""
    return _block("columns", columns=cells, widths=list(widths), keep=keep)


def figure(
    svg: str,
    *,
    alt: str | Sentence,
    caption: Inline = "",
    width_mm: float = 0,
    decorative: bool = False,
    printed: Sequence[Figure] = (),
    axis: Sequence[str] = (),
    plots: Sequence[dict[str, Any]] = (),
) -> Block:
    """A picture. A picture that is not decorative needs a text alternative.

    ``printed`` are the figures that stand in the picture, ``axis`` the labels of its axes, which
    are no figures: what reads the picture back can account for every number in it. ``alt_told``
    and ``caption_told`` hold what the text alternative and the caption print, each in its order.
    ``plots`` are the rows of the store that each plot of a chart draws.
    """
    words = alt.text if isinstance(alt, Sentence) else alt
    if not decorative and not words.strip():
        raise ValueError("a picture needs a text alternative")
    return _block(
        "figure",
        svg=svg,
        alt=words,
        alt_told=_told(alt),
        caption_told=_told(caption),
        caption=runs(caption) if caption else [],
        width_mm=width_mm or None,
        decorative=decorative,
        figures=trace(caption) + [figure_trace(f) for f in printed],
        axis=list(axis),
        plots=list(plots),
    )


def cell(
    text: Inline = "",
    *,
    header: bool = False,
    align: str = "",
    tone: str = "",
    icon: str = "",
    svg: str = "",
    small: bool = False,
) -> Block:
    """A table cell. ``icon`` (a name of ours) and ``svg`` (a sparkline) are decorative: the words
    beside them say the same. ``header`` makes a row header."""
    return _block(
        "cell",
        runs=runs(text),
        header=header,
        align=align,
        tone=tone,
        icon=icon,
        svg=svg,
        small=small,
        figures=trace(text),
        marks=marks(text),
    )


def table(
    columns: Sequence[dict[str, Any]],
    rows: list[list[Block]],
    *,
    caption: Inline,
    summary: str = "",
    attach: dict[str, str] | None = None,
    style: str = "",
    groups: dict[int, str] | None = None,
    landscape: bool = False,
) -> Block:
    """A table with one header row, repeated on every page that it goes over.

    A column is ``{"text": str, "align": "left"|"right"|"center", "width": share or 0 for auto}``.
    The first cell of a row is its header. ``groups`` maps the index of a row to the title of a
    group that begins above it. ``attach`` (``name``, ``csv``, ``description``) attaches the
    table's data to the PDF. ``style`` is blank or ``dense``.
    """
    return _block(
        "table",
        columns=[dict(c) for c in columns],
        rows=rows,
        caption=runs(caption),
        summary=summary,
        attach=attach,
        style=style,
        groups={str(k): v for k, v in (groups or {}).items()} or None,
        landscape=landscape,
        figures=trace(caption),
        marks=marks(caption),
    )


def notes(lines: int = 4, *, label: str = "Notes") -> Block:
    """Room to write: ruled lines, which a screen reader passes over."""
    return _block("notes", lines=lines, label=label)


def page_break() -> Block:
    """A new page."""
    return {"type": "page_break"}


def code(text: str, *, output: bool = False) -> Block:
    """Program text or plain output, for notebooks that are not briefings."""
    return _block("code", text=text, output=output)


def document(
    *,
    title: str,
    subject: str = "",
    author: str = "",
    language: str = "en-GB",
    running: str = "",
    status: str = "",
    date: str = "",
    keywords: Sequence[str] = (),
    colour: str = "",
    logo: dict[str, str] | None = None,
) -> Block:
    """What the whole edition is: metadata, the running header, ``status`` (such as DRAFT; on every
    page), the day it is of (ISO), the panel's colour and logo (``svg``, ``alt``)."""
    return _block(
        "document",
        title=title,
        subject=subject,
        author=author,
        language=language,
        running=running,
        status=status,
        date=date,
        keywords=list(keywords),
        colour=colour,
        logo=logo,
    )


def attachment(name: str, text: str, *, description: str) -> Block:
    """A file attached to the PDF and linked from the HTML edition."""
    return _block("attachment", name=name, text=text, description=description)


def complete(meeting: str, **counts: int) -> Block:
    """The mark of a last cell: the edition is whole."""
    return {"type": "complete", "meeting": meeting, "counts": counts}
