"""Inspection reports: the judgements, and the numbered paragraphs by the heading they stand under.

Only what stands on the lines counts, not how bold it is, so that a report gives the same findings
from its PDF and from its text. Footnotes, their marks and page furniture are left out first, and
a sentence that counts fewer than five people is left out of its paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from briefing.ingest.page import Source
from briefing.ingest.papers.report_lines import KEY, NUMBERED, Print, report_lines
from briefing.ingest.parts import Finding, Inspection, Part, Unread, Where
from briefing.ingest.words.dates import days
from briefing.ingest.words.running import run_on
from briefing.ingest.words.small_counts import without_few

Kind = Literal["priority_action", "area_for_improvement", "strength", "weakness", "narrative"]

_INSPECTORATES = re.compile(
    r"\bOfsted\b|\bCare Quality Commission\b|\bHMICFRS\b|\bHM Inspectorate of Probation\b"
    r"|\bHis Majesty’s Inspectorate of Probation\b|\bEstyn\b|\bCare Inspectorate(?: Wales)?\b"
)
_INSPECTED = re.compile(r"(?:inspection|inspected|visit)\s*(?:dates?|on|between)?\s*:\s*(.+)", re.I)
_PUBLISHED = re.compile(r"(?:report\s+)?publi(?:shed|cation)(?:\s+(?:on|date))?\s*:\s*(.+)", re.I)
_SHARED_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(\s+[A-Z][a-z]+)?\s*(?:to|and|[-–])\s*"
    r"(\d{1,2}(?:st|nd|rd|th)?(\s+[A-Z][a-z]+)\s+(\d{4}))"
)
_GRADE = (
    r"(?:outstanding|good|requires\s+improvement(?:\s+to\s+be\s+good)?|adequate|inadequate"
    r"|unsatisfactory)"
)
_GRADES = re.compile(rf"\b{_GRADE}\b", re.IGNORECASE)
_OVERALL = re.compile(r"the overall judgement is that .+", re.IGNORECASE)
_BODY = re.compile(
    r"(?!.*graded judgement)(?:the\s+)?[A-Z].{3,90}\s"
    rf"(?:(?:is|are)\s+{_GRADE}|requires?\s+improvement)",
    re.IGNORECASE,
)
_AREAS = re.compile(
    r"the judgements on areas of the service\b.*|(?:key\s+)?judgements?\s+grade", re.I
)
_GRADED = re.compile(r"the graded judgement (?:for|about) (.+?) is that (?:it|they) \w+ .*", re.I)
_AREA = re.compile(r"(?:\d(?:\.\d)?\.?\s+)?(.*)")
_END = re.compile(r"what the inspection judgements mean|information about this inspection", re.I)

#: Headings that say of which kind the paragraphs under them are; any other is narrative.
_HEADED: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("priority_action", re.compile(r"(?:priority(?: and immediate)?|immediate) actions?:?", re.I)),
    ("area_for_improvement", re.compile(r"areas? for improvement:?", re.I)),
    ("area_for_improvement", re.compile(r"what (?:does .+ need|needs) to improve\b.*", re.I)),
    ("strength", re.compile(r".*\bstrengths:?|.*\b(?:good|outstanding) because:", re.I)),
    ("weakness", re.compile(r".*\bweaknesses:?|.*\brequires? improvement\b.*because:", re.I)),
    ("weakness", re.compile(r".*\binadequate because:", re.I)),
)
_GENERAL = re.compile(
    r"summary(?: of findings)?|progress since .*|summary for children.*|information about .*"
    r"|inspection judgements? .*|the local authority|.*\([A-Z]{3,}\)",
    re.IGNORECASE,
)


def recognise(source: Source) -> Iterator[Part]:
    """The inspection report that a document is; nothing for any other document."""
    front = [line.text for line in source.lines[:80]]
    if not any(_INSPECTED.match(text) and days(text) for text in front):
        return
    inspectorates = Counter(_INSPECTORATES.findall("\n".join(line.text for line in source.lines)))
    if not inspectorates:
        return
    prints = report_lines(source)
    paragraphs = tuple(_paragraphs(prints))
    judgements, unpaired = _judgements(prints)
    if not paragraphs and not judgements:
        return
    inspected = next(text for text in front if _INSPECTED.match(text) and days(text))
    published = next((days(t) for t in front if _PUBLISHED.match(t) and days(t)), [])
    first, last = _span(inspected)
    where = Where.of(prints[0].line)
    yield Inspection(
        where=where,
        authority=_authority(prints),
        inspectorate=inspectorates.most_common(1)[0][0],
        findings=(*judgements, *paragraphs),
        published=published[0] if published else None,
        inspected_from=first,
        inspected_to=last,
    )
    if unpaired:
        yield unpaired


def _authority(prints: list[Print]) -> str:
    """Who was inspected: the line above the report's title, or the body that the title names."""
    for at, line in enumerate(prints[:20]):
        if named := re.fullmatch(r"inspection of (.+?) local authority\b.*", line.text, re.I):
            return named[1]
        if re.match(r"(?:inspection|joint .*inspection|review) of\b", line.text, re.I):
            return prints[at - 1].text if at else ""
    return ""


def _span(text: str) -> tuple[date | None, date | None]:
    """First and last day: ``8 July 2014 - 30 July 2014``, ``4 to 15 March 2024``."""
    found = days(text)
    if len(found) == 1 and (shared := _SHARED_MONTH.search(text)):
        first = days(f"{shared[1]}{shared[2] or shared[4]} {shared[5]}")
        found = [*first, *found]
    return (found[0], found[-1]) if found else (None, None)


def _judgements(prints: list[Print]) -> tuple[tuple[Finding, ...], Unread | None]:
    """The overall judgement, those on areas, and that on each body reviewed."""
    found: list[Finding] = []
    unpaired: Unread | None = None
    blocks = list(_blocks(prints))
    for at, (text, first, _) in enumerate(blocks):
        if _END.fullmatch(text):
            break
        where = Where.of(first.line)
        if _OVERALL.fullmatch(text):
            found.append(Finding("judgement", text, replace(where, section="Overall judgement")))
        elif _AREAS.fullmatch(text) and not KEY.fullmatch(text):
            areas, unpaired = _graded_areas(blocks[at + 1 :], text)
            found += areas
        elif _BODY.fullmatch(text) and len(text) < 100:
            found.append(Finding("judgement", text, replace(where, section=text)))
    return tuple(found), unpaired


def _graded_areas(
    blocks: list[tuple[str, Print, bool]], title: str
) -> tuple[list[Finding], Unread | None]:
    """Areas and grades of a table, paired in their order when they are as many."""
    areas: list[tuple[str, Print]] = []
    grades = ""
    for text, first, top in blocks:
        if top or text.endswith("."):
            break
        rest = _GRADES.sub("", text) if not re.match(r"\d", text) else text
        rest = re.sub(rf"\s*\b(?:{_GRADE}|requires|improvement)$", "", rest, flags=re.I)
        rest = "" if re.fullmatch(r"(?:requires|improvement|to be good|\s)*", rest, re.I) else rest
        grades += " " + (text.removeprefix(rest) if rest else text)
        if rest.strip():
            areas.append((rest.strip(), first))
    graded = [" ".join(grade.split()) for grade in _GRADES.findall(grades)]
    where = Where.of(blocks[0][1].line, "Judgements") if blocks else Where()
    if len(graded) != len(areas) or not areas:
        return [], Unread(
            where=where,
            kind="judgements-not-paired",
            message=f"{len(areas)} areas and {len(graded)} grades under: {title[:60]}",
        )
    found = []
    for (area, first), grade in zip(areas, graded, strict=True):
        name = _AREA.fullmatch(area)
        place = Where.of(first.line, "Judgements")
        found.append(Finding("judgement", f"{name[1] if name else area}: {grade}", place))
    return found, None


def _blocks(prints: list[Print]) -> Iterator[tuple[str, Print, bool]]:
    """Blocks of lines, each with its text, its first line and whether it opens a page."""
    block: list[Print] = []
    for at in prints:
        if block and (at.fresh or re.match(r"\d(?:\.\d)?\.?\s", at.text)):
            yield run_on(p.text for p in block), block[0], block[0].top
            block = []
        block.append(at)
    if block:
        yield run_on(p.text for p in block), block[0], block[0].top


def _chain(prints: list[Print]) -> dict[int, int]:
    """Line -> paragraph number, for the longest run of numbers from 1, the last such run."""
    best: dict[int, int] = {}
    starts = [i for i, at in enumerate(prints) if (n := NUMBERED.match(at.text)) and n[1] == "1"]
    for start in starts:
        chain, wanted = {}, 1
        for index in range(start, len(prints)):
            if _END.fullmatch(prints[index].text):
                break
            number = NUMBERED.match(prints[index].text)
            if number and int(number[1]) == wanted:
                chain[index] = wanted
                wanted += 1
        if len(chain) >= len(best):
            best = chain
    return best


def _paragraphs(prints: list[Print]) -> Iterator[Finding]:
    chain = _chain(prints)
    if len(chain) < 5:
        return
    kind: Kind = "narrative"
    heading = sub = ""
    paragraph: list[Print] = []
    number = 0
    between: list[Print] = []

    def finished() -> Iterator[Finding]:
        if paragraph:
            section = f"{heading}: {sub}" if sub else heading
            text = run_on(at.text for at in paragraph)
            matched = NUMBERED.fullmatch(text)
            where = Where.of(paragraph[0].line, section)
            yield Finding(kind, without_few(matched[2] if matched else text), where, str(number))

    for index, at in enumerate(prints):
        if index in chain:
            yield from finished()
            kind, heading, sub = _headings(between, kind, heading, sub)
            paragraph, between, number = [at], [], chain[index]
        elif paragraph and not between and (not at.fresh or _goes_on(paragraph[-1], at)):
            paragraph.append(at)
        elif _END.fullmatch(at.text) and paragraph:
            break
        else:
            between.append(at)
    yield from finished()


def _goes_on(last: Print, at: Print) -> bool:
    """Whether a line behind a break goes on with the paragraph: mid-sentence, or a list in it."""
    if at.text.startswith("•"):
        return last.text.endswith((":", ";", ",")) or last.text.startswith("•")
    return at.text[:1].islower() and not last.text.endswith((".", "?", "!"))


def _headings(between: list[Print], kind: Kind, heading: str, sub: str) -> tuple[Kind, str, str]:
    """What the headings between two paragraphs make of those that follow."""
    table: list[str] | None = None
    for text, _, _ in _blocks(between):
        if KEY.fullmatch(text):
            table = []
            continue
        if table is not None:
            if text.lower() != "summary":
                table.append(text)
                continue
            named = " ".join(_GRADES.sub("", run_on(table)).split())
            kind, heading, sub, table = "narrative", named, "", None
            continue
        headed = next((k for k, pattern in _HEADED if pattern.fullmatch(text)), None)
        if headed:
            kind, heading, sub = headed, text, ""
        elif graded := _GRADED.fullmatch(text):
            kind, heading, sub = "narrative", graded[1][:1].upper() + graded[1][1:], ""
        elif len(text) > 80 or text.endswith((".", ";", ",")) or not text[:1].isupper():
            continue
        elif _GENERAL.fullmatch(text) or kind in ("strength", "weakness", "narrative"):
            kind, heading, sub = "narrative", text, ""
        else:
            sub = text
    return kind, heading, sub
