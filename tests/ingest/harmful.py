"""What a document might do to the process that reads it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from briefing.errors import BriefingError


def size_of(path: Path, factor: int) -> int:
    """The size of a file, times a factor."""
    return path.stat().st_size * factor


def sleep(path: Path, seconds: float, witness: Path) -> None:
    """Take long, and leave a witness at the end."""
    time.sleep(seconds)
    witness.write_text("came to its end")


def take_memory(path: Path) -> int:
    """Ask for much more memory than there is leave for."""
    return len(bytearray(8_000_000_000))


def die(path: Path) -> None:
    """End at once, as a fault in a C library does."""
    os.abort()


def refuse(path: Path) -> None:
    """Refuse in words for the user."""
    raise BriefingError(f"{path.name}: says no meeting date")


def stumble(path: Path) -> None:
    """Fail with several lines."""
    raise ValueError("first line\nsecond line")


def print_much(path: Path) -> str:
    """Write to standard output, then answer."""
    print("noise " * 100_000)
    return "heard"
