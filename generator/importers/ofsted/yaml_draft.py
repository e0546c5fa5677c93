"""Writes a draft in the shape of an inspection file (`data/inspections/ID.yml`) for an officer to finish.

Ofsted's own words stand between quotation marks; what an officer must write or check is said in comments.
The numbered paragraphs follow as comments: findings are written in the council's own words in another file.
"""

import json

from generator.importers.ofsted.draft import DraftInspection, Framework
from generator.vocabulary import ItemKind

LICENCE = "Open Government Licence v3.0"
TO_WRITE = "To be written: what it said, in two or three plain sentences of our own."
_TITLES = {
    Framework.ILACS: "Inspection of local authority children's services",
    Framework.SIF: "Inspection under the single inspection framework",
}
_KINDS = {Framework.ILACS: ItemKind.AREA_FOR_IMPROVEMENT, Framework.SIF: ItemKind.RECOMMENDATION}


def draft_yaml(draft: DraftInspection) -> str:
    """Give the draft as YAML; a refused file gives only comments that say why."""
    lines = [f"# Problem: {_comment(problem)}" for problem in draft.problems]
    if draft.framework is None:
        return "\n".join(lines) + "\n"
    year = draft.published or draft.inspected_to or draft.inspected_from or None
    identity = f"{year.year if year else 'year'}-{draft.framework.value.lower()}"
    lines = [
        "# Draft made from an Ofsted report: check every line against the report before it is published.",
        f"# Words between \u201c and \u201d are Ofsted's, quoted under the {LICENCE}; put them into our own words.",
        *lines,
        f"id: {identity}",
        f"title: {_text(_TITLES[draft.framework])}",
        f"framework: {_text(draft.framework.value)}",
        f"published: {_text(draft.published.isoformat() if draft.published else '')}",
        *_inspected(draft),
        f"lead_inspector: {_text(draft.lead_inspector or '')}",
        f"source: ofsted-{identity}",
        f"summary: {_text(TO_WRITE)}",
        *_judgements(draft),
        *_formal_items(draft, _KINDS[draft.framework]),
        *_paragraphs(draft),
    ]
    return "\n".join(lines) + "\n"


def _inspected(draft: DraftInspection) -> list[str]:
    if draft.inspected_from is None or draft.inspected_to is None:
        return []
    days = [draft.inspected_from.isoformat()]
    if draft.inspected_to != draft.inspected_from:
        days.append(draft.inspected_to.isoformat())
    return [f"inspected: {_text('/'.join(days))}"]


def _judgements(draft: DraftInspection) -> list[str]:
    rows = [f"  - heading: {each.heading.value}\n    grade: {each.grade.value}" for each in draft.judgements]
    return ["judgements:", *rows] if rows else ["judgements: []"]


def _formal_items(draft: DraftInspection, kind: ItemKind) -> list[str]:
    if not draft.areas_for_improvement:
        return ["items: []"]
    quoted = (f"\u201c{words}\u201d" for words in draft.areas_for_improvement)
    rows = [
        f'  - number: "{number}"\n    kind: {kind.value}\n    title: {_text(words)}'
        for number, words in enumerate(quoted, start=1)
    ]
    return ["items:", *rows]


def _paragraphs(draft: DraftInspection) -> list[str]:
    lines: list[str] = []
    section = None
    for each in draft.paragraphs:
        if each.section != section:
            section = each.section
            lines += ["#", f"# {_comment(section)}"]
        lines.append(f"# {each.number}. \u201c{_comment(each.text)}\u201d")
    return lines


def _text(words: str) -> str:
    """Give a double-quoted scalar: JSON's escapes are YAML's."""
    return json.dumps(words, ensure_ascii=False)


def _comment(words: str) -> str:
    """Words that stay on one line."""
    return " ".join(words.split())
