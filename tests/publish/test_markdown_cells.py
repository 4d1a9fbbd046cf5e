"""Markdown cells become blocks; nothing in them is markup of the page."""

import pytest

from briefing.publish.markdown import markdown_blocks

from . import notebook_samples as s


def blocks(source: str, **more):
    return markdown_blocks(source, **more)[0]


def test_headings_paragraphs_and_emphasis() -> None:
    heading, paragraph = blocks("## A *b*\n\nOne **two** `three` [four](https://x.org)")
    assert (heading["type"], heading["level"]) == ("heading", 2)
    assert heading["runs"] == [{"text": "A "}, {"text": "b", "italic": True}]
    assert paragraph["runs"] == [
        {"text": "One "},
        {"text": "two", "bold": True},
        {"text": " "},
        {"text": "three", "code": True},
        {"text": " "},
        {"text": "four", "href": "https://x.org"},
    ]


def test_entities_are_characters_outside_code_only() -> None:
    (paragraph,) = blocks("&pound;5 &amp; `&amp;`")
    assert [run["text"] for run in paragraph["runs"]] == ["£5 & ", "&amp;"]


def test_lists_nest_and_keep_their_order() -> None:
    (outer,) = blocks("1. one\n2. two\n   - a\n   - b\n")
    assert outer["ordered"]
    assert [block["type"] for block in outer["items"][1]] == ["paragraph", "list"]


def test_tasks_say_whether_they_are_done() -> None:
    (tasks,) = blocks("- [x] done\n- [ ] open\n")
    assert [item[0]["runs"][0]["text"] for item in tasks["items"]] == ["[x] ", "[ ] "]


def test_tables_have_headings_and_row_headers() -> None:
    (table,) = blocks("| a | b |\n|:--|--:|\n| 1 | **2** |\n")
    assert table["columns"] == [{"text": "a", "align": "left"}, {"text": "b", "align": "right"}]
    assert table["rows"][0][0]["header"]
    assert table["rows"][0][1]["runs"] == [{"text": "2", "bold": True}]


def test_quotations_are_boxes() -> None:
    (box,) = blocks("> quoted\n")
    assert box["type"] == "box"
    assert box["blocks"][0]["runs"] == [{"text": "quoted"}]


def test_raw_html_is_shown_as_text_and_comments_vanish() -> None:
    (paragraph,) = blocks("a <b>x</b> <!-- hidden -->")
    assert "".join(run["text"] for run in paragraph["runs"]).strip() == "a <b>x</b>"
    (code,) = blocks("<div onclick='x()'>y</div>\n\n<!-- only this -->")
    assert code == {"type": "code", "text": "<div onclick='x()'>y</div>"}


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"]
)
def test_links_lead_to_pages_and_places_only(target) -> None:
    (paragraph,) = blocks(f"[go]({target})")
    assert all("href" not in run for run in paragraph["runs"])


def test_pictures_of_the_notebook_are_taken_and_others_named() -> None:
    attached = {"a.png": {"image/png": s.png()}}
    made, missing = markdown_blocks(
        "![Red](attachment:a.png) and ![Far](https://x.org/y.png)", attached
    )
    assert [block["type"] for block in made] == ["paragraph", "figure"]
    assert made[1]["alt"] == "Red"
    assert missing == ["Far"]
    assert "[picture: Far]" in made[0]["runs"][0]["text"]
