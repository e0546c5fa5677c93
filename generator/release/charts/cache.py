"""A store of finished text under the hash of everything that made it; safe to delete at any time.

Here: reading, checking and writing entries. Not here: what goes into a hash (`fingerprint` is given it).
A spoiled entry counts as missing and is written again.
"""

import hashlib
import json
import sys
from dataclasses import fields, is_dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final
from zlib import ZLIB_RUNTIME_VERSION

LIBRARIES: Final = ("altair", "vl-convert-python")
"""What draws: a new version of one may draw differently."""


DRAFT: Final = ".draft-"
"""How the name of an entry begins that is still being written."""


class ChartCache:
    """Entries in one folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        """Keep entries in this folder, made when the first is written."""
        self.folder = folder

    def read(self, name: str) -> str | None:
        """An entry as it was written, or None when there is none or it was spoiled."""
        if self.folder is None:
            return None
        try:
            written = (self.folder / name).read_bytes()
        except OSError:
            return None
        digest, _, content = written.partition(b"\n")
        if digest != _digest(content):
            return None
        return content.decode()

    def write(self, name: str, text: str) -> None:
        """Write an entry so that a reader sees all of it or none."""
        if self.folder is None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        content = text.encode()
        with NamedTemporaryFile(dir=self.folder, prefix=DRAFT, delete=False) as draft:
            draft.write(_digest(content) + b"\n" + content)
        Path(draft.name).replace(self.folder / name)

    def sweep(self) -> None:
        """Take away the drafts of a run that was cut off; only for who knows that nobody else is writing."""
        if self.folder is not None and self.folder.is_dir():
            for draft in self.folder.glob(f"{DRAFT}*"):
                draft.unlink(missing_ok=True)


NO_CACHE: Final = ChartCache(None)


def fingerprint(*parts: object) -> str:
    """The name of what these descriptions make, with this code and these versions of the libraries."""
    canonical = json.dumps([_canonical(part) for part in parts], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(f"{makers()}\n{canonical}".encode()).hexdigest()


def _canonical(part: object) -> object:
    """A description as JSON that tells every kind and field apart."""
    if is_dataclass(part) and not isinstance(part, type):
        named = {entry.name: _canonical(getattr(part, entry.name)) for entry in fields(part)}
        return {"kind": type(part).__name__, **named}
    if isinstance(part, tuple):
        return [_canonical(member) for member in part]
    if isinstance(part, float):
        return {"float": repr(part)}
    return part


@lru_cache(maxsize=1)
def makers() -> str:
    """The code of this package and of what makes a PNG of a picture, and the versions of all that draws and packs."""
    folder = Path(__file__).parent
    code = hashlib.sha256()
    for module in [*sorted(folder.glob("*.py")), folder.parent / "png.py"]:
        code.update(module.name.encode() + b"\0" + module.read_bytes() + b"\0")
    return " ".join([code.hexdigest(), sys.version, ZLIB_RUNTIME_VERSION, *(f"{library}=={version(library)}" for library in LIBRARIES)])


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
