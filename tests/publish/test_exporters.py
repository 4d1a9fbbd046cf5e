"""The editions as exporters of nbconvert, for any notebook."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbconvert.utils.exceptions import ConversionException
from traitlets.config import Config

from briefing.model import blocks as b
from briefing.publish.exporters import BriefingHTMLExporter, BriefingPDFExporter

from . import notebook_samples as s
from .accessibility import errors


def plain_notebook():
    return s.notebook(
        s.markdown("# Visits"), s.code("plot()", s.output({"image/png": s.png()})), s.code("x = 1")
    )


def test_a_notebook_becomes_a_pdf(tmp_path) -> None:
    content, resources = BriefingPDFExporter().from_notebook_node(s.rich())
    assert resources["output_extension"] == ".pdf"
    (tmp_path / "a.pdf").write_bytes(content)
    assert errors(tmp_path / "a.pdf") == []


def test_a_notebook_becomes_a_page() -> None:
    content, resources = BriefingHTMLExporter().from_notebook_node(plain_notebook())
    assert resources["output_extension"] == ".html"
    assert "<h1" in content
    assert "x = 1" in content


@pytest.mark.parametrize("where", ["BriefingHTMLExporter", "TemplateExporter"])
def test_program_text_can_be_left_out(where) -> None:
    config = Config({where: {"exclude_input": True}})
    content, _ = BriefingHTMLExporter(config=config).from_notebook_node(plain_notebook())
    assert "x = 1" not in content


def test_text_alternatives_can_be_required() -> None:
    exporter = BriefingPDFExporter(require_alt_text=True)
    with pytest.raises(ConversionException, match=r"cell 2 \(code\): a picture has no text"):
        exporter.from_notebook_node(plain_notebook())


def test_faults_are_told_as_nbconvert_does() -> None:
    with pytest.raises(ConversionException, match="unknown type"):
        BriefingHTMLExporter().from_notebook_node(s.of_blocks({"type": "marquee"}))
    with pytest.raises(ConversionException, match="not ready"):
        BriefingPDFExporter(timeout=0.01).from_notebook_node(plain_notebook())


def test_the_notebook_given_is_left_as_it_is() -> None:
    nb = plain_notebook()
    before = nbformat.writes(nb)
    BriefingPDFExporter().from_notebook_node(nb)
    assert nbformat.writes(nb) == before


def test_the_command_of_nbconvert_makes_both(tmp_path: Path) -> None:
    path = tmp_path / "my_notes.ipynb"
    nbformat.write(
        s.notebook(s.markdown("Only text."), s.code("", s.shown(b.paragraph("x")))), path
    )
    for name, ending in (("BriefingPDFExporter", "pdf"), ("BriefingHTMLExporter", "html")):
        done = subprocess.run(
            [sys.executable, "-m", "nbconvert", "--to", f"briefing.publish.exporters.{name}", path],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert (tmp_path / f"my_notes.{ending}").stat().st_size > 1000
    assert "<title>my notes</title>" in (tmp_path / "my_notes.html").read_text(encoding="utf-8")


def test_importing_the_exporters_is_light() -> None:
    code = (
        "import sys, briefing.publish.exporters\n"
        "heavy = {'typst', 'matplotlib', 'pandas', 'pikepdf', 'papermill'} & set(sys.modules)\n"
        "sys.exit(bool(heavy))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
