"""Strips of a page: the words of one line, or of one column from the top, as a row may stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.ingest.page import Page, Word

#: A label's lines stand within so many sizes of print of its values.
_NEAR = 3.2
#: Words of a label stand no further apart than this, in sizes of print.
_TOGETHER = 1.0


def squeezed(text: str) -> str:
    """A text without its spaces, in small letters."""
    return "".join(text.casefold().split())


@dataclass(frozen=True)
class Strip:
    """Words that stand in one line (or one below the other), and those near them.

    ``beside`` are words that may be of the label: left of the values for a line, above them for a
    column; ``upright`` says which of the two it is.
    """

    words: tuple[Word, ...]
    beside: tuple[Word, ...]
    upright: bool = False

    @property
    def place(self) -> float:
        """Where it stands among others: its height, or for a column its distance from the left."""
        if self.upright:
            return sum((w.x0 + w.x1) / 2 for w in self.words) / len(self.words)
        return sum(w.middle for w in self.words) / len(self.words)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The rectangle that its words fill."""
        left, top = min(w.x0 for w in self.words), min(w.top for w in self.words)
        return (
            left,
            top,
            max(w.x1 for w in self.words) - left,
            max(w.bottom for w in self.words) - top,
        )

    def extent(self, span: tuple[int, int]) -> tuple[float, float]:
        """From where to where a run of words goes along the strip."""
        words = self.words[slice(*span)]
        if self.upright:
            return min(w.top for w in words), max(w.bottom for w in words)
        return min(w.x0 for w in words), max(w.x1 for w in words)

    def shares(self, span: tuple[int, int], column: tuple[float, float]) -> bool:
        """Whether a run of words shares room with a column."""
        start, end = self.extent(span)
        return min(end, column[1]) > max(start, column[0])

    def boxes(self, span: tuple[int, int]) -> tuple[tuple[float, float, float, float], ...]:
        """The rectangle of a run of words."""
        return (replace(self, words=self.words[slice(*span)]).box,)

    def without(self, label: str) -> Strip:
        """The strip without the words of its label, whose numbers are no values."""
        if self.upright:
            return self
        start, end = longest_run(self.words, squeezed(label))
        return replace(
            self,
            words=self.words[:start] + self.words[end:] if end < len(self.words) else self.words,
            beside=self.beside + self.words[start:end],
        )

    def labelled(self, label: str, first: int) -> float:
        """The part of a label's letters that stands beside the values, from 0 to 1."""
        value = self.words[first]
        near = [w for w in (*self.beside, *self.words[:first]) if self._before(w, value)]
        said = [squeezed(w.text) for w in near]
        wanted = [squeezed(word) for word in label.split()]
        found = 0
        for word in wanted:
            if word in said:
                said.remove(word)
                found += len(word)
        return found / max(sum(map(len, wanted)), 1)

    def _before(self, word: Word, value: Word) -> bool:
        if self.upright:
            return word.bottom <= value.top + 1
        return word.x0 < value.x0


def across(page: Page) -> list[Strip]:
    """The lines of a page, each with the words within a few lines of it."""
    made = []
    words = list(page.words)
    for line in page.lines:
        if line.words:
            size = max(line.size, 1.0)
            middle = sum(w.middle for w in line.words) / len(line.words)
            own = set(map(id, line.words))
            near = tuple(
                w for w in words if abs(w.middle - middle) <= _NEAR * size and id(w) not in own
            )
            made.append(Strip(line.words, near))
    return made


def down(page: Page, values: Iterable[str]) -> list[Strip]:
    """The columns of a page in which values stand, each with the words above it and beside."""
    wanted = tuple({squeezed(value) for value in values} - {""})
    words = sorted(page.words, key=lambda w: w.middle)
    made: dict[tuple[int, ...], Strip] = {}
    for word in words:
        if not any(value.startswith(squeezed(word.text)) for value in wanted):
            continue
        column = tuple(w for w in words if _overlaps(w, word))
        key = tuple(map(id, column))
        if len(column) > 1 and key not in made:
            own = set(key)
            size = max(word.size, 1.0)
            near = tuple(
                w
                for w in words
                if id(w) not in own
                and w.x1 > word.x0 - _NEAR * size
                and w.x0 < word.x1 + _NEAR * size
            )
            made[key] = Strip(column, near, upright=True)
    return list(made.values())


def _overlaps(one: Word, other: Word) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared >= 0.5 * min(one.x1 - one.x0, other.x1 - other.x0)


def longest_run(words: Sequence[Word], label: str) -> tuple[int, int]:
    """The longest run of words near each other that a label holds; an empty one for none."""
    best = (0, 0, 0)
    for start, end, length in _runs(words, label):
        if length > best[2]:
            best = (start, end, length)
    return best[:2]


def _runs(words: Sequence[Word], label: str) -> Iterator[tuple[int, int, int]]:
    for start in range(len(words)):
        said = ""
        for end in range(start, len(words)):
            gap = words[end].x0 - words[end - 1].x1 if end > start else 0.0
            if gap > _TOGETHER * max(words[end].size, 1.0):
                break
            said += squeezed(words[end].text)
            if said not in label:
                break
            if any(letter.isalpha() for letter in said):
                yield start, end + 1, len(said)
