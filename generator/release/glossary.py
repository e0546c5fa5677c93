"""The words of the site and what they mean, for its page of words; `.github/GLOSSARY.md` says the same and more, for developers.

Figures, grades and rules are not here: the pages on methods and on the data say those.
"""

from typing import Final

from generator.vocabulary import Progress

WORDS: Final = {
    "Inspection": "One visit of Ofsted's inspectors, with its report.",
    "Judgement, grade": "What inspectors decided about one part of the services, on a scale from outstanding to inadequate.",
    "Area for improvement": "What a report formally asks for. Reports before 2018 say recommendation; each report's own word is kept.",
    "Finding": "One numbered paragraph of a report, told in our own words, read as a strength, mixed or a concern.",
    "Indicator": "One measure, such as the average number of cases for each social worker.",
    "Figure": "A value as published, or a symbol that says why there is none. Never both.",
    "Comparator": "Whom a figure is compared with: England, the region, similar councils, a target.",
    "Similar councils": "The statistical neighbours that the Department for Education names. Their mean is unweighted.",
    "Primary suppression": "A count of people from 1 to the council's threshold is hidden.",
    "Complementary suppression": "A figure is hidden because it would give back one that is hidden.",
    "Correction": "Something that was wrong on the site and has been put right.",
}
"""A word and its meaning, in the order in which a reader meets them."""
PROGRESS: Final = {
    Progress.BETTER: "The test says so, and the direction is the better one.",
    Progress.WORSE: "The test says so, and the direction is the worse one.",
    Progress.NO_CLEAR_CHANGE: "The test finds no more than chance, or tests point both ways.",
    Progress.CHANGED: "The test finds a change where no direction is better.",
    Progress.TOO_LITTLE: "No test can be made.",
    Progress.NOT_MEASURED: "No figure is published.",
}
"""When a change is called what."""
