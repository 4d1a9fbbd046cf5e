"""A column of a table, as blocks describe it."""

from __future__ import annotations


def column(text: str, width: float, align: str = "left") -> dict[str, object]:
    """A column with its heading, its share of the width, and how its cells are set."""
    return {"text": text, "align": align, "width": width}
