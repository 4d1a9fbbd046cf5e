"""Importing a library without a part that it takes long over and that is not needed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(module: str) -> Iterator[None]:
    """Have imports inside find that a module is not installed, unless it is imported already.

    Only for a library that does without the module where it is absent: jsonschema compiles the
    grammar of ``rfc3987_syntax`` for over a second, to check addresses that no table holds.
    """
    hidden = module not in sys.modules
    if hidden:
        sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if hidden:
            del sys.modules[module]
