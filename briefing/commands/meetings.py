"""``briefing meetings``: the meetings in the store."""

from __future__ import annotations

import click

from briefing.commands.options import Settings, as_json, common, print_json


@click.command()
@as_json
@common
def meetings(settings: Settings, as_json: bool) -> None:
    """The meetings in the store, oldest first.

    \b
    Example:
      briefing meetings
      briefing meetings --json
    """
    store = settings.store()
    rows = store.rows("meetings")
    if as_json:
        print_json(rows)
        return
    for row in rows:
        papers = len(store.rows("documents", [row["meeting"]]))
        count = "no document" if not papers else f"{papers} document{'s' if papers > 1 else ''}"
        click.echo(f"{row['meeting']}  {row['status'].replace('_', ' ')}, {count}")
    if not rows:
        settings.say(f"There are no meetings in {settings.data} yet.")
