"""Says which kind of report this is, from its first two pages; all but ILACS and SIF is refused by name.

The order of the questions matters: an ILACS summary may mention monitoring visits, and a SIF report reviews
the safeguarding board too.
"""

import re
from collections.abc import Sequence

from generator.importers.ofsted.draft import Framework
from generator.importers.ofsted.lines import Line
from generator.importers.ofsted.refusals import Refusal, Unreadable
from generator.importers.ofsted.wording import folded

FRONT_PAGES = 2
_TITLE_LINES = 14
_FIRST_LINES = 4
_LONGEST_TABLE = 24
_SIF = re.compile(r"inspection of services for children in need of help and protection")
_BOARD = re.compile(
    r"review of (?:the effectiveness of )?the (?:[\w' -]+ )?(?:local )?safeguarding children(?:'s)? board"
)
_VISITS = (
    ("focused visit", re.compile(r"focused visit")),
    ("monitoring visit", re.compile(r"monitoring visit")),
    ("joint targeted area inspection", re.compile(r"joint targeted area inspection|\bjtai\b")),
    ("special educational needs", re.compile(r"special educational needs|\bsend inspection\b")),
    ("assurance visit", re.compile(r"assurance visit")),
)
_OLDER = (
    (
        "inspection of looked after children services",
        re.compile(r"inspection of (?:looked after children|services for looked after children)"),
    ),
    (
        "inspection of safeguarding and looked after children services",
        re.compile(r"inspection of safeguarding"),
    ),
    (
        "inspection of arrangements for the protection of children",
        re.compile(r"arrangements for the protection of children|child protection services"),
    ),
    ("inspection of contact, referral and assessment", re.compile(r"contact, referral and assessment")),
    ("joint area review", re.compile(r"joint area review")),
    (
        "annual children's services assessment",
        re.compile(r"children's services assessment|annual performance assessment"),
    ),
    ("multi-agency inspection of child protection", re.compile(r"multi-agency arrangements")),
    (
        "inspection of adoption or fostering services",
        re.compile(r"inspection of (?:the )?(?:local authority )?(?:adoption|fostering|private fostering)"),
    ),
)


def front(lines: Sequence[Line]) -> list[Line]:
    """Give the lines of the pages that carry title and judgements."""
    return [line for line in lines if line.page <= FRONT_PAGES]


def recognise(lines: Sequence[Line]) -> Framework:
    """Give the framework; raises `Unreadable` with the reason for every other kind of document."""
    opening = front(lines)
    texts = [folded(line.text) for line in opening]
    whole = " ".join(texts)
    title = " ".join(texts[:_TITLE_LINES])
    if _has_ilacs_table(texts) and not _visit(" ".join(texts[:_FIRST_LINES])):
        return Framework.ILACS
    if _SIF.search(whole) and "leadership, management and governance" in whole:
        return Framework.SIF
    visit = _visit(title)
    if visit:
        raise Unreadable(Refusal.OTHER_VISIT, visit)
    for name, pattern in _OLDER:
        if pattern.search(title):
            raise Unreadable(Refusal.OLDER_FRAMEWORK, name)
    if _BOARD.search(whole):
        raise Unreadable(Refusal.BOARD_ONLY)
    for name, pattern in _OLDER:
        if pattern.search(whole):
            raise Unreadable(Refusal.OLDER_FRAMEWORK, name)
    raise Unreadable(Refusal.UNKNOWN)


def _has_ilacs_table(texts: Sequence[str]) -> bool:
    """Whether lines begin like the first and last row of an ILACS table, in that order and close together."""
    first = ("the impact of leaders", "impact of leaders")
    starts = [index for index, text in enumerate(texts) if text.startswith(first)]
    return any(
        text.startswith("overall effectiveness")
        for start in starts
        for text in texts[start + 1 : start + _LONGEST_TABLE]
    )


def _visit(text: str) -> str | None:
    return next((name for name, pattern in _VISITS if pattern.search(text)), None)
