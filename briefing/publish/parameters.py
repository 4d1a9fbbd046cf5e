"""The parameters of a notebook: what its one parameters cell declares, and what may be passed."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Mapping
from typing import Any

from briefing.errors import BriefingError

Value = str | int | bool
_TAG = "parameters"


def declared(notebook: Mapping[str, Any]) -> dict[str, Value]:
    """The parameters of a notebook with their defaults; none where no cell is tagged.

    Raises
    ------
    BriefingError
        When more than one cell is tagged, or one holds anything but literals.
    """
    cells = [c for c in notebook["cells"] if _TAG in c.get("metadata", {}).get("tags", ())]
    if len(cells) > 1:
        raise BriefingError(f"{len(cells)} cells are tagged {_TAG!r}; a notebook has one")
    found: dict[str, Value] = {}
    for cell in cells:
        source = cell.get("source", "")
        text = "".join(source) if isinstance(source, list) else source
        try:
            body = ast.parse(text).body
        except SyntaxError as error:
            raise BriefingError(f"the parameters cell is no Python: {error}") from None
        for node in body:
            name, value = _assignment(node)
            found[name] = value
    return found


def checked(notebook: Mapping[str, Any], wanted: Mapping[str, Value]) -> dict[str, Value]:
    """What is to be passed, after every name was found to be declared and every value to fit.

    Raises
    ------
    BriefingError
        For a name that the notebook does not declare (names like it are given), a value that is
        no text, whole number or truth value, or one of another type than its default.
    """
    known = declared(notebook)
    for name, value in wanted.items():
        if name not in known:
            raise BriefingError(f"the notebook has no parameter {name!r}{_near(name, known)}")
        if not isinstance(value, str | int | bool):
            kind = type(value).__name__
            raise BriefingError(f"the parameter {name!r} takes no value of type {kind}")
        if type(value) is not type(known[name]):
            raise BriefingError(
                f"the parameter {name!r} takes a {type(known[name]).__name__}, "
                f"not the {type(value).__name__} {value!r}"
            )
    return dict(wanted)


def _assignment(node: ast.stmt) -> tuple[str, Value]:
    target: ast.expr | None = None
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
    elif isinstance(node, ast.AnnAssign) and node.value is not None:
        target = node.target
    value = getattr(node, "value", None)
    if isinstance(target, ast.Name) and isinstance(value, ast.expr):
        try:
            literal = ast.literal_eval(value)
        except ValueError:
            literal = None
        if isinstance(literal, str | int | bool):
            return target.id, literal
    raise BriefingError(
        f"line {node.lineno} of the parameters cell is not a name with a text, a whole number or "
        "a truth value"
    )


def _near(name: str, known: Mapping[str, Value]) -> str:
    like = difflib.get_close_matches(name, known, n=3, cutoff=0.6)
    if like:
        return f"; did you mean {' or '.join(like)}?"
    return f"; it has {', '.join(known)}" if known else "; it has none"
