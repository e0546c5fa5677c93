"""The site's own rules in plain English, each built from the constant that the code uses, for the page on methods.

The rules of statistics stand with their sources in `statistics.rules`; these are decided by this site itself.
"""

from typing import Final

from generator.release.analyse.change import SMALL_BASE, SMALL_COUNT
from generator.release.statements import MOST_FOR_THIN
from generator.release.words import FEWEST_FOR_A_HISTORY, FEWEST_TO_SWING, SWING_SHARE
from generator.statistics.rules import OUR_OWN, Rule

SITE_RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "small-base",
        f"A percentage or rate of fewer than {SMALL_BASE} people carries a caution, because one or two of them move it a lot.",
        SMALL_BASE,
        OUR_OWN,
    ),
    Rule(
        "small-counts",
        f"Counts with an average below {SMALL_COUNT} are too small for a control chart.",
        SMALL_COUNT,
        OUR_OWN,
    ),
    Rule(
        "history",
        f"We tell the history of a figure from {FEWEST_FOR_A_HISTORY} figures on.",
        FEWEST_FOR_A_HISTORY,
        OUR_OWN,
    ),
    Rule(
        "swings",
        f"We say that a figure swings only if at least {FEWEST_TO_SWING} of its figures are known and no test has judged it.",
        FEWEST_TO_SWING,
        OUR_OWN,
    ),
    Rule(
        "swing-share",
        f"It must also have turned, from rising to falling or back, at least {float(SWING_SHARE):g} times for each figure.",
        float(SWING_SHARE),
        OUR_OWN,
    ),
    Rule(
        "almost-nothing",
        f"An area has almost no published measure if at most {MOST_FOR_THIN} figure bears on it, and none measures the area itself.",
        MOST_FOR_THIN,
        OUR_OWN,
    ),
)
"""In the order in which the page shows them."""
