"""Files written whole or not at all, by one writer at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from uuid import uuid4

from filelock import FileLock, Timeout

from briefing.errors import BriefingError

LOCK_FILE = ".store.lock"
_ASIDE = ".aside"

#: Seconds between the attempts to rename over a file that another program holds (Windows).
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)


@contextmanager
def locked(root: Path, timeout: float = 5.0) -> Iterator[None]:
    """Keep other writers out of a store; readers need no lock.

    Parameters
    ----------
    root
        The store's folder.
    timeout
        Seconds to wait for another writer.

    Raises
    ------
    BriefingError
        When the other writer has not finished by then, or the folder cannot be written.
    """
    lock = FileLock(root / LOCK_FILE, timeout=timeout)
    try:
        lock.acquire()
    except Timeout:
        raise BriefingError(
            f"another program is writing to {root}: nothing was changed; "
            "try again when it has finished"
        ) from None
    except OSError as error:
        raise BriefingError(f"{root} cannot be written: {error.strerror}") from None
    try:
        yield
    finally:
        lock.release()


def write_files(root: Path, files: Mapping[PurePosixPath, str]) -> None:
    """Write files of a store whole: each aside in its folder first, then all renamed.

    A fault before the first rename leaves every file as it was; what a crash left aside is
    cleared by the next write to the folder. Hold :func:`locked` around it.

    Raises
    ------
    BriefingError
        When a file lies outside the store, cannot be written, or is held by another program.
    """
    paths = {_inside(root, name): text for name, text in files.items()}
    for folder in {path.parent for path in paths}:
        for left in folder.glob(f".*{_ASIDE}"):
            with suppress(OSError):
                left.unlink()
    try:
        write_whole({path: text.encode("utf-8") for path, text in paths.items()})
    except UnicodeEncodeError:
        raise BriefingError("a text holds half a character, which no file can hold") from None


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write files aside and onto the disk, then rename them all into place.

    Raises
    ------
    BriefingError
        When a file cannot be written, or is held by another program.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = path.with_name(f".{path.name}.{uuid4().hex}{_ASIDE}")
            staged.append((aside, path))
            with open(aside, "xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for aside, path in staged:
            _replace(aside, path)
        for folder in {path.parent for path in files}:
            _sync_folder(folder)
    except OSError as error:
        raise BriefingError(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        for aside, _ in staged:
            with suppress(OSError):
                aside.unlink()


def _inside(root: Path, name: PurePosixPath) -> Path:
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()):
        raise BriefingError(f"{name} lies outside the store {root}")
    return path


def _replace(aside: Path, path: Path) -> None:
    """Rename, waiting a little for a program that has the file open (Windows refuses then)."""
    for wait in _WAITS:
        try:
            os.replace(aside, path)
            return
        except PermissionError:
            time.sleep(wait)
    try:
        os.replace(aside, path)
    except PermissionError:
        raise BriefingError(
            f"{path} is open in another program, or may not be written: close it and try again"
        ) from None


def _sync_folder(folder: Path) -> None:
    """Make the new names in a folder last through a power cut; Windows knows no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
