"""Sentences that state figures or movements, found in running text and nowhere else."""

from pathlib import Path

import pytest

from briefing.ingest.page import Line, Page, Source, Word
from briefing.ingest.read import read_source
from briefing.ingest.read.text import read_text
from briefing.ingest.recognise.passages import recognise

PACKS = Path(__file__).parents[3] / "shared" / "packs"


def _source(text: str) -> Source:
    lines = tuple(
        Line(
            tuple(Word(word, i, 0, i + 1, 1) for i, word in enumerate(line.split())),
            number=number,
        )
        for number, line in enumerate(text.splitlines(), start=1)
    )
    return Source("report.txt", "0" * 64, "text", (Page(None, lines),))


def _texts(text: str) -> list[str]:
    return [part.text for part in recognise(_source(text))]


def test_each_sentence_with_a_figure_or_movement_is_one_passage() -> None:
    text = (
        "• The number of plans fell to 210 in July. Teams were praised by the inspectors. "
        "The rate is 48.\n"
    )
    assert _texts(text) == ["The number of plans fell to 210 in July.", "The rate is 48."]


def test_a_sentence_goes_on_over_lines_blank_lines_and_page_marks() -> None:
    text = (
        "• The number of plans has fallen to\n\n210 from 240 in\n\nP\nage 12\n\n"
        "July 2031, and by 12% on\nthe year."
    )
    (part,) = recognise(_source(text))
    assert part.text == (
        "The number of plans has fallen to 210 from 240 in July 2031, and by 12% on the year."
    )
    assert part.where.line == 1


def test_its_line_is_where_it_begins() -> None:
    text = "• Staff meet weekly to plan.\nThe rate\nof plans is 48 per 10,000 and has fallen.\n"
    assert [part.where.line for part in recognise(_source(text))] == [2]


def test_its_section_is_the_nearest_heading_not_the_caption_of_the_analysis() -> None:
    text = (
        "Family Safeguarding\nIndicator Jul-31 Aug-31\nNumber of plans 240 210 200 190\n\n"
        "Progress analysis\n• The number of plans fell to 190.\n"
    )
    assert [part.where.section for part in recognise(_source(text))] == ["Family Safeguarding"]


def test_a_sentence_that_leans_on_the_one_before_knows_it() -> None:
    text = "• The number of plans is now 210. This is 12% lower than in July 2030.\n"
    first, second = recognise(_source(text))
    assert first.previous == ""
    assert second.previous == "The number of plans is now 210."


def test_rows_of_tables_give_nothing() -> None:
    assert _texts("Indicator Jun-31 Jul-31 Aug-31\nNumber of plans 240 230 210 - 200\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Members met at 5.30pm in Committee Room 1.",
        "A young person remains supported until the age of 18.",
        "The Panel noted the report.",
        "Support is offered up to 21 years old.",
    ],
)
def test_times_ages_and_proceedings_are_no_figures_of_a_measure(text: str) -> None:
    assert _texts(text) == []


def test_counts_of_fewer_than_five_people_are_left_out() -> None:
    assert _texts("• There are 12 children in the group. Two children have moved school.\n") == [
        "There are 12 children in the group."
    ]


def test_glossaries_are_left_out() -> None:
    text = "Glossary of terms\n\nA plan lasts for 12 months and is reviewed at 90% of meetings.\n"
    assert _texts(text) == []


def test_movements_without_digits_are_passages_too() -> None:
    assert len(_texts("• Contacts have halved since July.\n• Referrals rose steadily.\n")) == 2


@pytest.mark.shared
def test_every_line_of_the_commentary_that_states_a_figure_is_found() -> None:
    path = PACKS / "2024-09-26-reports-pack.txt"
    if not path.exists():
        pytest.skip("the pack is not beside this checkout")
    lines = {part.where.line for part in recognise(read_source(path))}
    stated = {2471, 2472, 2474, 2481, 2535, 2536, 2541, 2542, 2544, 2590, 2595, 2605, 2634, 2636}
    stated |= {2640, 2645, 2696, 2701, 2702, 2704, 2711, 2712, 2786, 2789, 2798, 2799, 2881, 2889}
    assert stated <= lines
    assert not lines & set(range(2485, 2534))


@pytest.mark.shared
def test_a_front_sheet_states_nothing() -> None:
    path = PACKS / "other-councils" / "2025-03-04-agenda-frontsheet.pdf"
    if not path.exists():
        pytest.skip("the front sheet is not beside this checkout")
    assert list(recognise(read_source(path))) == []


def _set_in(text: str) -> Source:
    """A source whose lines keep their indent, as a text drawn from a PDF has it."""
    return read_text("report.txt", "0" * 64, text)


def test_the_heading_that_a_page_begins_with_is_the_section() -> None:
    text = (
        "Visits to families in the north of the town\n\n"
        "The share seen in time fell to 81%.\n"
        "Page 4\n"
        " Repairs to homes that are let by the council to its tenants\n"
        "Outcomes - homes that tenants are glad to live in.\n\n"
        "• The share done in time rose to 92%.\n"
        " Performance\n- Lettings\n• The share let in time is 77%.\n"
        "Page 6\n"
    )
    found = [(part.where.section, part.text) for part in recognise(_set_in(text))]
    assert found == [
        ("Visits to families in the north of the town", "The share seen in time fell to 81%."),
        (
            "Repairs to homes that are let by the council to its tenants",
            "The share done in time rose to 92%.",
        ),
        ("Performance", "The share let in time is 77%."),
    ]


@pytest.mark.parametrize(
    "head", ["Westmoor Reports Pack", "Date Title Action proposed Action taken Progress"]
)
def test_a_running_head_is_no_section(head: str) -> None:
    page = f" {head}\nThe share done in time rose to 92%.\n"
    text = "Repairs\n\n" + "".join(f"{page}Page {number}\n" for number in (4, 5, 6, 7))
    assert {part.where.section for part in recognise(_set_in(text))} <= {"", "Repairs"}
