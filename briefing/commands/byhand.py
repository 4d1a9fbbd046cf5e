"""``briefing template`` and ``briefing import``: data by hand, and corrections."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.commands.options import Settings, common
from briefing.commands.output import put
from briefing.store import STORED, import_file
from briefing.store import template as template_of

_TABLE = click.Choice(STORED)


@click.command(short_help="An empty CSV of a table, its columns explained.")
@click.argument("table", type=_TABLE, metavar="TABLE")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; else stdout."
)
@common
def template(settings: Settings, table: str, output: Path | None) -> None:
    """An empty CSV of TABLE with its columns explained.

    The explanations stand above the header in lines that begin with #. They may stay: importing
    passes over them.

    \b
    Example:
      briefing template observations -o new.csv
    """
    put(template_of(table).encode("utf-8"), output)


@click.command(name="import", short_help="Check rows given by hand, and add them.")
@click.argument("table", type=_TABLE, metavar="TABLE")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@common
def import_(settings: Settings, table: str, file: Path) -> None:
    """Check the rows of FILE, a CSV as of the template, and add them to TABLE.

    A row that is on record already is corrected: name corrected_by and correction_reason, and
    fill in what changes. Cells left blank stay as they were; (blank) makes a cell blank. What was
    read stays beside the correction. A file with any fault changes nothing.

    \b
    Example:
      briefing import observations new.csv
    """
    from briefing.store import DataFolder

    outcome = import_file(DataFolder(settings.data), table, file)
    parts = (
        f"{number} {word}"
        for number, word in (
            (outcome.added, "added"),
            (outcome.corrected, "corrected"),
            (outcome.unchanged, "on record already"),
        )
        if number
    )
    settings.say(f"{table}: {', '.join(parts)}.")
