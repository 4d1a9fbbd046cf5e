"""``briefing export``: one table of some or all meetings."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.commands.formats import FORMATS
from briefing.commands.options import Settings, common
from briefing.model import COMPUTED
from briefing.store import STORED


@click.command(short_help="One table of some or all meetings.")
@click.argument("table", type=click.Choice((*STORED, *COMPUTED)), metavar="TABLE")
@click.option(
    "--meeting", "meetings", multiple=True, metavar="MEETING", help="A meeting; several will do."
)
@click.option("--format", "kind", type=click.Choice(FORMATS), help="The format; csv by default.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; else stdout."
)
@common
def export(
    settings: Settings, table: str, meetings: tuple[str, ...], kind: str | None, output: Path | None
) -> None:
    """One TABLE of some or all meetings, corrections in force.

    Without --format the ending of the output's name says which. The tables trends, signals,
    questions, claims, claim_contexts, disagreements and comparator_checks are computed.

    \b
    Example:
      briefing export observations --meeting 2024-09-26
      briefing export questions --format xlsx -o questions.xlsx
    """
    from briefing.commands.formats import as_file
    from briefing.commands.output import put
    from briefing.store import columns_of

    ending = output.suffix[1:].lower() if output else ""
    kind = kind or (ending if ending in FORMATS else "csv")
    store = settings.store()
    chosen = [store.meeting(m).id for m in meetings] or None
    if table in COMPUTED:
        each = settings.progress(chosen or store.meeting_ids, table)
        rows = [row for meeting in each for row in store.rows(table, [meeting])]
    else:
        rows = store.rows(table, chosen)
    content = as_file(table, rows, columns_of(table), kind)
    put(content, output, text=kind in ("csv", "json"))
