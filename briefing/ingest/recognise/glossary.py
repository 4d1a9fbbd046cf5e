"""Glossaries and lists of acronyms: each entry with what it stands for and what it means.

A glossary's terms are its headings: marked as such, bold or large in a PDF; in plain text a short
line behind a blank one that has its definition right under it. A list of acronyms has the short
form and the long one on a line. Acronyms that a definition gives in brackets are entries too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.ingest.page import Line, Source
from briefing.ingest.parts import Glossary, Part, Term, Where
from briefing.ingest.words.people import without_contacts
from briefing.ingest.words.running import run_on

_LIST = re.compile(
    r"(?:list\s+of\s+|table\s+of\s+|key\s+|common\s+)*(?:acronyms?|abbreviations?)"
    r"(?:\s*(?:and|&|/)\s*(?:acronyms?|abbreviations?|terms|definitions))?(?:\s+used)?:?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:appendix\s+\w+\s*[:–-]?\s*)?(?:(?:\w+\s+){0,5})glossary(?:\s+of\s+(?:key\s+)?terms"
    r"(?:\s+and\s+\w+)?)?:?",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?P<term>[A-Z].{1,80}?)\s*(?:\.{2,}|\s)\s*(?P<page>\d{1,3})")
_ACRONYM = r"[A-Z][A-Za-z]*[A-Z&][\w&]*(?:/[A-Z][\w&]+)?|[A-Z]{2,}s?"
_PAIR = re.compile(
    rf"(?P<term>{_ACRONYM}|[A-Z][a-z]+)\s*(?P<mark>\s[–—-]\s|:\s|\s=\s|\t|\s)\s*(?P<long>[A-Z(].*)"
)
_INLINE = re.compile(
    r"(?P<long>(?:[A-Z][\w’'-]*|of|and|the|for|in|to|a|at|with|on)(?:\s+[\w’'-]+){0,9}?)"
    r"\s*\((?P<short>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?: or (?P<other>[A-Z]{2,}))?\)"
)
_END = re.compile(
    r"(?:sources?|references?|bibliography|further reading|contents|decision-maker:.*|subject:.*"
    r"|report of:.*|agenda item\b.*|minutes?\b.*)",
    re.IGNORECASE,
)
_BULLET = ("•", "-", "–", "*", "o ")
_SMALL = {"of", "and", "the", "for", "in", "to", "a", "at", "with", "on", "s"}

#: Fewer entries than these are no glossary: a heading and its text stand in every report.
_FEWEST_TERMS, _FEWEST_ACRONYMS = 4, 3


@dataclass
class _Entry:
    term: str
    line: Line
    body: list[Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        """The lines under the term, run on."""
        return run_on([line.text for line in self.body])

    def where(self, short: str) -> Where:
        """Where an acronym stands first."""
        printed = re.compile(rf"\b{re.escape(short)}\b")
        lines = (self.line, *self.body)
        first = next((line for line in lines if printed.search(line.text)), self.line)
        return Where.of(first, "Glossary")


def recognise(source: Source) -> Iterator[Part]:
    """The glossary of a document with its lists of acronyms, as one part."""
    acronyms = [*_cells(source), *_acronyms(source)]
    if not acronyms and not any(_is_named(line.text) for line in source.lines):
        return
    entries = _entries(source, bool(acronyms))
    terms = list(acronyms)
    for entry in entries:
        where = Where.of(entry.line, "Glossary")
        terms.append(Term(entry.term, where, _expanded(entry), without_contacts(entry.words)))
    terms += _inline(entries, {term.term.casefold() for term in terms})
    if terms:
        yield Glossary(where=terms[0].where, terms=tuple(terms), certainty=_certainty(source))


def _is_named(text: str) -> bool:
    """Whether a line is the name of a glossary or of a list."""
    return len(text) < 90 and bool(_TITLE.fullmatch(text) or _LIST.fullmatch(text))


def _certainty(source: Source) -> float:
    return 0.9 if source.form == "text" else 1.0


def _cells(source: Source) -> Iterator[Term]:
    """Rows of a Markdown or web table whose headings are of a glossary."""
    roles: dict[str, int] = {}
    for line in source.lines:
        if not line.cells:
            roles = roles if line.blank else {}
            continue
        header = _roles(line.cells)
        if header:
            roles = header
        elif roles and len(line.cells) > max(roles.values()):
            cell = {role: line.cells[at].strip() for role, at in roles.items()}
            if cell["term"]:
                yield Term(
                    cell["term"],
                    Where.of(line, "Glossary"),
                    cell.get("expansion", ""),
                    without_contacts(cell.get("definition", "")),
                )


def _roles(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, text in enumerate(cells):
        name = text.strip().casefold()
        if re.fullmatch(r"(?:acronym|abbreviation|term|word|phrase)s?", name):
            found.setdefault("term", at)
        elif re.fullmatch(r"(?:stands for|in full|full (?:name|term)|expansion)", name):
            found["expansion"] = at
        elif re.fullmatch(r"(?:meaning|definition|explanation|what (?:it|this) means)s?", name):
            found["definition"] = at
    return found if "term" in found and len(found) > 1 else {}


def _acronyms(source: Source) -> list[Term]:
    """The list under a heading such as ``Acronyms``: a short form and a long one on each line."""
    found: list[Term] = []
    inside = False
    for line in source.lines:
        text = line.text
        if len(text) < 90 and _LIST.fullmatch(text):
            inside = True
        elif inside and not line.blank:
            pair = _PAIR.fullmatch(text)
            if pair and _may_stand_for(pair["term"], pair["long"], pair["mark"]):
                found.append(Term(pair["term"], Where.of(line, "Acronyms"), pair["long"]))
            elif found and _continues(text):
                last = found.pop()
                found.append(Term(last.term, last.where, run_on((last.expansion, text))))
            elif found:
                inside = False
    return found if len(found) >= _FEWEST_ACRONYMS else []


def _continues(text: str) -> bool:
    return text[:1].islower() or text.startswith("(")


def _may_stand_for(short: str, long: str, mark: str) -> bool:
    """Whether a line of the list is a pair: a mark between, or a short form in capitals."""
    capitals = sum(letter.isupper() for letter in short)
    return bool(mark.strip()) or capitals >= 2 or (len(long.split()) <= 6 and len(short) <= 8)


def _entries(source: Source, listed: bool) -> list[_Entry]:
    """The terms of the glossary: its headings, each with the lines under it."""
    body = _body_size(source)
    found: list[_Entry] = []
    titled = inside = False
    listing = _contents(source)
    before: Line | None = None
    for page in source.pages:
        for line in page.lines:
            text = line.text
            if _is_title(line, body) or _LIST.fullmatch(text):
                titled = inside = True
            elif inside and _END.fullmatch(text) and (found or not _LIST.fullmatch(text)):
                inside = not found
                if found:
                    break
            elif inside and (_is_term(line, before, page.lines, source, body) or text in listing):
                found.append(_Entry(text, line))
            elif found and inside and not line.blank and not _is_furniture(text):
                found[-1].body.append(line)
            before = line
        if found and not inside:
            break
    whole = [entry for entry in found if entry.body]
    return whole if titled and len(whole) >= (_FEWEST_TERMS if not listed else 1) else []


def _body_size(source: Source) -> float:
    sizes: Counter[float] = Counter()
    for line in source.lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_title(line: Line, body: float) -> bool:
    return bool(_TITLE.fullmatch(line.text)) and (
        line.heading > 0 or line.bold or line.size > body + 0.5 or len(line.text.split()) <= 3
    )


def _contents(source: Source) -> frozenset[str]:
    """Terms that the glossary's own list of contents names, with their pages."""
    found, run = set(), []
    for line in source.lines:
        if entry := _CONTENTS.fullmatch(line.text):
            run.append(entry["term"].strip())
        elif not line.blank:
            found |= set(run) if len(run) >= 8 else set()
            run = []
    return frozenset(found)


def _is_term(
    line: Line, before: Line | None, lines: Sequence[Line], source: Source, body: float
) -> bool:
    """Whether a line is the heading of an entry."""
    text = line.text
    if line.blank or not 2 <= len(text) <= 80 or not text[0].isupper() or line.cells:
        return False
    if text.endswith((".", ",", ";", ":")) or text.startswith(_BULLET) or _PAGE.fullmatch(text):
        return False
    if line.heading:
        return True
    if source.positioned:
        return line.bold or line.size > body + 0.5
    opens = before is None or before.blank or line.x0 == 1
    below = _below(line, lines)
    return opens and below is not None and _opens_definition(below.text, text)


def _opens_definition(text: str, term: str) -> bool:
    return (text[0].isupper() or text.startswith("•")) and (
        len(text) > len(term) or text.endswith((".", ":"))
    )


_PAGE = re.compile(r"(?:page\s+)?\d{1,3}|https?://\S+", re.IGNORECASE)


def _is_furniture(text: str) -> bool:
    return bool(_PAGE.fullmatch(text))


def _below(line: Line, lines: Sequence[Line]) -> Line | None:
    """The very next line, where it has words."""
    at = next((i for i, other in enumerate(lines) if other is line), len(lines))
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below if below and not below.blank else None


def _inline(entries: Sequence[_Entry], known: set[str]) -> Iterator[Term]:
    """Acronyms that a heading or a definition gives in brackets behind the words they stand for."""
    terms = [re.sub(r"\s*\(.*\)$", "", entry.term) for entry in entries]
    for entry in entries:
        for match in _INLINE.finditer(f"{entry.term} . {entry.words}"):
            for short in filter(None, (match["short"], match["other"])):
                named = next((term for term in terms if _initials(term.split(), short)), "")
                long = named or _spelt(match["long"], short)
                if long and short.casefold() not in known:
                    known.add(short.casefold())
                    yield Term(short, entry.where(short), long)


def _expanded(entry: _Entry) -> str:
    """What a term that is itself an acronym stands for, where its definition says so."""
    words = entry.words
    for match in _INLINE.finditer(words):
        if match["short"].casefold() == entry.term.casefold():
            return _spelt(match["long"], entry.term)
    named = re.search(
        rf"\b{re.escape(entry.term)},? or (?P<long>[A-Z][\w’'-]*(?:\s[\w’'-]+){{1,8}}?),",
        words,
        re.IGNORECASE,
    )
    return _spelt(named["long"], entry.term) if named else ""


def _spelt(words: str, short: str) -> str:
    """The last words before the bracket whose initials are the acronym; blank for none.

    ``Youth Service or Team`` is spelt by both ``YS`` and ``YT``.
    """
    whole, _, last = words.rpartition(" or ")
    for text in (words, *((whole, f"{whole.rpartition(' ')[0]} {last}") if whole else ())):
        parts = text.split()
        for start in range(len(parts) - 1, -1, -1):
            if _initials(parts[start:], short):
                return " ".join(parts[start:])
    return ""


def _initials(parts: Sequence[str], short: str) -> bool:
    """Whether the words' initials spell the acronym; small words count or do not."""
    heads = [piece for part in parts for piece in re.split(r"[-’']", part) if piece]
    wanted = short.lower()
    if not heads or heads[0].lower() in _SMALL:
        return False
    reached = {0}
    for head in heads:
        taken = {at + 1 for at in reached if at < len(wanted) and wanted[at] == head[0].lower()}
        reached = taken | reached if head.lower() in _SMALL else taken
    return len(wanted) in reached
