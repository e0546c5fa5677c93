"""Writes a draft as one line of JSON, and reads such a line back."""

import json
import re
from datetime import date

from generator.importers.ofsted.draft import DraftInspection, DraftJudgement, DraftParagraph, Framework
from generator.vocabulary import Grade, JudgementHeading

_BREAKS_A_LINE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What some readers take for the end of a line, and halves of characters, which cannot be written."""
_HEADINGS = {heading.value: heading for heading in JudgementHeading}
_GRADES = {grade.value: grade for grade in Grade}


def draft_json(draft: DraftInspection) -> str:
    """Give the draft as one JSON object on one line; what could not be read is null or an empty list."""
    line = json.dumps(
        {
            "file": draft.file,
            "framework": draft.framework,
            "authority": draft.authority,
            "published": _day(draft.published),
            "inspected_from": _day(draft.inspected_from),
            "inspected_to": _day(draft.inspected_to),
            "lead_inspector": draft.lead_inspector,
            "judgements": [{"heading": each.heading, "grade": each.grade} for each in draft.judgements],
            "areas_for_improvement": list(draft.areas_for_improvement),
            "paragraphs": [
                {"number": each.number, "section": each.section, "text": each.text}
                for each in draft.paragraphs
            ],
            "problems": list(draft.problems),
        },
        ensure_ascii=False,
    )
    return _BREAKS_A_LINE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line)


def draft_from_json(line: str) -> DraftInspection:
    """Give the draft that `draft_json` wrote."""
    read = json.loads(line)
    return DraftInspection(
        file=read["file"],
        framework=Framework(read["framework"]) if read["framework"] else None,
        authority=read["authority"],
        published=_from_day(read["published"]),
        inspected_from=_from_day(read["inspected_from"]),
        inspected_to=_from_day(read["inspected_to"]),
        lead_inspector=read["lead_inspector"],
        judgements=tuple(
            DraftJudgement(_HEADINGS[each["heading"]], _GRADES[each["grade"]]) for each in read["judgements"]
        ),
        areas_for_improvement=tuple(read["areas_for_improvement"]),
        paragraphs=tuple(
            DraftParagraph(each["number"], each["section"], each["text"]) for each in read["paragraphs"]
        ),
        problems=tuple(read["problems"]),
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _from_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
