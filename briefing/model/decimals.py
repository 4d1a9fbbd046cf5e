"""With how many decimals a value is written."""

from __future__ import annotations

from decimal import Decimal


def decimals(value: Decimal) -> int:
    """The number of decimals that a value is written with.

    Examples
    --------
    >>> decimals(Decimal("7.10")), decimals(Decimal("7"))
    (2, 0)
    """
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
