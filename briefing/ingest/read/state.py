"""The state of painting: colours, opacity, clipping and layers, which pdfminer leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdftypes import PDFObjRef, PDFStream, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import Matrix

from briefing.ingest.read.canvas import Canvas
from briefing.ingest.read.colours import BLACK, Colour, from_numbers
from briefing.ingest.read.operators import operations
from briefing.ingest.read.shapes import EVERYWHERE, dictionary

_SPACES = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "DeviceCMYK": 4}


class State(PDFGraphicState):
    """The state of painting, with what pdfminer leaves out."""

    def __init__(self) -> None:
        super().__init__()
        self.fill: Colour | None = BLACK
        self.pen: Colour | None = BLACK
        self.fill_space = self.pen_space = "DeviceGray"
        self.fill_alpha = self.pen_alpha = 1.0
        self.see_through = False
        self.clip = EVERYWHERE

    def copy(self) -> State:
        new = State.__new__(State)
        new.__dict__.update(self.__dict__)
        return new


class StateInterpreter(PDFPageInterpreter):
    """Runs the operators that set the state; ``canvas`` is what the others paint on."""

    graphicstate: State

    def begin(self, canvas: Canvas, layers_off: frozenset[int]) -> None:
        """Prepare for a page; ``layers_off`` are the object numbers of layers not shown."""
        self.canvas = canvas
        self.layers_off = layers_off
        self.depth = 0
        self.inherited: State | None = None
        self.tags: list[tuple[bool, int | None]] = []
        self.order = [0]
        self.clip_pending = False

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        self.graphicstate = self.inherited.copy() if self.inherited else State()

    def init_resources(self, resources: dict[object, object]) -> None:
        super().init_resources(resources)
        kept: dict[Any, Any] = dict(resources or {})
        self.spaces = dictionary(kept.get("ColorSpace"))
        self.states = dictionary(kept.get("ExtGState"))
        self.properties = dictionary(kept.get("Properties"))

    def execute(self, streams: Sequence[object]) -> None:
        """Run the operators of content streams; one that is already running is passed over."""
        self.stream_ids.clear()
        parts = []
        for given in streams:
            stream = resolve1(given)
            if isinstance(stream, PDFStream) and stream.objid not in self.parent_stream_ids:
                parts.append(stream.get_data())
                if stream.objid is not None:
                    self.stream_ids.add(stream.objid)
        for name, operands in operations(b"\n".join(parts)):
            method, count = _method(type(self), name)
            if method is None:
                continue
            if count == 0:
                self.argstack = operands
                method(self)
            elif len(operands) >= count:
                method(self, *operands[-count:])

    def next_order(self) -> int:
        """The place of the next paint in the order of painting, from 1."""
        self.order[0] += 1
        return self.order[0]

    def do_gs(self, name: object) -> None:
        state = self.graphicstate
        given = dictionary(self.states.get(literal_name(name)))
        for key, value in given.items():
            value = resolve1(value)
            if key == "ca" and isinstance(value, int | float):
                state.fill_alpha = float(value)
            elif key == "CA" and isinstance(value, int | float):
                state.pen_alpha = float(value)
            elif key == "BM":
                first = value[0] if isinstance(value, list) and value else value
                state.see_through = literal_name(first) not in ("Normal", "Compatible")
            elif key == "SMask":
                state.see_through = isinstance(value, dict)

    def do_BDC(self, tag: object, props: object) -> None:
        properties = props
        if isinstance(props, PSLiteral):
            properties = self.properties.get(literal_name(props))
        off = literal_name(tag) == "OC" and self.layer_is_off(properties)
        mark = resolve1(properties)
        mark_id = resolve1(mark.get("MCID")) if isinstance(mark, dict) else None
        self.tags.append((off, mark_id if isinstance(mark_id, int) else None))

    def do_BMC(self, tag: object) -> None:
        self.tags.append((False, None))

    def do_EMC(self) -> None:
        if self.tags:
            self.tags.pop()

    def mark_id(self) -> int | None:
        """The number of the marked content that is being painted."""
        return next((mark for _, mark in reversed(self.tags) if mark is not None), None)

    def switched_off(self) -> bool:
        """Whether what is being painted is on a layer that is not shown."""
        return any(off for off, _ in self.tags)

    def layer_is_off(self, group: object) -> bool:
        """Whether a layer, or every one of a group of layers, is not shown."""
        if isinstance(group, PDFObjRef) and group.objid in self.layers_off:
            return True
        members = resolve1(group)
        if not isinstance(members, dict) or "OCGs" not in members:
            return False
        listed = members["OCGs"]
        groups = [listed] if isinstance(listed, PDFObjRef) else list_value(listed)
        return bool(groups) and all(
            isinstance(one, PDFObjRef) and one.objid in self.layers_off for one in groups
        )

    def do_g(self, gray: object) -> None:
        self._fill("DeviceGray", [gray])

    def do_G(self, gray: object) -> None:
        self._pen("DeviceGray", [gray])

    def do_rg(self, r: object, g: object, b: object) -> None:
        self._fill("DeviceRGB", [r, g, b])

    def do_RG(self, r: object, g: object, b: object) -> None:
        self._pen("DeviceRGB", [r, g, b])

    def do_k(self, c: object, m: object, y: object, k: object) -> None:
        self._fill("DeviceCMYK", [c, m, y, k])

    def do_K(self, c: object, m: object, y: object, k: object) -> None:
        self._pen("DeviceCMYK", [c, m, y, k])

    def do_cs(self, name: object) -> None:
        self.graphicstate.fill_space = self._space(name)
        self.graphicstate.fill = BLACK

    def do_CS(self, name: object) -> None:
        self.graphicstate.pen_space = self._space(name)
        self.graphicstate.pen = BLACK

    def do_scn(self) -> None:
        space = self.graphicstate.fill_space
        self._fill(space, self.argstack[-_SPACES.get(space, 0) :])
        self.argstack = []

    def do_SCN(self) -> None:
        space = self.graphicstate.pen_space
        self._pen(space, self.argstack[-_SPACES.get(space, 0) :])
        self.argstack = []

    def do_sc(self) -> None:
        self.do_scn()

    def do_SC(self) -> None:
        self.do_SCN()

    def _fill(self, space: str, operands: Sequence[object]) -> None:
        self.graphicstate.fill_space = space
        self.graphicstate.fill = _colour(operands, space)

    def _pen(self, space: str, operands: Sequence[object]) -> None:
        self.graphicstate.pen_space = space
        self.graphicstate.pen = _colour(operands, space)

    def _space(self, name: object) -> str:
        plain = literal_name(name)
        given = resolve1(self.spaces.get(plain))
        if isinstance(given, list) and given:
            kind = literal_name(resolve1(given[0]))
            if kind == "Separation" and literal_name(resolve1(given[1])) not in ("Black", "All"):
                return "DeviceN"
            return kind
        return literal_name(given) if given is not None else plain


_methods: dict[tuple[str, str], tuple[Any, int]] = {}


def _method(interpreter: type[StateInterpreter], name: str) -> tuple[Any, int]:
    """The method that runs an operator, and how many operands it takes."""
    known = _methods.get((interpreter.__name__, name))
    if known is not None:
        return known
    plain = name.replace("*", "_a").replace('"', "_w").replace("'", "_q")
    method = getattr(interpreter, f"do_{plain}", None)
    found = method, method.__code__.co_argcount - 1 if method else 0
    if len(_methods) < 1000:
        _methods[interpreter.__name__, name] = found
    return found


def _colour(operands: Sequence[object], space: str) -> Colour | None:
    numbers = [float(value) for value in operands if isinstance(value, int | float)]
    expected = _SPACES.get(space)
    if space == "Pattern" or not numbers or (expected and len(numbers) != expected):
        return None
    return from_numbers(numbers, space)
