"""Rule: pages are plain Markdown: no HTML, no attribute lists, no template or snippet marks."""

import re
from collections.abc import Iterator
from datetime import date

from generator.problems import Place, Problem
from generator.records.observation import Records
from generator.records.pages import without_insertions

_HTML = re.compile(r"<[A-Za-z/!?]")
_TEMPLATE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|\{\s*[:.#]|-+8<-+")
_HTML_FIX = (
    "Write Markdown: **bold**, [words](address), - lists. For a sign that is smaller than, write the words."
)
_TEMPLATE_FIX = (
    "Leave out the curly brackets and what is between them; figures come in by [[figure:INDICATOR]]."
)


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each line with HTML, and one for each with template marks."""
    for page in records.pages:
        first = page.place.row or 1
        for number, line in enumerate(without_insertions(page.body).split("\n"), start=first):
            if _HTML.search(line):
                yield Problem(Place(page.place.file, number), "raw-html", "The line holds HTML.", _HTML_FIX)
            if _TEMPLATE.search(line):
                found = "The line holds signs of a template or of an attribute list."
                yield Problem(Place(page.place.file, number), "template-marks", found, _TEMPLATE_FIX)
