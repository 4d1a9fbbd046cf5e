"""What makes a claim one of fewer, or of another time, than the words of its measure say.

A word that the grammar passes over may narrow what a clause is about: *a further* 21, children
*new* to care, 63 *of these*, at *year end*. A claim beside such a word may be borne out by the
tables, but they never speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.analysis.claims import grammar
from briefing.analysis.claims.vocabulary import tokens
from briefing.model.period import MONTHS

#: Words that narrow, unless the measure's own name has them.
_NARROWS = re.compile(
    r"(?<!any )(?<!no )(?<!every )\bother\b(?!\s+(?:words|hand|than)\b)|\bothers\b|\belsewhere\b"
    r"|\bnew(?:ly)?\b(?!\s+(?:\w+\s+)?(?:lows?|highs?|records?|peaks?|targets?)\b)|\bcohorts?\b"
    r"|\bamong(?:st)?\b|\bexcept\b|\bbar\b|\bequally\b|\bremaining\b|\brest\b"
    r"|\bso-called\b|\bsome\s+of\b|\bpart\s+of\b|\bmost\s+of\b|\bmany\s+of\b|\beach\s+of\s+the\b"
    r"|\bmore\s+than\s+once\b|\bfor\s+the\s+first\s+time\b(?=\s+(?!in\b|since\b|this\b|ever\b)\w)"
    r"|\bby\s+(?:value|volume|weight|cost|area)\b|\bfor\s+comparison\b|\bby\s+comparison\b",
    re.IGNORECASE,
)
#: Words of little weight that narrow a measure whose name does not have them.
_WEAK = re.compile(
    r"\bplans?\b|\bpersons?\b|\bsettings?\b|\bactive\b|\bliv(?:e|es|ed|ing)\b|\bconcerns?\b|\balone\b"
    r"|\bthe\s+same\b(?!\s+(?:as|level|rate|number|figure|way)\b|\s*(?:«|$|[,.;]))"
    r"|(?<=\w\s)there\b(?!\s+(?:is|are|was|were|has|have|had)\b)|\bago\b(?=[^«]*\w)",
    re.IGNORECASE,
)
#: What may stand ahead of a claim and narrows nothing.
_LEADS_IN = re.compile(
    r"(?:«p\w+»|(?:compared\s+(?:to|with)|since|from|than|on|against|over)\s+(?:the\s+)?«b\w+»|«p\w+»"
    r"|\b(?:however|overall|also|again|now|currently|present|presently|today|addition|additionally"
    r"|furthermore|moreover|meanwhile|nevertheless|nonetheless|similarly|conversely|contrast|summary"
    r"|short|general|generally|broadly|pleasingly|encouragingly|disappointingly|unfortunately"
    r"|fortunately|positively|notably|importantly|significantly|particularly|good|great|positive|news"
    r"|note|noted|is|it|we|see|saw|that(?!\s+(?:month|time|point|period|year|quarter|week|day|date))|performance|figures|data|latest|this|month|here|end|therefore"
    r"|consequently|result|and|but|yet|so|while|whilst|although|though|on|in|at|of|by|as|to|with|for"
    r"|the|a|an|our|more|since|from|compared|finally|firstly|secondly|key|headline"
    r"|children's|services|council|council's|city|local|authority|across|within|number"
    r"|numbers|rate|rates|percentage|proportion|total|average|level|levels|improvement|challenge"
    r"|remain|remains|which|has|have|been|are|were|was|had|over|during|last|past)\b|[^\w«»§])*",
    re.IGNORECASE,
)
_CAUSE = re.compile(rf"(?!\s*after\s+(?:that|this)\b){grammar.CAUSE.pattern}", re.IGNORECASE)
_OF_SOME = re.compile(
    r"\s*(?:and\s+|but\s+)?(?:in|at|for|within|among(?:st)?|of|on|by|across)\b", re.IGNORECASE
)
#: A part of what stands before, or a number on top of it.
_PARTS = re.compile(
    r"\bof\s+(?:these|those|them|which|whom)\b|\bwithin\s+(?:this|these|that|those|the)\s+(?:group|cohort)"
    r"|\b(?:further|another|additional|extra|net|other)\s+«q\d+»",
    re.IGNORECASE,
)
#: Times that are not those of the tables' latest period, nor named by a month or a quarter.
_TIMES = re.compile(
    r"\byear[\s-]end\b|\bend\s+of\s+(?:the\s+|this\s+|last\s+)?(?:\w+\s+)?year\b|\bas\s+a\s+whole\b"
    r"|\b(?:normal|usual|typical|average|ordinary|busy|quiet|good|bad)\s+(?:year|month|week|day|summer|winter)\b"
    r"|\b(?:first|second|other)\s+(?:half|part|week|fortnight|days)\b|\bthe\s+same\s+(?:period|months?|weeks?|time)\b"
    r"|(?:^|;)\s*at\s+(?:its|their|the)\s+(?:very\s+)?(?:peak|height|highest|lowest|busiest|worst|best)\b(?=\s*(?:;|$))"
    r"|\b(?:lowest|highest|busiest|low|high)\s+point\b(?!\s+(?:since|for|in|ever))"
    r"|\bfrom\s+(?:its|their|the|an?)\s+(?:\w+\s+)?(?:peak|high|low)\b(?!\s+(?:of\s+|in\s+)?«)"
    r"|\b(?:recent|many|several|previous)\s+(?:years|months|weeks)\b|\b(?:long|longer|medium|short)[\s-]+(?:term|run)\b"
    r"|\bhistoric\w*|\bpre-\w+|\bdecades?\b"
    r"|\bthis\s+(?:financial\s+)?year\b|\bso\s+far\b|\bto\s+date\b|\bcumulative\w*|\bat\s+one\s+(?:point|time|stage)\b",
    re.IGNORECASE,
)
#: A lead of a span of time, for what follows and names no period of its own.
_SPANNED = re.compile(
    r"\b(?:over|during|throughout|across|for|in)\s+(?:the\s+|a\s+|an\s+)?(?:\w+\s+)?(?:week|quarter|year|period|summer"
    r"|winter|spring|autumn|decade|half-?year)\b|\bfrom\s+«p\d+»\s+to\s+«p\d+»|\bbetween\b",
    re.IGNORECASE,
)
_UNREAD = re.compile(r"#|(?<![\d,.£«q])(?:19|20)\d\d(?![\d,.%»])|«bunknown»")
_OPENS_WITH_PART = re.compile(
    r"\s*(?:and\s+|but\s+)?(?:out\s+)?of\s+(?:the\s+|our\s+|all\s+)?(?:«q|these|those)", re.I
)
_DAY = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?:{'|'.join(m[:3] for m in MONTHS)})[a-z]*\b"
    r"|\b(?P<cut>\d{1,2})[./]\d{1,2}[./](?:\d\d)?\d\d\b"
    rf"|\b(?:{'|'.join(MONTHS)})\s+(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|\s?%|,\d)"
)
_AGED = re.compile(
    r"\b(?:under|over|below|above)\s+(?:(?:the\s+)?age\b|\d{1,2}s\b|(?:one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|twenty-one"
    r"|twenty-five)s?\b(?!\s+(?:in|out|per|hundred|thousand|percentage|points?|consecutive|successive|days"
    r"|weeks|months|years|quarters|times)\b|%))",
    re.IGNORECASE,
)
_PART_OF_MONTH = re.compile(
    r"\b(?:(?:first|second|third|last|final|latter|opening|other)\s+(?:\w+\s+)?(?:half|weeks?|days?|part|fortnight)"
    r"|early\s+part|middle|beginning|course|week)\s+of\b|\bmid-\w+",
    re.IGNORECASE,
)
#: A bracket that names its measure again, or where it is found.
_HARMLESS_ASIDE = re.compile(
    r"\s*\(\s*(?:[A-Z][A-Za-z]?[A-Z]{0,4}s?|(?:see|chart|table|figure|fig|page|appendix|section|source|para\w*|note|graph|KPI|PI)\b.*)\s*$"
)
_DAYS_OF_MONTH_END = (1, 28, 29, 30, 31)


def narrowed(clause: str, names: Iterable[str]) -> bool:
    """Whether a clause has a word that may narrow what it is about.

    ``names`` are the names of the measure: a word of theirs narrows nothing. Who is placed
    somewhere lives there.
    """
    own = " ".join(names).lower()
    if "placed" in own:
        own += " live lives lived living"
    found = [m[0].lower() for rule in (_NARROWS, _WEAK) for m in rule.finditer(clause)]
    return (
        any(word not in own for word in found)
        or _PARTS.search(clause) is not None
        or _TIMES.search(clause) is not None
    )


def stray(lead: str, names: Iterable[str]) -> bool:
    """Whether what stands ahead has a word that is neither the measure's nor a lead-in."""
    if _CAUSE.match(lead):
        return False
    own = set(tokens(" ".join(names))) | set(re.findall(r"[\w'-]+", " ".join(names).lower()))
    words = re.sub(r"§\w+§", " ", lead).split()
    rest = (w for w in words if w.lower() not in own and not own & set(tokens(w)))
    return _LEADS_IN.fullmatch(" ".join(rest)) is None


def of_some(clause: str) -> bool:
    """Whether a clause only says of whom or where the next one tells."""
    return _OF_SOME.match(clause) is not None


def undated(clause: str) -> bool:
    """Whether a clause names a time that could not be read."""
    return _UNREAD.search(clause) is not None


def spanned(lead: str) -> bool:
    """Whether what stands ahead tells of a span of time."""
    return _SPANNED.search(lead) is not None


def of_a_part(text: str) -> bool:
    """Whether a sentence begins with a whole, to tell of its parts."""
    return _OPENS_WITH_PART.match(text) is not None


def of_an_age(text: str) -> bool:
    """Whether a sentence tells of those under or over an age in words."""
    return _AGED.search(text) is not None


def within_a_month(text: str) -> bool:
    """Whether a sentence names a day that neither begins nor ends its month."""
    if _PART_OF_MONTH.search(text):
        return True
    days = (m["day"] or m["cut"] or m["behind"] for m in _DAY.finditer(text))
    return any(int(day) not in _DAYS_OF_MONTH_END for day in days)


def narrowing_aside(clause: str) -> bool:
    """Whether a bracket without a claim may say which of them are meant."""
    if not clause.lstrip().startswith("(") or _HARMLESS_ASIDE.match(clause):
        return False
    return bool(tokens(grammar.SAID.sub(" ", clause))) or _NARROWS.search(clause) is not None
