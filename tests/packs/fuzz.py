"""A coverage-guided fuzz target: ``python -m packs.fuzz pdf --seconds 300``, run from ``tests``.

Feeds mutated packs to the reader and the recognisers, guided by which lines of them ran. They
may refuse an input with a ``BriefingError`` and with nothing else: any other exception is a
finding, kept once for each place that raised it, as a file with its traceback beside it. Needs
``atheris`` (``pip install atheris``, Apache-2.0), which is no dependency of the kit.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import traceback
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pikepdf

from packs.looks import LOOKS
from packs.pack import PRODUCERS, Spec, make_pack

FORMS = {"pdf": ".pdf", "text": ".txt", "markdown": ".md", "html": ".html"}

#: One word of each grammar that a reader of papers must know, for the fuzzer to build with.
WORDS = (
    "RESOLVED", "(i)", "Aug-24", "Q3 2024/25", "2023/24", "Target", "England", "EXEMPT ITEMS",
    "(Pages 1 - 4)", "Schedule 12A", "AGENDA", "Present:", "Apologies", "12.5%", "n/a", "£1,204",
    "| --- |", "<td>", "<table>", "<h2>", "•", "(Item 3)", "For (4):", "31/03/2024", " Tj", " Tm",
    " re f", " cm", "BT", "ET", "/Rotate 90", "/MediaBox",
)  # fmt: skip


def main() -> None:
    """Fuzz for so many seconds; findings go to a folder and their count to stderr."""
    options = _options()
    import atheris

    with atheris.instrument_imports(include=["briefing.ingest"]):
        from briefing.errors import BriefingError
        from briefing.ingest import read
        from briefing.ingest.recognise import recognise, recognisers

        for module in iter_modules(read.__path__, "briefing.ingest.read."):
            import_module(module.name)
        recognisers()

    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    path = folder / f"input{FORMS[options.form]}"
    found: set[str] = set()

    def one(data: bytes) -> None:
        path.write_bytes(data)
        try:
            for part in recognise(read.read_source(path)):
                repr(part)
        except BriefingError:
            return
        except Exception as error:
            _keep(error, data, path.suffix, options.keep, found)

    corpus = folder / "corpus"
    corpus.mkdir()
    for name, data in _seeds(options.form):
        (corpus / name).write_bytes(data)
    words = folder / "words"
    escaped = (word.encode("unicode_escape").decode() for word in WORDS if word.isascii())
    words.write_text("".join(f'"{word}"\n' for word in escaped))
    arguments = [
        sys.argv[0],
        f"-max_total_time={options.seconds}",
        f"-dict={words}",
        "-timeout=60",
        "-max_len=200000",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        str(corpus),
    ]
    atheris.Setup(arguments, one)
    atheris.Fuzz()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m packs.fuzz")
    parser.add_argument("form", choices=FORMS)
    parser.add_argument("--seconds", type=int, default=60, help="how long to run")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"), help="for findings")
    return parser.parse_args()


def _keep(error: Exception, data: bytes, suffix: str, keep: Path, found: set[str]) -> None:
    last = traceback.extract_tb(error.__traceback__)[-1]
    slug = f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"
    if slug in found:
        return
    found.add(slug)
    keep.mkdir(parents=True, exist_ok=True)
    (keep / f"{slug}{suffix}").write_bytes(data)
    (keep / f"{slug}.txt.log").write_text("".join(traceback.format_exception(error)))
    print(f"finding {len(found)}: {slug}", file=sys.stderr, flush=True)


def _seeds(form: str) -> Iterator[tuple[str, bytes]]:
    """Packs to begin from: a PDF's streams are kept plain, so that a change reaches the page."""
    for producer in PRODUCERS:
        for seed in range(4):
            if form == "pdf":
                pdf, _ = make_pack(Spec(seed, (list(LOOKS)[seed * 7],)), producer)
                yield f"{producer}-{seed}", _plain(pdf)
            else:
                pdf, _ = make_pack(seed, producer)
                for page, data in enumerate(_as_text(pdf, form)):
                    yield f"{producer}-{seed}-{page}", data


def _plain(pdf: bytes) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(
            target,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return target.getvalue()


def _as_text(pdf: bytes, form: str) -> Iterator[bytes]:
    """The pages of a pack in another form."""
    from briefing.ingest.read import read_source

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack.pdf"
        path.write_bytes(pdf)
        pages = [[line.text for line in page.lines] for page in read_source(path).pages]
    for lines in pages:
        if form == "markdown":
            lines = [_markdown(line) for line in lines]
        if form == "html":
            rows = "".join(f"<tr><td>{'</td><td>'.join(line.split())}</td></tr>" for line in lines)
            lines = [f"<html><h1>{lines[0] if lines else ''}</h1><table>{rows}</table></html>"]
        yield "\n".join(lines).encode()


def _markdown(line: str) -> str:
    return f"| {' | '.join(line.split())} |" if len(line.split()) > 6 else f"# {line}"


if __name__ == "__main__":
    main()
