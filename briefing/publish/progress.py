"""A bar on standard error while briefings are built."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Told of a meeting and the stage it is at; of a blank stage when it is done.
Show = Callable[[str, str], None]


@contextmanager
def meter(total: int, wanted: bool | None) -> Iterator[Show]:
    """A bar over meetings that names the stage; none where nothing is left to do.

    ``wanted`` is whether to show it; None where standard error is a terminal. It appears after
    a second.
    """
    shown = sys.stderr.isatty() if wanted is None else wanted
    if not shown or not total:
        yield lambda meeting, stage: None
        return
    from tqdm import tqdm

    with tqdm(total=total, unit="briefing", file=sys.stderr, delay=1, leave=False) as bar:

        def show(meeting: str, stage: str) -> None:
            if stage:
                bar.set_postfix_str(f"{meeting.rpartition('/')[2]} {stage}")
            else:
                bar.update()

        yield show
