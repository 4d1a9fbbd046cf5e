"""An executed notebook as an edition: the blocks that its cells carry, and all else it shows."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from briefing.errors import BriefingError
from briefing.model import blocks as b
from briefing.publish.edition import Edition, plain, rebuild, walk
from briefing.publish.headings import heading_text, headings, repair
from briefing.publish.markdown import markdown_blocks
from briefing.publish.outputs import Place, carried, output_blocks
from briefing.publish.pictures import clean_svg

#: The blocks that an edition may hold, and what each must have.
KINDS: dict[str, tuple[str, ...]] = {
    "heading": (),
    "paragraph": (),
    "list": (),
    "box": (),
    "columns": (),
    "figure": ("svg",),
    "table": ("columns",),
    "notes": (),
    "page_break": (),
    "code": (),
    "document": ("title",),
    "attachment": ("name", "description"),
    "complete": ("meeting",),
}
#: What a block holds where it says nothing: empty content is left out of blocks.
_EMPTY: dict[str, dict[str, Any]] = {
    "heading": {"runs": [], "level": 2},
    "paragraph": {"runs": []},
    "list": {"items": []},
    "box": {"blocks": [], "tone": "plain"},
    "columns": {"columns": []},
    "table": {"rows": [], "caption": []},
    "notes": {"lines": 4, "label": "Notes"},
    "code": {"text": ""},
    "attachment": {"text": ""},
}
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HIDE_CELL = {"remove_cell", "remove-cell", "hide-cell"}
_HIDE_INPUT = {"remove_input", "remove-input", "hide-input"}
_HIDE_OUTPUT = {"remove_output", "remove-output", "hide-output"}


def edition_from_notebook(
    notebook: Mapping[str, Any],
    *,
    title: str = "",
    require_alt_text: bool = False,
    exclude_input: bool = False,
) -> Edition:
    """Everything that an executed notebook shows, in order.

    Parameters
    ----------
    notebook
        An executed notebook, nbformat 4.
    title
        The title where the notebook states none.
    require_alt_text
        Whether a picture without a text alternative is an error. Otherwise the edition says
        that there is none, and a warning names the cell.
    exclude_input
        Whether program text is left out. It always is where a cell carries a document block.

    Raises
    ------
    BriefingError
        For a block that is not known, lacks its content or its text alternative; the cell is
        named.
    """
    cells = list(notebook.get("cells", []))
    briefing = any(_carries(cell, "document") for cell in cells)
    found: list[b.Block] = []
    warnings: list[str] = []
    for number, cell in enumerate(cells, start=1):
        place = Place(_name(cell, number), require_alt_text)
        shown = _cell_blocks(cell, place, inputs=not (briefing or exclude_input), briefing=briefing)
        found += [_checked(block, place) for block in shown]
        warnings += place.warnings
    documents = [block for block in found if block["type"] == "document"]
    attachments = [block for block in found if block["type"] == "attachment"]
    body = [block for block in found if block["type"] not in ("document", "attachment", "complete")]
    document = documents[-1] if documents else _clean(_document(notebook, body, title))
    return Edition(
        document=document,
        blocks=tuple(repair(body, str(document["title"]).strip() or "Notebook")),
        attachments=tuple(_named(attachments, body)),
        complete=_last_word(cells),
        warnings=tuple(warnings),
    )


def _cell_blocks(
    cell: Mapping[str, Any], place: Place, *, inputs: bool, briefing: bool
) -> list[b.Block]:
    metadata = cell.get("metadata", {})
    tags = set(metadata.get("tags", ()))
    if tags & _HIDE_CELL or cell.get("cell_type") == "raw":
        return []
    if cell.get("cell_type") == "markdown":
        made, missing = markdown_blocks(_source(cell), cell.get("attachments"))
        for name in missing:
            place.warn(f"the picture {name!r} is not inside the notebook and was left out")
        return made
    hidden = metadata.get("jupyter", {})
    made = []
    show_source = inputs and not tags & _HIDE_INPUT and not hidden.get("source_hidden")
    if show_source and _source(cell).strip():
        made.append(b.code(_source(cell).rstrip()))
    if tags & _HIDE_OUTPUT or hidden.get("outputs_hidden"):
        return made
    for output in _merged(cell.get("outputs", [])):
        if briefing and output.get("name") == "stderr":
            place.warn("what it wrote to stderr was left out: " + _first_line(output))
            continue
        made += output_blocks(output, place)
    return made


def _checked(block: b.Block, place: Place) -> b.Block:
    """The block with safe pictures, after every block in it was found to be whole."""

    def check(one: b.Block) -> b.Block:
        kind = one.get("type")
        if kind not in KINDS:
            raise BriefingError(f"{place.name}: it carries a block of unknown type {kind!r}")
        one = {**_EMPTY.get(kind, {}), **one}
        for name in KINDS[kind]:
            if name not in one:
                raise BriefingError(f"{place.name}: a {kind} block without {name}")
        if kind == "figure":
            one = {**one, "svg": _safe(one["svg"], place)}
            if not one.get("decorative"):
                one["alt"] = place.alternative(str(one.get("alt", "")))
        if kind == "document" and (one.get("logo") or {}).get("svg"):
            logo = one["logo"]
            alt = place.alternative(str(logo.get("alt", "")))
            one = {**one, "logo": {"svg": _safe(logo["svg"], place), "alt": alt}}
        if kind == "table":
            _whole_rows(one, place)
            one = {**one, "rows": [[_cell(c, place) for c in row] for row in one["rows"]]}
        return one

    return rebuild([_clean(block)], check)[0]


def _whole_rows(table: b.Block, place: Place) -> None:
    width = len(table["columns"])
    for number, row in enumerate(table.get("rows", []), start=1):
        if len(row) != width:
            raise BriefingError(
                f"{place.name}: row {number} of a table has {len(row)} cells for {width} columns"
            )


def _cell(cell: b.Block, place: Place) -> b.Block:
    whole = {"runs": [], **cell}
    return {**whole, "svg": _safe(cell["svg"], place)} if cell.get("svg") else whole


def _safe(svg: str, place: Place) -> str:
    try:
        return clean_svg(svg)
    except BriefingError as error:
        raise BriefingError(f"{place.name}: {error}") from None


def _document(notebook: Mapping[str, Any], body: list[b.Block], title: str) -> b.Block:
    """A document block for a notebook that carries none."""
    metadata = notebook.get("metadata", {})
    first = next((heading_text(h) for h in headings(body) if h.get("level") == 1), "")
    authors = metadata.get("authors", ())
    names = [a.get("name", "") if isinstance(a, Mapping) else str(a) for a in authors]
    return b.document(
        title=str(metadata.get("title") or first or title or "Notebook"),
        author=", ".join(n for n in names if n),
    )


def _named(attachments: list[b.Block], body: list[b.Block]) -> list[b.Block]:
    """Attachments with the data of the tables among them; a name used twice gets a number."""
    every = [dict(block) for block in attachments]
    for block in walk(body):
        given = block.get("attach") if block["type"] == "table" else None
        if given:
            described = given.get("description") or plain(block.get("caption"))
            every.append(b.attachment(given["name"], given["csv"], description=described))
    taken: dict[str, b.Block] = {}
    for block in every:
        stem, dot, ending = block["name"].replace("/", "-").replace("\\", "-").rpartition(".")
        name, count = block["name"].replace("/", "-").replace("\\", "-"), 1
        while name in taken and taken[name]["text"] != block["text"]:
            count += 1
            name = f"{stem}-{count}{dot}{ending}" if dot else f"{ending}-{count}"
        taken[name] = {**block, "name": name}
    return list(taken.values())


def _last_word(cells: list[Mapping[str, Any]]) -> b.Block | None:
    """The complete block of the last code cell; one anywhere else does not count."""
    code = [cell for cell in cells if cell.get("cell_type") == "code" and _source(cell).strip()]
    for block in _carried_by(code[-1]) if code else []:
        if block.get("type") == "complete":
            return block
    return None


def _carries(cell: Mapping[str, Any], kind: str) -> bool:
    return any(block.get("type") == kind for block in _carried_by(cell))


def _carried_by(cell: Mapping[str, Any]) -> list[b.Block]:
    bundles = [output.get("data", {}) for output in cell.get("outputs", ())]
    place = Place("a cell")
    return [block for data in bundles if b.MIME in data for block in carried(data[b.MIME], place)]


def _clean(value: Any, key: str = "") -> Any:
    """Text in composed form without what no edition can print, such as control characters."""
    if isinstance(value, str):
        if key == "csv":
            return value
        composed = unicodedata.normalize("NFC", value)
        return "".join(c for c in composed if c in "\n\t" or not _unprintable(c))
    if isinstance(value, dict):
        return {name: _clean(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return value


def _unprintable(character: str) -> bool:
    """Whether it is a control character, or no character at all (the last two of each plane).

    Marks of byte order and of writing direction count as controls: they could turn words round.
    """
    if character in _DIRECTION or character == "\ufeff":
        return True
    return unicodedata.category(character) in ("Cc", "Cs") or ord(character) & 0xFFFE == 0xFFFE


def _merged(outputs: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Outputs with the pieces of one stream joined."""
    made: list[Mapping[str, Any]] = []
    for output in outputs:
        last = made[-1] if made else {}
        if output.get("output_type") == "stream" and last.get("name") == output.get("name"):
            text = "".join(last["text"]) + "".join(output.get("text", ""))
            made[-1] = {**last, "text": text}
        else:
            made.append(output)
    return made


def _first_line(output: Mapping[str, Any]) -> str:
    return "".join(output.get("text", "")).strip().split("\n")[0][:200]


def _name(cell: Mapping[str, Any], number: int) -> str:
    return f"cell {number} ({cell.get('cell_type', 'code')})"


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    return "".join(source) if isinstance(source, list) else str(source)
