"""Pages that no person wrote: so long or so entangled that a Markdown reader would take minutes over them, or fall over.

Python's Markdown takes a time that grows with the cube of the open brackets in a paragraph, and calls itself once for
each list within a list; these limits are far above what people write and far below what hurts.
"""

import re
from collections.abc import Iterator

LONGEST_BLOCK = 20_000
"""Characters between two empty lines."""
MOST_BRACKETS = 200
"""Opening brackets between two empty lines."""
MOST_HEADINGS = 300
DEEPEST_LIST = 8
"""Lists or quotations within one another on one line."""
_NESTED = re.compile(rf"[ \t]*(?:(?:[-*+>]|[0-9]{{1,9}}[.)])[ \t]*){{{DEEPEST_LIST + 1}}}")
_HEADING = re.compile(r"[ \t]*#|[=-]+[ \t]*$")
_RULE = re.compile(r"[ \t]*(?:[-*][ \t]*)+$")


def tangles_in(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Positions of lines at which a page becomes too much, with what is too much there; the first of each kind."""
    told: set[str] = set()
    length = brackets = headings = 0
    for position, line in enumerate(lines):
        if not line.strip():
            length = brackets = 0
            continue
        length += len(line)
        brackets += line.count("[") + line.count("<")
        headings += _HEADING.match(line) is not None
        for much, what in (
            (length > LONGEST_BLOCK, f"The paragraph is longer than {LONGEST_BLOCK:,} characters."),
            (brackets > MOST_BRACKETS, f"The paragraph holds more than {MOST_BRACKETS} opening brackets."),
            (headings > MOST_HEADINGS, f"The page has more than {MOST_HEADINGS} headings."),
            (_NESTED.match(line) is not None and not _RULE.match(line), f"Lists stand more than {DEEPEST_LIST} deep within one another."),
        ):
            if much and what not in told:
                told.add(what)
                yield position, what
