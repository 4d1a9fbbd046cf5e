"""Blocks as HTML: semantic, escaped, and safe whatever a picture or a pack holds."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from briefing.display.html import CSS, inline_svg, to_html
from briefing.display.icons import icon
from briefing.display.tables import exceptions_table
from briefing.display.trend_chart import trend_chart
from briefing.model import blocks as b
from display.making import visits

HOSTILE = "<script>alert(1)</script>&\"'#panic()]]>\x00"


class Page(HTMLParser):
    """The start tags of a page, in order, and whether every one is closed."""

    VOID = frozenset({"img", "br", "path", "use", "rect", "circle", "line", "polyline"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def every_block() -> list[dict[str, Any]]:
    return [
        b.document(
            title=HOSTILE,
            running=HOSTILE,
            status="DRAFT",
            logo={"svg": "<svg onload='x'/>", "alt": HOSTILE},
        ),
        b.heading(HOSTILE, 1, numbered=HOSTILE),
        b.paragraph(
            [HOSTILE, {"text": HOSTILE, "bold": True, "italic": True, "code": True, "muted": True}]
        ),
        b.paragraph({"text": "link", "href": "javascript:alert(1)"}, style="lead"),
        b.paragraph({"text": "link", "href": "https://example.org/?a=1&b=2"}),
        b.items([HOSTILE, [b.paragraph("a"), b.paragraph("b")]], ordered=True, style="tight"),
        b.box([b.paragraph(HOSTILE)], title=HOSTILE, tone="concern", level=2),
        b.box([b.paragraph(HOSTILE)], title=HOSTILE, tone='x" onload="y'),
        b.box([b.paragraph(HOSTILE)]),
        b.columns([[b.paragraph("a")], [b.paragraph("b")]], widths=(1, 2)),
        b.figure("<svg xmlns='http://www.w3.org/2000/svg'/>", alt=HOSTILE, caption=HOSTILE),
        b.table(
            [{"text": HOSTILE}, {"text": "n", "align": "right"}],
            [[b.cell(HOSTILE), b.cell(HOSTILE, icon="fails", tone="good", small=True)]],
            caption=HOSTILE,
            summary=HOSTILE,
            groups={0: HOSTILE},
            attach={"name": HOSTILE, "csv": HOSTILE, "description": HOSTILE},
        ),
        b.notes(3, label=HOSTILE),
        b.page_break(),
        b.code(HOSTILE),
        b.code(HOSTILE, output=True),
        b.attachment(HOSTILE, HOSTILE, description=HOSTILE),
        b.complete("panel/2031-01-01"),
    ]


def test_every_kind_of_block_is_written_and_text_is_data() -> None:
    html = to_html(every_block())
    page = Page(html)
    assert page.all("script") == []
    assert "\x00" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 15
    for _, attrs in page.tags:
        assert not any(name.startswith("on") for name in attrs)
        assert not str(attrs.get("href", "")).startswith("javascript")


def test_a_block_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="not a kind of block"):
        to_html([{"type": "blocks"}])
    with pytest.raises(ValueError, match="not a kind of block"):
        to_html([{"type": "iframe"}])


def test_ids_are_unique_over_a_page() -> None:
    blocks = [b.heading("Visits"), b.heading("Visits"), *every_block()]
    blocks += trend_chart(visits()).to_blocks() * 2
    blocks += list(exceptions_table([visits()])) * 2
    html = to_html(blocks)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    used = re.findall(r'(?:url\(#|href="#)([^")]+)|aria-labelledby="([^"]+)"', html)
    assert {one or other for one, other in used} <= set(ids)


def test_a_heading_can_be_reached_by_its_anchor() -> None:
    assert '<h2 id="exceptions">' in to_html([b.heading("At a glance", anchor="exceptions")])
    assert '<h2 id="plant-y-cyngor">' in to_html([b.heading("Plânt y Cyngor!")])


def test_a_table_has_a_caption_headers_and_scopes() -> None:
    page = Page(to_html(exceptions_table([visits()])))
    assert len(page.all("caption")) == 1
    heads = page.all("th")
    assert [h["scope"] for h in heads] == ["col"] * 5 + ["row"]
    assert all(cell["data-label"] for cell in page.all("td"))


def test_a_group_of_rows_has_a_header_of_its_own() -> None:
    table = b.table(
        [{"text": "A"}, {"text": "B"}],
        [[b.cell("x"), b.cell("1")], [b.cell("y"), b.cell("2")]],
        caption="Two",
        groups={1: "Second"},
    )
    html = to_html([table])
    assert html.count("<tbody") == 2
    assert 'scope="rowgroup" colspan="2">Second</th>' in html


def test_a_chart_is_one_named_image_and_signs_are_silent() -> None:
    blocks = trend_chart(visits()).to_blocks() + list(exceptions_table([visits()]))
    pictures = Page(to_html(blocks)).all("svg")
    named = [p for p in pictures if p.get("role") == "img"]
    silent = [p for p in pictures if p.get("aria-hidden") == "true"]
    assert len(named) == 1 and str(named[0]["aria-label"]).startswith("Line chart of")
    assert len(silent) == len(pictures) - 1 == 3


def test_a_decorative_picture_says_nothing() -> None:
    page = Page(to_html([b.figure(icon("fails"), alt="", decorative=True)]))
    assert page.all("svg")[0]["aria-hidden"] == "true"


@pytest.mark.parametrize(
    "svg",
    [
        "<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><use href='https://example.org/a#b'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><rect fill='url(https://example.org)'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><style>*{color:red}</style></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
        "<svg><p></svg>",
        "no picture",
    ],
)
def test_a_picture_that_is_more_than_shapes_becomes_an_image(svg: str) -> None:
    html = inline_svg(svg, label="A & B")
    assert html.startswith('<img class="bk-svg" src="data:image/svg+xml;base64,')
    assert 'alt="A &amp; B"' in html
    assert Page(html).all("svg") == []


def test_room_for_notes_is_passed_over_and_links_hold_their_files() -> None:
    page = Page(to_html([b.notes(3)]))
    assert page.all("div")[1]["aria-hidden"] == "true"
    (link,) = Page(to_html([b.attachment("a.csv", "x,y\n", description="Rows")])).all("a")
    assert link["download"] == "a.csv"
    assert str(link["href"]).startswith("data:text/csv;charset=utf-8;base64,eCx5Cg==")


def test_the_style_sheet_comes_along_only_when_asked() -> None:
    assert "<style>" not in to_html([b.paragraph("a")])
    assert to_html([b.paragraph("a")], fragment=False).startswith("<style>.bk{")


def test_every_class_is_ours_and_has_a_style() -> None:
    classes = {
        c for names in re.findall(r'class="([^"]*)"', to_html(every_block())) for c in names.split()
    }
    assert all(name == "bk" or name.startswith("bk-") for name in classes)
    assert "$" not in CSS
    selectors = re.sub(r"\{[^{}]*\}", " ", CSS)
    assert not re.search(r"(?:^|[,}\s])(?:body|html|\*|:root)\b", selectors)
