from decimal import Decimal

import pytest

from briefing.model import Citation, Figure, Period, compose, derive

HERE = Citation("pack", item_number="9", section="Family Help", printed_page="46")


def _figure(value: str, unit: str = "count", **more: object) -> Figure:
    return Figure(Decimal(value), unit, citation=HERE, raw=value, row=f"r{value}", **more)


def test_a_figure_without_a_source_is_refused() -> None:
    with pytest.raises(ValueError, match="no figure without a source"):
        Figure(Decimal(1))


def test_a_figure_is_an_exact_decimal() -> None:
    with pytest.raises(TypeError, match="exact decimal"):
        Figure(0.1, citation=HERE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("1366", "count", "1,366"),
        ("89", "percent", "89%"),
        ("94", "rate_per_10000", "94 per 10,000"),
        ("12.90", "average", "12.90"),
        ("-7", "percentage_points", "-7 percentage points"),
        ("1", "months", "1 month"),
        ("57300000", "gbp", "£57,300,000"),
    ],
)
def test_text_keeps_what_was_printed(value: str, unit: str, text: str) -> None:
    assert _figure(value, unit).text == text


def test_a_derived_figure_names_every_source_once() -> None:
    august, last = _figure("470"), _figure("507")
    change = derive(-37, "change over 12 months", august, last)
    assert change.sources == (HERE,)
    assert change.rows == ("r470", "r507")


def test_a_citation_speaks_to_a_councillor() -> None:
    assert HERE.text == "item 9, Family Help, page 46"
    assert Citation("x", "Published summary", second_hand=True).text == (
        "Published summary, second-hand"
    )


def test_a_sentence_refuses_a_bare_number() -> None:
    with pytest.raises(TypeError, match="bare number"):
        compose("{n} of them", n=14)


def test_a_sentence_carries_its_figures() -> None:
    figure = _figure("89", "percent", period=Period("2024-08"))
    made = compose(
        "{what:capital} was {n} in {when}", what="visiting", n=figure, when=figure.period
    )
    assert made.text == "Visiting was 89% in August 2024"
    assert made.figures == (figure,)
    nested = compose("{first} {n:number}", first=made, n=figure)
    assert nested.text.endswith("2024 89")
    assert len(nested.figures) == 2


def test_text_from_a_pack_is_never_a_template() -> None:
    assert compose("{text}", text="{0} {n!r} #panic()").text == "{0} {n!r} #panic()"
