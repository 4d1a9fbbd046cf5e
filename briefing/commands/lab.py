"""``briefing lab``: JupyterLab on the notebooks, with the store in place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

import briefing
from briefing.commands.options import Settings, common

#: The folder of one's own copies, where the notebooks themselves cannot be written.
COPIES = "briefing-notebooks"


@click.command(
    short_help="Open JupyterLab on the notebooks.",
    context_settings={"ignore_unknown_options": True},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[JUPYTER OPTIONS]...")
@common
def lab(settings: Settings, arguments: tuple[str, ...]) -> None:
    """Open JupyterLab on the notebooks with the store in place.

    Where the kit is installed read-only the notebooks are copied into the folder
    briefing-notebooks here; copies that you changed are kept.

    \b
    Example:
      briefing lab
      briefing lab --data /srv/council/data --no-browser
    """
    settings.store()
    from briefing.publish.locate import notebooks_folder

    folder = workplace(notebooks_folder(), Path.cwd(), settings)
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder}", *arguments]
    code = subprocess.call(command, env=environment(settings))
    if code:
        raise SystemExit(1)


def environment(settings: Settings) -> dict[str, str]:
    """What the notebooks find: the store, the reports, and the kit itself."""
    package = Path(briefing.__file__).parent
    paths = [str(package.parent), os.environ.get("PYTHONPATH", "")]
    return {
        **os.environ,
        "BRIEFING_DATA": str(settings.data.resolve()),
        "BRIEFING_REPORTS": str(settings.reports.resolve()),
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
    }


def workplace(notebooks: Path, here: Path, settings: Settings) -> Path:
    """A folder of notebooks that can be saved: the kit's own, else copies.

    Parameters
    ----------
    notebooks
        The kit's notebooks.
    here
        Where copies go; a folder for this session alone where that cannot be written either.
    """
    if _writable(notebooks):
        return notebooks
    copies = here / COPIES
    if not _writable(copies if copies.exists() else here):
        copies = Path(tempfile.mkdtemp(prefix=f"{COPIES}-"))
        settings.say(f"{here} cannot be written: what you save in {copies} may not last.")
    copies.mkdir(exist_ok=True)
    for notebook in sorted(notebooks.glob("*.ipynb")):
        if not (copies / notebook.name).exists():
            shutil.copyfile(notebook, copies / notebook.name)
    return copies


def _writable(folder: Path) -> bool:
    """Whether a file can be made in a folder: asking for permission tells too little on Windows."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
