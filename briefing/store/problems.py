"""What is wrong in data, said so that it can be mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.errors import BriefingError

#: How many problems a message lists before it only counts the rest.
SHOWN = 20


@dataclass(frozen=True)
class Problem:
    """One fault: the file, the row as a spreadsheet counts it (the header is 1), the column."""

    file: str
    message: str
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.row:
            place += f", row {self.row}"
        if self.column:
            place += f", column {self.column}"
        return f"{place}: {self.message}"


class DataProblems(BriefingError):
    """Data that cannot be taken in; ``problems`` lists every fault."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [str(problem) for problem in self.problems[:SHOWN]]
        if len(self.problems) > SHOWN:
            lines.append(f"and {len(self.problems) - SHOWN} more")
        super().__init__("\n".join(lines))
