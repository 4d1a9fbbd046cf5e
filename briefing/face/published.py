"""The rows of published figures that bear on one council."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.published import council_in
from briefing.model.published.areas import bearing_on, set_authority
from briefing.store import DataFolder, Place, Row


def bearing(folder: DataFolder, council: str, table: str) -> Sequence[Row]:
    """The rows of a table of published figures that a council is compared with.

    Of the values those of its own area, its region, England and its statistical neighbours; of the
    sets of neighbours its own; of the files all.
    """
    rows = folder.rows(table, Place())
    if not rows or table == "published_files":
        return rows
    values = folder.rows("published_values", Place())
    sets = folder.rows("neighbour_sets", Place())
    area = council_in(values, council)
    if table == "published_values":
        return bearing_on(area, values, sets)
    return [row for row in sets if area and set_authority(row) == area.id]
