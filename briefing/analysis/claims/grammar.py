"""How claims are worded: in sentences whose figures, periods and things are marked.

``«q0»`` is a figure, ``«p0»`` a period, ``«b…»`` a baseline in words, ``§…§`` a thing measured.
"""

from __future__ import annotations

import re
from typing import Literal

from briefing.model.claim import Direction

FIGURE = r"«q\d+»"
TIME = r"«[pby]\w+»"

UP = (
    r"(?:increas(?:es|ed|ing|e)|ris(?:es|en|ing|e)|rose|grew|grown|grow(?:s|th|ing)?|climb(?:s|ed"
    r"|ing)?|jump(?:s|ed)?"
    r"|gone\s+up|went\s+up|going\s+up|up|higher|more|greater|upward)"
)
DOWN = (
    r"(?:decreas(?:es|ed|ing|e)|reduc(?:es|ed|ing|tions?|e)|fall(?:s|en|ing)?|fell|drop(?:s|ped"
    r"|ping)?|dip(?:s|ped)?"
    r"|declin(?:es|ed|ing|e)|gone\s+down|went\s+down|going\s+down|coming\s+down|down|lower|fewer"
    r"|less|shrunk|downward)"
)
BETTER = r"(?:improv(?:es|ed|ements?|e)|(?:is|are|was|were|been|keeps?)\s+improving)"
WORSE = r"(?:worsen(?:s|ed|ing)?|deteriorat(?:es|ed|ing|ions?|e))"
MOVE = rf"(?:{UP}|{DOWN}|{BETTER}|{WORSE})"
ADVERB = (
    r"(?:\s+(?:a|little|bit|slight(?:ly)?|significant(?:ly)?|sharp(?:ly)?|further|again|steadily"
    r"|markedly|substantial(?:ly)?"
    r"|considerabl[ey]|marginal(?:ly)?|just|some|dramatic(?:ally)?|rapidly|small|large|modest"
    r"|another))*"
)
_UP = re.compile(UP, re.IGNORECASE)
#: A movement that is told by a verb.
VERB = re.compile(
    rf"increased|risen|rose|grew|grown|climbed|jumped|gone\s+up|went\s+up|decreased|reduced|fell"
    rf"|fallen|dropped|dipped|declined|gone\s+down|went\s+down|improved|{WORSE}",
    re.IGNORECASE,
)

BASE = re.compile(
    rf"\b(?:from|since|than|on|over|against|versus|compared\s+(?:to|with|against)"
    rf"|comparable\s+(?:to|with)|similar\s+to|(?:in\s+)?comparison\s+(?:to|with)|relative\s+to"
    rf"|below(?=\s+«b)|above(?=\s+«b))"
    rf"\s+(?:(?!«q)[^«]){{0,45}}?(?:(?P<start>{FIGURE})(?:\s+(?:§\w+§|\w+)){{0,3}}?\s+(?:in|at"
    rf"|for|during)\s+(?:the\s+)?)?(?P<base>{TIME})",
    re.IGNORECASE,
)

WHO = (
    r"(?P<who>(?:statistical|stat)\s+neighbours?(?:'s|')?|SNs?\b|comparators?\b|England(?:'s)?"
    r"|national(?:ly)?|nationwide"
    r"|regional|South\s+East|expected\s+standards?|targets?|ambition|goal|benchmark|threshold|ceiling)"
)
RELATION = (
    r"\b(?P<rel>(?:(?:remain\w*|stay\w*|is|are|was|were|still|well|just|slightly|now"
    r"|currently)\s+)*"
    r"(?:below|under|above|over|beneath|lower\s+than|less\s+than|fewer\s+than|higher\s+than"
    r"|greater\s+than|more\s+than"
    r"|at\s+or\s+above|at\s+or\s+below|exceed(?:s|ed|ing)?|in\s+line\s+with|close\s+to"
    r"|on(?=\s+target\b(?!\s+(?:to|for|of)\b))|compar\w+\s+(?:un)?favourably\s+(?:with|to)"
    r"|similar\s+to|short\s+of"
    r"|(?:has\s+|have\s+|did\s+|does\s+|do\s+)?(?:not\s+)?(?:met|meets?|meeting|reach(?:ed)?"
    r"|achieved?|hit|beat(?:s|en)?)|miss(?:es|ed|ing)|failed\s+to\s+meet"
    r"|better\s+than|worse\s+than|within|outside|against))"
)
_KINDS = (
    r"(?:\s+(?:average|averages|rate|figure|level|levels|median|mean|target|benchmark|standard"
    r"|expectation|authorities|authority|local|council's))*"
)
COMPARED = re.compile(
    rf"(?:{RELATION}\s+)?(?:(?:the|our|its|their|an?|this|that|for|of|all|new|revised|current"
    rf"|agreed|local|annual|monthly|year|end)[\s-]+)*"
    rf"{WHO}{_KINDS}(?:\s+(?:of|at|was|is|:"
    rf"|=)\s+(?:the\s+{WHO.replace('?P<who>', '?P<who2>')}{_KINDS}\s+of\s+)?(?:an?\s+(?:rate"
    rf"|average)\s+of\s+)?(?P<q>{FIGURE})|\s+(?P<q2>{FIGURE}))?(?:\s+by\s+(?P<by>{FIGURE}))?",
    re.IGNORECASE,
)
#: "our target for the rate of referrals is 560", "our goal for March 2025 is a rate of 87".
AIM = re.compile(
    rf"(?:target|goal|ambition|aim"
    rf"|plan)\b(?P<words>[^«]{{0,90}}?(?P<due>{TIME})?[^«]{{0,70}}?)(?:«q\d+»\s+(?:but"
    rf"|from)\s+)?(?P<q>{FIGURE})",
    re.IGNORECASE,
)
SIDES: tuple[tuple[str, Direction], ...] = (
    (r"not\s+(?:met|meet|reach|achieve|hit)|miss|failed|short\s+of", "unmet"),
    (r"unfavourabl|worse", "worse"),
    (r"favourabl|better", "better"),
    (r"at\s+or\s+above", "at_least"),
    (r"at\s+or\s+below", "at_most"),
    (r"below|under|beneath|lower|less|fewer", "below"),
    (r"above|over|higher|greater|more|exceed", "above"),
    (r"met|meet|reach|achieve|hit|beat|\bon$|\bwithin$", "met"),
    (r"\boutside$", "unmet"),
    (r"in\s+line|close|similar", "near"),
)

RANK = re.compile(
    rf"(?:(?P<nth>second|third|fourth|joint|\w+\s+(?:of\s+the\s+)?(?:three|five"
    rf"|ten))\s+)?(?:the\s+|a\s+|its\s+|our\s+)*"
    r"(?:(?:new|record|all-time|historic)[\s-]+(?P<new>low|high)|(?P<most>lowest|highest))"
    r"(?:\s+(?:ever|recorded|on\s+record|so\s+far|it\s+has\s+been|we\s+have\s+(?:seen|had)|seen"
    r"|level|levels|rate|figure|number|point|value|monthly|percentage|performance|total))*"
    rf"(?:\s+(?:rate\s+|level\s+)?of\s+(?P<q>{FIGURE}))?"
    rf"(?:\s+(?:(?P<since>since)\s+(?P<p>{TIME})|(?:for|in|over|of|during"
    rf"|within)\s+(?:the\s+)?(?:last\s+|past\s+|previous\s+)?(?P<n>\d+|«q\d+»|two|three|twelve"
    rf"|thirteen|six|five|ten)\s+(?P<unit>months?|years?|quarters?)|(?:in|for)\s+(?:over\s+)?(?P<one>a"
    rf"|the\s+(?:last|past))\s+year))?",
    re.IGNORECASE,
)
#: "35% at its highest": the figure is of whichever period that was.
EXTREME = re.compile(
    r"«q\d+»\s+at\s+(?:its|their|the)\s+(?:highest|lowest|peak|best|worst)\b", re.IGNORECASE
)
OTHERS = re.compile(
    r"\b(?:neighbours?|authorit(?:y|ies)|country|England|nationally|region|councils|comparators?"
    r"|proportion|categor(?:y|ies)|of\s+all|amongst?|cities)\b",
    re.IGNORECASE,
)

CHANGES = (
    re.compile(
        rf"(?P<dir>{MOVE})\b{ADVERB}(?:\s+in\s+§\w+§)?\s+(?:by\s+)(?:an?\s+)?(?:further\s+|another\s+|net\s+|total\s+of\s+)*(?P<q>{FIGURE})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<dir>{MOVE})\b{ADVERB}\s+(?P<of>of\s+)?(?P<q>{FIGURE})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<q>{FIGURE})\s+(?:(?:percentage\s+points?|points?|children|cases"
        rf"|§\w+§)\s+)?(?P<dir>lower|higher|fewer|more|less|below|above|reductions?|decreases?"
        rf"|increases?|rises?|rise|fall|drop|decline|growth|up|down|greater)\b",
        re.IGNORECASE,
    ),
)
FROM_TO = re.compile(
    rf"\bfrom\s+(?:an?\s+)?(?:average\s+of\s+"
    rf"|rate\s+of\s+)?(?P<a>{FIGURE})(?:\s+§\w+§)?(?:\s+(?:in|at|for"
    rf"|during)\s+(?:the\s+)?(?P<pa>{TIME}))?,?\s+(?:(?:up"
    rf"|down)\s+)?to\s+(?:an?\s+)?(?:average\s+of\s+"
    rf"|rate\s+of\s+)?(?P<b>{FIGURE})(?:\s+§\w+§)?(?:\s+(?:in|at|for|during"
    rf"|by)\s+(?:the\s+)?(?P<pb>{TIME})|\s+from\s+(?P<pc>{TIME})\s+to\s+(?P<pd>{TIME}))?",
    re.IGNORECASE,
)
FROM = re.compile(
    rf"\b(?:from|than|compared\s+(?:to|with)|on"
    rf"|against)\s+(?:the\s+)?(?:an?\s+)?(?:average\s+of\s+|rate\s+of\s+|peak\s+of\s+"
    rf"|figure\s+of\s+)?(?P<a>{FIGURE})(?:\s+(?:§\w+§|perhead))?\s+(?:(?:seen|recorded|reported)\s+)?(?:(?:in|at"
    rf"|for|during|as\s+at)\s+(?:the\s+)?(?P<pa>{TIME})|(?P<pb>«b(?:yearago|previous)»))",
    re.IGNORECASE,
)
HELD = re.compile(
    rf"(?P<q>{FIGURE})\s+(?:in\s+(?:each|every)\s+month\s+)?(?:since\s+(?P<p>{TIME})"
    rf"|(?:for|over|throughout|during|in(?=\s+the\s+(?:last|past)))\s+(?:the\s+)?(?:last\s+|past\s+)?(?P<n>\d+|«q\d+»|two"
    rf"|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:consecutive\s+"
    rf"|successive\s+)?months)",
    re.IGNORECASE,
)
SINCE_LAST = re.compile(rf"\bsince\s+(?P<p>{TIME})\s*$", re.IGNORECASE)
RUN = re.compile(
    r"\s*\bfor\s+(?:the\s+(?:last|past)\s+)?(?P<n>two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:consecutive\s+|successive\s+)?months(?:\s+running|\s+in\s+a\s+row)?\b",
    re.IGNORECASE,
)
AVERAGED = re.compile(
    rf"\b(?:averag(?:ed|es|ing)|(?:an?|the|monthly)\s+average(?:\s+of)?)\s+(?P<q>{FIGURE})",
    re.IGNORECASE,
)
ON_AVERAGE = re.compile(
    r"\bon\s+average\b|\baverage\s+number\b(?=[^«]*\b(?:over|in|for)\s+the\s+(?:last|past)\s+\w+"
    r"\s+months\s+(?:was|is|were|stood\s+at)\s+«q)",
    re.IGNORECASE,
)
SPANNED = re.compile(
    rf"\bsince\s+(?P<p>{TIME})|\bfrom\s+(?P<p2>{TIME})\s+to\s+{TIME}", re.IGNORECASE
)
A_MONTH = re.compile(r"\b(?:a|per|each|every)\s+month\b|\bmonthly\b", re.IGNORECASE)
AT_THIS_RATE = re.compile(
    r"\bat\s+(?:this|the\s+current|the\s+present|our\s+current)\s+(?:rate|pace)\b|\bif\s+(?:this"
    r"|the)(?:\s+\w+)?\s+(?:trend|rate|pace)\s+continues\b"
    r"|\bon\s+(?:the\s+)?(?:current|present)\s+(?:trend|trajectory|trends)\b",
    re.IGNORECASE,
)
STEADY = re.compile(
    rf"\b(?:steady|steadily|consistent|consistently|continuous|continuously|sustained"
    rf"|month[\s-]on[\s-]month)\s+(?P<a>{MOVE})"
    rf"|\b(?P<b>{MOVE})\s+(?:steadily|consistently|continuously|month[\s-]on[\s-]month"
    rf"|(?:in\s+)?(?:every|each)\s+month)",
    re.IGNORECASE,
)
LEVEL = re.compile(
    r"\b(?:remain(?:s|ed|ing)?(?:\s+at|\s+(?:broadly\s+)?(?:stable|steady|unchanged|the\s+same"
    r"|level|static))"
    r"|unchanged|(?:has|have)\s+not\s+changed|no\s+change|comparable(?:\s+(?:with|to))?"
    r"|stayed\s+the\s+same|the\s+same\s+as)\b",
    re.IGNORECASE,
)
#: A level that is said to be the very same.
SAME = re.compile(
    r"\b(?:unchanged|no\s+change|the\s+same|has\s+not\s+changed|remain(?:s|ed|ing)?\s+at\s+«q\d+»)",
    re.IGNORECASE,
)
#: Movements that are told by a verb or noun; comparatives alone tell none.
MOVED = re.compile(
    r"\b(?:(?P<up>increas(?:es|ed|ing|e)|risen|rose|rises?|rising|grew|grown|growth|gone\s+up"
    r"|went\s+up|up)"
    r"|(?P<down>decreas(?:es|ed|ing|e)|reduc(?:es|ed|ing|tion|e)|fall(?:s|en|ing)?|fell|drop(?:s"
    r"|ped|ping)?|dip(?:s|ped)?|declin(?:es|ed|ing|e)|gone\s+down|went\s+down|down)"
    rf"|{BETTER}(?!\s+(?:plan|board|programme|work|journey|actions?|activity|team|partner)\b)|{WORSE}"
    rf"|(?P<cmp>higher|lower|fewer)(?=\s+(?:in\s+{TIME}\s+)?than\s+(?:it\s+was\s+)?(?:in\s+|at\s+)?{TIME}))\b",
    re.IGNORECASE,
)
HOPED = re.compile(
    r"\b(?:will|would|should|could|may|might|aims?|aiming|expect(?:s|ed|ing)?|planned|forecast"
    r"|predicted|projected|hopes?|hoped|hoping|intend\w*"
    r"|if|unless|anticipat\w+|(?:on|off)\s+track|working\s+towards?|in\s+order\s+to|likely"
    r"|expectation)\b|\bto\s+(?:reduce|increase|improve|achieve|reach)\b",
    re.IGNORECASE,
)
NOT_HOPED = re.compile(
    r"\bas\s+(?:expected|predicted|planned|anticipated|forecast)\b|\bexpected\s+standard"
    r"|\bcontinu\w+\s+to\b(?=\s+(?:reduc|increas|improv))",
    re.IGNORECASE,
)
#: What makes a whole sentence one of other figures than the tables': so many, but for those.
QUALIFIED = re.compile(
    r"\b(?:excluding|excludes|not\s+(?:including|counting)|except(?:ing)?|apart\s+from|adjust(?:ed|ing)"
    r"|assuming|provided\s+that|discounting|leaving\s+out|unless|provisional(?:ly)?"
    r"|unvalidated|if(?!\s+(?:this|the)(?:\s+\w+)?\s+(?:trend|rate|pace)\s+continues))\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:not|never|no\s+longer|neither|nor|cannot|without|hardly|rather\s+than|instead\s+of"
    r"|respectively|either|excluding|except|apart\s+from)\b|n't\b",
    re.IGNORECASE,
)
PRESENT = re.compile(
    r"\b(?:is|are|remains?|has|have|now|currently|stands?|we\s+have|this\s+month|latest|down|up)\b",
    re.IGNORECASE,
)
PAST = re.compile(r"\b(?:was|were|had|stood|peaked)\b", re.IGNORECASE)
NOW = re.compile(
    r"\b(?:now|currently|at\s+present|latest|this\s+month|continues?\s+to)\b", re.IGNORECASE
)

#: A figure of a span of time, or of a part of one, is not that of a month.
SPAN = re.compile(
    r"\b(?:weeks?|weekly|days?|daily|quarters?|quarterly|years?|yearly|annual(?:ly)?|to\s+date"
    r"|so\s+far|over\s+the|during\s+the|between|since"
    r"|throughout|cumulative\w*|totall?ed|totall?ing|combined|altogether|half|months|per\s+month"
    r"|a\s+month|each\s+month|on\s+average|peak|start|beginning|first)\b"
    r"|from\s+«p\d+»\s+to\s+«p\d+»|«[by]\w+»",
    re.IGNORECASE,
)

#: What stands ahead and tells why, or leads in: it narrows nothing.
CAUSE = re.compile(
    r"\s*(?:following|due\s+to|as\s+a\s+result|because|despite|thanks\s+to|given|after"
    r"|as\s+expected|in\s+addition|however|overall)\b",
    re.IGNORECASE,
)
#: A run of periods, each with a movement of the same kind.
STREAK = re.compile(
    r"\bfor\s+(?:the\s+|a\s+)?(?:(?P<nth>second|third|fourth|fifth|sixth|seventh"
    r"|eighth)\s+(?:successive\s+|consecutive\s+)?month(?:\s+running|\s+in\s+(?:a\s+row|succession))?"
    r"|(?P<n>two|three|four|five|six|seven|eight|\d)\s+(?:months\s+running|(?:consecutive"
    r"|successive)\s+months|months\s+in\s+(?:a\s+row|succession)))",
    re.IGNORECASE,
)
#: A movement that is denied: it did not rise, it is no higher than it was.
NOT_MOVED = re.compile(
    rf"\b(?:(?:did|has|have|is|was)\s+not\s+(?P<a>{MOVE})|no\s+(?P<b>higher|lower|more|fewer))\b",
    re.IGNORECASE,
)

#: What follows tells why, not how much.
TAIL = re.compile(
    r"[\s,]+(?:which\s+(?:is\s+)?)?(?:due\s+to|because|as\s+a\s+result\s+of|(?:is\s+"
    r"|are\s+)?linked\s+to|owing\s+to|thanks\s+to|reflecting|following|driven\s+by"
    r"|attribut\w+\s+to|despite|given|in\s+part|as\s+(?:we|some|this|these|expected|a\s+number)"
    r"|so\s+that|ensuring|after|with\s+the\s+focus)\b.*$",
    re.IGNORECASE | re.DOTALL,
)

#: Words of claims that name no measure.
SAID = re.compile(
    rf"«\w+»|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)(?=\s+(?:consecutive\s+|successive\s+)?(?:month|year|quarter|week))"
    rf"|\b(?:{MOVE}|saw|seen|see|sees|shows?|showed|shown|remain\w*|reach\w*|stands?|stood"
    rf"|slight(?:ly)?|little|significant(?:ly)?|sharp(?:ly)?|further"
    r"|again|just|now|already|unusually|comparable|similar|compar\w+|comparison|than|did|had|same"
    r"|period|time|last|previous|past|steady|steadily|gradual(?:ly)?|consistent(?:ly)?"
    r"|continu\w+|lowest|highest|by|as|expected|good|positive|improve\w*|improving|better|worse"
    r"|record|peak\w*|averag\w*|total\w*|around|about|approximately|achiev\w+|meet\w*|met"
    r"|line|since|until|ago|earlier|ago|respectively|change[ds]?|changing|moved?|moving|unchanged"
    r"|stable|broadly|published|latest|recent|against|below|above|under|over|points?|stay(?:ed|s|ing)|stay(?=\s+(?:at|below|above|under|over|within))"
    r"|steadily|well"
    r"|far|so|very|quite|much|yet|before|after|being|low|high|equivalent|representing|represents?"
    r"|means?|which|it's|that's|we've|trend|pace|standing|sits?|sitting|key|however"
    r"|and|but|while|whilst|although|though|approx|between|once|another|this|today|early|late"
    r"|year-on-year|month-on-month|summary|made|making|amount\w*|accounts?|went|gone|came|come"
    r"|a|an|in|at|of|to|on|for|from|during|is|are|was|were|has|have|been|target|targets|good|news"
    r"|pleasingly|encouragingly|disappointingly|unfortunately"
    r"|particularly|overall|currently|there|fortunately|notably|halv\w+|doubl\w+|also|would|will"
    r"|no|substantial(?:ly)?|considerabl[ey]|markedly|marginal(?:ly)?|dramatic(?:ally)?|rapidly"
    r"|rapid|first|monthly"
    r"|dipped|hit|logged|lodged|numbered|performance|outturn|pressures?|challeng\w+|concern"
    r"|strong|recover(?:ed|y|ing)|priority|real"
    r"|some|large|small|modest|within|outside|whole|ideal|usual|usually|normal"
    r"|children's\s+services|figures?|level|levels|standard)\b",
    re.IGNORECASE,
)


def way(word: str) -> Literal["up", "down", "better", "worse"]:
    """The direction that a word of movement has."""
    text = word.strip().lower()
    if re.match(BETTER, text):
        return "better"
    if re.match(WORSE, text):
        return "worse"
    if text in ("above", "below"):
        return "up" if text == "above" else "down"
    return "up" if _UP.match(text) and not re.match(DOWN, text, re.IGNORECASE) else "down"
