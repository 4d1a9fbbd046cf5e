"""A small printer of tables in plain text, which keeps what it printed."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from briefing.ingest.page import Line, Page, Source, Word

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LABELS = (
    "Number of visits",
    "Rate of referrals per 10,000",
    "Percentage of reviews within 12 months",
    "Average caseload in the top 40",
    "Percentage leading to Section 47",
    "Assessments completed within 45 days",
    "Young people seen (not yet known)",
    "Children at home, with support",
    "Placements that ended",
    "Care plans signed",
)


@dataclass(frozen=True)
class Printed:
    """A table as printed: its lines, and for each label the figure of each heading.

    Columns without a heading are called ``+1``, ``+2``; a figure that was left blank is not there.
    """

    text: str
    heads: tuple[str, ...]
    periods: int
    rows: dict[str, dict[str, str]]


def source(text: str) -> Source:
    """A plain text as read, with the place of each word in its line."""
    lines = []
    for number, line in enumerate(text.split("\n"), start=1):
        words, at = [], 0
        for word in line.split():
            at = line.index(word, at)
            words.append(Word(word, at, 0, at + len(word), 0))
            at += len(word)
        lines.append(Line(tuple(words), number=number))
    return Source("made.txt", "0" * 64, "text", (Page(None, tuple(lines)),))


@st.composite
def _heads(draw: st.DrawFn) -> list[str]:
    count = draw(st.integers(3, 9))
    style = draw(
        st.sampled_from(["Aug-24", "Aug 24", "August 2024", "2024", "2023/24", "Q1 2024/25"])
    )
    first = draw(st.integers(0, 30))
    if style == "2024":
        return [str(2010 + first % 9 + at) for at in range(count)]
    if style == "2023/24":
        return [f"20{10 + first % 9 + at}/{11 + first % 9 + at}" for at in range(count)]
    if style.startswith("Q"):
        steps = [divmod(first + at, 4) for at in range(count)]
        return [f"Q{quarter + 1} 20{15 + year}/{16 + year}" for year, quarter in steps]
    steps = [divmod(first + at, 12) for at in range(count)]
    sign = "-" if "-" in style else " "
    return [f"{MONTHS[month]}{sign}{20 + year}" for year, month in steps]


def _figure(draw: st.DrawFn, form: str) -> str:
    if form == "%":
        return f"{draw(st.integers(0, 100))}%"
    if form == ".":
        return f"{draw(st.integers(0, 99))}.{draw(st.integers(0, 9))}"
    number = draw(st.integers(0, 4000))
    return f"{number:,}" if form == "," else str(number)


@st.composite
def tables(draw: st.DrawFn) -> Printed:
    """A table in any of the printer's forms, perhaps with one figure left blank."""
    periods = draw(_heads())
    target = draw(st.sampled_from(["none", "always", "silent", "dash"]))
    rated = target != "none" and draw(st.booleans())
    named = draw(st.sampled_from([[], ["England"], ["Statistical neighbours", "England"]]))
    unnamed = draw(st.integers(0, 3)) if target == "dash" and not named else 0
    count = draw(st.integers(4 if unnamed else 1, 7))
    labels = draw(st.permutations(LABELS))[:count]
    behind = (["Target"] if target != "none" else []) + named
    behind += [f"+{at + 1}" for at in range(unnamed)]
    heads = [*periods, *behind]
    rows: dict[str, dict[str, str]] = {}
    rating: dict[str, str] = {}
    for number, label in enumerate(labels):
        form = draw(st.sampled_from(["", ",", ".", "%"]))
        row = {head: _figure(draw, form) for head in heads}
        if draw(st.integers(0, 9)) == 0:
            row[draw(st.sampled_from(periods))] = "-"
        aimless = draw(st.booleans()) or (unnamed > 0 and number < 2)
        if target in ("silent", "dash") and aimless:
            row["Target"] = "" if target == "silent" else "-"
            if unnamed:
                row |= {head: "-" for head in behind}
            if rated and target == "dash":
                rating[label] = "-"
        rows[label] = row
    if draw(st.booleans()):
        rows[draw(st.sampled_from(labels))][draw(st.sampled_from(heads))] = ""
    columns = [*periods, *behind[:1], *(["RAG"] if rated else []), *behind[1:]]
    text = _text(draw, columns, rows, rating)
    kept = {label: {h: raw for h, raw in row.items() if raw} for label, row in rows.items()}
    return Printed(text, tuple(heads), len(periods), kept)


def _text(
    draw: st.DrawFn, columns: list[str], rows: dict[str, dict[str, str]], rating: dict[str, str]
) -> str:
    wide = draw(st.booleans())
    apart = draw(st.booleans())
    lines = ["A heading of our own", ""]
    named = ["" if column.startswith("+") else column for column in columns]
    lines.append(_line("Indicator", named, wide=wide))
    for label, row in rows.items():
        figures = [rating.get(label, "") if c == "RAG" else row[c] for c in columns]
        words = label.split()
        form = draw(st.sampled_from(["one line", "above", "over two"])) if not wide else "one line"
        if form == "above":
            lines += [" ".join(words[:2]), " ".join(words[2:])] if len(words) > 2 else [label]
            lines += ["", _line("", figures, wide=False)]
        elif form == "over two" and len(words) > 2 and not words[-1].isdigit():
            lines += [" ".join(words[:-1]), _line(words[-1], figures, wide=False)]
        else:
            lines.append(_line(label, figures, wide=wide))
        if apart or form != "one line":
            lines.append("")
    return "\n".join([*lines, "", "• Visits rose in the summer, as they do in most years."])


def _line(label: str, figures: list[str], *, wide: bool) -> str:
    if wide:
        return f"{label:<46}" + "".join(f"{figure:>26}" for figure in figures)
    return " ".join(part for part in [label, *figures] if part)
