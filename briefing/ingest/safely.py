"""Reading in a process of its own, with limits: what a document does there harms nothing here.

Time and the size of the file are limited everywhere. Memory is limited by the operating system on
Linux; macOS and Windows have no such limit for a process, and there the limit on time stands
alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.ingest.page import Source
from briefing.ingest.read.child import Child


@dataclass(frozen=True)
class Limits:
    """What one document may cost.

    Attributes
    ----------
    seconds
        Time, from the start of the process to its answer.
    megabytes
        Memory of each process.
    pages
        Pages of a PDF.
    file_megabytes
        Size of the file.
    """

    seconds: float = 600.0
    megabytes: int = 3000
    pages: int = 5000
    file_megabytes: float = 300.0


STANDARD = Limits()


def read_safely(path: Path, *, ocr: bool = False, limits: Limits = STANDARD) -> Source:
    """Read a document in a process of its own.

    Parameters
    ----------
    path
        The file.
    ocr
        Whether pages that are pictures are recognised with tesseract.
    limits
        What it may cost.

    Raises
    ------
    BriefingError
        One line that names the file and why it was not read.

    Examples
    --------
    >>> read_safely(Path("nowhere.pdf"))
    Traceback (most recent call last):
    briefing.errors.BriefingError: nowhere.pdf: there is no such file
    """
    source: Source = run_safely(f"{__name__}:_read", path, ocr, limits.pages, limits=limits)
    return source


def run_safely(function: str, path: Path, *arguments: Any, limits: Limits = STANDARD) -> Any:
    """Call a function on a document in a process of its own, and give back what it returns.

    Parameters
    ----------
    function
        The function, as ``package.module:name``; it is called with the path and the arguments.
        What it takes and returns must be picklable.
    path
        The document.
    arguments
        Its further arguments.
    limits
        What it may cost.

    Raises
    ------
    BriefingError
        The function refused, failed, took too long, needed too much memory, or its process died.
    """
    _check_file(path, limits)
    with Child(function, (path, *arguments), megabytes=limits.megabytes) as child:
        answer = child.answer(limits.seconds)
    match answer.outcome:
        case "done":
            return answer.value
        case "refused":
            raise BriefingError(answer.value)
        case "time":
            raise BriefingError(
                f"{path.name}: reading it took more than {limits.seconds:g} seconds and was stopped"
            )
        case "memory":
            raise BriefingError(
                f"{path.name}: reading it needs more than {limits.megabytes:,} MB of memory"
            )
        case "crashed":
            raise BriefingError(
                f"{path.name}: reading it ended its process,"
                " for want of memory or by a fault in the file"
            )
    raise BriefingError(f"{path.name}: cannot be read: {_one_line(answer.value)}")


def _check_file(path: Path, limits: Limits) -> None:
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise BriefingError(f"{path}: there is no such file") from None
    except OSError as fault:
        raise BriefingError(f"{path}: cannot be read ({fault.strerror})") from None
    if path.is_dir():
        raise BriefingError(f"{path}: is a folder, not a document")
    if not path.is_file():
        raise BriefingError(f"{path}: is not a plain file")
    if size > limits.file_megabytes * 1_000_000:
        raise BriefingError(
            f"{path.name}: has {size / 1_000_000:,.0f} MB;"
            f" at most {limits.file_megabytes:g} MB are read"
        )


def _read(path: Path, ocr: bool, pages: int) -> Source:
    from briefing.ingest.read import read_source

    return read_source(path, ocr=ocr, pages=pages)


def _one_line(text: object) -> str:
    return " ".join(str(text).split())[:200]
