"""``briefing benchmarks``: what the DfE, LAIT and others publish of all councils."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from briefing.commands.options import Settings, as_json, common, print_json
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.ingest.published import Kept, PublishedRows


@click.group(
    invoke_without_command=True,
    short_help="Published figures of all councils, to hold comparators against.",
)
@as_json
@common
@click.pass_context
def benchmarks(ctx: click.Context, settings: Settings, as_json: bool) -> None:
    """Published figures of all councils: which the store has, and how to import them.

    Alone it lists the measures, their years and areas, and the sets of statistical neighbours.
    Comparator columns of papers are held against them, without the network.

    \b
    Example:
      briefing benchmarks
      briefing benchmarks import published/ --area Westmoor
    """
    if ctx.invoked_subcommand is not None:
        given = [
            p for p in ctx.params if ctx.get_parameter_source(p) is ParameterSource.COMMANDLINE
        ]
        if given:
            names = " and ".join(f"--{name.replace('as_', '')}" for name in sorted(given))
            raise click.UsageError(f"write {names} behind {ctx.invoked_subcommand}")
        return
    from briefing.ingest.published import on_record

    stored = on_record(settings.store().folder)
    listed = list(_listed(stored))
    sets = list(_sets(stored))
    if as_json:
        print_json({"measures": listed, "neighbour_sets": sets})
        return
    for entry in listed:
        click.echo(
            f"{entry['source']} {entry['measure']}  {entry['indicator'] or 'no indicator'}, "
            f"{entry['first']} to {entry['last']}, {_many(entry['areas'], 'area')}"
        )
    for entry in sets:
        click.echo(f"{entry['set']}  {_many(entry['authorities'], 'authority', 'authorities')}")
    if not listed and not sets:
        settings.say(f"There are no published figures in {settings.data} yet.")


@benchmarks.command(name="import", short_help="Read published files into the store.")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, path_type=Path),
)
@click.option(
    "--area",
    "areas",
    multiple=True,
    metavar="NAME",
    help="Keep only this authority, with its region and England; may be given again.",
)
@click.option("--neighbours", is_flag=True, help="Keep the statistical neighbours of these too.")
@common
def import_published(
    settings: Settings, files: tuple[Path, ...], areas: tuple[str, ...], neighbours: bool
) -> None:
    """Read each FILE, or the files of a folder, into the store.

    Known are open data files of the DfE (.csv), the values and the data dictionary of LAIT
    (.parquet and .csv: give both, as the dictionary says when the values came out), and the
    DfE's sets of statistical neighbours (.xlsx). They are fetched by you; nothing is downloaded.
    Importing again changes nothing. A later release of a file adds what it says otherwise, and
    what was published before stays. Import before you read papers: whose an unnamed comparator
    column is, is proposed as a paper is read.

    Import before you ingest: whose value an unnamed comparator column prints is proposed when a
    paper is read.

    \b
    Example:
      briefing benchmarks import lait-values.parquet lait-data-dictionary.csv
      briefing benchmarks import published/ --area Westmoor --neighbours
    """
    from briefing.ingest.published import keep_published, read_published
    from briefing.store import DataFolder

    read = read_published(settings.progress(list(files), "reading"))
    if not any(one.kind for one in read.told):
        names = ", ".join(one.name for one in read.told) or ", ".join(map(str, files))
        raise BriefingError(f"no published file that the kit knows: {names}")
    settings.data.mkdir(parents=True, exist_ok=True)
    kept = keep_published(DataFolder(settings.data), read, areas, neighbours=neighbours)
    for line in _told(read, kept):
        settings.say(line)


def _told(read: PublishedRows, kept: Kept) -> Iterator[str]:
    for one in read.told:
        if one.passed_over:
            yield f"{one.name}: passed over, {one.passed_over}."
            continue
        told = {
            "values": f"values of {_many(len(one.known), 'measure')}",
            "dictionary": "the days on which values came out",
            "neighbours": "sets of statistical neighbours",
        }[one.kind]
        more = [f"{_many(one.others, 'measure')} that the kit does not know"] if one.others else []
        more += [f"{_many(one.blank, 'cell')} with no figure for a year"] if one.blank else []
        passed = f"; passed over: {', '.join(more)}" if more else ""
        yield f"{one.name}: {told}{passed}."
    parts = [
        f"{_many(len(kept.values), 'value')} and {_many(len(kept.sets), 'neighbour')} stored",
        *([f"the days of {_many(kept.dated, 'value')} completed"] if kept.dated else ()),
        f"{kept.on_record:,} on record already",
    ]
    areas = f" ({_areas(kept.areas)})" if kept.areas else ""
    yield f"{', '.join(parts)}{areas}."
    of_lait = {one.kind for one in read.told if one.source == "LAIT"}
    if of_lait == {"values"} and kept.values:
        yield (
            "The data dictionary of LAIT says when its values came out; without it each counts as "
            "public a year after the end of its year. Import both files together."
        )
    elif of_lait == {"dictionary"}:
        yield "The data dictionary of LAIT says nothing without its values: import both together."


def _areas(names: Sequence[str]) -> str:
    return "; ".join(names) if len(names) <= 15 else _many(len(names), "area")


def _listed(stored: PublishedRows) -> Iterator[dict[str, Any]]:
    measures: dict[tuple[str, str], list[Any]] = {}
    for row in stored.values:
        measures.setdefault((row["source"], row["measure"]), []).append(row)
    for (source, measure), rows in measures.items():
        periods = sorted({row["period"] for row in rows})
        yield {
            "source": source,
            "measure": measure,
            "indicator": rows[0]["indicator"],
            "relation": rows[0]["relation"],
            "first": periods[0],
            "last": periods[-1],
            "areas": len({(row["area_kind"], row["area"]) for row in rows}),
            "values": len(rows),
            "public_by": max(row["published"] for row in rows),
        }


def _sets(stored: PublishedRows) -> Iterator[dict[str, Any]]:
    sets: dict[tuple[str, str], set[str]] = {}
    for row in stored.sets:
        sets.setdefault((row["published"], row["set"]), set()).add(row["authority"])
    for (published, name), authorities in sorted(sets.items()):
        yield {"set": name, "published": published, "authorities": len(authorities)}


def _many(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"
