"""A reply of the authors is quoted whole: its numbers are allowed there and nowhere else."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from briefing.display.html import to_html
from briefing.model import blocks as b
from briefing.publish.read_back.record import Record
from briefing.publish.read_back.texts import Text
from briefing.publish.read_back.told import untraced
from briefing.sections import clarify, open_edition

DATA = Path(__file__).parents[2] / "data"
PANEL = "southampton-children-and-families"
TEXT = "33 was of July. #sys.version *x* <script>1</script> $8^2$ @ref 9,999 [[1]](x)"


@pytest.fixture(scope="module")
def replied(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[b.Block], Record]:
    """The section with a reply, and the record that it is read back against."""
    root = tmp_path_factory.mktemp("replied")
    shutil.copytree(DATA, root / "data")
    edition = open_edition("2024-09-26", data=str(root / "data"))
    (point,) = (
        p for p in edition.meeting.points if p.verdict and "33, down" in p.verdict.claim.text
    )
    path = root / "private" / PANEL / "2024-09-26.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        f'[[reply]]\npoint = "{point.id}"\nby = "Head of Service"\non = 2024-09-24\n'
        f'text = "{TEXT}"\n[[reply]]\npoint = "gone"\nby = "Head"\non = 2024-09-24\ntext = "7"\n',
        encoding="utf-8",
    )
    edition = open_edition("2024-09-26", data=str(root / "data"))
    return list(clarify(edition)), Record(edition)


def paragraphs(blocks: list[b.Block]) -> list[str]:
    """The paragraphs of every entry of the section's list."""
    entries = next(block for block in blocks if block["type"] == "list")["items"]
    return ["".join(run["text"] for run in part["runs"]) for entry in entries for part in entry]


def test_it_stands_behind_its_point_in_the_words_of_the_authors(
    replied: tuple[list[b.Block], Record],
) -> None:
    found = paragraphs(replied[0])
    said = f"Reply of the Head of Service, 24 September 2024: “{TEXT}”"
    assert found.count(said) == 1
    point = next(at for at, words in enumerate(found) if "33, down" in words)
    assert found.index(said) - point in (2, 3)
    assert not any("“7”" in words for words in found)


def test_its_text_is_no_markup(replied: tuple[list[b.Block], Record]) -> None:
    page = to_html(replied[0], fragment=True)
    assert "<script" not in page
    assert "&lt;script&gt;1&lt;/script&gt; $8^2$ @ref 9,999" in page


def test_every_number_of_it_traces_where_it_is_quoted(
    replied: tuple[list[b.Block], Record],
) -> None:
    words = next(words for words in paragraphs(replied[0]) if words.startswith("Reply"))
    counts: Counter[str] = Counter()
    assert untraced(Text(words), replied[1].allowances, counts) == []
    assert counts["reply"] > 5


@pytest.mark.parametrize(
    "words",
    [
        "Some 9,999 children wait.",
        "7 children wait.",
        f"“{TEXT}”",
        f"Reply of the Head of Service, 24 September 2024: “{TEXT.replace('33', '34')}”",
        f"Reply of the Head of Service, 25 September 2024: “{TEXT}”",
    ],
)
def test_its_numbers_are_allowed_nowhere_else(
    replied: tuple[list[b.Block], Record], words: str
) -> None:
    assert untraced(Text(words), replied[1].allowances)
