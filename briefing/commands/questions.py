"""``briefing questions``: the ranked challenge questions with their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from briefing.commands.options import Settings, as_json, common, print_json

if TYPE_CHECKING:
    from briefing.face import Meeting, Question


@click.command(short_help="The ranked challenge questions with their evidence.")
@click.argument("meeting")
@as_json
@click.option(
    "--editorial", is_flag=True, help="Write an editorial file of the meeting to begin with."
)
@common
def questions(settings: Settings, meeting: str, as_json: bool, editorial: bool) -> None:
    """The ranked challenge questions for MEETING with their evidence.

    They rest on what was public when the agenda came out, and on your editorial file.

    \b
    Example:
      briefing questions 2024-09-26
      briefing questions 2024-09-26 --json
      briefing questions 2024-09-26 --editorial
    """
    found = settings.store().meeting(meeting)
    if editorial:
        path = found.editorial_file
        if path.exists():
            settings.say(f"It is there and was not touched: {path}")
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found.editorial_template(), encoding="utf-8", newline="\n")
        settings.say(f"Written: {path}")
        return
    if as_json:
        print_json(found.computed("questions"))
        return
    for line in _page(found):
        click.echo(line)


def _page(meeting: Meeting) -> Iterator[str]:
    asked = meeting.questions()
    titles = {row["item_number"]: row["title"] for row in meeting.rows("agenda_items")}
    if not asked:
        yield f"The papers of {meeting.id} on record give rise to no question."
    for question in asked:
        item = question.item_number
        place = f"item {item}, {titles[item]}" if item in titles else "no item"
        yield f"{question.rank}. {question.theme} ({place})  [{question.id}]"
        yield from (f"   {line}" for line in _card(question))
        yield ""


def _card(question: Question) -> Iterator[str]:
    yield question.question.text
    if question.addressed_to:
        yield f"To: {question.addressed_to}"
    for evidence in question.evidence:
        places = "; ".join(dict.fromkeys(c.text for c in evidence.citations))
        yield f"Evidence: {evidence.sentence.text}" + (f" ({places})" if places else "")
    for label, sentence in (
        ("Why it matters", question.why_it_matters),
        ("If the answer is thin", question.follow_up),
        ("A good answer has", question.good_answer),
    ):
        if sentence.text:
            yield f"{label}: {sentence.text}"
