"""What may be printed, what may not, and what a wrong figure does to a build."""

from __future__ import annotations

import pytest

from briefing.errors import BriefingError
from briefing.model import Period, compose
from briefing.model import blocks as b
from briefing.publish.read_back import read_back_file
from briefing.publish.read_back.aligned import Printed, difference, squeezed
from briefing.publish.read_back.allowances import Allowances
from briefing.publish.read_back.numbers import around, even, tokens
from briefing.publish.read_back.texts import Text, texts_of
from briefing.publish.read_back.told import untraced

from . import seeds
from .seeds import Made


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,366 children, 89.5% and £57,300,000", ["1,366", "89.5%", "£57,300,000"]),
        ("from -7 to (-2.5%)", ["-7", "-2.5%"]),
        ("2023/24, 2026-09, pages 5-7", ["2023", "24", "2026", "09", "5", "7"]),
        ("s47, P1, 12\u00b3 and \u00bd", ["47", "1", "12", "\u00b3", "\u00bd"]),
        ("at 90, and 4.", ["90", "4"]),
        ("no number", []),
    ],
)
def test_numbers_of_a_text(text: str, found: list[str]) -> None:
    assert [token.text for token in tokens(even(text))] == found


def test_an_allowance_is_a_phrase_and_never_a_number() -> None:
    allowed = Allowances()
    allowed.add_words("quotation", "Visits within 10 days.")
    allowed.add_words("quotation", "47")
    allowed.add_day("date", "2031-09-24")
    allowed.add_period("period", "2031")

    def names(text: str) -> list[tuple[str, ...]]:
        return [allowed.names(text, token) for token in tokens(text)]

    assert names("It asks for visits within 10 days, at most.") == [("quotation",)]
    assert names("Visits within 10 days' time and 10 days") == [("quotation",), ()]
    assert names("10 visits") == [()]
    assert names("47 children") == [()]
    assert names("on 24 September 2031") == [("date",)] * 2
    assert names("on 124 September 2031") == [(), ()]
    assert names("2031 children") == [()]


def test_a_sentence_prints_only_the_periods_that_it_marks(made: Made) -> None:
    figure = made.figures[0]
    sentence = compose("{f} in {p}.", f=figure, p=Period("2030-07"))
    made.trace(b.paragraph(sentence))
    block = b.paragraph(sentence)
    block["runs"][0]["text"] = block["runs"][0]["text"].replace("July", "August")
    with pytest.raises(BriefingError, match="a period that the text does not print: July 2030"):
        made.trace(block)


def test_a_bare_number_is_named_with_the_words_about_it(made: Made) -> None:
    with pytest.raises(BriefingError, match=r"accounts for: 612 in 'Some 612 children wait\.'"):
        made.trace(b.paragraph("Some 612 children wait."))


def test_every_number_of_an_axis_is_declared(made: Made) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>50%</text></svg>'
    made.trace(b.figure(svg, alt="A chart", axis=("50%",)))
    with pytest.raises(BriefingError, match="no figure of the picture accounts for: 50%"):
        made.trace(b.figure(svg, alt="A chart", axis=("40%",)))


def test_lines_and_hyphens_may_be_set_in_another_way_but_no_minus() -> None:
    text = [Text("A well-known place: -7 in 2031")]
    assert difference(text, Printed(("A well\ufffe\nknown place: \u22127 in\n2031",))) is None
    assert difference(text, Printed(("A well-known place: 7 in 2031",))) is not None
    assert squeezed("Performance - Visiting") == "PerformanceVisiting"


def test_words_in_another_script_may_be_lost_but_no_number() -> None:
    text = [Text("Before"), Text("\u05e9\u05dc\u05d5\u05dd"), Text("Then 12"), Text("\u4f60 13")]
    assert difference(text, Printed(("Before [?][?] Then 12 [?] 13",))) is None
    found = difference(text, Printed(("Before [?][?] Then 12 [?] 18",)))
    assert found is not None
    assert found.expected == "\u4f60 13"


def test_a_table_may_repeat_its_head_on_the_next_page() -> None:
    cells = [Text("12 of the\nfirst", repeats=("Head",)), Text("13", repeats=("Head",))]
    assert difference(cells, Printed(("12 of", "Head the first 13"))) is None
    assert difference(cells, Printed(("12 of", "Head 4 the first 13"))) is not None


def test_a_number_that_was_added_or_left_out_is_seen(made: Made) -> None:
    page = made.files["html"].decode()
    added = page.replace("</main>", "<p>And 99 more.</p></main>")
    with pytest.raises(BriefingError, match="read back of the HTML: 99 in"):
        read_back_file("html", added.encode(), made.edition)
    part = next(t for t in texts_of(made.edition) if t.kind == "text" and "96%" in t.words)
    assert part.words in even(page.replace("\u00a0", " ")) or part.figures
    with pytest.raises(BriefingError, match="read back of the HTML"):
        read_back_file("html", page.replace("96%", "").encode(), made.edition)


def test_the_words_about_a_number() -> None:
    text = "x" * 60 + " 12 " + "y" * 60
    said = around(text, tokens(text)[0])
    assert said.startswith("...x")
    assert " 12 " in said
    assert said.endswith("y...")


def test_a_figure_that_is_traced_must_be_printed(made: Made) -> None:
    sentence = compose("It stood at {f}.", f=made.figures[0])
    text = Text("It rose.", tuple(b.trace(sentence)))
    (fault,) = untraced(text, made.record.allowances)
    assert "not printed" in str(fault)


def test_an_unknown_way_of_working_out_is_no_trace(made: Made) -> None:
    from briefing.model import derive

    figure = derive(5, "what the stars say", made.figures[0])
    with pytest.raises(BriefingError, match="no way is known to 'what the stars say'"):
        made.trace(b.paragraph(compose("{f}.", f=figure)))


def test_the_store_of_the_seeds_is_right(made: Made) -> None:
    assert len(made.figures) == 3 * len(seeds.MONTHS)
