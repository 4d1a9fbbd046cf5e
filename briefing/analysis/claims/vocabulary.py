"""The words of measures: one token for each thing that children's and other services call by
several names, and the words that say nothing of what is measured."""

from __future__ import annotations

import re

from briefing.analysis.claims.generic_words import GENERIC, PER_HEAD

_PER_HEAD = re.compile(
    r"\bper\s+10?,?000\b(?:\s+(?:of\s+the\s+)?(?:children|population|people))?", re.IGNORECASE
)

_CARE = r"(?:(?:our|the council['’]?s|the council|its|local authority|public)\s+)?care\b"
_CHILD = r"(?:child(?:ren)?|young people)(?:\s+(?:and|or)\s+young people)?"

#: What is meant -> how it is worded; earlier rules go before later ones.
_CONCEPTS: tuple[tuple[str, str], ...] = (
    ("", r"\bpopulation\s+under\s+18(?:\s+years?\s+old)?\b|\bunder\s+18s?\b"),
    ("", r"\b(?:on|in)\s+(?:their|his|her|a)\s+caseloads?\b"),
    ("nouasc", r"\bnon-UASC\b(?:\s+children)?|\bexcluding\s+UASC\b"),
    ("", r"\b(?:as\s+)?at\s+(?:the\s+)?(?:month|period|year|quarter)[\s-]?end\b"),
    ("", r"\b(?:as\s+)?at\s+(?:the\s+)?end\s+of\s+(?:the\s+)?(?:month|period|year|quarter)\b"),
    ("", r"\b(?:as\s+)?at\s+(?:the\s+)?end\b|\bend of (?:the\s+)?(?:month|year)\b"),
    ("rereferral", r"\bre-?referr(?:al|ed)s?\b"),
    ("careleaver", r"\bcare[\s-]leavers?\b|\bcare[\s-]experienced young (?:people|adults)\b"),
    (
        "entercare",
        rf"\b(?:{_CHILD}\s+)?(?:who\s+|that\s+)?(?:have\s+)?(?:came|come|coming|entered|entering"
        rf"|enter"
        rf"|brought|taken|admitted)\s+(?:in)?to\s+{_CARE}",
    ),
    ("entercare", rf"\b(?:{_CHILD}\s+)?(?:entered|entering|enter)\s+{_CARE}"),
    (
        "entercare",
        r"\b(?:new\s+)?(?:care\s+entrants?|entr(?:ants?|ies)\s+(?:in)?to\s+care"
        r"|admissions?\s+(?:in)?to\s+care)\b",
    ),
    ("entercare", r"\bnew(?:ly)?\s+(?:CLA|LAC|looked[\s-]after\s+children|children\s+in\s+care)\b"),
    ("entercare", r"\bbec[ao]me\s+looked[\s-]after\b|\bnew to care\b"),
    (
        "leavecare",
        rf"\bceased\s+(?:CLA|LAC)\b|\b(?:{_CHILD}\s+)?(?:who\s+)?(?:left|leaving|leave"
        rf"|ceased)\s+{_CARE}",
    ),
    (
        "incare",
        rf"\b{_CHILD}(?:\s+who\s+(?:are"
        rf"|were))?\s+in\s+(?:the\s+)?{_CARE}(?:\s+of\s+the\s+local\s+authority)?",
    ),
    ("incare", rf"\bin\s+(?:the\s+)?{_CARE}(?:\s+of\s+the\s+(?:local\s+authority|council))?"),
    (
        "incare",
        r"\blooked[\s-]after(?:\s+child(?:ren)?)?\b|\bCLA\b|\bLAC\b"
        r"|\bchildren\s+looked\s+after\b|\bcare\s+population\b",
    ),
    ("icpc", r"\b(?:initial\s+)?child\s+protection\s+(?:case\s+)?conferences?\b|\bICPCs?\b"),
    ("cp", r"\b(?:CPP|child\s+protection(?:\s+plan(?:s|ning)?)?|CP(?:\s+plan(?:s|ning)?)?)\b"),
    ("cin", r"\bchild(?:ren)?\s+in\s+need(?:\s+plan(?:s|ning)?)?\b|\bCIN(?:\s+plans?)?\b"),
    ("cwd", r"\b(?:children\s+with\s+disab\w+|disabilities|CWD|disabled\s+children)(?:\s+team)?\b"),
    ("earlyhelp", r"\bearly\s+help\b"),
    ("section47", r"\b(?:section\s+|s\.?\s?)47s?(?:\s+(?:enquir(?:y|ies)|investigations?))?\b"),
    ("strategy", r"\bstrategy\s+(?:discussion|meeting)s?\b"),
    ("assessment", r"\b(?:C&F|child(?:ren)?\s+and\s+famil(?:y|ies))\s+assessments?\b"),
    ("iha", r"\binitial\s+health\s+assessments?\b|\bIHAs?\b"),
    ("healthassessment", r"\bhealth\s+assessments?\b"),
    (
        "",
        r"\b(?:in)?to\s+(?:(?:children['’]s|statutory|the|our)\s+)*(?:social\s+care|services?)\b"
        r"|\bCSC\b",
    ),
    ("nfa", r"\bno\s+further\s+action(?:\s*\(NFA\))?|\bNFA\b"),
    (
        "ifa",
        r"\bindependent\s+foster(?:ing)?\s+agenc(?:y|ies)(?:\s+placements?)?\b"
        r"|\bIFAs?(?:\s+placements?)?\b",
    ),
    ("own", r"\bour\s+own\b|\b(?:the\s+)?council['’]s\s+own\b|\bin-house\b"),
    ("fostercarer", r"\bfoster(?:ing)?\s+(?:carers?|placements?|famil(?:y|ies))\b"),
    ("childrenshome", r"\bchildren['’]?s['’]?\s+(?:residential\s+)?homes?\b"),
    (
        "unregulated",
        r"\bunregulated\s*(?:/|or|and)\s*(?:unregistered|not\s+registered)\b|\bunregulated\b",
    ),
    ("uasc", r"\bunaccompanied\s+(?:asylum[\s-]seeking\s+)?(?:child(?:ren)?|minors?)\b|\bUASC\b"),
    ("repeat", r"\b(?:second|2nd)\s+or\s+(?:later|more|subsequent)\b|\brepeat\b"),
    (
        "timely",
        r"\bwithin\s+(?:the\s+)?(?:agreed\s+|statutory\s+)?time\s?(?:scales?|frames?|limits?)\b"
        r"|\bin\s+(?:the\s+)?time(?:scales?)?\b|\bon\s+time\b|\bwhen\s+due\b|\btimel(?:y|iness)\b"
        r"|\bup[\s-]to[\s-]date\b|\bwithin\s+agreed\s+timescales\b",
    ),
    (
        "worker",
        r"\b(?:(?:qualified|case[\s-]?holding)\s+)?social\s+workers?\b|\bcase\s?holders?\b"
        r"|\bworkers?\b",
    ),
    ("visit", r"\bvisit\w*"),
    ("supervision", r"\bsupervis\w+"),
    ("withchildren", r"(?<!children )\bwith\s+(?:dependent\s+|young\s+)?children\b(?!\s+with)"),
    ("befell", r"\b(?:was|were|been)\s+(?:newly\s+)?(?:placed|seen|met|moved)\b"),
    (
        "elsewhere",
        r"\b(?:outside|out[\s-]of|beyond)(?:\s+(?:of\s+)?|-)(?:the\s+|our\s+)?(?:city|county|borough"
        r"|district|area|authority|town|region)\b",
    ),
    (
        "gowhere",
        r"\b(?:moved?|moving|came|come|coming|went|gone|going)\s+(?:in(?:to)?|out|on(?:to)?|off|home"
        r"|away|back|through)\b",
    ),
    ("heldby", r"\bheld\s+by\b"),
    ("per", r"\bcaseloads?\s+(?:for|of|per|held\s+by)\b"),
)
#: What a measure's name says of itself beside what it is, and a sentence would leave out.
_ASIDE = re.compile(
    r"\((?:not|no|excluding|including|based on|e\.g\.)[^)]*\)|\((?:[^(),]*,){2,}[^()]*\)|\(1 FTE\)"
    r"|,?\s*\b\w+ \w+ included\b|\bin the (?:month|quarter|year)\b",
    re.IGNORECASE,
)
_RULES = tuple((token, re.compile(rule, re.IGNORECASE)) for token, rule in _CONCEPTS)

#: Numbers in words.
NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_COUNTED = "|".join([r"\d+", *NUMBER_WORDS])
#: "20 or more", "3+": a class and no figure.
_PLUS = re.compile(rf"(?<![\w.])({_COUNTED})\s?(?:\+m?|or\s+more\b)(?!\s?%)", re.IGNORECASE)
_WINDOW = re.compile(
    rf"\b(?:(?:with)?in|for|at\s+least)\s+(?:the\s+)?(?:(?:last|past"
    rf"|previous)\s+)?({_COUNTED})\s+(?:working\s+)?"
    r"(day|week|month|year)s?\b|\blast\s+({n})\s+(?:working\s+)?(day|week|month|year)s?\b".replace(
        "{n}", _COUNTED
    ),
    re.IGNORECASE,
)
#: Words behind which a time is that of the claim: the lowest for 12 months.
_OF_CLAIM = re.compile(
    r"\b(?:lowest|highest|low|high|peak|record|below|above|under|over|least|most|stayed|best|worst"
    r"|averag\w*)(?:\s+[^\s,;]+){0,7}\s*$|\b(?:over|during|throughout|any\s+of)\s+the\s+$",
    re.IGNORECASE,
)

_WORD = re.compile(r"[a-z0-9][\w'’+&-]*", re.IGNORECASE)
_MARK = re.compile(r"§(\w*)§")


def plain(text: str) -> str:
    """A text with straight apostrophes and single spaces."""
    return " ".join(text.replace("’", "'").replace("‘", "'").replace("%age", "percentage").split())


def named(name: str, windows: frozenset[str]) -> str:
    """A measure's name with its things marked; what it says aside is left out."""
    return concepts(_ASIDE.sub(" ", plain(name)), windows)


def concepts(text: str, windows: frozenset[str] = frozenset()) -> str:
    """A text in which every known thing is ``§token§``.

    ``windows`` are the tokens of time windows that some measure has: other windows are left, since
    they may be of the claim and not of the measure.
    """
    text = _PER_HEAD.sub(f" {PER_HEAD} ", text)
    for token, rule in _RULES:
        text = rule.sub(f" §{token}§ " if token else " ", text)
    text = _PLUS.sub(lambda m: f" §{_digits(m[1])}plus§ ", text)

    def window(match: re.Match[str]) -> str:
        count, unit = (match[1], match[2]) if match[1] else (match[3], match[4])
        token = f"{_digits(count)}{unit.lower()}"
        before = match.string[: match.start()]
        if not match[0].lower().startswith("within") and _OF_CLAIM.search(before):
            return match[0]
        return f" §{token}§ " if token in windows else match[0]

    return _WINDOW.sub(window, text)


def windows_of(text: str) -> frozenset[str]:
    """The tokens of the time windows that a measure's name has."""
    found = ((m[1], m[2]) if m[1] else (m[3], m[4]) for m in _WINDOW.finditer(plain(text)))
    return frozenset(f"{_digits(count)}{unit.lower()}" for count, unit in found)


def _digits(count: str) -> str:
    return str(NUMBER_WORDS.get(count.lower(), count))


def tokens(text: str) -> tuple[str, ...]:
    """What a text in which things are marked speaks of, generic words left out, each once."""
    found: dict[str, None] = {}
    for match in re.finditer(rf"{_MARK.pattern}|{_WORD.pattern}", text, re.IGNORECASE):
        word = match[1] if match[0].startswith("§") else _stem(match[0].lower())
        if word and word not in GENERIC:
            found[word] = None
    return tuple(found)


def _stem(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word)
    if word in GENERIC:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
