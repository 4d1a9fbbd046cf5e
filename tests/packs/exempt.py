"""Exempt matter in the forms in which packs mark it, and boilerplate that only looks like it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_ACT = "Schedule 12A to the Local Government Act 1972"


@dataclass(frozen=True)
class ExemptForm:
    """How an exempt item is marked.

    ``agenda`` are the lines of the agenda, with ``{number}``, ``{title}`` and ``{pages}``; empty
    where the agenda says nothing. ``cover`` are the lines above the report's title, ``header``
    stands at the top of each of its pages. ``appendix`` marks an annex of a public report.
    """

    name: str
    agenda: tuple[str, ...]
    cover: tuple[str, ...] = ()
    header: str = ""
    appendix: bool = False


_LINE = "{number} {title} {pages}"
_OPEN = ("{number} {title} {pages}",)

FORMS: tuple[ExemptForm, ...] = (
    ExemptForm("heading above the items", ("EXEMPT ITEMS", _LINE)),
    ExemptForm("heading, confidential", ("CONFIDENTIAL ITEMS", _LINE), header="CONFIDENTIAL"),
    ExemptForm("part two of the agenda", ("PART 2 - ITEMS NOT OPEN TO THE PUBLIC", _LINE)),
    ExemptForm("part II of the agenda", ("PART II", _LINE), header="Part II"),
    ExemptForm("part B of the agenda", ("PART B - EXEMPT BUSINESS", _LINE)),
    ExemptForm(
        "exclusion of the public, item behind it",
        ("{number} EXCLUSION OF THE PRESS AND PUBLIC", "{next} {title} {pages}"),
        header="NOT FOR PUBLICATION",
    ),
    ExemptForm("exempt behind the title", ("{number} {title} (EXEMPT) {pages}",)),
    ExemptForm("confidential behind the title", ("{number} {title} - CONFIDENTIAL {pages}",)),
    ExemptForm("exempt before the title", ("{number} EXEMPT: {title} {pages}",)),
    ExemptForm(
        "not for publication in brackets", ("{number} {title} [NOT FOR PUBLICATION] {pages}",)
    ),
    ExemptForm(
        "paragraph under the title",
        (_LINE, f"Not for publication by virtue of paragraph 3 of Part 1 of {_ACT}."),
    ),
    ExemptForm(
        "paragraphs under the title",
        (_LINE, f"Exempt by category 1 and 2 of paragraph 10.4 of the rules and {_ACT}."),
    ),
    ExemptForm("report marked at its head", _OPEN, (f"NOT FOR PUBLICATION: paragraph 3, {_ACT}",)),
    ExemptForm("report marked exempt", _OPEN, ("EXEMPT REPORT",)),
    ExemptForm("report marked confidential", _OPEN, ("CONFIDENTIAL",), header="CONFIDENTIAL"),
    ExemptForm("header of every page", _OPEN, header="EXEMPT - NOT FOR PUBLICATION"),
    ExemptForm("classification on the cover", _OPEN, ("Classification: Exempt",)),
    ExemptForm("classification part two", _OPEN, ("Classification: Part 2 (not for publication)",)),
    ExemptForm(
        "statement on the cover",
        _OPEN,
        (f"This report is exempt from publication under paragraph 1 of {_ACT}.",),
    ),
    ExemptForm("exempt annex", (), ("EXEMPT APPENDIX 2",), header="EXEMPT", appendix=True),
    ExemptForm("confidential annex", (), ("CONFIDENTIAL APPENDIX B",), appendix=True),
    ExemptForm(
        "annex by paragraph",
        (),
        ("Appendix 3", f"Not for publication by virtue of paragraph 3 of {_ACT}"),
        appendix=True,
    ),
    ExemptForm(
        "pink papers", ("{number} {title} (Pink papers - exempt) {pages}",), header="EXEMPT"
    ),
    ExemptForm(
        "private session",
        ("ITEMS TO BE CONSIDERED IN PRIVATE", _LINE),
        header="Restricted - not for publication",
    ),
)

#: Words of every public paper that only look like a mark.
BOILERPLATE_TABLE = (
    ("Documents in members' rooms", "1. None"),
    ("Other background documents", f"Access to information rules / {_ACT} allowing document to be "
     "Exempt/Confidential (if applicable)"),
    ("Equality impact assessment", "Is one needed for this report? No"),
)  # fmt: skip

_SYLLABLES = ("bra", "quo", "zel", "vix", "dru", "mog", "fyn", "taz", "wex", "jul", "kor", "plo")


def token(rng: Random) -> str:
    """A word that stands nowhere else."""
    return "".join(rng.choice(_SYLLABLES) for _ in range(5)).capitalize()
