"""Rule: paragraphs that a formal item rests on are among the findings, and findings stand in a section that was judged."""

from collections.abc import Iterator
from datetime import date
from posixpath import basename

from generator.problems import Problem, Severity
from generator.records.layout import FINDINGS_ENDING, INSPECTION_ENDING
from generator.records.observation import Records
from generator.records.suggest import listed
from generator.vocabulary import JudgementHeading

ALWAYS = (JudgementHeading.SUMMARY, JudgementHeading.OVERALL)
"""Sections that every report may have without a judgement of that name."""


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """Items that point at no finding (an error), and findings in a section without a judgement (a warning)."""
    register = records.register
    for inspection in register.inspections:
        name = basename(inspection.place.file).removesuffix(INSPECTION_ENDING)
        rows = register.findings.get(name, ())
        numbers = {one.entry.paragraph for one in rows}
        complete = f"findings {name}" not in register.unread
        for position, formal in enumerate(inspection.entry.items):
            for place, paragraph in enumerate(formal.paragraphs):
                if complete and paragraph not in numbers:
                    found = f"Paragraph {paragraph} is not among the findings of this inspection."
                    fix = f"Correct the number, or add the finding to {name}{FINDINGS_ENDING}."
                    yield Problem(
                        inspection.at("items", position, "paragraphs", place), "unknown-paragraph", found, fix
                    )
        judged = [judgement.heading for judgement in inspection.entry.judgements]
        for one in rows:
            if one.entry.section not in (*judged, *ALWAYS):
                found = "The section is not one that this inspection judged."
                fix = f"Write {listed(dict.fromkeys(str(heading.value) for heading in (*judged, *ALWAYS)))}."
                yield Problem(one.at("section"), "section-not-judged", found, fix, Severity.WARNING)
