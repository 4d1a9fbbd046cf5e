"""Paths that are painted: rules, fills, slanting lines and clips."""

from __future__ import annotations

from itertools import pairwise

from briefing.ingest.read.canvas import Mark, Rectangle, Slant
from briefing.ingest.read.shapes import Outline, Points, around, subpaths, upright, within
from briefing.ingest.read.state import StateInterpreter

#: A slanting line that is shorter along the page, in points, strikes no figure out.
_LEAST_SLANT = 4.0
#: A shape with more corners is looked at with some of them left out.
_MOST_CORNERS = 200


class PathInterpreter(StateInterpreter):
    """Runs the operators that paint paths."""

    def do_W(self) -> None:
        self.clip_pending = True

    def do_W_a(self) -> None:
        self.clip_pending = True

    def do_n(self) -> None:
        self._end_path()

    def do_S(self) -> None:
        self._paint(stroke=True)

    def do_f(self) -> None:
        self._paint(fill=True)

    def do_F(self) -> None:
        self._paint(fill=True)

    def do_f_a(self) -> None:
        self._paint(fill=True)

    def do_B(self) -> None:
        self._paint(fill=True, stroke=True)

    def do_B_a(self) -> None:
        self._paint(fill=True, stroke=True)

    def do_sh(self, name: object) -> None:
        x0, top, x1, bottom = within(self.graphicstate.clip, self._page())
        if x0 < x1 and top < bottom and not self.switched_off():
            mark = Mark(self.next_order(), x0, top, x1, bottom, None, 1.0, True)
            self.canvas.marks.append(mark)

    def _page(self) -> Rectangle:
        return 0.0, 0.0, self.canvas.width, self.canvas.height

    def _paint(self, *, fill: bool = False, stroke: bool = False) -> None:
        parts = subpaths(self.curpath, self.ctm)
        if parts and not self.switched_off():
            if fill:
                self._paint_inside(parts)
            if stroke:
                self._paint_outline(parts)
        self._end_path()

    def _end_path(self) -> None:
        if self.clip_pending:
            points = [p for part in subpaths(self.curpath, self.ctm) for p in part]
            box = around(points) if points else (0.0, 0.0, 0.0, 0.0)
            self.graphicstate.clip = within(self.graphicstate.clip, box)
            self.clip_pending = False
        self.curpath = []

    def _paint_inside(self, parts: list[Points]) -> None:
        state = self.graphicstate
        order = self.next_order()
        alpha = 0.5 if state.see_through else state.fill_alpha
        pieces: list[tuple[Rectangle, Outline]]
        if all(upright(part) for part in parts):
            pieces = [(around(part), ()) for part in parts]
        else:
            shape = tuple(tuple(part[:: 1 + len(part) // _MOST_CORNERS]) for part in parts)
            pieces = [(around([p for part in parts for p in part]), shape)]
        for box, outline in pieces:
            x0, top, x1, bottom = within(box, state.clip)
            if x0 <= x1 and top <= bottom:
                self.canvas.marks.append(
                    Mark(order, x0, top, x1, bottom, state.fill, alpha, True, outline,
                         self.mark_id())
                )  # fmt: skip

    def _paint_outline(self, parts: list[Points]) -> None:
        state = self.graphicstate
        order = self.next_order()
        half = max(state.linewidth, 0.2) / 2
        for part in parts:
            for (x0, y0), (x1, y1) in pairwise(part):
                level, plumb = abs(y0 - y1) < 0.5, abs(x0 - x1) < 0.5
                if not level and not plumb:
                    if abs(x1 - x0) >= _LEAST_SLANT:
                        rising = (y1 < y0) == (x1 > x0)
                        box = around([(x0, y0), (x1, y1)])
                        self.canvas.slants.append(Slant(*box, rising))
                    continue
                left, right = min(x0, x1) - half * plumb, max(x0, x1) + half * plumb
                top, bottom = min(y0, y1) - half * level, max(y0, y1) + half * level
                left, top, right, bottom = within((left, top, right, bottom), state.clip)
                if left <= right and top <= bottom:
                    self.canvas.marks.append(
                        Mark(order, left, top, right, bottom, state.pen, state.pen_alpha, True,
                             mark_id=self.mark_id())
                    )  # fmt: skip
