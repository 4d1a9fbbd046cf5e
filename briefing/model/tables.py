"""The tables of parsed meeting data: their columns, in order, with meaning and accepted values.

This declaration serves the store (what a file must hold), ``briefing template`` (the columns
explained), ``briefing import`` (what is checked), ``briefing export`` and the data package.
The names are public: adding a column is fine, renaming or dropping one is a breaking change.
"""

from __future__ import annotations

from dataclasses import dataclass

MEETING = r"[a-z0-9]+(-[a-z0-9]+)*/\d{4}-\d{2}-\d{2}"
SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
DATE = r"\d{4}-\d{2}-\d{2}"
PERIOD = r"\d{4}-(0[1-9]|1[0-2])|\d{4}(/\d{2})?(-Q[1-4])?"
DECIMAL = r"-?\d+(\.\d+)?"
WHOLE = r"\d+"

#: The units that a value of the papers may have.
VALUE_UNITS = (
    "count",
    "percent",
    "rate_per_10000",
    "rate_per_1000",
    "average",
    "score",
    "days",
    "weeks",
    "fte",
    "gbp",
)


@dataclass(frozen=True)
class Field:
    """A column: blank means not stated. A cell matches ``pattern`` or is one of ``enum``."""

    name: str
    description: str
    required: bool = False
    pattern: str = ""
    enum: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table; ``place`` says where its rows are kept: ``meeting``, ``panel`` or ``catalogue``.

    A row of a ``meeting`` table that names no meeting is kept with its panel.
    """

    name: str
    description: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    place: str = "meeting"

    @property
    def columns(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(f.name for f in self.fields)


_MEETING = Field("meeting", "the meeting, as PANEL/YYYY-MM-DD", True, MEETING)
_ITEM = Field("item_number", "the agenda item's number as printed, such as 7 or 7a")
_INDICATOR = Field("indicator", "the indicator's slug in the catalogue", pattern=SLUG)
_TABLE = Field("table", "the printed table: its slug in the tables table", pattern=SLUG)

#: Where a row was read; every row from a document has these.
SOURCE = (
    Field("document", "the document's slug in the documents table", pattern=SLUG),
    Field("page", "page of the file, from 1; blank where the file has no pages", pattern=WHOLE),
    Field("printed_page", "the page number that is printed on the paper"),
    Field("section", "the heading or table under which it stands"),
    Field("line", "line of a text file, from 1", pattern=WHOLE),
)
_COLUMN_POSITION = Field("column_position", "place behind the target column, from 1", True, WHOLE)
_COMPARATORS = ("own", "statistical_neighbours", "region", "england", "unknown")
_TEXT_KIND = Field(
    "text_kind", "printed (the paper's words) or summary (ours)", enum=("printed", "summary")
)
#: Who corrected a row and why; blank for rows as read.
CORRECTION = (
    Field("corrected_by", "the author of a correction"),
    Field("correction_reason", "the reason of a correction"),
)


def _table(
    name: str,
    description: str,
    key: str,
    *fields: Field,
    place: str = "meeting",
    source: bool = True,
    text: bool = False,
) -> Table:
    every = fields + ((_TEXT_KIND,) if text else ()) + (SOURCE if source else ())
    return Table(name, description, tuple(key.split()), every, place)


TABLES: dict[str, Table] = {
    t.name: t
    for t in (
        _table(
            "meetings",
            "meetings of the panels",
            "meeting",
            _MEETING,
            Field("panel", "the panel's slug", True, SLUG),
            Field("council", "the council's name", True),
            Field("title", "the panel's name as printed"),
            Field("date", "the day", True, DATE),
            Field("start_time", "such as 17:30", pattern=r"\d{2}:\d{2}"),
            Field("venue", "where the panel meets"),
            Field(
                "status",
                "scheduled, held (minutes are on record) or known_date (a date that papers name)",
                True,
                enum=("scheduled", "held", "known_date"),
            ),
            Field("municipal_year", "such as 2024/25", pattern=r"\d{4}/\d{2}"),
            Field("agenda_published", "the day on which the agenda came out", pattern=DATE),
            Field("role", "what the panel is for, as its agenda prints it"),
        ),
        _table(
            "documents",
            "published documents that the rows were read from",
            "document",
            Field("document", "a slug, unique in the store", True, SLUG),
            Field("meeting", "the meeting it was published for; blank for none", pattern=MEETING),
            Field("panel", "the panel's slug", True, SLUG),
            Field("council", "the council's name"),
            Field(
                "publisher",
                "who published it; what a third party says is second-hand",
                True,
                enum=("council", "inspectorate", "third_party"),
            ),
            Field("title", "the title as a councillor knows it", True),
            Field(
                "kind",
                "the kind of document",
                True,
                enum=(
                    "pack",
                    "agenda",
                    "minutes",
                    "report",
                    "tracker",
                    "summary",
                    "slides",
                    "inspection",
                    "hand_entry",
                ),
            ),
            Field("published", "the day of publication", pattern=DATE),
            Field("sha256", "hash of the file that was read", pattern=r"[0-9a-f]{64}"),
            Field("pages", "number of pages of the file", pattern=WHOLE),
            Field("url", "where it was published"),
            Field("supersedes", "the document that it replaces", pattern=SLUG),
            Field("source_name", "the file's name"),
            source=False,
        ),
        _table(
            "attendance",
            "who was there, and in what role",
            "meeting name role status",
            _MEETING,
            Field("name", "a member's name; blank for an officer, who appears by role"),
            Field("role", "such as Chair, or Executive Director"),
            Field(
                "status",
                "in_attendance is for those who are not members; invited for those asked to come",
                True,
                enum=("present", "apologies", "in_attendance", "substitute", "invited"),
            ),
            Field("substitute_for", "the member replaced"),
            Field("remote", "yes or no", enum=("yes", "no")),
        ),
        _table(
            "agenda_items",
            "the agenda",
            "meeting item_number",
            _MEETING,
            Field("item_number", _ITEM.description, True),
            Field("title", "the item's title as printed", True),
            Field("printed_page_from", "first printed page", pattern=WHOLE),
            Field("printed_page_to", "last printed page", pattern=WHOLE),
            Field("report_of", "whose report it is"),
            Field("purpose", "what the item is for"),
            Field("exempt", "yes for an item not open to the public", enum=("yes", "no")),
            text=True,
        ),
        _table(
            "report_recommendations",
            "what each report asks the panel to decide",
            "meeting item_number number",
            _MEETING,
            _ITEM,
            Field("number", "as printed, such as (i)"),
            Field("text", "what the panel is asked", True),
            text=True,
        ),
        _table(
            "resolutions",
            "what the panel resolved",
            "meeting item_number resolution_number",
            _MEETING,
            _ITEM,
            Field("resolution_number", "as printed, or 1 where none is"),
            Field("text", "what was resolved", True),
            text=True,
        ),
        _table(
            "votes",
            "recorded votes",
            "meeting item_number motion member",
            _MEETING,
            _ITEM,
            Field("motion", "what was voted on", True),
            Field("member", "the member's name", True),
            Field("vote", "how", True, enum=("for", "against", "abstained", "not_voting")),
            Field("printed_count", "the count that the minutes print", pattern=WHOLE),
            Field("outcome", "carried or lost", enum=("carried", "lost")),
        ),
        _table(
            "recommendations",
            "recommendations of the panel, each from the resolution that made it",
            "recommendation",
            Field("recommendation", "a slug, unique in the store", True, SLUG),
            Field("meeting_raised", "the meeting that made it", True, MEETING),
            Field("item_title", "the item under which it was made"),
            Field("text", "what was asked", True),
            Field("recipient", "of whom"),
            Field("due", "when it was promised for", pattern=rf"{DATE}|{PERIOD}"),
            text=True,
        ),
        _table(
            "recommendation_updates",
            "responses and statuses as printed at each meeting",
            "recommendation meeting",
            Field("recommendation", "the recommendation's slug", True, SLUG),
            _MEETING,
            Field("response", "what the paper says was done"),
            Field("status", "the status as printed"),
            Field(
                "flags",
                "what the response itself shows, separated by |: only_planned (the action lies in "
                "the future), no_evidence (a status without a response), accepted (by the panel)",
                pattern=r"((only_planned|no_evidence|accepted)(\|(?!$)|$))*",
            ),
            text=True,
        ),
        _table(
            "statements",
            "what the papers state in words, such as risks, ambitions and commitments",
            "statement",
            Field("statement", "a slug, unique in the store", True, SLUG),
            _MEETING,
            _ITEM,
            Field(
                "kind",
                "the kind; context is what the papers put the level of a measure down to, or what "
                "minutes record beside what was resolved",
                True,
                enum=("risk", "ambition", "expectation", "commitment", "strength", "context"),
            ),
            Field("text", "what is stated", True),
            Field("owner", "who is to act"),
            Field("due", "by when", pattern=rf"{DATE}|{PERIOD}"),
            Field("measure", "how it would be known"),
            Field("indicator", "indicators that it is about, separated by |"),
            text=True,
        ),
        _table(
            "passages",
            "sentences of the papers that state figures or movements, to be held against tables",
            "passage",
            Field("passage", "a slug, unique in the store", True, SLUG),
            _MEETING,
            _ITEM,
            Field("text", "the sentence", True),
            Field("previous", "the sentence before it, where it speaks of what that one names"),
            text=True,
        ),
        _table(
            "tables",
            "printed tables",
            "meeting table",
            _MEETING,
            Field("table", "a slug, unique in the meeting", True, SLUG),
            _ITEM,
            Field("title", "the table's title as printed", True),
            Field("headers", "column headings as printed, separated by |"),
            Field("rows", "number of rows as printed", pattern=WHOLE),
        ),
        _table(
            "indicators",
            "the catalogue of indicators",
            "indicator",
            Field("indicator", "a slug, unique in the store", True, SLUG),
            Field("name", "the name in full", True),
            Field(
                "unit",
                "the unit of the values",
                True,
                enum=VALUE_UNITS,
            ),
            Field(
                "measure_type",
                "over what time a value is counted; blank where that is not known",
                enum=(
                    "month",
                    "stock",
                    "look_back",
                    "rolling_12_months",
                    "year_to_date",
                    "quarter",
                    "year",
                ),
            ),
            Field("window_months", "length of a look-back in months", pattern=WHOLE),
            Field(
                "polarity",
                "which way is good in itself",
                True,
                enum=("high", "low", "neutral"),
            ),
            Field("theme", "the theme under which it is shown"),
            Field("definition", "what is counted, in plain words"),
            Field("aliases", "names it is printed under, separated by |"),
            Field("polarity_source", "who says which way is good"),
            Field(
                "small_base",
                "yes where a percentage rests on few or on unknown numbers",
                enum=("yes", "no"),
            ),
            place="catalogue",
            source=False,
        ),
        _table(
            "observations",
            "values as printed, one row a cell",
            "observation",
            Field(
                "observation", "a slug, unique in the store", True, r"[a-z0-9]+([-./][a-z0-9]+)*"
            ),
            _MEETING,
            _TABLE,
            Field("position", "the value's place in its printed row, from 1", pattern=WHOLE),
            _INDICATOR,
            Field("name_as_printed", "the row's label"),
            Field("breakdown", "the group that the value is of, where a measure is broken down"),
            Field(
                "period",
                "the period, as 2024-08, 2024-Q3, 2023/24-Q4, 2024 or 2023/24",
                pattern=PERIOD,
            ),
            Field(
                "period_kind",
                "month, or the kind of year that a year or quarter belongs to",
                enum=("month", "calendar", "financial", "academic", "municipal"),
            ),
            Field("value", "exact decimal", pattern=DECIMAL),
            Field("unit", "the unit of the value", enum=VALUE_UNITS),
            Field(
                "status",
                "stated; ambiguous (the papers do not say which period); missing (as printed); "
                "suppressed; withheld",
                True,
                enum=("stated", "ambiguous", "missing", "suppressed", "withheld"),
            ),
            Field("period_candidates", "the periods an ambiguous value may be of, separated by |"),
            Field("evidence", "why a value that its row alone does not place was placed so"),
            Field("raw", "the cell as printed"),
            Field("rag_printed", "red, amber or green as printed"),
            Field("direction_printed", "direction of travel as printed"),
            *CORRECTION,
        ),
        _table(
            "targets",
            "targets, floors, expectations and ambitions",
            "meeting table indicator kind due",
            _MEETING,
            _TABLE,
            _INDICATOR,
            Field("kind", "the kind", True, enum=("target", "floor", "expectation", "ambition")),
            Field("value", "exact decimal", True, DECIMAL),
            Field(
                "direction", "which side meets it", True, enum=("at_most", "at_least", "unknown")
            ),
            Field("due", "the month or year by which", pattern=rf"{DATE}|{PERIOD}"),
            Field("set_by", "who set it"),
            Field("raw", "the cell as printed"),
            Field("direction_evidence", "how the papers show the direction"),
            *CORRECTION,
        ),
        _table(
            "benchmarks",
            "comparator columns",
            "meeting table indicator column_position",
            _MEETING,
            _TABLE,
            _INDICATOR,
            _COLUMN_POSITION,
            Field(
                "comparator",
                "whose value it is",
                True,
                enum=_COMPARATORS,
            ),
            Field(
                "identification",
                "named (by the papers), proposed (it matches published figures), confirmed (by a "
                "person) or unknown",
                True,
                enum=("named", "proposed", "confirmed", "unknown"),
            ),
            Field("value", "exact decimal; blank where none is printed", pattern=DECIMAL),
            Field("period", "the period it is of", pattern=PERIOD),
            Field("neighbour_set", "the set of neighbours it was computed with"),
            Field("release", "the published release it matches"),
            Field("raw", "the cell as printed"),
            Field("identification_evidence", "why it was identified so"),
            *CORRECTION,
        ),
        _table(
            "published_values",
            "values that the DfE, LAIT and others publish of councils, regions and England",
            "source measure area period file",
            _INDICATOR,
            Field("source", "who publishes it, such as DfE or LAIT", True),
            Field("measure", "the name of the measure in its source", True),
            Field(
                "relation",
                "same (what the indicator counts), close (nearly that) or part (one of two "
                "published measures whose quotient it is)",
                enum=("same", "close", "part"),
            ),
            Field("area", "the area, as the source names it", True),
            Field("area_code", "the three-figure number of the area", pattern=WHOLE),
            Field("area_kind", "what it is", True, enum=("authority", "region", "england")),
            Field("region", "the region that an authority lies in"),
            Field("value", "exact decimal, rounded as published", True, DECIMAL),
            Field("unit", "the unit of the value", True, enum=VALUE_UNITS),
            Field("period", "the period that it is of", True, PERIOD),
            Field(
                "period_kind",
                "month, or the kind of year",
                enum=("month", "calendar", "financial", "academic", "municipal"),
            ),
            Field("release", "the release that it came out with"),
            Field("published", "the day by which a value of this period was public", True, DATE),
            Field(
                "dated",
                "stated (the files say when it came out) or reckoned (from that of other years)",
                enum=("stated", "reckoned"),
            ),
            Field(
                "held",
                "the day of the file that it was read from: earlier values may have been revised "
                "until then",
                pattern=DATE,
            ),
            Field("file", "the file's slug in the table of published files", pattern=SLUG),
            place="catalogue",
            source=False,
        ),
        _table(
            "neighbour_sets",
            "sets of statistical neighbours of councils",
            "set authority position file",
            Field("set", "the set by its name", True),
            Field("published", "the day by which it was public", True, DATE),
            Field("authority", "the authority whose neighbours they are", True),
            Field("authority_code", "its three-figure number", pattern=WHOLE),
            Field("neighbour", "a neighbour", True),
            Field("neighbour_code", "its three-figure number", pattern=WHOLE),
            Field("position", "from 1, the nearest", True, WHOLE),
            Field("file", "the file's slug in the table of published files", pattern=SLUG),
            place="catalogue",
            source=False,
        ),
        _table(
            "published_files",
            "the published files that values and sets of neighbours were read from",
            "file",
            Field("file", "a slug, unique in the store", True, SLUG),
            Field("source", "who publishes it"),
            Field("kind", "what it holds", enum=("values", "dictionary", "neighbours")),
            Field("source_name", "the file's name", True),
            Field("sha256", "hash of the file that was read", pattern=r"[0-9a-f]{64}"),
            Field("held", "the day of the file, as far as it says", pattern=DATE),
            place="catalogue",
            source=False,
        ),
        _table(
            "comparator_checks",
            "comparator columns held against published values, computed",
            "meeting table indicator column_position",
            _MEETING,
            _TABLE,
            _INDICATOR,
            _COLUMN_POSITION,
            Field(
                "comparator",
                "whose value it is taken for, from its own row or from others of its column",
                True,
                enum=_COMPARATORS,
            ),
            Field("value", "the value as printed", pattern=DECIMAL),
            Field(
                "year",
                "exact (it is a published value), nearest (a published value is near it, and may "
                "have been revised since) or cannot_tell",
                True,
                enum=("exact", "nearest", "cannot_tell"),
            ),
            Field("period", "the period of that published value", pattern=PERIOD),
            Field("published_value", "that published value", pattern=DECIMAL),
            Field("release", "the release that it came out with"),
            Field(
                "newer",
                "whether a newer value of the same measure and area was public",
                True,
                enum=("yes", "no", "cannot_tell"),
            ),
            Field("newer_value", "the newest of them", pattern=DECIMAL),
            Field("newer_period", "its period", pattern=PERIOD),
            Field("newer_release", "its release"),
            Field("newer_published", "the day by which it was public", pattern=DATE),
            Field("neighbour_set", "the set of statistical neighbours that it is of"),
            Field(
                "later_set",
                "whether the average with a later set is the same or has moved; blank for other "
                "comparators and where there is no later set",
                enum=("same", "moved", "cannot_tell"),
            ),
            Field("later_set_name", "that later set"),
            Field("average", "the average with the set that it is of", pattern=DECIMAL),
            Field("later_average", "the average with the later set", pattern=DECIMAL),
            Field("working", "what was found, in words", True),
            Field("evidence", "rows of the store, separated by |"),
            source=False,
        ),
        _table(
            "claims",
            "sentences with figures, held against the tables",
            "claim",
            Field("claim", "a slug, unique in the store", True, SLUG),
            _MEETING,
            Field("text", "the sentence"),
            _INDICATOR,
            Field(
                "kind",
                "what it states",
                True,
                enum=(
                    "level",
                    "change",
                    "percent_change",
                    "rank",
                    "comparison",
                    "average",
                    "duration",
                    "direction",
                    "ambition",
                    "projection",
                ),
            ),
            Field("period", "the period", pattern=PERIOD),
            Field("baseline_period", "the period compared with", pattern=PERIOD),
            Field("claimed", "the figure in the sentence"),
            Field("found", "what the tables give"),
            Field("found_in", "the rows that give it"),
            Field(
                "verdict",
                "the verdict",
                True,
                enum=("agrees", "contradicts", "cannot_verify"),
            ),
            Field("certainty", "how sure, from 0 to 1", pattern=DECIMAL),
            Field("working", "the working in one sentence"),
        ),
        _table(
            "claim_contexts",
            "what the tables add to true statements, computed",
            "meeting claim kind",
            _MEETING,
            Field("claim", "the statement, a row of claims", True, SLUG),
            Field(
                "kind",
                "what the tables add",
                True,
                enum=("other_way_since", "flattering_month", "another_target"),
            ),
            _INDICATOR,
            Field("working", "all of it in one sentence"),
            Field("evidence", "rows of the store, separated by |"),
            source=False,
        ),
        _table(
            "disagreements",
            "figures that do not agree with each other",
            "meeting kind left right",
            _MEETING,
            Field(
                "kind",
                "how they differ",
                True,
                enum=(
                    "same_series",
                    "count_and_rate",
                    "parts_and_total",
                    "shifted",
                    "revised",
                    "vanished",
                    "date_after_publication",
                    "two_values",
                    "target_moved",
                    "target_dropped",
                    "target_given",
                    "comparator_moved",
                    "comparator_dropped",
                    "comparator_given",
                    "definition_changed",
                ),
            ),
            Field("left", "one row", True),
            Field("right", "the other"),
            Field("working", "the working in one sentence"),
        ),
        _table(
            "findings",
            "findings of inspections",
            "document kind paragraph text",
            Field("panel", "the panel's slug", True, SLUG),
            Field("paragraph", "the paragraph's number as printed; blank for a judgement"),
            Field(
                "kind",
                "the kind of finding",
                True,
                enum=(
                    "judgement",
                    "priority_action",
                    "area_for_improvement",
                    "strength",
                    "weakness",
                    "narrative",
                ),
            ),
            Field("text", "the finding", True),
            Field("indicator", "indicators of today that it touches, separated by |"),
            place="panel",
            text=True,
        ),
        _table(
            "glossary",
            "terms and acronyms",
            "panel term",
            Field("panel", "the panel's slug", True, SLUG),
            Field("term", "the term", True),
            Field("expansion", "what an acronym stands for"),
            Field("definition", "what it means"),
            place="panel",
            text=True,
        ),
        _table(
            "trends",
            "judgements of trends, computed",
            "meeting indicator table breakdown",
            _MEETING,
            _INDICATOR,
            _TABLE,
            Field("breakdown", "the group that the series is of, where a measure is broken down"),
            Field("points", "number of points judged", pattern=WHOLE),
            Field("mean", "the mean", pattern=DECIMAL),
            Field("lower_limit", "lower process limit", pattern=DECIMAL),
            Field("upper_limit", "upper process limit", pattern=DECIMAL),
            Field("rule", "rules that fired, separated by |"),
            Field("variation", "the judgement of the last point"),
            Field("assurance", "whether the process can meet the target"),
            Field("withheld_reason", "why no judgement is given"),
            source=False,
        ),
        _table(
            "signals",
            "what the figures and papers give rise to, computed",
            "meeting signal",
            _MEETING,
            Field("signal", "a slug, unique in the meeting", True, SLUG),
            Field("kind", "the kind of signal", True, SLUG),
            _ITEM,
            Field("indicator", "indicators that it is about, separated by |"),
            Field("severity", "from 0 to 100", True, DECIMAL),
            Field("evidence", "rows of the store, separated by |"),
            source=False,
        ),
        _table(
            "questions",
            "challenge questions, computed",
            "meeting rank",
            _MEETING,
            Field("rank", "from 1", True, WHOLE),
            _ITEM,
            Field("theme", "the theme"),
            Field("addressed_to", "who can answer"),
            Field("question", "the question", True),
            Field("why_it_matters", "in one sentence"),
            Field("follow_up", "for when the answer is thin"),
            Field("good_answer", "what a good answer contains"),
            Field("evidence", "rows of the store, separated by |"),
            source=False,
        ),
        _table(
            "issues",
            "what a page held that was not understood, or does not agree",
            "meeting document message",
            _MEETING,
            Field("document", "the document's slug", pattern=SLUG),
            Field("page", SOURCE[1].description, pattern=WHOLE),
            Field("line", SOURCE[4].description, pattern=WHOLE),
            Field("kind", "the kind", True, SLUG),
            Field("message", "what it is", True),
            Field("printed_page", SOURCE[2].description),
            Field("section", SOURCE[3].description),
            source=False,
        ),
    )
}

#: Tables that are computed from the others and never stored.
COMPUTED = (
    "trends",
    "signals",
    "questions",
    "claims",
    "claim_contexts",
    "disagreements",
    "comparator_checks",
)

#: Tables of what is published of all councils, which belong to no meeting: each row has the day by
#: which it was public.
PUBLISHED = ("published_values", "neighbour_sets", "published_files")
