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
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any, Final

from briefing.errors import BriefingError
from briefing.publish.fonts import BODY, PLACEHOLDER, covered, covers_pattern, typst_fonts

#: Accessible, and fit for the archive with data attached.
STANDARDS: Final = ("ua-1", "a-3a")

#: Typst names the text that it could not print in quotation marks of Rust.
_NAMED = re.compile(
    r'(?:the text|contains the codepoint) `"((?:[^"\\]|\\.)*)"`(?: could not be displayed)?'
)
_RUST_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_NOT_NAMED = "missing codepoints"

#: Behind these code points stand scripts whose letters join; a renderer of SVG can lose some.
_SIMPLE_SCRIPTS = 0x52F
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
            data, lost = _without(data, error.characters)
            missing += "".join(c for c in lost if c not in missing)
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
        lost = [_lost(_unescaped(text)) for text in _NAMED.findall(error.diagnostic)]
        if lost or _NOT_NAMED in error.diagnostic:
            raise _NoGlyphError("".join(dict.fromkeys("".join(lost)))) from None
        raise BriefingError(f"the PDF could not be made: {error.message}") from None
    assert isinstance(pdf, bytes)
    return pdf


def _lost(cluster: str) -> str:
    """The characters of a cluster that the body font lacks; all where it lacks none."""
    return "".join(c for c in cluster if c not in covered(BODY)) or cluster


def _unescaped(text: str) -> str:
    return _RUST_ESCAPE.sub(
        lambda m: chr(int(m[1], 16)) if m[1] else {"n": "\n", "t": "\t", "r": "\r"}.get(m[2], m[2]),
        text,
    )


def _without(data: dict[str, Any], named: str) -> tuple[dict[str, Any], str]:
    """The data with the placeholder for each lost character, and those characters.

    Where Typst named none, they are the joined letters and marks in pictures.
    """
    lost: dict[str, None] = {}

    def change(text: str, key: str) -> str:
        if not named and key != "svg":
            return text
        found = {c: None for c in text if (c in named if named else _joins(c))}
        lost.update(found)
        return "".join(PLACEHOLDER if c in found else c for c in text)

    return _changed(data, change), "".join(lost)


def _joins(character: str) -> bool:
    """Whether a character may be drawn as part of its neighbours."""
    marks = unicodedata.category(character)[0] == "M"
    letter = character.isalpha() and ord(character) > _SIMPLE_SCRIPTS
    return marks or letter


def _changed(value: Any, change: Callable[[str, str], str], key: str = "") -> Any:
    if isinstance(value, str):
        return change(value, key)
    if isinstance(value, dict):
        return {k: v if k == "attachments" else _changed(v, change, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_changed(one, change, key) for one in value]
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
