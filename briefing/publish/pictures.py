"""Pictures as safe, self-contained SVG: nothing that runs, nothing from elsewhere."""

from __future__ import annotations

import base64
import re
import struct

from lxml import etree

from briefing.errors import BriefingError

SVG = "http://www.w3.org/2000/svg"
_DROPPED = {"script", "foreignObject", "metadata", "iframe", "animate", "set", "handler"}
_EMBEDDED = re.compile(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=\s]+\Z")
_MM = {"": 25.4 / 96, "px": 25.4 / 96, "pt": 25.4 / 72, "mm": 1.0, "cm": 10.0, "in": 25.4}


def clean_svg(svg: str) -> str:
    """The picture without scripts, event handlers, metadata and references to elsewhere.

    Raises
    ------
    BriefingError
        When the text is no well-formed SVG.
    """
    root = _parse(svg)
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or etree.QName(element).localname in _DROPPED:
            _remove(element)
            continue
        for name, value in list(element.attrib.items()):
            kept = _attribute(etree.QName(name).localname, str(value))
            if kept is None:
                del element.attrib[name]
            else:
                element.attrib[name] = kept
        if etree.QName(element).localname == "style" and element.text:
            element.text = _references(re.sub(r"@import[^;]*;?", "", element.text))
    return str(etree.tostring(root, encoding="unicode", with_tail=False))


def raster_svg(data: bytes, kind: str, *, width_px: float = 0) -> str:
    """A PNG or JPEG inside an SVG, at ``width_px`` or one picture point a CSS pixel.

    Raises
    ------
    BriefingError
        When the data is no picture of that kind.
    """
    width, height = _png_size(data) if kind == "png" else _jpeg_size(data)
    shown = width_px or width
    content = base64.b64encode(data).decode("ascii")
    return (
        f'<svg xmlns="{SVG}" width="{shown:g}" height="{shown * height / width:g}" '
        f'viewBox="0 0 {width} {height}"><image width="{width}" height="{height}" '
        f'href="data:image/{kind};base64,{content}"/></svg>'
    )


def size_mm(svg: str) -> tuple[float, float]:
    """Width and height in millimetres; a picture that states none is taken at 96 points an inch."""
    root = _parse(svg)
    width, height = _length(root.get("width")), _length(root.get("height"))
    box = [float(n) for n in re.findall(r"-?[\d.]+", root.get("viewBox") or "")]
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        if width and not height:
            height = width * box[3] / box[2]
        elif height and not width:
            width = height * box[2] / box[3]
        elif not width:
            width, height = box[2] * _MM["px"], box[3] * _MM["px"]
    return (width or 100.0, height or 100.0)


def _parse(svg: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(svg.strip().encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise BriefingError(f"a picture is no well-formed SVG: {error}") from None
    if etree.QName(root).localname != "svg":
        raise BriefingError("a picture is no SVG")
    return root


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _attribute(name: str, value: str) -> str | None:
    if name.lower().startswith("on"):
        return None
    if name == "href":
        return value if value.startswith("#") or _EMBEDDED.match(value) else None
    return _references(value)


def _references(text: str) -> str:
    """The text with every ``url()`` that leaves the picture turned into nothing."""
    return re.sub(r"url\((?!['\"]?#)[^)]*\)", "none", text)


def _length(text: str | None) -> float:
    match = re.fullmatch(r"\s*([\d.]+)\s*([a-z]*)\s*", text or "")
    return float(match[1]) * _MM[match[2]] if match and match[2] in _MM else 0.0


def _png_size(data: bytes) -> tuple[int, int]:
    if data[:8] != b"\x89PNG\r\n\x1a\n" or len(data) < 24:
        raise BriefingError("a picture is no PNG")
    width, height = struct.unpack(">II", data[16:24])
    return int(width) or 1, int(height) or 1


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """The size stands in the frame header, behind any number of other segments."""
    place = 2
    while data[:2] == b"\xff\xd8" and place + 9 < len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return int(width) or 1, int(height) or 1
        place += 2 + length
    raise BriefingError("a picture is no JPEG")
