"""Whether a briefing is up to date: what it was made from, in one hash beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"

_PACKAGE = Path(__file__).resolve().parent.parent

#: Libraries that shape what is printed.
_LIBRARIES = (
    "afcharts",
    "fontpkg-atkinson-hyperlegible",
    "fontpkg-noto-sans",
    "gptables",
    "matplotlib",
    "mistune",
    "pandas",
    "pikepdf",
    "seaborn",
    "typst",
)


def digest_inputs(
    store: Path, panel: str, others: Iterable[Path], parameters: Mapping[str, Any]
) -> str:
    """A hash of all that a briefing of a panel is made from.

    These are the store's files but for those of other panels, ``others`` (the notebook, the
    editorial file; one that does not exist counts as absent), the parameters, the kit's own code
    and the versions of the libraries that shape the pages.
    """
    digest = hashlib.sha256(_code().encode())
    digest.update(json.dumps(parameters, sort_keys=True).encode())
    for path in _store_files(store, panel):
        _add(digest, path.relative_to(store).as_posix(), path)
    for path in others:
        _add(digest, path.name, path)
    return digest.hexdigest()


def digest_file(path: Path) -> str:
    """The hash of a file's bytes; blank where there is no such file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def read_manifest(folder: Path) -> dict[str, Any]:
    """What the manifest of a folder says; nothing where there is none or it cannot be read."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def up_to_date(folder: Path, inputs: str, names: Iterable[str]) -> dict[str, Any]:
    """What the manifest says of each named edition, or nothing unless all were made from these
    inputs and lie there unchanged."""
    editions = read_manifest(folder).get("editions", {})
    found = {}
    for name in names:
        entry = editions.get(name, {})
        if entry.get("inputs") != inputs or entry.get("sha256") != digest_file(folder / name):
            return {}
        found[name] = entry
    return found


def _store_files(store: Path, panel: str) -> list[Path]:
    panels = store / "panels"
    files = [p for p in store.rglob("*") if p.is_file() and p.suffix not in (".lock", ".tmp")]
    own = panels / panel
    return sorted(p for p in files if not p.is_relative_to(panels) or p.is_relative_to(own))


def _add(digest: Any, name: str, path: Path) -> None:
    content = path.read_bytes() if path.is_file() else b"\0absent"
    digest.update(f"\n{name} {len(content)}\n".encode())
    digest.update(content)


@lru_cache(maxsize=1)
def _code() -> str:
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".ipynb":
            _add(digest, path.relative_to(_PACKAGE).as_posix(), path)
    for name in _LIBRARIES:
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{name} absent\n".encode())
    return digest.hexdigest()
