"""The covers of reports: who decides, on what, whose report it is, and what the panel is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.ingest.agenda.covers import Cover, covers, label
from briefing.ingest.exempt import marks
from briefing.ingest.page import Line, Source
from briefing.ingest.parts import ReportCover, Said, Where
from briefing.ingest.words.authors import office
from briefing.ingest.words.dates import DAY, first_day
from briefing.ingest.words.numbering import follows, marker, starts
from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.roles import roles_only
from briefing.ingest.words.running import run_on

_ASKS = re.compile(
    r"(?:\d{1,2}(?:\.\d)?\.?\s+)?(?:officer\s+|proposed\s+)?"
    r"(?:recommend(?:ed|ations?)(?:\s*\(s\))?(?:\s+(?:to|for)\s+the\s+\w+)?|"
    r"(?:decisions?|actions?)\s+(?:required|requested|sought)(?:\s+of\s+the\s+\w+)?|what\s+the\s+\w+\s+is\s+"
    r"asked\s+to\s+(?:do|decide))\s*(?::\s*(?P<rest>.*)|(?P<more>that\b.*)|)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:\d{1,2}(?:\.\d)?\.?\s+)?(?:reasons?\s+for|background|introduction|(?:brief|executive)?\s*summary|"
    r"purpose|alternative\s+options?|other\s+options?|options\s+considered|details?|context|report|"
    r"main\s+(?:report|issues)|current\s+position|key\s+(?:issues|decision)|implications?|"
    r"financial|legal|resource|equalit|risk|consultation|contact|appendi|next\s+steps|supporting|"
    r"policy\s+framework|wards?)\b.{0,60}",
    re.IGNORECASE,
)
_APPENDICES = re.compile(
    r"(?:list\s+of\s+)?(?:appendi(?:ces|x)|annexes|attachments)(?:\s*(?:\(s\)|attached|list))?\s*:?",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:(?:appendix|annex|attachment)\s+)?(?P<mark>[A-Z0-9]{1,2})\s*(?:[.:)–-]\s*|\s+)(?P<title>[A-Z“‘\"(].*)",
)
_NONE = re.compile(r"(?:\W*\d*\W*)?(?:none|n/?a|nil|not applicable)\W*", re.IGNORECASE)
_DAY_TOO = re.compile(rf"\s*[-–,]\s*{DAY.pattern}.*", re.IGNORECASE)

#: What is asked stands so near below the cover's first label, and takes so many lines at most.
_REACH = 90
_LINES = 60
_APPENDIX_LINES = 25


def recognise(source: Source) -> Iterator[ReportCover]:
    """The cover of each report, in their order."""
    lines = source.lines
    for cover in covers(lines):
        yield _part(lines, cover)


def _part(lines: Sequence[Line], cover: Cover) -> ReportCover:
    first = lines[cover.start]
    subject = cover.fields["subject"]
    closed = marks.by_status(cover.fields.get("class", "")) or marks.in_title(subject)
    maker = cover.fields.get("maker", "")
    day = first_day(cover.fields.get("day", "")) or first_day(maker)
    where = Where.of(first, "Report cover")
    if closed:
        return ReportCover(where=where, subject="", day=day, exempt=True)
    asked = _asked(lines, cover)
    return ReportCover(
        where=where,
        certainty=1.0 if asked else 0.8,
        subject=subject,
        decision_maker=_DAY_TOO.sub("", maker).strip(" ,–-"),
        report_of=office(cover.fields.get("of", "")),
        day=day,
        recommendations=asked,
        appendices=_appendices(lines, cover),
    )


def _asked(lines: Sequence[Line], cover: Cover) -> tuple[Said, ...]:
    """What the panel is asked, one by one."""
    for at in range(cover.start, min(cover.start + _REACH, cover.end)):
        found = _ASKS.fullmatch(lines[at].text)
        if found and (found["rest"] or found["more"] or _heads(lines[at])):
            end = _ends(lines, at + 1, cover.end)
            return tuple(_listed(lines[at:end], found["rest"] or found["more"] or ""))
    return ()


def _heads(line: Line) -> bool:
    text = re.sub(r"^[\d.\s]+", "", line.text)
    return text[:1].isupper() and len(line.words) <= 8


def _ends(lines: Sequence[Line], start: int, stop: int) -> int:
    """Where the list of what is asked ends: at the next heading or label."""
    for at in range(start, min(start + _LINES, stop)):
        line = lines[at]
        if line.blank:
            continue
        mark, rest = marker(line.text)
        title = rest if mark and re.fullmatch(r"\d{1,2}\.?(?:0\.?)?", mark) else line.text
        short = len(line.words) <= 9 and not line.text.endswith((".", ";", ","))
        capitals = title.isupper() and len(title.split()) >= 2
        if short and (
            capitals or line.heading or (_HEADING.fullmatch(title) and title[:1].isupper())
        ):
            return at
        found = label(line)
        if found and found[0] in ("class", "subject"):
            return at
    return min(start + _LINES, stop)


def _listed(lines: Sequence[Line], first: str) -> Iterator[Said]:
    """The entries of a list; words above it that its entries go on from stand before each."""
    lead: list[str] = [first] if first and not marker(first)[0] else []
    entries: list[tuple[str, list[str], Line]] = []
    if first and marker(first)[0]:
        mark, rest = marker(first)
        entries.append((mark, [rest], lines[0]))
    for at, line in enumerate(lines[1:], start=1):
        if line.blank or line.text.isdecimal():
            continue
        mark, rest = marker(line.text)
        said = entries[-1][1] if entries else lead
        if (
            run_on(said).endswith(".")
            and _stands_apart(lines, at)
            and not _goes_on(lines[at:], entries[-1][0] if entries else "")
        ):
            break
        begins = starts(mark) if not entries else follows(mark, entries[-1][0])
        if mark and begins:
            entries.append((mark, [rest], line))
        elif entries:
            entries[-1][1].append(line.text)
        else:
            lead.append(line.text)
    opening = run_on(lead)
    if not entries:
        if opening and not _NONE.fullmatch(opening):
            yield Said(_clean(opening), Where.of(lines[0], "Recommendations"))
        return
    for mark, texts, line in entries:
        text = run_on(texts)
        if text[:1].islower() and opening:
            text = f"{opening.rstrip(': ')} {text}"
        if text:
            yield Said(_clean(text), Where.of(line, "Recommendations"), mark)


def _stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a line begins a paragraph of its own: a blank line or a gap on paper above it."""
    line, above = lines[at], lines[at - 1]
    if not line.text[:1].isupper():
        return False
    height = line.bottom - line.top
    apart = height > 0 and line.page == above.page and line.top - above.bottom > 0.8 * height
    return above.blank or apart


def _goes_on(lines: Sequence[Line], last: str) -> bool:
    """Whether an entry of the list stands in the lines: the next behind ``last``, or the first."""
    marks = (marker(line.text)[0] for line in lines if not line.blank)
    return any(follows(mark, last) if last else starts(mark) for mark in marks if mark)


def _clean(text: str) -> str:
    return roles_only(without_contacts(text))


def _appendices(lines: Sequence[Line], cover: Cover) -> tuple[str, ...]:
    """The titles of the appendices that the report lists."""
    for at in range(cover.end - 1, cover.start, -1):
        if _APPENDICES.fullmatch(lines[at].text):
            found = _entries(lines[at + 1 : min(at + 1 + _APPENDIX_LINES, cover.end)])
            if found:
                return tuple(found)
    return ()


def _entries(lines: Sequence[Line]) -> list[str]:
    found: list[str] = []
    gap = False
    for line in lines:
        if line.blank:
            gap = True
            continue
        entry = _ENTRY.fullmatch(line.text)
        if entry and not _NONE.fullmatch(entry["title"]):
            found.append(entry["title"])
        elif entry or not found or gap or _HEADING.fullmatch(line.text):
            break
        else:
            found[-1] = run_on((found[-1], line.text))
        gap = False
    return [title for title in found if not marks.in_title(title)]
