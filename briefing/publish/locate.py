"""Where the notebooks are: beside the package in a checkout, inside it where it was installed."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import BriefingError

_PACKAGE = Path(__file__).resolve().parent.parent


def notebook_path(name: str = "briefing") -> Path:
    """The notebook of that name.

    Raises
    ------
    BriefingError
        When neither place holds it.
    """
    places = (_PACKAGE.parent / "notebooks", _PACKAGE / "notebooks")
    for place in places:
        path = place / f"{name}.ipynb"
        if path.is_file():
            return path
    raise BriefingError(f"there is no notebook {name!r} in {' or '.join(map(str, places))}")


def notebooks_folder() -> Path:
    """The folder of the notebooks, for JupyterLab to open."""
    return notebook_path().parent
