"""Running a notebook: checked parameters, outputs as of a kernel, no trace of the machine."""

import getpass
import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell

from briefing.errors import BriefingError
from briefing.publish.execute import execute
from briefing.publish.from_notebook import edition_from_notebook
from briefing.publish.parameters import checked, declared

from . import notebook_samples as s
from .conftest import MEETING, write_notebook


def outputs(path: Path, *sources: str, **parameters) -> list[list[dict]]:
    """The outputs of each source, run after a parameters cell."""
    done = execute(write_notebook(path / "n.ipynb", *sources), parameters)
    return [list(cell.outputs) for cell in done.cells[-len(sources) :]]


def test_values_displays_and_prints_are_kept_in_their_order(tmp_path) -> None:
    source = (
        "print('a')\nfrom IPython.display import display, HTML\n"
        "display(HTML('<b>x</b>'))\nprint('b')\n1 + 1"
    )
    ((first, shown, second, value),) = outputs(tmp_path, source)
    assert (first.text, second.text) == ("a\n", "b\n")
    assert shown.data["text/html"] == "<b>x</b>"
    assert (value.output_type, value.data["text/plain"]) == ("execute_result", "2")
    assert value.execution_count == 2


def test_a_display_can_be_updated_and_a_line_kept_quiet(tmp_path) -> None:
    source = (
        "from IPython.display import display\n"
        "h = display('one', display_id=True)\nh.update('two')\n5;"
    )
    ((shown,),) = outputs(tmp_path, source)
    assert shown.data["text/plain"] == "'two'"


def test_parameters_reach_the_notebook(tmp_path) -> None:
    ((value,),) = outputs(tmp_path, "meeting", meeting='it\'s "so"\\n')
    assert value.data["text/plain"] == repr('it\'s "so"\\n')


def test_names_of_one_run_are_not_there_in_the_next(tmp_path) -> None:
    outputs(tmp_path, "left_over = 1")
    with pytest.raises(BriefingError, match="NameError"):
        outputs(tmp_path, "left_over")


def test_a_cell_that_fails_stops_the_run_and_is_named(tmp_path) -> None:
    marker = tmp_path / "ran"
    with pytest.raises(
        BriefingError, match=r"n\.ipynb, cell 2: ZeroDivisionError: division by zero"
    ):
        outputs(tmp_path, "1 / 0", f"open({str(marker)!r}, 'w').close()")
    assert not marker.exists()


@pytest.mark.parametrize("source", ["x = (", "%nosuchmagic", "raise ValueError('no')"])
def test_any_kind_of_failure_is_told(tmp_path, source) -> None:
    with pytest.raises(BriefingError, match="cell 2"):
        outputs(tmp_path, source)


def test_a_fault_that_the_user_can_mend_is_told_in_its_own_words(tmp_path) -> None:
    source = "from briefing.errors import BriefingError\nraise BriefingError('no such meeting')"
    with pytest.raises(BriefingError, match=r"^no such meeting$"):
        outputs(tmp_path, source)


def test_an_early_exit_leaves_a_notebook_that_is_not_complete(tmp_path, notebook_of) -> None:
    path = notebook_of("import sys; sys.exit(0)")
    assert edition_from_notebook(execute(path, {"meeting": MEETING})).complete is None


def test_the_store_is_found_by_the_environment_and_leaves_no_path(tmp_path) -> None:
    store = tmp_path / "data"
    store.mkdir()
    path = write_notebook(
        tmp_path / "n.ipynb",
        "import os, sys\nprint(os.environ['BRIEFING_DATA'])\nprint(os.getcwd(), file=sys.stderr)",
        parameters='data = "data"',
    )
    before = os.environ.get("BRIEFING_DATA")
    done = execute(path, {}, data=store)
    assert os.environ.get("BRIEFING_DATA") == before
    text = json.dumps(done)
    for trace in (str(tmp_path), os.getcwd(), str(Path.home()) + "/", "papermill", "start_time"):
        assert trace not in text
    assert getpass.getuser() not in json.dumps(done.metadata)


def test_streams_hooks_and_shell_are_as_before(tmp_path) -> None:
    before = sys.stdout, sys.stderr, sys.displayhook, sys.modules["__main__"], list(sys.path)
    running = InteractiveShell._instance
    outputs(tmp_path, "1")
    assert (sys.stdout, sys.stderr, sys.displayhook, sys.modules["__main__"], sys.path) == before
    assert InteractiveShell._instance is running


def test_the_notebook_itself_is_not_written_to(tmp_path) -> None:
    path = write_notebook(tmp_path / "{odd} name.ipynb", "1")
    before = path.read_bytes()
    execute(path, {"meeting": "x"})
    assert path.read_bytes() == before


def test_outputs_equal_those_of_a_kernel(tmp_path) -> None:
    sources = [
        "print('a')\n1 + 1",
        "import pandas as pd\npd.DataFrame({'a': [1]})",
        "'x';",
        "{'k': 1}",
    ]
    path = write_notebook(tmp_path / "n.ipynb", *sources)
    ours = execute(path, {"meeting": "x"})
    out = tmp_path / "out.ipynb"
    command = [sys.executable, "-m", "papermill", path, out, "-p", "meeting", "x"]
    subprocess.run(command, check=True, capture_output=True)
    theirs = nbformat.read(out, as_version=4)
    assert [c.get("outputs") for c in ours.cells] == [c.get("outputs") for c in theirs.cells]
    assert [c.execution_count for c in ours.cells] == [c.execution_count for c in theirs.cells]


def notebook(source: str, *tags: str):
    return s.notebook(s.code(source, tags=tags or ("parameters",)))


def test_parameters_are_those_of_the_tagged_cell() -> None:
    nb = notebook('meeting = "a"  # which\nmonths: int = 12\nfull = True\n')
    assert declared(nb) == {"meeting": "a", "months": 12, "full": True}
    assert declared(notebook("meeting = 1", "other")) == {}
    assert checked(nb, {"months": 6}) == {"months": 6}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"meting": "x"}, r"no parameter 'meting'; did you mean meeting\?"),
        ({"zzz": "x"}, "no parameter 'zzz'; it has meeting, months"),
        ({"meeting": 1.5}, "'meeting' takes no value of type float"),
        ({"meeting": ["x"]}, "'meeting' takes no value of type list"),
        ({"meeting": 1}, "'meeting' takes a str, not the int 1"),
        ({"months": True}, "'months' takes a int, not the bool True"),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_runs(wanted, said) -> None:
    with pytest.raises(BriefingError, match=said):
        checked(notebook('meeting = "a"\nmonths = 12'), wanted)


@pytest.mark.parametrize(
    "source", ["x = open('f')", "x = [1]", "import os", "x, y = 1, 2", "x = ("]
)
def test_a_parameters_cell_holds_literals_only(source) -> None:
    with pytest.raises(BriefingError, match="parameters cell"):
        declared(notebook(source))


def test_a_notebook_has_one_parameters_cell() -> None:
    cell = s.code("x = 1", tags=("parameters",))
    with pytest.raises(BriefingError, match="2 cells are tagged"):
        declared(s.notebook(cell, s.code("y = 1", tags=("parameters",))))
