"""A document is read in a process of its own; whatever it does there, one line says why."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import BriefingError
from briefing.ingest.safely import Limits, read_safely, run_safely
from ingest.pdf_samples import drawn, label
from ingest.test_read_pdf import bomb

posix = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "pack.txt"
    path.write_text("Agenda", encoding="utf-8")
    return path


def refusal(work: Any) -> str:
    with pytest.raises(BriefingError) as caught:
        work()
    message = str(caught.value)
    assert "\n" not in message and "Traceback" not in message
    return message


def test_the_same_as_reading_it_here(tmp_path: Path) -> None:
    from briefing.ingest.read import read_source

    path = drawn(tmp_path, label)
    assert read_safely(path) == read_source(path)


def test_any_function_can_run_so(document: Path) -> None:
    assert run_safely("ingest.harmful:size_of", document, 3) == 18


def test_it_starts_quickly(document: Path) -> None:
    start = time.perf_counter()
    run_safely("ingest.harmful:size_of", document, 1)
    assert time.perf_counter() - start < 10


def test_noise_on_standard_output_does_no_harm(document: Path) -> None:
    assert run_safely("ingest.harmful:print_much", document) == "heard"


def test_what_takes_too_long_is_stopped(document: Path, tmp_path: Path) -> None:
    witness = tmp_path / "witness"
    said = refusal(
        lambda: run_safely(
            "ingest.harmful:sleep", document, 4.0, witness, limits=Limits(seconds=1.0)
        )
    )
    assert said == "pack.txt: reading it took more than 1 seconds and was stopped"
    time.sleep(3.5)
    assert not witness.exists()


@posix
def test_what_needs_too_much_memory_is_stopped(document: Path) -> None:
    said = refusal(
        lambda: run_safely("ingest.harmful:take_memory", document, limits=Limits(megabytes=1000))
    )
    assert said == "pack.txt: reading it needs more than 1,000 MB of memory"


def test_a_crash_is_a_refusal(document: Path) -> None:
    said = refusal(lambda: run_safely("ingest.harmful:die", document))
    assert said.startswith("pack.txt: reading it ended its process")


def test_a_refusal_comes_through_word_for_word(document: Path) -> None:
    said = refusal(lambda: run_safely("ingest.harmful:refuse", document))
    assert said == "pack.txt: says no meeting date"


def test_a_fault_is_told_in_one_line(document: Path) -> None:
    said = refusal(lambda: run_safely("ingest.harmful:stumble", document))
    assert said == "pack.txt: cannot be read: ValueError: first line second line"


def test_files_that_are_too_large_or_too_long(tmp_path: Path) -> None:
    path = drawn(tmp_path, label, label, label)
    assert "3 pages; at most 2" in refusal(lambda: read_safely(path, limits=Limits(pages=2)))
    small = Limits(file_megabytes=0.0001)
    assert "at most 0.0001 MB" in refusal(lambda: read_safely(path, limits=small))


def test_missing_files_and_folders(tmp_path: Path) -> None:
    assert "no such file" in refusal(lambda: read_safely(tmp_path / "nowhere.pdf"))
    assert "folder" in refusal(lambda: read_safely(tmp_path))


@posix
def test_a_bomb_is_stopped_by_memory_or_time(tmp_path: Path) -> None:
    path = bomb(tmp_path, 600)
    assert path.stat().st_size < 2_000_000
    start = time.perf_counter()
    said = refusal(lambda: read_safely(path, limits=Limits(seconds=20, megabytes=500)))
    assert path.name in said
    assert time.perf_counter() - start < 30
