"""Rows as pandas frames: strings as they stand, or numbers as exact decimals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.model.tables import DECIMAL, TABLES
from briefing.store.layout import Row

if TYPE_CHECKING:
    import pandas as pd


def text_frame(rows: Iterable[Row], columns: Sequence[str]) -> pd.DataFrame:
    """Rows as a frame of strings, blank where nothing is stated."""
    import pandas as pd

    return pd.DataFrame(
        [[row[c] for c in columns] for row in rows], columns=list(columns), dtype=str
    )


def tidy_frame(table: str, rows: Iterable[Row], columns: Sequence[str]) -> pd.DataFrame:
    """Rows as a frame whose numbers are exact: :class:`decimal.Decimal`, or None where blank."""
    import pandas as pd

    frame = text_frame(rows, columns)
    for field in TABLES[table].fields:
        if field.pattern == DECIMAL:
            numbers = [Decimal(cell) if cell else None for cell in frame[field.name]]
            frame[field.name] = pd.Series(numbers, dtype=object)
    return frame
