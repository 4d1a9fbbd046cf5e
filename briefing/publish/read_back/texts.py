"""Every text that an edition prints, with what it says of its numbers, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from xml.etree import ElementTree

from briefing.model.blocks import Block
from briefing.publish.edition import Edition, nested, plain
from briefing.publish.read_back.numbers import even

Trace = Mapping[str, Any]


@dataclass(frozen=True)
class Text:
    """A text of an edition.

    Parameters
    ----------
    words
        The text, even.
    figures
        The traces of the figures that it prints, in their order.
    marks
        The periods and places that it names, in their order, each by name and text.
    where
        What it is, for a message: ``a paragraph``, ``the table Every measure``.
    kind
        ``text``; ``ordinal`` before an entry of a list; ``summary`` and ``download`` of a table,
        which only the page has; ``head`` of a column; ``page``, a cell with the number of a page;
        ``alt`` is read only by machines; ``drawn`` stands in a picture, where a figure may stand
        more than once and in any order; ``unseen`` only in the file's properties.
    pieces
        The single texts of a picture.
    axis
        The labels of a picture's axes.
    repeats
        What is printed again where a page ends in this text: the head of its table.
    """

    words: str
    figures: tuple[Trace, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    where: str = ""
    kind: str = "text"
    pieces: tuple[str, ...] = ()
    axis: frozenset[str] = field(default=frozenset())
    repeats: tuple[str, ...] = ()


def texts_of(edition: Edition) -> list[Text]:
    """Every text of the edition's body, in reading order, then those of its document block."""
    return [text for text in (*_of_blocks(edition.blocks), *_of_document(edition)) if text.words]


def _of_blocks(blocks: Sequence[Block]) -> Iterator[Text]:
    for block in blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Text]:
    kind = block["type"]
    if kind == "heading":
        yield Text(even(str(block.get("numbered", ""))), where="a heading's number")
    if kind in ("heading", "paragraph"):
        yield _told(plain(block.get("runs")), block, f"a {kind}")
    elif kind == "box":
        yield _told(plain(block.get("title")), {}, "the title of a box")
    elif kind == "figure":
        yield from _of_picture(block)
    elif kind == "table":
        yield from _of_table(block)
    elif kind == "notes":
        yield Text(even(str(block.get("label", ""))), where="the label of notes")
    elif kind == "code":
        yield Text(even(str(block.get("text", ""))), where="program text")
    for number, inner in enumerate(nested(block), start=1):
        if kind == "list" and block.get("ordered"):
            yield Text(f"{number}.", where="the number of an entry", kind="ordinal")
        yield from _of_blocks(inner)


def _of_picture(block: Block) -> Iterator[Text]:
    alt = str(block.get("alt", ""))
    figures = tuple(block.get("figures", ()))
    axis = frozenset(even(str(label)) for label in block.get("axis", ()))
    where = f"the picture {alt[:60]!r}"
    pieces = drawn(str(block.get("svg", "")))
    yield Text(" ".join(pieces), figures, (), where, "drawn", pieces, axis)
    yield _told(alt, block.get("alt_told", {}), where, "alt")
    yield _told(plain(block.get("caption")), block.get("caption_told", {}), where)


def drawn(svg: str) -> tuple[str, ...]:
    """The texts that stand in a picture, in the order in which they are drawn."""
    if "<text" not in svg:
        return ()
    root = ElementTree.fromstring(svg)
    lines = (e for e in root.iter() if str(e.tag).rpartition("}")[2] == "text")
    return tuple(words for line in lines if (words := even("".join(line.itertext()))))


def _of_table(block: Block) -> Iterator[Text]:
    caption = plain(block.get("caption"))
    where = f"the table {caption[:60]!r}"
    yield _told(caption, block, where)
    yield Text(even(str(block.get("summary", ""))), where=where, kind="summary")
    heads = [even(str(column.get("text", ""))) for column in block["columns"]]
    for column in block["columns"]:
        yield Text(even(str(column.get("text", ""))), where=where, kind="head")
    groups = block.get("groups") or {}
    repeats: tuple[str, ...] = (" ".join(heads),)
    for number, row in enumerate(block["rows"]):
        if title := even(str(groups.get(str(number), ""))):
            yield Text(title, where=f"{where}, a group's title", repeats=repeats[-1:])
            repeats = (f"{' '.join(heads)} {title}", " ".join(heads))
        for head, cell in zip(heads, row, strict=True):
            kind = "page" if head == "Page" else "text"
            told = _told(plain(cell.get("runs")), cell, f"{where}, row {number + 1}", kind)
            yield replace(told, repeats=repeats)
            pieces = drawn(str(cell.get("svg", "")))
            yield Text(" ".join(pieces), where=where, kind="drawn", pieces=pieces)
    if attached := block.get("attach"):
        said = even(str(attached.get("description") or attached.get("name", "")))
        yield Text(f"Download: {said}", where=where, kind="download")


def _of_document(edition: Edition) -> Iterator[Text]:
    for name in ("title", "subject", "author", "running", "status"):
        said = even(str(edition.document.get(name, "")))
        yield Text(said, where=f"the document's {name}", kind="unseen")
    for attachment in edition.attachments:
        said = even(str(attachment["description"]))
        yield Text(said, where=f"the description of {attachment['name']}", kind="unseen")


def _told(words: str, told: Mapping[str, Any], where: str, kind: str = "text") -> Text:
    marks = tuple((str(m["name"]), even(str(m["text"]))) for m in told.get("marks", ()))
    return Text(even(words), tuple(told.get("figures", ())), marks, where, kind)
