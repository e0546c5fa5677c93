"""Markdown for summaries that leave the site (a pull request, an issue): text in it can only be text.

Not for pages: those go through `escaping`.
"""

import re
from collections.abc import Iterable, Sequence

_SYNTAX = re.compile(r"([\\`*_{}\[\]()#+!|~>$-])")
_LIVE = str.maketrans({"&": "&amp;", "<": "&lt;", "@": "&#64;"})
"""Characters that could open HTML or call a person."""
_COLON = re.compile(r":(?=//|[a-z0-9_+-]+:)")
"""A colon that could make a link or a picture by itself."""
_ORDINARY = re.compile(r"(?<=\w)\\-(?=\w)")
"""A hyphen inside a word needs no escape."""


def plain(text: str) -> str:
    """Text that Markdown reads as nothing but text, on one line."""
    folded = " ".join(text.split()).translate(_LIVE)
    entities = re.split(r"(&[#a-z0-9]+;)", _COLON.sub("&#58;", folded))
    escaped = "".join(part if at % 2 else _SYNTAX.sub(r"\\\1", part) for at, part in enumerate(entities))
    return _ORDINARY.sub("-", escaped)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table, every cell as text."""
    lines = [f"| {' | '.join(header)} |", f"|{' --- |' * len(header)}"]
    return [*lines, *(f"| {' | '.join(plain(cell) or '–' for cell in row)} |" for row in rows)]
