"""A finished chart: the picture, what is said of it, and the figures that it prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefing.display.show import Blocks
from briefing.model.blocks import Block, figure
from briefing.model.figure import Figure
from briefing.model.sentence import Sentence
from briefing.model.series import Series


@dataclass(frozen=True)
class Plotted:
    """What one plot of a chart draws, so that it can be held against the store again.

    ``judged`` says whether process limits, targets and gaps are drawn besides the points.
    """

    series: tuple[Series, ...]
    targets: tuple[Figure, ...] = ()
    peers: tuple[Figure, ...] = ()
    judged: bool = False

    def told(self) -> dict[str, Any]:
        """The rows of the store that it draws, as a block carries them."""
        return {
            "points": [[f.row for f in series.figures.values()] for series in self.series],
            "targets": [figure.row for figure in self.targets],
            "peers": [figure.row for figure in self.peers],
            "judged": self.judged,
        }


@dataclass(frozen=True)
class Chart:
    """A chart that a notebook, the PDF and the HTML edition show alike.

    Parameters
    ----------
    svg
        The picture, of ``width_mm`` on paper.
    alt
        The text alternative.
    title
        The finding, as it stands in the picture.
    caption
        Sources and notes, which stand below it.
    figures
        Every figure that the picture or its text alternative prints.
    axis
        The labels of its axes, which are no figures.
    plots
        What each of its plots draws, in their order.
    """

    svg: str
    alt: Sentence
    title: Sentence
    caption: tuple[Sentence, ...]
    width_mm: float
    figures: tuple[Figure, ...] = ()
    axis: tuple[str, ...] = ()
    plots: tuple[Plotted, ...] = ()

    def to_blocks(self) -> list[Block]:
        """The chart as one figure block."""
        return [
            figure(
                self.svg,
                alt=self.alt,
                caption=_spaced(self.caption),
                width_mm=self.width_mm,
                printed=tuple(dict.fromkeys((*self.figures, *self.alt.figures))),
                axis=self.axis,
                plots=[plot.told() for plot in self.plots],
            )
        ]

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return Blocks(self.to_blocks())._repr_mimebundle_(include, exclude)


def _spaced(sentences: tuple[Sentence, ...]) -> list[str | Sentence | dict[str, Any]]:
    """Sentences as inline content, a space between them."""
    inline: list[str | Sentence | dict[str, Any]] = []
    for sentence in sentences:
        inline += [" ", sentence] if inline else [sentence]
    return inline
