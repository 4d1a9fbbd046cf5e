"""What a notebook shows."""

import json

from briefing.display.plain import to_text
from briefing.display.show import Blocks
from briefing.display.tables import exceptions_table
from briefing.display.trend_chart import trend_chart
from briefing.model import blocks as b
from briefing.model.blocks import MIME
from display.making import visits


def test_blocks_charts_and_lists_add_up_in_order() -> None:
    page = Blocks(b.heading("One")) + trend_chart(visits()) + [b.paragraph("Two")]
    page = [b.page_break()] + page  # noqa: RUF005
    assert isinstance(page, Blocks)
    assert [block["type"] for block in page] == ["page_break", "heading", "figure", "paragraph"]
    assert len(page) == 4
    assert page.to_blocks() == list(page)


def test_nothing_is_changed_by_adding() -> None:
    first = Blocks(b.heading("One"))
    first + b.paragraph("Two")
    assert len(first) == 1


def test_a_bundle_holds_data_html_and_text() -> None:
    bundle = (Blocks(exceptions_table([visits()])) + trend_chart(visits()))._repr_mimebundle_()
    assert set(bundle) == {MIME, "text/html", "text/plain"}
    assert json.loads(json.dumps(bundle[MIME])) == bundle[MIME]
    assert bundle["text/html"].startswith("<style>")
    assert "85%" in bundle["text/plain"]


def test_a_chart_shows_itself() -> None:
    bundle = trend_chart(visits())._repr_mimebundle_()
    assert [block["type"] for block in bundle[MIME]] == ["figure"]
    assert bundle["text/plain"].startswith("Line chart of")


def test_plain_text_of_every_kind_of_block() -> None:
    page = [
        b.document(title="Title"),
        b.heading("Head"),
        b.items(["a", "b"]),
        b.box([b.paragraph("inside")], title="Box"),
        b.columns([[b.paragraph("left")], [b.paragraph("right")]]),
        b.figure("<svg/>", alt="", decorative=True),
        b.table([{"text": "A"}], [[b.cell("x")]], caption="Table"),
        b.notes(),
        b.code("print()"),
        b.complete("m"),
    ]
    assert to_text(page).split("\n\n") == [
        "Title",
        "Head",
        "- a\n- b",
        "Box",
        "inside",
        "left",
        "right",
        "Table",
        "A\nx",
        "print()",
    ]
