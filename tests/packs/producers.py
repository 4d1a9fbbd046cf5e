"""Two PDF producers: the same sheets printed by reportlab and by typst."""

from __future__ import annotations

import io

import pikepdf
import typst
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from packs.drawing import ATKINSON, DEJAVU, FALLBACK, Rect, Rule, Sheet, Text, font_name, runs

_PREAMBLE = """
#set page(margin: 0pt)
#set text(top-edge: "baseline", bottom-edge: "baseline", hyphenate: false, fallback: false,
  font: (FONTS))
#let t(x, y, size, weight, colour, body) = place(top + left, dx: x * 1pt, dy: y * 1pt,
  text(size: size * 1pt, weight: weight, fill: rgb(colour), body))
#let u(x, y, size, weight, colour, body) = place(top + left, dx: x * 1pt, dy: y * 1pt,
  rotate(-90deg, origin: top + left,
    text(size: size * 1pt, weight: weight, fill: rgb(colour), body)))
#let f(x, y, w, h, colour) = place(top + left, dx: x * 1pt, dy: y * 1pt,
  rect(width: w * 1pt, height: h * 1pt, fill: rgb(colour), stroke: none))
#let r(x, y, dx, dy, w, colour) = place(top + left, dx: x * 1pt, dy: y * 1pt,
  line(start: (0pt, 0pt), end: (dx * 1pt, dy * 1pt), stroke: w * 1pt + rgb(colour)))
"""


def by_reportlab(sheets: list[Sheet], face: str) -> bytes:
    """The sheets as PDF, printed by reportlab."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    for sheet in sheets:
        canvas.setPageSize((sheet.width, sheet.height))
        for mark in sheet.marks:
            _draw(canvas, mark, sheet.height, face)
        canvas.showPage()
    canvas.save()
    return _turned(target.getvalue(), sheets)


def _draw(canvas: Canvas, mark: Text | Rect | Rule, height: float, face: str) -> None:
    if isinstance(mark, Rect):
        canvas.setFillColor(HexColor(mark.fill))
        canvas.rect(mark.x, height - mark.y - mark.height, mark.width, mark.height, 0, 1)
    elif isinstance(mark, Rule):
        canvas.setStrokeColor(HexColor(mark.colour))
        canvas.setLineWidth(mark.width)
        canvas.line(mark.x0, height - mark.y0, mark.x1, height - mark.y1)
    else:
        canvas.setFillColor(HexColor(mark.colour))
        canvas.saveState()
        canvas.translate(mark.x, height - mark.y)
        if mark.upwards:
            canvas.rotate(90)
        x = 0.0
        for use, run in runs(mark.text, face):
            name = font_name(use, mark.bold)
            canvas.setFont(name, mark.size)
            canvas.drawString(x, 0, run)
            x += canvas.stringWidth(run, name, mark.size)
        canvas.restoreState()


def by_typst(sheets: list[Sheet], face: str) -> bytes:
    """The sheets as PDF, printed by typst."""
    source = [_PREAMBLE.replace("FONTS", f'"{face}", "{FALLBACK}"')]
    for sheet in sheets:
        body = "\n".join(_typst(mark) for mark in sheet.marks)
        source.append(f"#page(width: {sheet.width}pt, height: {sheet.height}pt)[\n{body}\n]")
    made = typst.compile(
        "\n".join(source).encode(),
        font_paths=[str(ATKINSON), str(DEJAVU)],
        ignore_system_fonts=True,
    )
    return _turned(made, sheets)


def _typst(mark: Text | Rect | Rule) -> str:
    if isinstance(mark, Rect):
        return f'#f({mark.x:.2f},{mark.y:.2f},{mark.width:.2f},{mark.height:.2f},"{mark.fill}")'
    if isinstance(mark, Rule):
        return (
            f"#r({mark.x0:.2f},{mark.y0:.2f},{mark.x1 - mark.x0:.2f},{mark.y1 - mark.y0:.2f},"
            f'{mark.width},"{mark.colour}")'
        )
    text = mark.text.replace("\\", "\\\\").replace('"', '\\"')
    weight = 700 if mark.bold else 400
    name = "u" if mark.upwards else "t"
    return f'#{name}({mark.x:.2f},{mark.y:.2f},{mark.size},{weight},"{mark.colour}","{text}")'


def _turned(made: bytes, sheets: list[Sheet]) -> bytes:
    if not any(sheet.turned for sheet in sheets):
        return made
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        for page, sheet in zip(pdf.pages, sheets, strict=True):
            if not sheet.turned:
                continue
            turn = f"q 0 1 -1 0 {sheet.height:g} 0 cm\n".encode()
            page.contents_add(turn, prepend=True)
            page.contents_add(b"\nQ", prepend=False)
            page.mediabox = [0, 0, sheet.height, sheet.width]
            for name in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if name in page.obj:
                    del page.obj[name]
            if sheet.turned == "flag":
                page.rotate(90, relative=False)
        pdf.save(target, deterministic_id=True)
    return target.getvalue()
