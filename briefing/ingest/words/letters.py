"""Texts compared without regard to case, spaces and marks."""

from __future__ import annotations

import re


def letters(text: str) -> str:
    """The letters and figures of a text in small letters; ``&`` counts as ``and``."""
    return re.sub(r"[^a-z0-9]", "", text.lower().replace("&", "and"))
