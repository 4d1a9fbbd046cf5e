"""The text alternatives of a tagged PDF's figures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_DEEPEST = 60
_MOST = 20_000


def alternatives_of(page: pypdfium2.PdfPage) -> dict[int, str]:
    """Texts by the number of the marked content that they stand for."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    try:
        found: dict[int, str] = {}
        for element in _elements(tree):
            text = _alternative(element)
            if text:
                for mark in _marks(element):
                    found.setdefault(mark, text)
        return found
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _elements(tree: Any) -> Iterator[Any]:
    waiting = [
        (pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), 1)
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    seen = 0
    while waiting and seen < _MOST:
        element, depth = waiting.pop()
        if not element:
            continue
        seen += 1
        yield element
        if depth < _DEEPEST:
            waiting += [
                (pdfium.FPDF_StructElement_GetChildAtIndex(element, at), depth + 1)
                for at in range(pdfium.FPDF_StructElement_CountChildren(element))
            ]


def _marks(element: Any) -> list[int]:
    count = pdfium.FPDF_StructElement_GetMarkedContentIdCount(element)
    return [
        pdfium.FPDF_StructElement_GetMarkedContentIdAtIndex(element, at)
        for at in range(max(0, count))
    ]


def _alternative(element: Any) -> str:
    length = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDF_StructElement_GetAltText(element, buffer, length)
    return " ".join(buffer.raw[: length - 2].decode("utf-16-le", errors="replace").split())
