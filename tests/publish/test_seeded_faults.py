"""Two hundred wrong figures, put in at every stage: not one of them would be published."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from westmoor import StoreMaker

from briefing.errors import BriefingError
from briefing.model import Figure, Period, Point, Sentence, compose, derive
from briefing.model import blocks as b
from briefing.publish.edition import parts
from briefing.publish.from_notebook import edition_from_notebook
from briefing.publish.read_back import read_back_file, trace_numbers

from . import notebook_samples as s
from . import seeds
from .seeds import MORE, STAGES, Made, numbered

CAUGHT = (BriefingError, ValueError)
READ_BACK = "read back"


def test_there_are_two_hundred() -> None:
    assert sum(count for count, _ in STAGES.values()) == 200
    assert sum(count for count, _ in MORE.values()) >= 100


def test_the_right_briefing_passes_everywhere(made: Made) -> None:
    counts = trace_numbers(made.edition, made.record)
    assert counts["figure"] >= 30
    for form, content in made.files.items():
        read_back_file(form, content, made.edition)


# ---------------------------------------------------------------- rows as read


def _tenfold(row: dict[str, str]) -> None:
    row["value"] = str(Decimal(row["value"]) * 10)


def _negative(row: dict[str, str]) -> None:
    row["value"] = "-" + row["value"]


def _other_unit(row: dict[str, str]) -> None:
    row["unit"] = {"percent": "count", "count": "percent"}[row["unit"]]


def _turned_round(row: dict[str, str]) -> None:
    row["value"] = row["value"][::-1] if row["value"] != row["value"][::-1] else row["value"] + "1"


ROW_FAULTS: tuple[Callable[[dict[str, str]], None], ...] = (
    _tenfold,
    _negative,
    _other_unit,
    _turned_round,
)


@numbered("store row")
def test_a_row_of_the_store(seed: int, tmp_path: Path) -> None:
    """A value that is not its cell, another unit, a month that another row has, swapped columns."""
    draw = random.Random(seed)
    rows = seeds.rows()
    if seed % 6 < 4:
        wrong = draw.choice([row for row in rows if row["table"] == "visits"])
        ROW_FAULTS[seed % 6](wrong)
        assert _row_is_stopped(tmp_path, rows, wrong)
        return
    of_one = [row for row in rows if row["table"] == "summary"]
    at = draw.randrange(1, len(of_one))
    left, right = of_one[at - 1], of_one[at]
    if seed % 6 == 4:
        left["period"] = right["period"]
        assert _both_are_withheld(tmp_path, rows, left, right)
    else:
        for column in ("value", "raw"):
            left[column], right[column] = right[column], left[column]
        assert _are_withheld_with_their_reason(tmp_path, rows, left, right)


def _store(tmp_path: Path, rows: list[dict[str, str]]) -> Path:
    maker = StoreMaker(tmp_path / "data")
    root = seeds.write(maker)
    maker.table("observations", *rows, at=f"panels/{seeds.PANEL}/meetings/2031-09-24")
    return root


def _row_is_stopped(tmp_path: Path, rows: list[dict[str, str]], wrong: dict[str, str]) -> bool:
    record = seeds.record(_store(tmp_path, rows))
    with pytest.raises(CAUGHT):
        figure = record.edition.meeting.figure(wrong)
        assert record.edition.meeting.series()
        trace_numbers(seeds.edition(b.paragraph(compose("{f} stand.", f=figure))), record)
    return True


def _both_are_withheld(
    tmp_path: Path, rows: list[dict[str, str]], left: dict[str, str], right: dict[str, str]
) -> bool:
    meeting = seeds.record(_store(tmp_path, rows)).edition.meeting
    (summary,) = (one for one in meeting.series() if one.table == "summary")
    held = {figure.row for figure in summary.unplaced}
    return held == {left["observation"], right["observation"]}


def _are_withheld_with_their_reason(
    tmp_path: Path, rows: list[dict[str, str]], left: dict[str, str], right: dict[str, str]
) -> bool:
    """Both periods are known in neither table, the reason names both, and the check lists them."""
    meeting = seeds.record(_store(tmp_path, rows)).edition.meeting
    periods = {Period(left["period"]), Period(right["period"])}
    of_care = meeting.series("children-in-care")
    for series in of_care:
        assert not periods & series.figures.keys()
        assert {f.period for f in series.unplaced} == periods
        assert "Visits to children" in series.doubts[0].text
        assert "Summary" in series.doubts[0].text
    listed = {one.left.period for one in meeting.disagreements if one.left.unit == "count"}
    return len(of_care) == 2 and periods <= listed


# ---------------------------------------------------------------- from row to figure


def _wrong_figure(figure: Figure, others: list[Figure], draw: random.Random, kind: int) -> Figure:
    unlike = [f for f in others if f.value != figure.value and f.unit == figure.unit]
    period = figure.period
    assert period is not None
    return (
        lambda: replace(figure, value=figure.value * 10),
        lambda: replace(figure, value=-figure.value),
        lambda: replace(figure, unit="rate_per_10000"),
        lambda: replace(figure, period=period.shift(draw.choice((-1, 1, -12)))),
        lambda: replace(figure, value=draw.choice(unlike).value),
        lambda: replace(figure, value=figure.value + draw.choice((1, -1))),
        lambda: replace(figure, row=draw.choice(unlike).row),
        lambda: replace(figure, row=figure.row + "x"),
        lambda: replace(figure, citation=replace(_place(figure), printed_page="21")),
        lambda: replace(figure, value=figure.value / 10),
    )[kind]()


def _place(figure: Figure) -> Any:
    assert figure.citation is not None
    return figure.citation


@numbered("figure")
def test_a_figure_made_of_a_row(seed: int, made: Made) -> None:
    draw = random.Random(1000 + seed)
    right = draw.choice(made.figures)
    made.trace(b.paragraph(compose("It stood at {figure}.", figure=right)))
    wrong = _wrong_figure(right, made.figures, draw, seed % 10)
    with pytest.raises(BriefingError, match=READ_BACK):
        made.trace(b.paragraph(compose("It stood at {figure}.", figure=wrong)))


# ---------------------------------------------------------------- from figure to sentence


@numbered("sentence")
def test_a_sentence_made_of_figures(seed: int, made: Made) -> None:
    draw = random.Random(2000 + seed)
    known = [p.figure for p in made.series.known if p.figure]
    then, now = draw.sample([f for f in known if f.value != known[0].value], 2)
    while then.value == now.value:
        now = draw.choice(known)
    right = compose(
        "It went from {then} in {a} to {now} in {b}.",
        then=then,
        a=then.period,
        now=now,
        b=now.period,
    )
    made.trace(b.paragraph(right))
    one, other = then.text, now.text
    text = (
        lambda: right.text.replace(other, f"{now.number}0%"),
        lambda: right.text.replace(other, f"-{other}"),
        lambda: right.text.replace(one, "@").replace(other, one).replace("@", other),
        lambda: right.text.replace(other, f"{now.number} per 10,000"),
        lambda: _other_month(right, now),
        lambda: right.text.replace(f"{one} in", "a lower level in"),
    )[seed % 6]()
    with pytest.raises(BriefingError, match=READ_BACK):
        made.trace(b.paragraph(Sentence(text, right.figures, right.marks)))


def _other_month(sentence: Sentence, figure: Figure) -> str:
    assert figure.period is not None
    start, _, end = sentence.text.rpartition(figure.period.label)
    return start + figure.period.shift(-1).label + end


# ---------------------------------------------------------------- derived figures


@numbered("derived")
def test_a_figure_worked_out_of_others(seed: int, made: Made) -> None:
    draw = random.Random(3000 + seed)
    series = [p.figure for p in made.series.known if p.figure]
    before, after = draw.sample(series, 2)
    change = after.value - before.value
    operations = (
        ("change from then to now", (before, after), change, "percentage_points"),
        ("size of the change", (before, after), abs(change), "percentage_points"),
        ("mean of the points", tuple(series), sum(f.value for f in series) / 14, "percent"),
        ("number of values", tuple(series[:5]), Decimal(5), "count"),
    )
    operation, parents, right, unit = operations[seed % 4]

    def told(value: Decimal) -> b.Block:
        figure = derive(value, operation, *parents, unit=unit, places=1 if seed % 4 == 2 else None)
        return b.paragraph(compose("That is {figure}.", figure=figure))

    made.trace(told(right))
    wrong = draw.choice((right * 10 or Decimal(10), right + 3, right - 3, -right or Decimal(1)))
    with pytest.raises(BriefingError, match=READ_BACK):
        made.trace(told(wrong if wrong != right else right + 1))


# ---------------------------------------------------------------- points of a series


@numbered("series")
def test_points_that_changed_places(seed: int, made: Made) -> None:
    one, other = random.Random(4000 + seed).sample(made.series.known, 2)
    with pytest.raises(ValueError, match="does not stand in"):
        Point(one.period, other.figure)


# ---------------------------------------------------------------- charts


def _charts(made: Made) -> list[b.Block]:
    return [p for p in parts(tuple(made.blocks)) if p["type"] == "figure" and p.get("figures")]


@numbered("chart")
def test_a_chart_and_the_table_behind_it(seed: int, made: Made) -> None:
    draw = random.Random(5000 + seed)
    chart = copy.deepcopy(draw.choice(_charts(made)))
    made.trace(chart)
    said = str(chart["figures"][0]["text"])
    if seed % 4 == 0:
        chart["svg"], count = re.subn(rf">([^<]*)\b{said}", r">\g<1>7" + said, chart["svg"])
        assert count
    elif seed % 4 == 1:
        number = draw.choice(chart["alt_told"]["figures"])["text"]
        chart["alt"] = chart["alt"].replace(number, "1" + number)
    elif seed % 4 == 2:
        draw.choice(chart["figures"])["rows"] = [made.figures[0].row + "x"]
    else:
        _spoil_file(made, draw)
        return
    with pytest.raises(BriefingError, match=READ_BACK):
        made.trace(chart)


def _spoil_file(made: Made, draw: random.Random) -> None:
    """A wrong value in a file that goes with a table."""
    attachments = [dict(a) for a in made.edition.attachments]
    spoilt = draw.choice(
        [a for a in attachments if a["name"] in ("observations.csv", "measures.csv")]
    )
    row = draw.choice([row for row in seeds.rows() if row["table"] == "visits"])
    lines = spoilt["text"].split("\n")
    at = next(n for n, line in enumerate(lines) if f"{row['observation']}," in line)
    lines[at] = lines[at].replace(f",{row['value']},", f",{row['value']}0,")
    spoilt["text"] = "\n".join(lines)
    wrong = replace(made.edition, attachments=tuple(attachments))
    with pytest.raises(BriefingError, match=READ_BACK):
        trace_numbers(wrong, made.record)


# ---------------------------------------------------------------- the notebook's output


@numbered("notebook")
def test_the_output_of_a_notebook(seed: int, made: Made) -> None:
    """A number altered in the JSON of an executed notebook: in a text, or in what traces it."""
    draw = random.Random(6000 + seed)
    shown = [block for block in made.blocks if block["type"] != "document"]
    about = {"title": "Briefing", "date": "2031-09-24"}
    notebook = json.loads(json.dumps(s.of_blocks(*shown, **about)))
    body = notebook["cells"][1]["outputs"][0]["data"][b.MIME]
    told = [p for p in parts(body) if p.get("figures") and p.get("runs")]
    spoilt = draw.choice(told)
    trace = draw.choice(spoilt["figures"])
    if seed % 2:
        trace["text"] = "4" + trace["text"]
    else:
        run = next(r for r in spoilt["runs"] if re.search(r"\d", r["text"]))
        run["text"] = re.sub(r"\d", lambda m: str(9 - int(m[0])), run["text"], count=1)
    with pytest.raises(BriefingError, match=READ_BACK):
        trace_numbers(edition_from_notebook(notebook), made.record)
