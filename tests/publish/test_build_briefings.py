"""Building: whole briefings or none, earlier ones kept, nothing done twice."""

import json
import os
import re
import time
from pathlib import Path

import pytest
from westmoor import INDICATORS, StoreMaker, document, observation

from briefing.errors import BriefingError
from briefing.model import blocks as b
from briefing.publish import replace as replacing
from briefing.publish import workers
from briefing.publish.build import build_briefings
from briefing.publish.outcome import Outcome
from briefing.publish.replace import replace_files

from . import notebook_samples as s
from .accessibility import errors
from .conftest import MEETING, showing, write_notebook

OTHER = "westmoor-children/2031-05-14"


@pytest.fixture
def store(maker: StoreMaker) -> Path:
    """Two meetings whose papers print 94% on page 60, and a panel without meetings."""
    maker.table("indicators", *INDICATORS)
    for panel in ("westmoor-children", "westmoor-adults"):
        maker.panel(panel)
    for meeting in (OTHER, MEETING):
        folder = maker.meeting(meeting)
        pack = f"pack-{meeting[-10:]}"
        row = observation(meeting, "r1", "2031-04", "94", printed_page="60")
        maker.table("documents", document(pack, meeting, title="Pack"), at=folder)
        maker.table("observations", row, at=folder)
        present = {"meeting": meeting, "name": "Ash", "status": "present", "document": pack}
        maker.table("attendance", present, at=folder)
    return maker.root


def _here(work, tasks, **limits):
    """What workers do, in this process: quicker, and enough where no worker has to die."""
    for number, task in enumerate(tasks):
        yield workers.Event("done", number, work(task, lambda stage: None))


@pytest.fixture
def build(tmp_path, store, notebook_of, monkeypatch):
    """Builds with a small notebook; its sources come first."""

    def run(
        *sources: str, meetings=(MEETING,), notebook=None, apart=False, **more
    ) -> list[Outcome]:
        with monkeypatch.context() as patch:
            if not apart:
                patch.setattr(workers, "run", _here)
            return build_briefings(
                store,
                meetings,
                reports=tmp_path / "reports",
                notebook=notebook or notebook_of(*sources),
                **more,
            )

    return run


def files(tmp_path: Path, meeting: str = MEETING) -> dict[str, bytes]:
    folder = tmp_path / "reports" / meeting
    return {p.name: p.read_bytes() for p in folder.iterdir()} if folder.exists() else {}


def test_editions_land_in_the_folder_of_the_meeting(tmp_path, build) -> None:
    told: list[Outcome] = []
    (outcome,) = build(on_outcome=told.append, apart=True)
    assert outcome.ok
    assert told == [outcome]
    assert set(files(tmp_path)) == {
        "briefing.pdf",
        "briefing.html",
        "briefing.xlsx",
        "manifest.json",
    }
    assert errors(tmp_path / "reports" / MEETING / "briefing.pdf") == []
    assert [p.name for p in outcome.paths] == ["briefing.pdf", "briefing.html", "briefing.xlsx"]
    assert (outcome.pages, outcome.figures_printed, outcome.figures_withheld) == (1, 1, 3)
    assert set(outcome.stages) == {
        "notebook",
        "blocks",
        "pdf",
        "html",
        "xlsx",
        "read back",
        "files",
    }
    assert outcome.seconds >= sum(outcome.stages.values())
    assert outcome.line.startswith(f"{MEETING}: 1 page, ")
    assert outcome.line.endswith(" seconds, 1 figures printed, 3 withheld")
    assert list((tmp_path / "reports").rglob(".building*")) == []


def test_what_is_published_names_no_machine_and_no_user(tmp_path, store, build) -> None:
    build(f"print({str(store)!r})")
    for name, content in files(tmp_path).items():
        assert str(tmp_path).encode() not in content, name
        assert str(Path.home()).encode() + b"/" not in content, name


def test_nothing_is_done_when_nothing_changed(tmp_path, build, notebook_of) -> None:
    path = notebook_of()
    build(notebook=path)
    before = files(tmp_path)
    (outcome,) = build(notebook=path)
    assert outcome.skipped
    assert (outcome.pages, outcome.figures_printed, outcome.figures_withheld) == (1, 1, 3)
    assert "up to date" in outcome.line
    (outcome,) = build(notebook=path, force=True)
    assert not outcome.skipped
    assert files(tmp_path) == before


@pytest.mark.parametrize("change", ["store", "editorial", "notebook", "edition_file", "manifest"])
def test_any_change_of_what_it_is_made_from_builds_it_again(
    tmp_path, maker, build, notebook_of, change
) -> None:
    path = notebook_of()
    build(notebook=path, formats=["html"])
    if change == "store":
        term = {"panel": "westmoor-children", "term": "ICPC"}
        maker.table("glossary", term, at="panels/westmoor-children")
    elif change == "editorial":
        private = tmp_path / "private" / "westmoor-children"
        private.mkdir(parents=True)
        (private / "2031-07-16.toml").write_text("status = 'approved'")
    elif change == "notebook":
        notebook_of("1")
    elif change == "edition_file":
        (tmp_path / "reports" / MEETING / "briefing.html").write_text("spoilt")
    else:
        (tmp_path / "reports" / MEETING / "manifest.json").write_text("{")
    (outcome,) = build(notebook=path, formats=["html"])
    assert not outcome.skipped


def test_a_change_of_another_panel_does_not(store, build, notebook_of) -> None:
    path = notebook_of()
    build(notebook=path, formats=["html"])
    (store / "panels" / "westmoor-adults" / "glossary.csv").write_text("x")
    (outcome,) = build(notebook=path, formats=["html"])
    assert outcome.skipped


def test_formats_can_be_built_one_by_one(tmp_path, build, notebook_of) -> None:
    path = notebook_of()
    build(notebook=path, formats=["html"])
    build(notebook=path, formats=["xlsx"])
    assert set(files(tmp_path)) == {"briefing.html", "briefing.xlsx", "manifest.json"}
    (outcome,) = build(notebook=path, formats=["html", "xlsx"])
    assert outcome.skipped


def test_the_edition_after_a_meeting_has_a_name_of_its_own(tmp_path, build) -> None:
    build(formats=["html"])
    build(formats=["html"], edition="after")
    assert set(files(tmp_path)) == {"briefing.html", "briefing-after.html", "manifest.json"}


@pytest.mark.parametrize(
    ("source", "closing", "said"),
    [
        ("1 / 0", None, r"small\.ipynb, cell 4: ZeroDivisionError"),
        ("import sys; sys.exit(0)", None, "stopped before its end"),
        ("1", "1", "stopped before its end"),
        ("1", showing(b.complete("westmoor-children/2031-05-14")), "made the briefing of"),
        (showing({"type": "figure", "svg": s.SPARK}), None, r"cell 4 \(code\): a picture has no"),
        (showing({"type": "marquee"}), None, "unknown type 'marquee'"),
        (showing(b.paragraph("Some 612 wait.")), None, "accounts for: 612 in 'Some 612 wait.'"),
    ],
)
def test_a_failure_is_told_and_leaves_the_earlier_briefing(
    tmp_path, build, notebook_of, source, closing, said
) -> None:
    build(formats=["html"])
    before = files(tmp_path)
    path = notebook_of(source, **({"closing": closing} if closing else {}))
    (outcome,) = build(notebook=path, formats=["html"])
    assert not outcome.ok
    assert re.search(said, outcome.error), outcome.error
    assert files(tmp_path) == before
    assert list((tmp_path / "reports").rglob(".building*")) == []


def test_a_worker_that_dies_fails_its_meeting_alone(tmp_path, build) -> None:
    deadly = f"import os\nif meeting == {OTHER!r}: os._exit(3)"
    outcomes = build(deadly, meetings=[OTHER, MEETING], formats=["html"], jobs=1, apart=True)
    assert [o.ok for o in outcomes] == [False, True]
    assert outcomes[0].error == "its process ended before its time (status 3)"
    assert set(files(tmp_path)) == {"briefing.html", "manifest.json"}


def test_a_meeting_that_takes_too_long_is_stopped_and_the_others_go_on(tmp_path, build) -> None:
    slow = f"import time\nif meeting == {OTHER!r}: time.sleep(600)"
    start = time.monotonic()
    outcomes = build(
        slow, meetings=[OTHER, MEETING], formats=["html"], jobs=1, timeout=8, apart=True
    )
    assert time.monotonic() - start < 60
    assert [o.ok for o in outcomes] == [False, True]
    assert outcomes[0].error == "stopped: not ready after 8 seconds"
    assert files(tmp_path, OTHER) == {}


def test_several_workers_make_what_one_makes(tmp_path, build, notebook_of) -> None:
    path = notebook_of()
    meetings = [MEETING, OTHER]
    build(notebook=path, meetings=meetings, jobs=1)
    alone = [files(tmp_path, m) for m in meetings]
    outcomes = build(notebook=path, meetings=meetings, jobs=2, force=True, apart=True)
    assert [o.meeting for o in outcomes] == meetings
    assert [files(tmp_path, m) for m in meetings] == alone


def test_a_bar_is_shown_where_it_is_wanted(build, capsys) -> None:
    slow = "import time; time.sleep(1.2)"
    build(slow, formats=["html"], progress=True, apart=True)
    assert "2031-07-16" in capsys.readouterr().err
    build(slow, formats=["html"], force=True)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"meetings": ["2031-07-16"]}, "not a meeting: '2031-07-16'"),
        ({"meetings": ["../../etc/2031-07-16"]}, "not a meeting"),
        ({"formats": ["docx"]}, "no format 'docx'"),
        ({"formats": []}, "no format is named"),
        ({"edition": "../x"}, "no edition"),
        ({"notebook": "nowhere.ipynb"}, "there is no notebook"),
    ],
)
def test_what_cannot_be_built_is_refused_at_the_door(build, wrong, said) -> None:
    with pytest.raises(BriefingError, match=said):
        build(**wrong)


def test_the_real_parameters_of_a_notebook_are_checked(tmp_path, build) -> None:
    path = write_notebook(tmp_path / "n.ipynb", "1", parameters='panel = ""')
    (outcome,) = build(notebook=path)
    assert "no parameter 'meeting'" in outcome.error


def test_files_are_replaced_all_or_none(tmp_path, monkeypatch) -> None:
    folder = tmp_path / "p" / "d"
    replace_files(folder, {"a": b"old a", "b": b"old b"})
    real = os.replace

    def locked(source, target) -> None:
        if Path(target).name == "b":
            raise PermissionError(13, "in use")
        real(source, target)

    monkeypatch.setattr(replacing, "_PAUSE", 0)
    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(BriefingError, match="b is open in another program"):
        replace_files(folder, {"a": b"new a", "new": b"x", "b": b"new b"})
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {"a": b"old a", "b": b"old b"}
    assert list(folder.parent.iterdir()) == [folder]


def test_a_file_that_is_held_for_a_moment_is_tried_again(tmp_path, monkeypatch) -> None:
    real, tries = os.replace, []

    def held(source, target) -> None:
        tries.append(target)
        if len(tries) < 3:
            raise PermissionError(13, "in use")
        real(source, target)

    monkeypatch.setattr(replacing, "_PAUSE", 0)
    monkeypatch.setattr(os, "replace", held)
    replace_files(tmp_path / "d", {"a": b"new"})
    assert (tmp_path / "d" / "a").read_bytes() == b"new"


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BriefingError, match="cannot be written to"):
        replace_files(tmp_path / "file" / "d", {"a": b"x"})


def test_the_manifest_says_what_was_made_from_what(tmp_path, build) -> None:
    build(formats=["html"])
    record = json.loads(files(tmp_path)["manifest.json"])
    assert record["meeting"] == MEETING
    entry = record["editions"]["briefing.html"]
    assert set(entry) == {"inputs", "sha256", "pages", "figures_printed", "figures_withheld"}
