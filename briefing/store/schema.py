"""The tables' declaration as JSON Schema (to check rows) and as Table Schema (to publish them)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.model.tables import (
    CORRECTION,
    DATE,
    DECIMAL,
    MEETING,
    PERIOD,
    SLUG,
    TABLES,
    WHOLE,
    Field,
    Table,
)
from briefing.store.layout import correction_columns
from briefing.store.lean import without

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

#: Pattern -> the type of Table Schema that says the same.
_TYPES = {DATE: "date", WHOLE: "integer", DECIMAL: "number"}

#: Pattern -> what is right, in plain words.
_RIGHT = {
    DATE: "a day as year-month-day, such as 2024-09-26",
    WHOLE: "a whole number without commas, such as 12",
    DECIMAL: "a number without commas, units or signs such as %, such as 89 or 12.5",
    PERIOD: "a period such as 2024-08, 2024-Q3, 2023/24-Q4, 2024 or 2023/24",
    SLUG: "small letters, figures and hyphens, such as family-help",
    MEETING: "a meeting as PANEL/YYYY-MM-DD, such as southampton-children-and-families/2024-09-26",
    rf"{DATE}|{PERIOD}": "a day such as 2024-09-26, or a period such as 2024-08 or 2023/24",
}

_PICTURE = r"^[a-z0-9][a-z0-9._-]*\.svg(?![\s\S])"

_PANEL = {
    "type": "object",
    "properties": {
        "panel": {"type": "string", "pattern": rf"^(?:{SLUG})(?![\s\S])"},
        "council": {"type": "string", "minLength": 1},
        "name": {"type": "string", "minLength": 1},
        "short_name": {"type": "string"},
        "colour": {"type": "string", "pattern": r"^#[0-9A-Fa-f]{6}(?![\s\S])"},
        "logo": {
            "type": "object",
            "properties": {
                "file": {"type": "string", "pattern": _PICTURE},
                "alt": {"type": "string", "minLength": 1},
            },
            "required": ["file", "alt"],
            "additionalProperties": False,
        },
        "aliases": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "serves": {
            "type": "array",
            "items": {"type": "string", "minLength": 1},
            "minItems": 1,
            "maxItems": 2,
        },
    },
    "required": ["panel", "council", "name"],
    "additionalProperties": False,
}


def right(field: Field) -> str:
    """What a column accepts, in plain words."""
    if field.enum:
        return f"one of {', '.join(field.enum)}"
    return _RIGHT.get(field.pattern) or field.description


def is_picture_name(name: str) -> bool:
    """Whether a name may be that of a panel's logo: a plain name of an SVG file, in no folder."""
    return re.match(_PICTURE, name) is not None


def row_schema(table: Table) -> dict[str, Any]:
    """The JSON Schema of a row: every cell is a text, blank where nothing is stated."""
    return {
        "type": "object",
        "properties": {f.name: _cell_schema(f) for f in table.fields},
        "required": [f.name for f in table.fields if f.required],
    }


def _cell_schema(field: Field) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "description": field.description}
    if field.required:
        schema["minLength"] = 1
    if field.enum:
        schema["enum"] = [*field.enum] if field.required else ["", *field.enum]
    if field.pattern:
        blank = "" if field.required else "|"
        ascii_only = field.pattern.replace(r"\d", "[0-9]")
        schema["pattern"] = rf"^(?:{ascii_only}{blank})(?![\s\S])"
    return schema


@cache
def row_validator(table: str) -> Draft202012Validator:
    """The compiled check of a table's rows."""
    return _compiled(row_schema(TABLES[table]))


@cache
def panel_validator() -> Draft202012Validator:
    """The compiled check of a ``panel.json``."""
    return _compiled(_PANEL)


def _compiled(schema: dict[str, Any]) -> Draft202012Validator:
    with without("rfc3987_syntax"):
        from jsonschema import Draft202012Validator

    return Draft202012Validator(schema)


def table_schema(table: Table, *, corrections: bool = False) -> dict[str, Any]:
    """The Frictionless Table Schema of a table's files, or of the files of its corrections.

    A file of corrections has the author and the reason of each, and no primary key: a row may be
    corrected more than once, and the last one wins.
    """
    fields = {f.name: f for f in (*CORRECTION, *table.fields)}
    columns = correction_columns(table) if corrections else table.columns
    schema: dict[str, Any] = {
        "title": table.description,
        "fields": [_table_field(fields[column]) for column in columns],
        "missingValues": [""],
    }
    if not corrections:
        schema["primaryKey"] = list(table.key)
    return schema


def _table_field(field: Field) -> dict[str, Any]:
    kind = _TYPES.get(field.pattern, "string")
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.enum:
        constraints["enum"] = list(field.enum)
    if field.pattern and kind == "string":
        ascii_only = field.pattern.replace(r"\d", "[0-9]")
        constraints["pattern"] = f"({ascii_only})"
    described = {"name": field.name, "type": kind, "description": field.description}
    return {**described, **({"constraints": constraints} if constraints else {})}
