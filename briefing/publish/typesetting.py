"""Typst: from laid-out data to the pages of a PDF, also as a process that can be stopped.

Run as a module it reads the data as JSON from standard input and writes the PDF to standard
output, so that a caller can put a limit on its time.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any, Final

from briefing.errors import BriefingError
from briefing.publish.fonts import (
    BODY,
    LETTERS,
    PLACEHOLDER,
    covered,
    covers_pattern,
    typst_fonts,
)

#: Accessible, and fit for the archive with data attached.
STANDARDS: Final = ("ua-1", "a-3a")

#: Typst names the text that no font could print in quotation marks of Rust.
_NO_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_RUST_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_NO_CODEPOINT = "missing codepoints"
_ATTEMPTS = 4


def typeset(data: dict[str, Any]) -> tuple[bytes, str]:
    """The PDF, and the characters that no font has, which it shows as a placeholder.

    Raises
    ------
    BriefingError
        When the pages cannot be made.
    """
    missing = ""
    for _ in range(_ATTEMPTS):
        try:
            return _compile(data), missing
        except _NoGlyphError as error:
            lost = error.characters or _unsure(data)
            if not set(lost) - set(missing):
                break
            missing += lost
            data = _without(data, lost)
    raise BriefingError("the PDF could not be made: some of its text cannot be printed")


def typeset_within(data: dict[str, Any], seconds: float) -> tuple[bytes, str]:
    """As :func:`typeset`, in a process of its own that is killed after so many seconds."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "briefing.publish.typesetting"],
            input=json.dumps(data).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        )
    except subprocess.TimeoutExpired:
        raise BriefingError(f"the PDF was not ready after {seconds:g} seconds") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise BriefingError(said[-1] if said else "the PDF could not be made")
    missing, _, pdf = done.stdout.partition(b"\n")
    return pdf, json.loads(missing)


class _NoGlyphError(Exception):
    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


def _compile(data: dict[str, Any]) -> bytes:
    import typst

    year, month, day = data["document"]["date"]
    template = files("briefing.publish").joinpath("templates/briefing.typ").read_bytes()
    data = {**data, "look": {**data["look"], "covers": covers_pattern()}}
    try:
        pdf = typst.compile(
            template,
            font_paths=typst_fonts(),
            sys_inputs={"edition": json.dumps(data, ensure_ascii=False)},
            pdf_standards=[*STANDARDS],
            timestamp=datetime(year, month, day, 12, tzinfo=UTC),
        )
    except typst.TypstError as error:
        lost = [_unescaped(text) for text in _NO_GLYPH.findall(error.diagnostic)]
        if lost or _NO_CODEPOINT in error.diagnostic:
            raise _NoGlyphError("".join(dict.fromkeys("".join(lost)))) from None
        raise BriefingError(f"the PDF could not be made: {error.message}") from None
    assert isinstance(pdf, bytes)
    return pdf


def _unescaped(text: str) -> str:
    return _RUST_ESCAPE.sub(
        lambda m: chr(int(m[1], 16)) if m[1] else {"n": "\n", "t": "\t", "r": "\r"}.get(m[2], m[2]),
        text,
    )


def _unsure(data: dict[str, Any]) -> str:
    """Every character that stands outside the fonts of letters, where Typst names none."""
    known = covered(BODY) | covered(LETTERS)
    return "".join(
        c for c in dict.fromkeys(_texts(data)) if c not in known and unicodedata.category(c) != "Cc"
    )


def _texts(value: Any) -> str:
    if isinstance(value, str):
        return value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return "".join(_texts(one) for one in inner)


def _without(value: Any, lost: str) -> Any:
    """The data with the placeholder in place of each lost character, files to attach excepted."""
    if isinstance(value, str):
        return "".join(PLACEHOLDER if c in lost else c for c in value)
    if isinstance(value, dict):
        return {k: v if k == "attachments" else _without(v, lost) for k, v in value.items()}
    if isinstance(value, list):
        return [_without(one, lost) for one in value]
    return value


def _main() -> int:
    try:
        pdf, missing = typeset(json.load(sys.stdin.buffer))
    except BriefingError as error:
        print(error, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(json.dumps(missing).encode() + b"\n" + pdf)
    return 0


if __name__ == "__main__":
    sys.exit(_main())
