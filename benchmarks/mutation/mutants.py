"""Small faults put into a module, one at a time: what a slip of a programmer would look like.

What is changed: comparisons (``<`` to ``<=`` and to ``>=``, ``==`` to ``!=``), one side of ``and``
and ``or`` left out, ``not`` and minus left out, other conditions turned round or left out,
arithmetic (``+`` to ``-``, ``*`` to ``/``), whole numbers by one, numbers in texts by one in the
last place, flags, texts (the first two fields of a template change places), named arguments left
out, calls and steps left out, ``break`` and ``continue``, and calls that are easily mixed up
(``min`` and ``max``, ``match`` and ``search``, the kinds of rounding).

What is left alone, since no figure goes through it: annotations, decorators, docstrings and the
words of error messages.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from types import CodeType

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}

ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
}

#: Names that are easily mixed up.
NAMES = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "sorted": "list",
    "reversed": "list",
    "ROUND_HALF_UP": "ROUND_HALF_DOWN",
    "ROUND_HALF_EVEN": "ROUND_HALF_UP",
    "ROUND_FLOOR": "ROUND_CEILING",
    "ROUND_CEILING": "ROUND_FLOOR",
}

METHODS = {
    "startswith": "endswith",
    "endswith": "startswith",
    "removeprefix": "removesuffix",
    "removesuffix": "removeprefix",
    "lstrip": "rstrip",
    "rstrip": "lstrip",
    "lower": "upper",
    "upper": "lower",
    "partition": "rpartition",
    "rpartition": "partition",
    "fullmatch": "match",
    "match": "search",
    "search": "match",
}

#: Named arguments that only guard against a programmer's slip.
GUARDS = frozenset({"strict"})

#: Characters that are shown before and after a fault.
CONTEXT = 70

_FIELD = re.compile(r"\{(\w+)([:}])")


@dataclass(frozen=True)
class Mutant:
    """A module with one fault in it.

    ``removed`` and ``added`` are what differs, each statement on a line of its own; ``line`` is
    the place in the file.
    """

    line: int
    removed: str
    added: str
    code: CodeType


@dataclass(frozen=True)
class _Slot:
    """A place in the tree that another node can be put into."""

    parent: ast.AST
    field: str
    index: int | None
    line: int
    in_raise: bool = False
    in_text: bool = False

    def put(self, node: object) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def mutants_of(source: str, path: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its text; two that read the same are one."""
    tree = ast.parse(source)
    before = ast.unparse(tree).splitlines()
    seen = {"\n".join(before)}
    for slot, node in _slots(tree, 1):
        for other in _others(slot, node):
            slot.put(other)
            ast.fix_missing_locations(tree)
            text = ast.unparse(tree)
            if text not in seen:
                seen.add(text)
                with suppress(SyntaxError):
                    removed, added = _difference(before, text.splitlines())
                    yield Mutant(slot.line, removed, added, compile(tree, path, "exec"))
            slot.put(node)


def _difference(before: Sequence[str], after: Sequence[str]) -> tuple[str, str]:
    """The lines that only one of two texts has; of a long one, what stands about the fault."""
    start, end = _shared(before, after)
    removed, added = (
        "\n".join(line.strip() for line in lines[start : len(lines) - end])
        for lines in (before, after)
    )
    start, end = _shared(removed, added)
    return _about(removed, start, end), _about(added, start, end)


def _shared(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """How much two texts share at the beginning, and how much at the end."""
    shortest = min(len(one), len(other))
    start = next((i for i in range(shortest) if one[i] != other[i]), shortest)
    rest = range(shortest - start)
    return start, next((i for i in rest if one[-1 - i] != other[-1 - i]), len(rest))


def _about(text: str, start: int, end: int) -> str:
    first, last = max(0, start - CONTEXT), min(len(text), len(text) - end + CONTEXT)
    return f"{'…' * (first > 0)}{text[first:last]}{'…' * (last < len(text))}"


def _slots(
    node: ast.AST, line: int, in_raise: bool = False, in_text: bool = False
) -> Iterator[tuple[_Slot, ast.AST]]:
    in_raise = in_raise or isinstance(node, ast.Raise)
    in_text = in_text or isinstance(node, ast.JoinedStr)
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        children = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
        for index, child in children:
            if not isinstance(child, ast.AST) or _left_alone(child):
                continue
            # Before Python 3.12 the places of what stands inside an f-string are not told.
            here = line if in_text else getattr(child, "lineno", line)
            yield _Slot(node, field, index, here, in_raise, in_text), child
            yield from _slots(child, here, in_raise, in_text)


def _left_alone(node: ast.AST) -> bool:
    """Docstrings, imports, the list of what a module offers, types, and guards."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom():
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.BinOp(op=ast.BitOr(), right=ast.Name()):
            return True
        case ast.Subscript(value=ast.Name(id="Literal")):
            return True
        case ast.keyword(arg=name):
            return name in GUARDS
    return False


def _others(slot: _Slot, node: ast.AST) -> Iterable[ast.AST | None]:
    """The nodes that could stand in a slot by a slip."""
    if (
        slot.field in ("test", "ifs")
        and isinstance(node, ast.expr)
        and not isinstance(node, ast.Compare | ast.BoolOp | ast.UnaryOp)
    ):
        yield ast.UnaryOp(ast.Not(), node)
    if slot.field == "ifs":
        yield ast.Constant(True)
    if slot.field == "format_spec":
        yield None
        return
    make = _MAKERS.get(type(node))
    if make is not None and not (slot.in_raise and isinstance(node, ast.Constant | ast.JoinedStr)):
        yield from make(node)


def _with(node: ast.AST, **fields: object) -> ast.AST:
    made = copy(node)
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for i, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)]:
            yield _with(node, ops=[*node.ops[:i], other(), *node.ops[i + 1 :]])


def _connective(node: ast.BoolOp) -> Iterator[ast.AST]:
    for i in range(len(node.values)):
        rest = [*node.values[:i], *node.values[i + 1 :]]
        yield rest[0] if len(rest) == 1 else _with(node, values=rest)


def _sign(node: ast.UnaryOp) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield node.operand


def _arithmetic(node: ast.BinOp | ast.AugAssign) -> Iterator[ast.AST]:
    other = ARITHMETIC.get(type(node.op))
    if other is not None:
        yield _with(node, op=other())
    if isinstance(node, ast.AugAssign):
        yield ast.Pass()


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    match node.value:
        case bool(flag):
            yield ast.Constant(not flag)
        case int(number) | float(number):
            yield ast.Constant(number + 1)
        case str(text):
            for other in _texts(text):
                yield ast.Constant(other)


def _texts(text: str) -> Iterator[str]:
    try:
        number = Decimal(text)
        yield str(number + Decimal((0, (1,), number.as_tuple().exponent)))  # type: ignore[arg-type]
    except (InvalidOperation, TypeError, ValueError):
        yield f"XX{text}"
    first, second, *_ = [*_FIELD.finditer(text), None, None]
    if first and second and first[1] != second[1]:
        yield (
            text[: first.start(1)]
            + second[1]
            + text[first.end(1) : second.start(1)]
            + first[1]
            + text[second.end(1) :]
        )


def _name(node: ast.Name) -> Iterator[ast.AST]:
    if node.id in NAMES and isinstance(node.ctx, ast.Load):
        yield _with(node, id=NAMES[node.id])


def _method(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr in METHODS:
        yield _with(node, attr=METHODS[node.attr])


def _call(node: ast.Call) -> Iterator[ast.AST]:
    for i, keyword in enumerate(node.keywords):
        if keyword.arg not in {None, *GUARDS}:
            yield _with(node, keywords=[*node.keywords[:i], *node.keywords[i + 1 :]])
    match node:
        case ast.Call(func=ast.Name(id="abs"), args=[only]):
            yield only


def _step(node: ast.stmt) -> Iterator[ast.AST]:
    if not isinstance(node, ast.Expr) or isinstance(node.value, ast.Call):
        yield ast.Pass()


_MAKERS: dict[type[ast.AST], Callable[..., Iterator[ast.AST]]] = {
    ast.Compare: _compare,
    ast.BoolOp: _connective,
    ast.UnaryOp: _sign,
    ast.BinOp: _arithmetic,
    ast.AugAssign: _arithmetic,
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _method,
    ast.Call: _call,
    ast.Expr: _step,
    ast.Raise: _step,
    ast.Break: lambda node: iter([ast.Continue()]),
    ast.Continue: lambda node: iter([ast.Break()]),
}
