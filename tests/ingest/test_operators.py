"""The operators of a page are read as the specification has them."""

from __future__ import annotations

from typing import Any

import pytest
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT

from briefing.ingest.read.operators import operations


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"1 0 0 -1 .5 -2. cm", [("cm", [1, 0, 0, -1, 0.5, -2.0])]),
        (b"BT/F1 12 Tf(a)Tj ET", [("BT", []), ("Tf", [LIT("F1"), 12]), ("Tj", [b"a"]), ("ET", [])]),
        (rb"(a\(b\)\\ \101\7 (in (out)) c)'", [("'", [b"a(b)\\ A\x07 (in (out)) c"])]),
        (b"(one\\\r\ntwo\rthree) Tj", [("Tj", [b"onetwo\nthree"])]),
        (b"<48 656C6c6> Tj", [("Tj", [b"Hell`"])]),
        (b"[(a)-12.5<62>]TJ", [("TJ", [[b"a", -12.5, b"b"]])]),
        (b"/Span<</MCID 3/ActualText(x)>>BDC EMC",
         [("BDC", [LIT("Span"), {"MCID": 3, "ActualText": b"x"}]), ("EMC", [])]),
        (b"% a comment (with\n0.5 g", [("g", [0.5])]),
        (b"/A#20B gs T* \"", [("gs", [LIT("A B")]), ("T*", []), ('"', [])]),
        (b"true false null x", [("x", [True, False, None])]),
        (b"(never closed", []),
        (b"] >> ) 5 w", [("w", [5])]),
    ],
)  # fmt: skip
def test_operands_and_operators(content: bytes, expected: list[tuple[str, list[Any]]]) -> None:
    assert list(operations(content)) == expected


def test_an_inline_image_comes_whole() -> None:
    content = b"q BI /W 2/H 1 /BPC 8 /CS/G ID \x00EI\xff EI Q 3 w"
    (start, (name, (image,)), *rest) = operations(content)
    assert start == ("q", []) and rest == [("Q", []), ("w", [3])]
    assert name == "EI" and isinstance(image, PDFStream)
    assert image.attrs["W"] == 2


def test_deep_nesting_ends() -> None:
    assert [name for name, _ in operations(b"[" * 10_000 + b"]" * 10_000 + b" 1 w")] == ["w"]
