"""The recognisers: one file a part of a pack, each alone; adding one touches no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from briefing.ingest.page import Page, Source
from briefing.ingest.parts import Part

Recogniser = Callable[[Source], Iterable[Part]]

#: Words that no reader of the paper sees. Only a recogniser of tables, which withholds them as
#: values, is shown them: its module says ``READS_UNSEEN = True``.
_UNSEEN = frozenset({"invisible", "covered", "off_page"})


def recognisers() -> dict[str, Recogniser]:
    """Every recogniser by the name of its file."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.ispkg)
    return {name: import_module(f"{__name__}.{name}").recognise for name in names}


def recognise(source: Source) -> Iterator[Part]:
    """All parts of a document, recogniser by recogniser."""
    seen = as_seen(source)
    for name, find in recognisers().items():
        module = import_module(f"{__name__}.{name}")
        yield from find(source if getattr(module, "READS_UNSEEN", False) else seen)


def as_seen(source: Source) -> Source:
    """The document without the words that no reader of it sees."""
    if not any(word.doubt in _UNSEEN for page in source.pages for word in page.words):
        return source
    return replace(source, pages=tuple(map(_as_seen, source.pages)))


def _as_seen(page: Page) -> Page:
    lines = (
        replace(line, words=tuple(word for word in line.words if word.doubt not in _UNSEEN))
        for line in page.lines
    )
    return replace(page, lines=tuple(line for line in lines if line.words))
