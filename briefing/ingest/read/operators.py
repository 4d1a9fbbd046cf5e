"""The operators of a PDF's page with their operands, several times as fast as pdfminer has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT, PSLiteral, literal_name

_END = rb"\x00\t\n\x0c\r ()<>\[\]{}/%"
_TOKEN = re.compile(
    rb"[\x00\t\n\x0c\r ]*(?:"
    rb"([+-]?(?:\d+\.?\d*|\.\d+))(?=[" + _END + rb"]|\Z)"
    rb"|([A-Za-z'\"][A-Za-z0-9*'\"]*)"
    rb"|\(([^()\\\r]*)\)"
    rb"|/([^" + _END + rb"]*)"
    rb"|(<<|>>|[\[\]])"
    rb"|<([0-9A-Fa-f\x00\t\n\x0c\r ]*)>"
    rb"|(\()"
    rb"|%[^\r\n]*"
    rb"|[^\x00\t\n\x0c\r ])"
)
_IN_STRING = re.compile(rb"[()\\\r]")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_IMAGE_END = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[" + _END + rb"]|\Z)")
_CONSTANTS = {"true": True, "false": False, "null": None}
_DEEPEST = 50

_names: dict[bytes, PSLiteral] = {}


def operations(data: bytes) -> Iterator[tuple[str, list[Any]]]:
    """Each operator with what stands before it; an inline image comes whole, as ``EI``."""
    operands: list[Any] = []
    waiting: list[list[Any]] = []
    at, size = 0, len(data)
    match = _TOKEN.match
    while at < size:
        token = match(data, at)
        if token is None:
            return
        at = token.end()
        kind = token.lastindex
        if kind == 1:
            number = token[1]
            operands.append(float(number) if b"." in number else int(number[:20]))
        elif kind == 2:
            name = token[2].decode("ascii")
            if name in _CONSTANTS:
                operands.append(_CONSTANTS[name])
            elif name == "BI":
                operands, waiting = [], []
            elif name == "ID":
                stream, at = _inline_image(data, at, operands)
                yield "EI", [stream]
                operands, waiting = [], []
            else:
                yield name, waiting[0] if waiting else operands
                operands, waiting = [], []
        elif kind == 3:
            operands.append(token[3])
        elif kind == 4:
            operands.append(_names.get(token[4]) or _name(token[4]))
        elif kind == 5:
            if token[5] in (b"[", b"<<"):
                if len(waiting) < _DEEPEST:
                    waiting.append(operands)
                    operands = []
            elif waiting:
                inner, operands = operands, waiting.pop()
                operands.append(inner if token[5] == b"]" else _dictionary(inner))
        elif kind == 6:
            digits = re.sub(rb"\s|\x00", b"", token[6])
            operands.append(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")))
        elif kind == 7:
            text, at = _string(data, at)
            operands.append(text)


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """The string that begins at a place, behind its bracket, and the place behind it."""
    depth = 1
    start = at
    while depth:
        found = _IN_STRING.search(data, at)
        if found is None:
            return _plain(data[start:]), len(data)
        at = found.end()
        if found[0] == b"\\":
            at += 1
        elif found[0] == b"(":
            depth += 1
        elif found[0] == b")":
            depth -= 1
    return _plain(data[start : at - 1]), at


def _plain(raw: bytes) -> bytes:
    if b"\r" in raw:
        raw = re.sub(rb"(?<!\\)\r\n?", b"\n", raw)
    return _ESCAPE.sub(_unescaped, raw)


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes((int(found[1], 8) & 0xFF,))
    if found[2] in (b"\n", b"\r", b"\r\n"):
        return b""
    return _ESCAPED.get(found[2], found[2])


def _name(raw: bytes) -> PSLiteral:
    plain = _NAME_CODE.sub(lambda code: bytes.fromhex(code[1].decode("ascii")), raw)
    try:
        literal = LIT(plain.decode("utf-8"))
    except UnicodeDecodeError:
        literal = LIT(plain)
    if len(_names) < 10_000:
        _names[raw] = literal
    return literal


def _dictionary(flat: list[Any]) -> dict[Any, Any]:
    return {
        literal_name(key): value
        for key, value in zip(flat[::2], flat[1::2], strict=False)
        if isinstance(key, PSLiteral)
    }


def _inline_image(data: bytes, at: int, operands: list[Any]) -> tuple[PDFStream, int]:
    end = _IMAGE_END.search(data, at)
    stop, behind = (end.start(), end.end()) if end else (len(data), len(data))
    return PDFStream(_dictionary(operands), data[at + 1 : stop]), behind
