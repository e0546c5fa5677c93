"""Names the section that each heading opens: the judgement's own words without the grade.

General headings such as 'Summary' and 'Inspection findings' leave the section as it is.
"""

import re
from collections.abc import Sequence

from generator.importers.ofsted.draft import Framework
from generator.importers.ofsted.frameworks import FRONT_PAGES
from generator.importers.ofsted.furniture import Body
from generator.importers.ofsted.headings import Heading
from generator.importers.ofsted.wording import folded, subject_of
from generator.vocabulary import JudgementHeading

_GENERAL = re.compile(
    r"summary|(?:key )?inspection findings|key judgement.*|judgement grade|executive summary"
)
_BOARD = re.compile(r"safeguarding children(?:'s)? board|\blscb\b")
_AFTER_THE_BOARD = re.compile(
    r"information about this inspection|what the inspection judge?ments mean.*|the inspection team"
)
_GRADE_AT_END = re.compile(
    r" ?[:\u2013-]? ?(?:\b(?:is|are)\b)?(?: that (?:it|they))?(?: is| are)? ?:? ?"
    r"\b(?:requires? improvement(?: to be good)?|outstanding|good|inadequate)\.?$",
    re.IGNORECASE,
)
BOARD = "Local Safeguarding Children Board"
_OWN_NAMES = {
    JudgementHeading.ADOPTION: "Adoption performance",
    JudgementHeading.CARE_LEAVERS: "Experiences and progress of care leavers",
    JudgementHeading.LSCB: BOARD,
}


def section_names(body: Body, headings: Sequence[Heading], framework: Framework) -> tuple[str, ...]:
    """Give the section for each heading; in ILACS reports only judgements open one."""
    names: list[str] = []
    board = False
    for heading in headings:
        title = folded(heading.text)
        in_text = body.lines[heading.start].page > FRONT_PAGES
        board = board or (framework is Framework.SIF and in_text and bool(_BOARD.search(title)))
        board = board and not _AFTER_THE_BOARD.fullmatch(title)
        judged = heading.subject or subject_of(heading.text)
        general = _GENERAL.fullmatch(title.rstrip(" :.")) or (framework is Framework.ILACS and not judged)
        names.append(names[-1] if general and names else _name(heading, framework, board=board))
    return tuple(names)


def _name(heading: Heading, framework: Framework, *, board: bool) -> str:
    if framework is Framework.SIF and heading.subject in _OWN_NAMES:
        return _OWN_NAMES[heading.subject]
    own = " ".join(heading.text.split())
    own = _GRADE_AT_END.sub("", own).strip(" :") if heading.subject else own
    if board:
        return BOARD if _BOARD.search(folded(own)) else f"{BOARD}: {own}"
    return own
