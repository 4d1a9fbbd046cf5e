"""What a finished file carries besides its text: pictures, bookmarks, properties, files."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from html import unescape

from briefing.display.canvas import clean
from briefing.publish.edition import Edition, parts
from briefing.publish.headings import heading_text, headings
from briefing.publish.read_back.numbers import even, has_number

#: The names of parts inside a picture, which a page sets apart from those of other pictures.
_NAMES = re.compile(r'( id="|url\(#|href="#)[^")]*')
_LINKED = re.compile(r'href="data:[^"]*;base64,([^"]*)"')
_IN_HEAD = re.compile(r'<title>([^<]*)</title>|<meta name="[^"]*" content="([^"]*)"')


def wrong_in_page(content: bytes, edition: Edition) -> str:
    """What a page carries that its edition does not: a picture, a file, a property; or blank.

    Every picture of the edition must stand in the page as it was drawn, in its order.
    """
    page = content.decode("utf-8")
    plain, at = _NAMES.sub(r"\1", page), 0
    for number, svg in enumerate(_pictures(edition), start=1):
        drawn = _NAMES.sub(r"\1", svg[svg.index(">", svg.index("<svg")) :])
        at = plain.find(drawn, at)
        if at < 0 and base64.b64encode(svg.encode()).decode() not in page:
            return f"picture {number} is not as it was drawn"
        at = max(at, 0)
    linked = [base64.b64decode(data) for data in _LINKED.findall(page)]
    wanted = {clean(text).encode("utf-8") for text in _files(edition)}
    for data in linked:
        if data not in wanted:
            return f"an attached file is not as it was made: {data[:60]!r}"
    known = _properties(edition)
    for found in _IN_HEAD.finditer(page):
        said = even(unescape(found[1] or found[2] or ""))
        if has_number(said) and said not in known and not said.startswith("width=device-width"):
            return f"nothing accounts for {said!r} in the page's properties"
    return ""


def wrong_in_pdf(content: bytes, edition: Edition) -> str:
    """What a PDF carries that its edition does not: a property, a bookmark, words, a file."""
    import pikepdf

    known = _properties(edition)
    alts = {even(str(p.get("alt", ""))) for p in parts(edition.blocks)}
    alts.add(even(str((edition.document.get("logo") or {}).get("alt", ""))))
    titles = {even(heading_text(h)) for h in headings(list(edition.blocks))} | known
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for name in ("/Title", "/Subject", "/Author", "/Keywords"):
            said = even(str(pdf.docinfo.get(name, "")))
            if said and said not in known:
                return f"its {name[1:].lower()} is {said!r}"
        meta = pdf.open_metadata()
        for name in ("dc:title", "dc:description", "pdf:Keywords"):
            said = even(str(meta.get(name, "")))
            if has_number(said) and said not in known:
                return f"its property {name} is {said!r}"
        with pdf.open_outline() as outline:
            for title in _bookmarks(outline.root):
                if title not in titles:
                    return f"a bookmark says {title!r}"
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing:
                said = even(str(thing["/Alt"]))
                if has_number(said) and said not in alts:
                    return f"a picture's text alternative says {said[:160]!r}"
        wanted = {a["name"]: str(a["text"]).encode("utf-8") for a in edition.attachments}
        for name, attached in pdf.attachments.items():
            if attached.get_file().read_bytes() != wanted.get(name):
                return f"the file {name} is not as it was made"
    return ""


def _pictures(edition: Edition) -> Iterator[str]:
    for part in parts(edition.blocks):
        if part.get("svg") and part["type"] in ("figure", "cell"):
            yield str(part["svg"])


def _files(edition: Edition) -> Iterator[str]:
    yield from (str(a["text"]) for a in edition.attachments)
    for part in parts(edition.blocks):
        if part.get("attach"):
            yield str(part["attach"].get("csv", ""))


def _properties(edition: Edition) -> set[str]:
    """The texts that stand for the whole: title, subject, author, keywords, status."""
    document = edition.document
    title, status = edition.title, str(document.get("status", ""))
    said = [title, f"{title} ({status})"]
    said += [str(document.get(name, "")) for name in ("subject", "author", "running")]
    said += [sign.join(map(str, document.get("keywords", ()))) for sign in (", ", "; ")]
    return set(map(even, said))


def _bookmarks(items: object) -> Iterator[str]:
    for item in items:  # type: ignore[attr-defined]
        yield even(str(item.title))
        yield from _bookmarks(item.children)
