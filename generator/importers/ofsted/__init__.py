"""Reads Ofsted report PDFs into draft inspections for an officer to review.

`read_report` opens a file in a process of its own (`opening`, `worker`), where `structure` and `pages` turn
it into lines and `assemble` turns lines into a draft: `frameworks` and `front` say which report it is,
`tables`, `headings` and `judgements` agree on the grades, `numbering`, `paragraphs` and `areas` read the text.
Nothing is ever guessed: what table and headings do not agree on is left out and named.
"""

from generator.importers.ofsted.draft import DraftInspection, DraftJudgement, DraftParagraph, Framework
from generator.importers.ofsted.opening import read_report
from generator.importers.ofsted.output import draft_json
from generator.importers.ofsted.yaml_draft import draft_yaml

__all__ = [
    "DraftInspection",
    "DraftJudgement",
    "DraftParagraph",
    "Framework",
    "draft_json",
    "draft_yaml",
    "read_report",
]
