"""The options that every command has."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from briefing.face import Store

T = TypeVar("T")

#: Where the context of a command keeps the store that it works on.
STORE = "briefing.store"


@dataclass(frozen=True)
class Settings:
    """Where the store and the briefings are, and whether to keep quiet."""

    data: Path
    reports: Path
    quiet: bool

    def store(self) -> Store:
        """The store, opened."""
        from briefing.face import open_store

        store = open_store(self.data)
        if store.panels and not store.indicators:
            self.say("There is no catalogue of indicators: no trend can be judged without it.")
        for folder in store.folder.passed_over:
            self.say(f"Passed over, as it holds no meeting: {folder}")
        return store

    def say(self, message: str) -> None:
        """Tell the user something, unless they want quiet. Data goes to stdout, this does not."""
        if not self.quiet:
            click.echo(message, err=True)

    def progress(self, things: Iterable[T], label: str) -> Iterable[T]:
        """The things one by one, with a bar on a terminal once they take more than a second."""
        from tqdm import tqdm

        bar: Iterable[T] = tqdm(things, desc=label, delay=1, disable=True if self.quiet else None)
        return bar


def common(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command ``--data``, ``--reports`` and ``--quiet``, handed on as ``settings``."""

    @click.option(
        "--data",
        type=click.Path(path_type=Path),
        default=Path("data"),
        show_default=True,
        envvar="BRIEFING_DATA",
        show_envvar=True,
        metavar="DIR",
        help="The store of parsed meeting data.",
    )
    @click.option(
        "--reports",
        type=click.Path(path_type=Path),
        default=Path("reports"),
        show_default=True,
        envvar="BRIEFING_REPORTS",
        show_envvar=True,
        metavar="DIR",
        help="Where the briefings go.",
    )
    @click.option("--quiet", is_flag=True, help="No progress and no messages but faults.")
    @functools.wraps(command)
    def with_settings(*args: Any, data: Path, reports: Path, quiet: bool, **more: Any) -> None:
        click.get_current_context().meta[STORE] = data
        command(*args, settings=Settings(data, reports, quiet), **more)

    return with_settings


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def print_json(content: object) -> None:
    """Print JSON that people can read too."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))
