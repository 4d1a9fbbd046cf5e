"""The text of a finished page, as a reader sees or hears it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from briefing.publish.edition import Edition
from briefing.publish.html import contents_of, loose_files, sources_of
from briefing.publish.read_back.aligned import Printed
from briefing.publish.read_back.numbers import even, has_number
from briefing.publish.read_back.texts import Text

#: The texts that stand in the body of the page.
IN_BODY = frozenset(("text", "head", "page", "drawn", "summary", "download"))

#: Attributes that are read to a reader.
_SPOKEN = frozenset(("alt", "aria-label", "data-label", "title"))
_SILENT = frozenset(("style", "script", "head"))


class _Reader(HTMLParser):
    """Gathers what is read of a page: its text, and the spoken attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.spoken: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        self.spoken += [value for name, value in attrs if name in _SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.append(data)


def printed_page(content: bytes) -> tuple[Printed, tuple[str, ...]]:
    """The text of the page, and what is said in its place where it cannot be seen."""
    reader = _Reader()
    reader.feed(content.decode("utf-8"))
    reader.close()
    return Printed((" ".join(reader.texts),)), tuple(map(even, reader.spoken))


def expected_in_page(edition: Edition, texts: Sequence[Text]) -> list[Text]:
    """The texts that the page must print, in their order: head, contents, body, foot."""
    return [text for text in _of_page(edition, texts) if text.words]


def _of_page(edition: Edition, texts: Sequence[Text]) -> Iterator[Text]:
    document = edition.document
    status = str(document.get("status", ""))
    yield Text("Skip to the content", where="the link to the content")
    yield Text(even(str(document.get("running") or edition.title)), where="the page's head")
    yield Text(even(status), where="the page's head")
    contents = contents_of(edition)
    yield Text("Contents" if contents else "", where="the contents")
    for entry in contents:
        yield Text(even(str(entry["text"])), where="the contents")
    yield from (text for text in texts if text.kind in IN_BODY)
    yield Text(even(status), where="the page's foot")
    yield Text(even(str(document.get("author", ""))), where="the page's foot")
    sources = sources_of(edition)
    if sources:
        places = "place" if len(sources) == 1 else "places"
        yield Text(f"Where the figures come from ({len(sources)} {places})", where="the sources")
        for source in sources:
            yield Text(even(source), where="the sources")
    for attachment in loose_files(edition):
        said = even(str(attachment["description"] or attachment["name"]))
        yield Text(f"Download: {said}", where="the files")


def wrongly_spoken(spoken: Sequence[str], edition: Edition, texts: Sequence[Text]) -> str:
    """An attribute with a number that says what the briefing does not; blank for none."""
    known = {text.words for text in texts if text.kind in ("alt", "head")}
    known.add(even(str((edition.document.get("logo") or {}).get("alt", ""))))
    return next((said for said in spoken if has_number(said) and said not in known), "")
