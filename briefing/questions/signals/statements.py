"""What the papers say in words: risks with nothing beside them, commitments, what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.analysis.rows import row_id
from briefing.model.agenda import is_procedural, is_tracker
from briefing.questions.severity import weigh
from briefing.questions.signals.making import inside, make
from briefing.questions.signals.record import Signal
from briefing.questions.signals.season import is_seasonal
from briefing.questions.view import Row, View

#: What a stated risk should have beside it.
_BESIDE = ("owner", "due", "measure")

#: Letters that a text in brackets has at most, where a mark divides it.
GIST = 110

#: What parts a long text: a comma does only where it is no comma of a list.
_PARTS = (
    re.compile(r"; "),
    re.compile(r": "),
    re.compile(r", (?![^,]*(?:,| and\b| or\b))"),
)

#: A number that is neither a year nor part of a date.
_NUMBER = re.compile(
    r"(?<![\d/-])(?!(?:19|20)\d\d(?:/\d\d)?\b)\d[\d,.]*%?"
    r"(?!\d|\s+(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December))"
)


def signals(view: View) -> Iterator[Signal]:
    """Risks without owner, date or measure; commitments; strengths; what the panel is asked.

    A risk about a measure that the papers print is not said to lack one.
    """
    for row in view.rows("statements"):
        if row["kind"] == "risk":
            yield from _risk(view, row)
        elif row["kind"] == "commitment":
            yield from _plain(view, row, "commitment")
        elif row["kind"] == "strength":
            yield from _plain(view, row, "strength")
    yield from _asked(view)


def has_number(text: str) -> bool:
    """Whether a text states a number, which may only be printed as a figure."""
    return bool(_NUMBER.search(text))


def _risk(view: View, row: Row) -> Iterator[Signal]:
    measured = {t.series.indicator.indicator for t in view.trends} & set(_indicators(row))
    lacks = [c for c in _BESIDE if not row[c] and not (c == "measure" and measured)]
    if not lacks or is_seasonal(row) or has_number(row["text"]):
        return
    weight = weigh("risk", months=3 * len(lacks))
    yield make(
        "risk",
        row["statement"],
        row["item_number"],
        weight,
        {"risk": clause(row["text"]), "gist": gist(row["text"])},
        indicators=_indicators(row),
        citations=(view.cite(row),),
        rows=(row["statement"],),
        text=row["text"],
    )


def _plain(view: View, row: Row, kind: str) -> Iterator[Signal]:
    """A commitment or a strength, as the papers state it."""
    if has_number(row["text"]):
        return
    yield make(
        kind,
        row["statement"],
        row["item_number"],
        weigh(kind),
        {kind: clause(row["text"]), "gist": gist(row["text"])},
        indicators=_indicators(row),
        citations=(view.cite(row),),
        rows=(row["statement"],),
        text=row["text"],
    )


def _asked(view: View) -> Iterator[Signal]:
    """What each report asks of the panel; an item may rest on that alone."""
    titles = {r["item_number"]: r["title"] for r in view.rows("agenda_items")}
    for row in view.rows("report_recommendations"):
        title = titles.get(row["item_number"], "")
        if is_procedural(title) or is_tracker(title) or has_number(row["text"]):
            continue
        number = re.sub(r"[^a-z0-9]+", "-", row["number"].lower()).strip("-") or "i"
        yield make(
            "asked",
            f"item-{row['item_number']}-{number}",
            row["item_number"],
            weigh("asked"),
            {"asked": _asked_words(row)},
            citations=(view.cite(row),),
            rows=(row_id("report_recommendations", row),),
            text=row["text"],
        )


def _asked_words(row: Row) -> str:
    """What is asked, behind a colon: printed words whole, the kit's own as a clause."""
    text = row["text"]
    printed = row["text_kind"] == "printed"
    return inside(text.strip().rstrip(".;")) if printed else clause(text)


def clause(text: str) -> str:
    """A text as it stands behind a colon, without the word and the stop around it."""
    return re.sub(r"^That,?\s+", "", text.strip().rstrip(".;"))


def gist(text: str) -> str:
    """The part of a text that stands in brackets in a question: its first part where it is long."""
    whole = clause(text)
    for mark in _PARTS:
        first = mark.split(whole)[0]
        if len(whole) > GIST and len(first) >= GIST // 2 and not re.search(r"\d", first):
            whole = first
    return inside(whole)


def _indicators(row: Row) -> tuple[str, ...]:
    return tuple(i for i in row["indicator"].split("|") if i)
