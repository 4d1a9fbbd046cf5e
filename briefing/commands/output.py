"""Where a command's data goes: a file, written whole, or stdout."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.errors import BriefingError
from briefing.store import write_whole


def put(content: bytes, output: Path | None, *, text: bool = True) -> None:
    """Write data to a file, or to stdout where none is named.

    Raises
    ------
    BriefingError
        When the file cannot be written, or the data is no text and stdout is a terminal.
    """
    if output is None or str(output) == "-":
        if not text and sys.stdout.isatty():
            raise BriefingError("this format is not for the screen: name a file with -o FILE")
        click.echo(content, nl=False)
    elif output.exists() and not output.is_file() and not output.is_dir():
        output.write_bytes(content)
    else:
        write_whole({output: content})
