"""``briefing build``: the briefings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.commands.options import Settings, common
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.face import Store


@click.command(short_help="The briefings, into reports/PANEL/DATE/.")
@click.argument("meetings", nargs=-1, metavar="[MEETING]...")
@click.option("--all", "every", is_flag=True, help="Every meeting of which papers are on record.")
@click.option(
    "--to",
    "formats",
    multiple=True,
    type=click.Choice(("pdf", "html", "xlsx")),
    help="An edition to build; all of them by default.",
)
@click.option(
    "--edition",
    type=click.Choice(("before", "after")),
    default=None,
    help="To prepare the panel, or to record what it decided; by default what the papers allow.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Meetings at a time; as many as processors."
)
@click.option("--force", is_flag=True, help="Build also what is up to date.")
@common
def build(
    settings: Settings,
    meetings: tuple[str, ...],
    every: bool,
    formats: tuple[str, ...],
    edition: str | None,
    jobs: int | None,
    force: bool,
) -> None:
    """Build the briefings of each MEETING into reports/PANEL/DATE/.

    A briefing that fails leaves the earlier one as it was, and stops no other.

    \b
    Example:
      briefing build 2024-09-26
      briefing build --all --to pdf --jobs 2
    """
    if bool(meetings) == every:
        raise click.UsageError("name one or more meetings, or --all")
    store = settings.store()
    chosen = store.on_record if every else [_with_papers(store, m) for m in meetings]
    if not chosen:
        settings.say(f"There is nothing to brief in {settings.data} yet.")
        return

    from briefing.publish.build import FORMATS, build_briefings
    from briefing.publish.outcome import Outcome

    def tell(outcome: Outcome) -> None:
        from tqdm import tqdm

        for line in (outcome.line, *(f"  {warning}" for warning in outcome.warnings)):
            if not settings.quiet or not outcome.ok:
                tqdm.write(line, file=sys.stderr)

    outcomes = build_briefings(
        settings.data,
        list(dict.fromkeys(chosen)),
        reports=settings.reports,
        formats=formats or FORMATS,
        jobs=jobs,
        force=force,
        progress=False if settings.quiet else None,
        edition=edition or "",
        on_outcome=tell,
    )
    for outcome in outcomes:
        if outcome.ok:
            _tell_of_lost_replies(settings, store, outcome.meeting)
    if not all(outcome.ok for outcome in outcomes):
        raise SystemExit(1)


def _tell_of_lost_replies(settings: Settings, store: Store, name: str) -> None:
    """Say which replies of the editorial file are printed nowhere, since no point is called so."""
    meeting = store.meeting(name)
    if not meeting.editorial_file.exists():
        return
    for reply in meeting.replies_without_point:
        settings.say(
            f"{meeting.editorial_file}, line {reply.line}: the papers have no point "
            f"{reply.point}, so its reply is not printed (see briefing check)"
        )


def _with_papers(store: Store, name: str) -> str:
    from briefing.face import EVERYTHING

    meeting = store.meeting(name, as_of=EVERYTHING)
    if not meeting.is_on_record:
        raise BriefingError(f"of {meeting.id} the store holds a date and no papers to brief")
    return meeting.id
