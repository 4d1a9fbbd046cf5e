"""``python -m briefing.store [FOLDER]``: check a store that was edited by hand.

Writes ``datapackage.json`` and the schemas afresh, then prints every fault. Ends with 0 for a
sound store and 1 for one with faults.
"""

from __future__ import annotations

import sys
from pathlib import Path

from briefing.errors import BriefingError
from briefing.store import DataFolder, refresh, validate
from briefing.store.atomic import locked


def main(arguments: list[str]) -> int:
    """Check the store in the folder that is named, by default ``data``."""
    try:
        folder = DataFolder(Path(arguments[0] if arguments else "data"))
        with locked(folder.root):
            refresh(folder)
        problems = validate(folder)
    except BriefingError as error:
        print(error, file=sys.stderr)
        return 1
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
