"""The editions as exporters of nbconvert: ``jupyter nbconvert --to briefing-pdf NOTEBOOK``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nbconvert.exporters.exporter import Exporter
from nbconvert.utils.exceptions import ConversionException
from traitlets import Bool, Float, default

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from briefing.publish.edition import Edition


class _BriefingExporter(Exporter):
    """What both editions share: any notebook will do, with blocks of ours or without."""

    require_alt_text = Bool(
        False,
        help="Refuse a notebook in which a picture has no text alternative; the cell is named. "
        "Otherwise the edition says that there is none.",
    ).tag(config=True)

    exclude_input = Bool(
        help="Leave the program text out. A notebook that is a briefing never shows any."
    ).tag(config=True)

    @default("exclude_input")
    def _exclude_input_default(self) -> bool:
        return bool(self.config.get("TemplateExporter", {}).get("exclude_input", False))

    def _edition(self, nb: NotebookNode, resources: Any) -> tuple[Edition, Any]:
        from briefing.publish.from_notebook import edition_from_notebook

        node, resources = super().from_notebook_node(nb, resources)
        name = str(resources.get("metadata", {}).get("name", ""))
        edition = edition_from_notebook(
            node,
            title=name.replace("_", " "),
            require_alt_text=self.require_alt_text,
            exclude_input=self.exclude_input,
        )
        self._warn(edition.warnings)
        return edition, resources

    def _warn(self, warnings: tuple[str, ...]) -> None:
        for warning in warnings:
            self.log.warning(warning)


class BriefingPDFExporter(_BriefingExporter):
    """PDF/UA-1 and PDF/A-3a by Typst; no browser and no LaTeX."""

    export_from_notebook = "Briefing (accessible PDF)"
    output_mimetype = "application/pdf"

    timeout = Float(
        60.0, help="Seconds that the making of the pages may take; it is stopped after them."
    ).tag(config=True)

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: Any = None, **kw: Any
    ) -> tuple[bytes, Any]:
        """The PDF of an executed notebook."""
        from briefing.publish.pdf import to_pdf

        try:
            edition, resources = self._edition(nb, resources)
            made = to_pdf(edition, timeout=self.timeout)
        except BriefingError as error:
            raise ConversionException(str(error)) from error
        self._warn(made.warnings)
        return made.content, resources


class BriefingHTMLExporter(_BriefingExporter):
    """One HTML file that needs nothing else and no script."""

    export_from_notebook = "Briefing (accessible HTML)"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: Any = None, **kw: Any
    ) -> tuple[str, Any]:
        """The HTML page of an executed notebook."""
        from briefing.publish.html import to_html_page

        try:
            edition, resources = self._edition(nb, resources)
            return to_html_page(edition), resources
        except BriefingError as error:
            raise ConversionException(str(error)) from error
