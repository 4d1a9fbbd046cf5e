"""The scrutiny manager's editorial file of a meeting: what it says, and what it does.

The file belongs to the manager. The kit reads it and never writes to it: a rebuild keeps what
was written there.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from briefing.errors import BriefingError
from briefing.model.sentence import Sentence
from briefing.questions.question import Question
from briefing.questions.replies import Reply, listed, read_replies

STATUSES = ("draft", "approved")

#: What may be worded anew, and what a question of the manager's own may have.
WORDS = ("question", "why_it_matters", "follow_up", "good_answer")

_KEYS = (
    "status",
    "approved_by",
    "approved_on",
    "introduction",
    "big_question",
    "invited",
    "pin",
    "drop",
    "reword",
    "add",
    "reply",
)
_OWN = ("item_number", "theme", "addressed_to", *WORDS)
#: An identifier of a question, not words of the panel's own.
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class EditorialError(BriefingError):
    """A mistake in the editorial file; the message names the line and what would be right."""


@dataclass(frozen=True)
class Editorial:
    """What the manager decided for one meeting.

    ``reword`` maps the identifier of a question to the parts that are worded anew; ``add`` holds
    the manager's own questions; ``big_question`` the panel's own words for what leads the
    meeting, or the identifier of the question that is to lead it; ``replies`` what the papers'
    authors say to points to clarify.
    """

    status: str = "draft"
    approved_by: str = ""
    approved_on: date | None = None
    introduction: str = ""
    big_question: str = ""
    invited: tuple[str, ...] = ()
    pin: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    reword: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    add: tuple[Mapping[str, str], ...] = ()
    replies: tuple[Reply, ...] = ()

    @property
    def approved(self) -> bool:
        """Whether the briefing may do without the word DRAFT."""
        return self.status == "approved"


def load_editorial(text: str, ids: Collection[str], items: Collection[str] = ()) -> Editorial:
    """The editorial file's text, checked against the meeting.

    Parameters
    ----------
    text
        TOML.
    ids
        The identifiers of the meeting's questions.
    items
        The numbers of the items that the briefing shows; empty leaves item numbers unchecked.

    Raises
    ------
    EditorialError
        For text that is no TOML, for a key, a status or an identifier that is not known (with
        the nearest that is), for a value of the wrong kind, for a question both pinned and
        dropped, for an approval that does not say by whom, and for a reply without a point, a
        role, a day or words.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise EditorialError(f"the editorial file cannot be read: {error}") from None
    reader = _Reader(text, frozenset(ids), tuple(items))
    reader.keys(data, _KEYS, "")
    editorial = Editorial(
        status=reader.one_of(data, "status", STATUSES, "draft"),
        approved_by=reader.text(data, "approved_by"),
        approved_on=reader.day(data, "approved_on"),
        introduction=reader.text(data, "introduction"),
        big_question=reader.text(data, "big_question"),
        invited=reader.texts(data, "invited"),
        pin=reader.identifiers(data, "pin"),
        drop=reader.identifiers(data, "drop"),
        reword=reader.reworded(data),
        add=reader.added(data),
        replies=read_replies(data, text, reader.fail),
    )
    if _SLUG.fullmatch(editorial.big_question):
        reader.identifier(editorial.big_question, "big_question")
        if editorial.big_question in editorial.drop:
            reader.fail("big_question", "big_question names a question that is dropped")
    for name in editorial.pin:
        if name in editorial.drop:
            reader.fail(name, f"{name} is both pinned and dropped: keep it in one of the two")
    if editorial.approved and not editorial.approved_by:
        reader.fail("status", "an approved briefing says who approved it: add approved_by (a role)")
    return editorial


def apply(editorial: Editorial, questions: Sequence[Question]) -> tuple[Question, ...]:
    """The candidates as the manager wants them: dropped ones gone, pinned ones marked.

    A question worded anew keeps its evidence; a number in the new words is traced where the
    question or its evidence prints the same number. The manager's own questions come last and
    are marked as such.
    """
    made = []
    for question in questions:
        if question.id in editorial.drop:
            continue
        new = replace(
            question,
            pinned=question.id in editorial.pin,
            big=question.id == editorial.big_question,
        )
        words = editorial.reword.get(question.id)
        made.append(_reworded(new, words) if words else new)
    own = [_own(entry, place) for place, entry in enumerate(editorial.add, start=1)]
    own_id = next((q.id for q in made if q.big), "")
    if editorial.big_question and not own_id:
        own.insert(0, _big(editorial.big_question))
    return (*made, *own)


def template(
    title: str, questions: Sequence[Question], points: Sequence[tuple[str, str]] = ()
) -> str:
    """An editorial file to begin with: every key explained, nothing set but the status.

    Parameters
    ----------
    title
        The panel and day, for the first line.
    questions
        The candidates, whose identifiers are listed at the end.
    points
        The points to clarify with the authors, each by identifier and words; listed behind them.
    """
    asked = "\n".join(f"#   {q.id}\n#     {q.question.text}" for q in questions)
    open_ = "\n".join(listed(points)) or "#   None: words and tables were not found to differ."
    return _TEMPLATE.format(title=title, listed=asked, points=open_)


def _reworded(question: Question, words: Mapping[str, str]) -> Question:
    known = {f.number: f for s in _sentences(question) for f in s.figures}
    parts = {
        name: Sentence(text, tuple(known[n] for n in _NUMBER.findall(text) if n in known))
        for name, text in words.items()
    }
    return replace(question, reworded=True, **parts)  # type: ignore[arg-type]


def _sentences(question: Question) -> tuple[Sentence, ...]:
    own = (question.question, question.why_it_matters, question.follow_up, question.good_answer)
    return own + tuple(e.sentence for e in question.evidence)


def _own(entry: Mapping[str, str], place: int) -> Question:
    return Question(
        id=f"own-{place}",
        item_number=entry["item_number"],
        theme=entry.get("theme", ""),
        question=Sentence(entry["question"]),
        why_it_matters=Sentence(entry.get("why_it_matters", "")),
        follow_up=Sentence(entry.get("follow_up", "")),
        good_answer=Sentence(entry.get("good_answer", "")),
        addressed_to=entry.get("addressed_to", ""),
        own=True,
    )


def _big(text: str) -> Question:
    blank = Sentence("")
    return Question("own-big", "", "", Sentence(text), blank, blank, blank, own=True, big=True)


class _Reader:
    """Reads values of known kinds from the parsed file, and says where a mistake stands."""

    def __init__(self, text: str, ids: frozenset[str], items: tuple[str, ...]) -> None:
        self._lines = text.splitlines()
        self._ids = ids
        self._items = items

    def fail(self, word: str, message: str, first: int = 1) -> None:
        """Raise, naming the first line outside comments that holds a word, from a line on."""
        for number, line in enumerate(self._lines[first - 1 :], start=first):
            if word and not line.lstrip().startswith("#") and word in line:
                raise EditorialError(f"line {number}: {message}")
        raise EditorialError(message)

    def keys(self, table: Mapping[str, Any], known: Sequence[str], where: str) -> None:
        for key in table:
            if key not in known:
                inside = f" in {where}" if where else ""
                self.fail(key, f"{key!r} is not a key{inside}.{_nearest(key, known)}")

    def text(self, table: Mapping[str, Any], key: str) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self.fail(key, f'{key} is a text in quotes: {key} = "..."')
        return str(value).strip()

    def one_of(self, table: Mapping[str, Any], key: str, known: Sequence[str], default: str) -> str:
        value = self.text(table, key) or default
        if value not in known:
            self.fail(key, f"{key} is {' or '.join(known)}, not {value!r}.")
        return value

    def day(self, table: Mapping[str, Any], key: str) -> date | None:
        value = table.get(key)
        if value is not None and type(value) is not date:
            self.fail(key, f"{key} is a day without quotes: {key} = 2024-09-20")
        return value

    def texts(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.fail(key, f'{key} is a list of texts: {key} = ["...", "..."]')
        return tuple(v.strip() for v in value)

    def identifiers(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        found = self.texts(table, key)
        for name in found:
            self.identifier(name, key)
        return tuple(dict.fromkeys(found))

    def identifier(self, name: str, key: str) -> None:
        if name not in self._ids:
            near = _nearest(name, sorted(self._ids))
            self.fail(name, f"{key} names {name!r}, which is no question of this meeting.{near}")

    def reworded(self, data: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        tables = data.get("reword", {})
        if not isinstance(tables, dict):
            self.fail("reword", 'reword is a table for each question: [reword."item-9-..."]')
        made = {}
        for name, table in tables.items():
            self.identifier(name, "reword")
            if not isinstance(table, dict):
                self.fail(name, f'what is worded anew stands below [reword."{name}"]')
            self.keys(table, WORDS, f'[reword."{name}"]')
            made[name] = {key: self.text(table, key) for key in table}
            for key, words in made[name].items():
                if not words:
                    self.fail(key, f"{key} of {name} has no words: leave it out to keep it")
        return made

    def added(self, data: Mapping[str, Any]) -> tuple[dict[str, str], ...]:
        tables = data.get("add", [])
        if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
            self.fail("add", "a question of your own stands below [[add]] (two brackets)")
        made = []
        for table in tables:
            self.keys(table, _OWN, "[[add]]")
            own = {key: self.text(table, key) for key in table}
            for key in ("item_number", "question"):
                if not own.get(key):
                    self.fail("[[add]]", f"a question below [[add]] has {key}, a text in quotes.")
            if self._items and own["item_number"] not in self._items:
                known = ", ".join(self._items)
                self.fail(
                    "item_number",
                    f"the briefing has no item {own['item_number']!r}: it has {known}",
                )
            made.append(own)
        return tuple(made)


def _nearest(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f" Did you mean {near[0]!r}?" if near else f" Known: {', '.join(known)}."


_TEMPLATE = """\
# Editorial file: {title}
# Yours alone. The kit reads it and never writes to it. Take the # away from what you use.

# draft (on every page) or approved. An approved briefing says who approved it; a role will do.
status = "draft"
# approved_by = "Scrutiny Manager"
# approved_on = 2024-09-20

# A few sentences of yours at the head of the briefing.
# introduction = ""

# The panel's own big question, or the identifier of one below that is to lead.
# big_question = ""

# Who is invited, by role. Questions are addressed to them before all others.
# invited = ["Cabinet Member", "Head of Service"]

# Identifiers of questions (below) that stay whatever their rank, and of those that go.
# pin = []
# drop = []

# A question in your words. Its evidence stays. Give only the parts that change.
# [reword."item-9-the-identifier"]
# question = ""
# why_it_matters = ""
# follow_up = ""
# good_answer = ""

# Questions of your own, as many as you like; they are marked as the manager's.
# [[add]]
# item_number = "9"
# question = ""
# addressed_to = ""
# why_it_matters = ""
# follow_up = ""
# good_answer = ""

# A reply of the papers' authors to a point of "briefing check" (identifiers below), in their words.
# It is printed beside the point. Say by which role, and leave out addresses and numbers to call.
# [[reply]]
# point = "the-identifier"
# by = "Head of Service"
# on = 2024-09-24
# text = ""

# The questions of this meeting, gravest first (those that rank low can be pinned):
{listed}

# The points to clarify with the authors of the papers:
{points}
"""
