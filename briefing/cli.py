"""The command line: thin, each command one call of the library."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from briefing.commands.benchmarks import benchmarks
from briefing.commands.build import build
from briefing.commands.byhand import import_, template
from briefing.commands.check import check
from briefing.commands.export import export
from briefing.commands.ingest import ingest
from briefing.commands.lab import lab
from briefing.commands.meetings import meetings
from briefing.commands.options import STORE
from briefing.commands.questions import questions
from briefing.commands.show import show
from briefing.errors import BriefingError


class UserFault(click.ClickException):
    """A fault of the input, told in one message; nothing was changed."""

    exit_code = 2


class _Commands(click.Group):
    """The commands, in the order in which they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BriefingError as error:
            raise UserFault(str(error)) from None
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            if faults := _faults_of_store(ctx):
                raise UserFault(faults) from None
            raise


def _faults_of_store(ctx: click.Context) -> str:
    """What is wrong with the files of the store; blank when nothing is."""
    from briefing.store import DataFolder, validate

    try:
        problems = validate(DataFolder(ctx.meta.get(STORE, Path("data"))))
    except BriefingError as error:
        return str(error)
    return "\n".join(str(problem) for problem in problems[:20])


def _print_version(ctx: click.Context, option: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("scrutiny-briefing")
    except PackageNotFoundError:
        number = "a checkout that is not installed"
    click.echo(f"briefing, {number}")
    ctx.exit()


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 all done; 1 some of the work failed, the rest is kept; "
    "2 bad usage or bad input, nothing changed.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """Briefings for council scrutiny panels, from parsed meeting data.

    MEETING is PANEL/YYYY-MM-DD; the date alone will do while only one panel met then.

    \b
    Example:
      briefing meetings
      briefing build 2024-09-26
    """


for command in (
    ingest,
    meetings,
    show,
    export,
    check,
    questions,
    template,
    import_,
    benchmarks,
    build,
    lab,
):
    cli.add_command(command)


def main() -> None:
    """The entry point: text in and out is UTF-8 on every system."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")
    cli(prog_name="briefing")
