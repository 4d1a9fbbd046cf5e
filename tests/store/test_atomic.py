"""Files are written whole or not at all, by one writer at a time."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path, PurePosixPath

import pytest

from briefing.errors import BriefingError
from briefing.store import atomic
from briefing.store.atomic import locked, write_files

FILE = PurePosixPath("panels/westmoor/glossary.csv")


def left_aside(root: Path) -> list[Path]:
    return list(root.rglob("*.aside"))


def test_files_are_written_as_given(tmp_path: Path) -> None:
    write_files(tmp_path, {FILE: "term\nÖ\n", PurePosixPath("a.json"): "{}\n"})
    assert (tmp_path / FILE).read_bytes() == "term\nÖ\n".encode()
    assert not left_aside(tmp_path)


def test_a_crash_before_the_rename_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {FILE: "old"})
    command = (
        "import os, sys, pathlib\n"
        "from briefing.store import atomic\n"
        "os.replace = lambda *names: os._exit(9)\n"
        "atomic.write_files(pathlib.Path(sys.argv[1]), {pathlib.PurePosixPath(sys.argv[2]): 'new'})"
    )
    crashed = subprocess.run([sys.executable, "-c", command, str(tmp_path), str(FILE)], check=False)
    assert crashed.returncode == 9
    assert (tmp_path / FILE).read_text() == "old"
    assert len(left_aside(tmp_path)) == 1

    write_files(tmp_path, {FILE: "newer"})
    assert (tmp_path / FILE).read_text() == "newer"
    assert not left_aside(tmp_path)


def test_a_full_disk_leaves_every_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {FILE: "old"})
    calls = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(BriefingError, match="cannot be written: No space left"):
        write_files(tmp_path, {FILE: "new", PurePosixPath("b.csv"): "new"})
    assert (tmp_path / FILE).read_text() == "old"
    assert not (tmp_path / "b.csv").exists()
    assert not left_aside(tmp_path)


def test_a_file_held_open_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, attempts = os.replace, []

    def held(source: Path, target: Path) -> None:
        attempts.append(target)
        if len(attempts) < 3:
            raise PermissionError(errno.EACCES, "held")
        replace(source, target)

    monkeypatch.setattr(atomic.os, "replace", held)
    monkeypatch.setattr(atomic.time, "sleep", lambda seconds: None)
    write_files(tmp_path, {FILE: "new"})
    assert len(attempts) == 3
    assert (tmp_path / FILE).read_text() == "new"


def test_a_file_that_stays_held_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(atomic.os, "replace", held)
    monkeypatch.setattr(atomic.time, "sleep", lambda seconds: None)
    with pytest.raises(BriefingError, match="open in another program"):
        write_files(tmp_path, {FILE: "new"})
    assert not left_aside(tmp_path)


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="half a character"):
        write_files(tmp_path, {FILE: "\ud800"})
    assert not (tmp_path / FILE).exists()


def test_nothing_is_written_outside_the_store(tmp_path: Path) -> None:
    root = tmp_path / "data"
    root.mkdir()
    with pytest.raises(BriefingError, match="outside the store"):
        write_files(root, {PurePosixPath("../out.csv"): ""})
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.skipif(os.name == "nt", reason="a link needs an administrator on Windows")
def test_nothing_is_written_through_a_link_out_of_the_store(tmp_path: Path) -> None:
    root = tmp_path / "data"
    root.mkdir()
    (root / "panels").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(BriefingError, match="outside the store"):
        write_files(root, {PurePosixPath("panels/out.csv"): ""})
    assert not (tmp_path / "out.csv").exists()


def test_the_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    order = []

    def second() -> None:
        with locked(tmp_path):
            order.append("second")

    with locked(tmp_path):
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.1)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_the_second_writer_gives_up_with_a_clear_message(tmp_path: Path) -> None:
    with (
        locked(tmp_path),
        pytest.raises(BriefingError, match="another program is writing"),
        locked(tmp_path, timeout=0.05),
    ):
        pass
