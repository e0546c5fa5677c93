"""Puts what machines read (JSON-LD, the address of a page's picture) into the head of the built pages.

Done after MkDocs: Markdown would read it, and a template would have to trust it. `<` is written as an escape by then,
so nothing in the text can end its element; a browser does not run it, and the security policy need not name it.
"""

from collections.abc import Mapping
from pathlib import Path

END_OF_HEAD = "</head>"


class NoHead(Exception):
    """A built page has no head to put anything into."""


def embed(site: Path, metadata: Mapping[str, str], elements: Mapping[str, str]) -> None:
    """Put into each page, by its address, its JSON-LD and its other elements for machines; raises NoHead."""
    for address in sorted({*metadata, *elements}):
        text = metadata.get(address, "")
        path = site / address / "index.html"
        page = path.read_text(encoding="utf-8")
        before, head, after = page.partition(END_OF_HEAD)
        if not head or "<" in text:
            raise NoHead(f"{path.relative_to(site).as_posix()} cannot carry its description for machines")
        script = f'<script type="application/ld+json">{text}</script>\n' if text else ""
        path.write_text(f"{before}{elements.get(address, '')}{script}{head}{after}", encoding="utf-8")
