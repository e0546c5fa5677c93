"""The words that reports use for grades, judgements and list marks, and how to compare words safely.

Every regular expression about a judgement or a grade stands here.
"""

import re

from generator.importers.ofsted.lines import Line, plain
from generator.vocabulary import Grade, JudgementHeading

_BULLETS = frozenset(
    "\u25fc\u25a0\u25aa\u2022\u25cf\u25e6\u2b1b\u2023\u00b7\u25cb\u27a2\u2756\u2713\u25fe\u25c6*\u00a7"
)
_DASHES = frozenset("-\u2013\u2014\u2212\u2010\u2011\u0335\u0336\u00af\u2012\uf02d")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
WIDEST_SPACE = 5.5
"""Points: what stands behind a list's mark or number is wider than a space between words."""
BULLET, DASH = "\u2022", "\u2013"
"""The two shapes in which list marks are given back."""

GRADE_WORDS = frozenset(
    {"requires", "require", "improvement", "to", "be", "good", "outstanding", "inadequate"}
)
NOT_GRADED_WORDS = frozenset({"not", "judged", "reviewed", "inspected", "applicable", "n/a"})
GRADE = r"(?P<grade>requires?\s+improvement(?:\s+to\s+be\s+good)?|outstanding|good|inadequate)"
PLAIN_WORD = (
    r"(?: (?!(?:is|are|was|were|be|been|not|yet|but|no|nor|than|requires?|ha[sd]|have)\b)[\w'.,&()-]+)"
)
"""A further word of a name; never one that could turn a grade into its opposite ('are not yet good')."""
_PROGRESS = r"(?:the )?experiences?(?:,| and) progress (?:of|for) "
_CHILDREN = r"(?:all )?children(?: and (?:young people|(?:their )?families))?"
_IN_CARE = rf"(?:{_CHILDREN} (?:who are )?(?:in care|looked after)|looked after children)"
_LEAVERS = r"(?:care[- ]leavers|care[- ]experienced (?:young )?(?:people|adults)|young people leaving care)"
_SUBJECTS: tuple[tuple[JudgementHeading, str], ...] = (
    (JudgementHeading.LEADERS, rf"(?:the )?impact of (?:leaders|leadership){PLAIN_WORD}{{0,20}}"),
    (
        JudgementHeading.HELP_PROTECTION,
        rf"(?:{_PROGRESS})?{_CHILDREN} (?:who|in) need (?:of )?help (?:and|or) protection",
    ),
    (
        JudgementHeading.IN_CARE_AND_CARE_LEAVERS,
        rf"{_PROGRESS}(?:{_IN_CARE}|children),? and (?:of )?{_LEAVERS}",
    ),
    (JudgementHeading.IN_CARE, rf"{_PROGRESS}{_IN_CARE}"),
    (JudgementHeading.CARE_LEAVERS, rf"(?:{_PROGRESS})?{_LEAVERS}"),
    (JudgementHeading.LOOKED_AFTER, rf"(?:{_PROGRESS})?{_IN_CARE},? and achieving permanence"),
    (JudgementHeading.ADOPTION, r"adoption(?: performance)?"),
    (JudgementHeading.LEADERSHIP, r"leadership,? management,? and governance"),
    (JudgementHeading.OVERALL, r"overall effectiveness(?: of children's services)?"),
)
_SUBJECT_PATTERNS = tuple((heading, re.compile(pattern)) for heading, pattern in _SUBJECTS)
OPENS_A_LIST = re.compile(
    r"what (?:still )?needs to improve\b.{0,40}|areas? for (?:further |priority )?(?:improvement|action)"
    r"|(?:key )?recommendations?|what does the (?:local authority|council|lscb) need to (?:do to )?improve"
    r"|what the (?:local authority|council) needs to (?:do to )?improve"
    r"|priority(?: and| or)? immediate actions?|(?:areas for )?priority actions?"
)
"""Headings under which stands what a report formally asks for, without their closing sign."""
_ROW_NUMBER = re.compile(r"^\d(?:\.\d)?\.? ")
_VERB = r" ?[:\-]? ?(?:\b(?:is|are)\b)? ?(?:\bthat (?:it|they)\b)? ?(?:\b(?:is|are)\b)? ?[:\-]? ?"
_GRADES = {grade.value: grade for grade in Grade}
_GRADE_ALONE = re.compile(GRADE)
_STATEMENT = re.compile(rf"^(?P<subject>.+?){_VERB}\b{GRADE}\.?")


def folded(text: str) -> str:
    """Words for comparing: lower case, plain apostrophes and dashes, single spaces."""
    if text.isascii():
        return " ".join(text.casefold().split())
    lowered = plain(text).casefold().replace("\u2019", "'").replace("\u2018", "'")
    for dash in "\u2013\u2014\u2212":
        lowered = lowered.replace(dash, "-")
    return " ".join(lowered.split())


def grade_of(text: str) -> Grade | None:
    """Give the grade that the whole of a text says, or None."""
    found = _GRADE_ALONE.fullmatch(folded(text).rstrip("."))
    return grade_from(found["grade"]) if found else None


def grade_from(words: str) -> Grade:
    """Give a grade from words that `GRADE` has matched."""
    return Grade.REQUIRES_IMPROVEMENT if words.startswith("require") else _GRADES[words]


def subject_of(text: str) -> JudgementHeading | None:
    """Give what a row label or a heading without its grade is about, or None."""
    wanted = _ROW_NUMBER.sub("", folded(text)).strip(" .:-")
    return next((heading for heading, pattern in _SUBJECT_PATTERNS if pattern.fullmatch(wanted)), None)


def statement(text: str) -> tuple[str, Grade] | None:
    """Give a text that ends in a grade, as subject and grade ('leadership', good); None for anything else."""
    found = _STATEMENT.fullmatch(folded(text))
    return (found["subject"], grade_from(found["grade"])) if found else None


def mark_of(line: Line) -> str | None:
    """Give the list mark that a line begins with, as `BULLET` or `DASH`, or None."""
    first = line.words[0].text
    if len(line.words) == 1 or len(first) > 1:
        return None
    if first in _DASHES:
        return DASH
    if first in _BULLETS or _PRIVATE_USE.match(first):
        return BULLET
    hollow = first == "o" and line.words[1].x0 - line.words[0].x1 > WIDEST_SPACE
    return DASH if hollow else None


def text_of(line: Line, skip: int = 0) -> str:
    """Give a line's words without the first `skip`, its list mark in one agreed shape."""
    mark = None if skip else mark_of(line)
    words = line.words[1 if mark else skip :]
    text = " ".join(plain(" ".join(word.text for word in words)).split())
    return f"{mark} {text}" if mark else text
