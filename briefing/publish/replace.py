"""Putting finished files in the place of older ones, all of them or none."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from briefing.errors import BriefingError

#: A file that another program holds for a moment, such as a virus scanner, is tried again.
_ATTEMPTS = 4
_PAUSE = 0.25


def replace_files(folder: Path, files: Mapping[str, bytes], *, mark: str = "") -> None:
    """Write files into a folder, each renamed over its older self.

    The files are first written whole into a folder aside, whose name begins with ``.building``
    and ``mark``. Where one cannot be put in place, those before it are put back: the folder is
    as it was.

    Raises
    ------
    BriefingError
        When a file is open in a program that locks it, as viewers do on Windows, or when the
        folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".building{mark}-", dir=folder.parent))
    except OSError as error:
        raise BriefingError(f"{folder} cannot be written to: {error.strerror}") from None
    try:
        for name, content in files.items():
            _write(aside / name, content)
            if (folder / name).exists():
                shutil.copy2(folder / name, aside / f"{name}.before")
        _rename_all(aside, folder, list(files))
    except OSError as error:
        raise BriefingError(f"{folder} cannot be written to: {error.strerror}") from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def clear_aside(folder: Path, mark: str) -> None:
    """Remove what a killed process left of files with that mark."""
    for left in folder.parent.glob(f".building{mark}-*"):
        shutil.rmtree(left, ignore_errors=True)


def _rename_all(aside: Path, folder: Path, names: list[str]) -> None:
    placed: list[str] = []
    for name in names:
        try:
            _rename(aside / name, folder / name)
        except PermissionError:
            for done in placed:
                _put_back(aside / f"{done}.before", folder / done)
            raise BriefingError(
                f"{folder / name} is open in another program: close it and build again. "
                "The earlier briefing is as it was"
            ) from None
        placed.append(name)


def _put_back(before: Path, target: Path) -> None:
    if before.exists():
        _rename(before, target)
    else:
        target.unlink(missing_ok=True)


def _rename(source: Path, target: Path) -> None:
    for attempt in range(_ATTEMPTS):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(_PAUSE)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
