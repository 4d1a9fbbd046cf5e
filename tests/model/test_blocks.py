import json
from decimal import Decimal

import pytest

from briefing.model import Citation, Figure, blocks, compose

FIGURE = Figure(Decimal(5), citation=Citation("pack", item_number="9"), raw="5", row="m/t/r1-p1")


def test_blocks_are_plain_json_and_carry_their_figures() -> None:
    block = blocks.paragraph(compose("{n} measures", n=FIGURE))
    assert json.loads(json.dumps(block)) == {
        "type": "paragraph",
        "runs": [{"text": "5 measures"}],
        "figures": [{"text": "5", "rows": ["m/t/r1-p1"], "sources": ["item 9"]}],
    }


def test_a_picture_needs_a_text_alternative() -> None:
    with pytest.raises(ValueError, match="text alternative"):
        blocks.figure("<svg/>", alt=" ")
    assert blocks.figure("<svg/>", alt="", decorative=True)["decorative"]


def test_list_entries_may_be_words_or_blocks() -> None:
    made = blocks.items(["one", [blocks.paragraph("two"), blocks.paragraph("three")]])
    assert [len(entry) for entry in made["items"]] == [1, 2]
