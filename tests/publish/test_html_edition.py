"""The HTML edition: one file without scripts, for screens of every size, readers and printers."""

import base64
import io
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from briefing.model import blocks as b
from briefing.publish.from_notebook import edition_from_notebook
from briefing.publish.html import to_html_page

from . import notebook_samples as s

NASTY = "<script>alert(1)</script>\"&'</style><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def rich() -> str:
    return to_html_page(edition_from_notebook(s.rich()))


@pytest.fixture(scope="module")
def page(rich: str) -> BeautifulSoup:
    return BeautifulSoup(rich, "lxml")


def test_language_title_and_landmarks(page) -> None:
    assert page.html["lang"] == "en-GB"
    assert page.title.string == "Briefing: Westmoor Children's Panel, 16 July 2031 (DRAFT)"
    assert [len(page.find_all(name)) for name in ("header", "nav", "main", "h1")] == [1, 1, 1, 1]
    assert len(page.body.find_all("footer", recursive=False)) == 1


def test_the_first_link_skips_to_the_content(page) -> None:
    first = page.body.find("a")
    assert first.get_text() == "Skip to the content"
    assert page.find(id=first["href"][1:]).name == "main"


def test_every_entry_of_the_contents_leads_to_its_heading(page) -> None:
    entries = page.nav.find_all("a")
    assert len(entries) > 8
    for entry in entries:
        target = page.find(id=entry["href"][1:])
        assert target.name in ("h1", "h2")
        assert target.get_text() == entry.get_text()


def test_nothing_runs_and_nothing_is_fetched(page, rich) -> None:
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert not page.find_all(["script", "iframe", "link", "object", "embed", "form"])
    assert not [t for t in page.find_all(True) for name in t.attrs if name.startswith("on")]
    fetched = [t.get("src", "") for t in page.find_all(src=True)]
    fetched += re.findall(r"url\(([^)]*)\)", rich)
    assert all(address.strip("'\"").startswith(("data:", "#")) for address in fetched)


def test_the_status_is_on_screen_and_on_every_printed_page(page) -> None:
    assert "DRAFT" in page.header.get_text()
    assert "DRAFT" in page.body.find_all("footer", recursive=False)[0].get_text()
    assert '@top-right{content:"DRAFT"' in page.style.string


def test_sources_of_the_figures_stand_at_the_end(page) -> None:
    details = page.find("details")
    assert details.summary.get_text() == "Where the figures come from (1 place)"
    assert details.li.get_text() == "item 9, Visiting, page 60"


def test_files_are_inside_the_page(page) -> None:
    links = {a["download"]: a["href"] for a in page.find_all("a", download=True)}
    assert "questions.csv" in links
    assert "measures.csv" in links
    _, _, data = links["questions.csv"].partition("base64,")
    assert base64.b64decode(data) == b"rank,question\n1,Why?\n"


def test_text_of_the_papers_is_never_markup() -> None:
    nb = s.of_blocks(
        b.heading(NASTY, 1), b.paragraph(NASTY), b.heading(NASTY, 2), b.heading("x", 2),
        b.attachment("a.csv", NASTY, description=NASTY),
        {**b.paragraph("x"), "figures": [{"text": "1", "sources": [NASTY]}]},
        title=NASTY, running=NASTY, status=NASTY, subject=NASTY, author=NASTY, colour=NASTY,
    )  # fmt: skip
    page = BeautifulSoup(to_html_page(edition_from_notebook(nb)), "lxml")
    assert not page.find_all(["script", "img"])
    assert len(page.find_all("style")) == 1
    assert page.h1.get_text() == NASTY
    assert page.title.get_text() == f"{NASTY} ({NASTY})"


def test_the_same_notebook_gives_the_same_page(rich) -> None:
    assert to_html_page(edition_from_notebook(s.rich())) == rich


def test_a_short_page_has_no_contents() -> None:
    page = to_html_page(edition_from_notebook(s.of_blocks(b.heading("T", 1), b.paragraph("x"))))
    assert "<nav" not in page


def test_a_letter_that_the_font_lacks_is_not_built_from_its_pieces(rich) -> None:
    from fontTools.ttLib import TTFont

    face = re.search(r"font/woff;base64,([^)]*)\)", rich)
    with TTFont(io.BytesIO(base64.b64decode(face[1]))) as font:
        assert not {0x302, 0x308} & set(font["cmap"].getBestCmap())
        assert ord("é") in font["cmap"].getBestCmap()


@pytest.fixture
def opened(browser, rich, tmp_path: Path):
    path = tmp_path / "page.html"
    path.write_text(rich, encoding="utf-8")

    def open_at(width: int):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(path.as_uri())
        return page

    return open_at


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_against_wcag_22_aa(opened, width) -> None:
    from axe_playwright_python.sync_playwright import Axe

    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    result = Axe().run(opened(width), options={"runOnly": rules})
    assert [v["id"] for v in result.response["violations"]] == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_screen_has_to_scroll_sideways(opened, width) -> None:
    assert opened(width).evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_it_prints_with_status_and_numbers_on_every_page(opened) -> None:
    import pypdfium2

    printed = opened(1280).pdf(prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(printed)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    for number, text in enumerate(pages, start=1):
        assert "DRAFT" in text
        assert f"Page {number} of {len(pages)}" in text
    assert "Skip to the content" not in pages[0]
