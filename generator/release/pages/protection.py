"""Worked examples of how a hidden number is found, and how it is protected: each is proved in tests/spec.

The examples are invented. Their facts are written as `transparency attack` reads them, so that anybody can try.
"""

from dataclasses import dataclass, field

from generator.figures import Publication
from generator.release.page import Crumb, Page

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What can be worked out of one count: its least and greatest, and the attack's own word for it."""

    least: int | None
    greatest: int | None
    verdict: str


@dataclass(frozen=True, slots=True)
class Example:
    """One way in which a hidden number can be found, or one in which it cannot."""

    id: str
    title: str
    says: str
    """What a reader of the table would notice."""
    rows: Rows = ()
    """A table with its headings first; totals are called Total. Empty where the facts are told in words."""
    facts: str = ""
    """The facts as JSON, where they are no table."""
    answers: dict[str, Answer] = field(default_factory=dict)
    """The counts that leak. Empty: nothing does."""
    contradiction: bool = False
    protected: Rows = ()
    """The table as `transparency protect` prints it, where it started from all the numbers."""


_LEAKING = (
    ("Area", "Spring", "Summer", "Autumn", "Winter", "Total"),
    ("Alpha", "15", "[c]", "[c]", "[c]", "20"),
    ("Beta", "20", "[c]", "[c]", "15", "55"),
    ("Gamma", "[c]", "10", "10", "[c]", "25"),
    ("Delta", "[c]", "14", "7", "[c]", "35"),
    ("Total", "50", "35", "30", "20", "135"),
)
_SAFE = (
    ("Area", "Spring", "Summer", "Autumn", "Winter", "Total"),
    ("Alpha", "15", "[c]", "[c]", "[c]", "20"),
    ("Beta", "20", "10", "10", "15", "55"),
    ("Gamma", "[c]", "[c]", "10", "[c]", "25"),
    ("Delta", "[c]", "14", "[c]", "[c]", "35"),
    ("Total", "50", "35", "30", "20", "135"),
)

EXAMPLES = (
    Example(
        "total",
        "A total gives a hidden number back",
        "Girls are hidden, but 40 less 37 is 3. Hiding one number is never enough beside a total.",
        rows=(("Home", "Girls", "Boys", "Total"), ("Children", "[c]", "37", "40")),
        answers={"Children/Girls": Answer(3, 3, "RECOVERED")},
    ),
    Example(
        "second",
        "So a second number is hidden with it",
        "Now girls could be any number from 1 to 39. The second number is chosen by where it stands and never by how large it is.",
        rows=(("Home", "Girls", "Boys", "Total"), ("Children", "[c]", "[c]", "40")),
        protected=(("Home", "Girls", "Boys", "Total"), ("Children", "3", "37", "40")),
    ),
    Example(
        "corner",
        "Two hidden in every row and column can still be too few",
        "No row and no column has a number hidden alone. Even so, adding the rows Alpha and Beta and taking away columns "
        "leaves one possible value for Alpha in winter: 1. It takes all the totals at once to see it, so a program looks.",
        rows=_LEAKING,
        answers={"Alpha/Winter": Answer(1, 1, "RECOVERED")},
    ),
    Example(
        "corner-mended",
        "Another choice of the same size is safe",
        "As many numbers are hidden as before, in other places. Every hidden number keeps at least three possible values.",
        rows=_SAFE,
    ),
    Example(
        "rest",
        "A percentage tells of the rest as well",
        "Of 24 children, 96% went to school. That is 23 children, so 1 did not. A percentage is hidden when the number behind "
        "it or the rest is from 1 to 5.",
        facts='{"cells": {"children": {"value": 24}, "at school": {"min": 0}}, "ratios": [{"numerator": "at school", '
        '"denominator": "children", "value": 96, "decimals": 0, "scale": 100}], "implied": [{"id": "the rest", '
        '"minus": ["children", "at school"]}]}',
        answers={"at school": Answer(23, 23, "RECOVERED"), "the rest": Answer(1, 1, "EXPOSED")},
    ),
    Example(
        "decimals",
        "A percentage with a decimal can tell both numbers behind it",
        "A small home had at most 9 children, and 42.9% of them were girls. Only 3 of 7 gives 42.9%, although neither number was printed.",
        facts='{"cells": {"girls": {"min": 0}, "children": {"min": 0, "max": 9}}, "ratios": [{"numerator": "girls", '
        '"denominator": "children", "value": 42.9, "decimals": 1, "scale": 100}]}',
        answers={"girls": Answer(3, 3, "RECOVERED"), "children": Answer(7, 7, "RECOVERED")},
    ),
    Example(
        "rounding",
        "Rounding does not help if a percentage is worked out before it",
        "The count is rounded to 5, the number of children to 45, and 6.7% comes from the exact numbers. Only 3 fits all three. "
        "So percentages are worked out from what is printed.",
        facts='{"cells": {"count": {"rounded": 5, "base": 5}, "children": {"rounded": 45, "base": 5}}, "ratios": [{"numerator": '
        '"count", "denominator": "children", "value": 6.7, "decimals": 1, "scale": 100}]}',
        answers={"count": Answer(3, 3, "RECOVERED"), "children": Answer(45, 45, "RECOVERED")},
    ),
    Example(
        "maps",
        "Two maps that overlap can be taken from each other",
        "The same children are counted by ward and by school area. Where one area lies inside the other, the difference is "
        "a handful of children in a few streets.",
        facts='{"cells": {"ward": {"value": 50}, "school area": {"value": 52}}, "implied": [{"id": "the streets between", '
        '"minus": ["school area", "ward"]}]}',
        answers={"the streets between": Answer(2, 2, "EXPOSED")},
    ),
    Example(
        "zeros",
        "A hidden zero is no secret beside its total",
        "All 5 children live in one place. Hiding the other two places hides nothing: 5 less 5 leaves nobody. Zeros are "
        "shown, and are never used to hide something else.",
        facts='{"zeros_shown": false, "cells": {"total": {"value": 5}, "here": {"value": 5}, "there": {"symbol": "c"}, '
        '"elsewhere": {"symbol": "c"}}, "sums": [["total", ["here", "there", "elsewhere"]]]}',
        answers={"there": Answer(0, 0, "RECOVERED"), "elsewhere": Answer(0, 0, "RECOVERED")},
    ),
    Example(
        "typing",
        "The same sums find typing errors",
        "7 and 4 are not 10. One of the three numbers is wrong, and the program says so.",
        rows=(("Home", "Girls", "Boys", "Total"), ("Children", "7", "4", "10")),
        contradiction=True,
    ),
)


def protection_page(publication: Publication) -> Page:
    """The page of worked examples."""
    policy = publication.content.council.disclosure
    return Page(
        address="about/protection-examples/",
        title="How hidden numbers are found, and protected",
        description="Worked examples of how a hidden number can be worked out from those beside it, and what this site does about it.",
        template="protection.md.j2",
        section="about",
        crumbs=(Crumb("About this site", "about/"),),
        context={"examples": EXAMPLES, "policy": policy},
        letters=("Suppression", "Small numbers", "Hidden numbers: examples"),
    )
