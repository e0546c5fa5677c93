"""Codes of the rules that look at several rows or files together."""

from generator.explanations import Explanation

RULES: dict[str, Explanation] = {
    "duplicate-id": Explanation(
        "A name stands twice in a table",
        "Two rows have the same id, or say something of the same thing twice.",
        "Delete one of them, or give it another name.",
    ),
    "twin-id": Explanation(
        "Two names differ only in capital letters",
        "On many computers their pages would be one file.",
        "Give one of them another name.",
    ),
    "duplicate-observation": Explanation(
        "A value stands twice",
        "Two rows have the same indicator, area, period and breakdown; the message says whether they agree.",
        "Find out which is right and delete the other.",
    ),
    "unknown-source": Explanation(
        "A source is not in the list of sources",
        "The id is misspelt, or the source has not been added to data/sources.csv.",
        "Correct it, or add the source.",
    ),
    "unknown-thread": Explanation(
        "An issue is not in the list of issues",
        "The id is misspelt, or the issue has not been added to data/threads.csv.",
        "Correct it, or add the issue.",
    ),
    "unknown-inspection": Explanation(
        "An inspection has no file",
        "The id is misspelt, or the inspection has no file in data/inspections.",
        "Correct it, or add the inspection.",
    ),
    "unknown-indicator": Explanation(
        "An indicator is not declared",
        "The id is misspelt, or the indicator has not been added to data/indicators.yml.",
        "Correct it, or declare the indicator.",
    ),
    "unknown-area": Explanation(
        "A formal item of the latest inspection is not known",
        "The slug is misspelt, or belongs to an earlier inspection.",
        "Use a slug of the latest inspection's file.",
    ),
    "unknown-conflict": Explanation(
        "A disagreement is not in the list",
        "The id is misspelt, or the disagreement has not been added to data/conflicts.csv.",
        "Correct it, or add it.",
    ),
    "unknown-contact": Explanation(
        "A contact is not declared",
        "A page asks for a contact that data/council.yml does not have.",
        "Correct the id, or add the contact.",
    ),
    "unknown-reported-figure": Explanation(
        "A reported figure is not in the list",
        "A page asks for a figure that data/reported.csv does not have.",
        "Correct the id, or add the figure.",
    ),
    "unknown-page": Explanation(
        "A question waits for a page that does not exist",
        "The path in data/questions.csv is misspelt, or the page has been moved.",
        "Write its path inside site_src, or leave the cell empty.",
    ),
    "unknown-area-code": Explanation(
        "A value is about an area that the site does not show",
        "The code is not that of the council, England, the region or a neighbour in data/council.yml.",
        "Correct the code, or name the area there.",
    ),
    "wrong-file-name": Explanation(
        "An inspection's file is not named after it",
        "The id inside the file is not the file's name.",
        "Rename the file, or correct the id.",
    ),
    "findings-without-inspection": Explanation(
        "Findings belong to no inspection",
        "The file of findings is named after an inspection that has no file.",
        "Add the inspection's file, or correct the name.",
    ),
    "incomplete-item": Explanation(
        "A formal item of the latest inspection lacks what its page needs",
        "Each item of the latest inspection gets a page, so it has a slug, a short title and a lead.",
        "Write what is missing.",
    ),
    "unknown-paragraph": Explanation(
        "A formal item rests on a paragraph that is not there",
        "The paragraph's number is wrong, or the finding has not been added.",
        "Correct the number, or add the finding.",
    ),
    "section-not-judged": Explanation(
        "A finding stands in a section that the inspection did not judge",
        "The section is not among the inspection's judgements.",
        "Choose the section that the report has it in.",
    ),
    "out-of-range": Explanation(
        "A value cannot be true",
        "A percentage is not between 0 and 100, or something that is counted is below zero.",
        "Correct the number, or the unit of the indicator.",
    ),
    "percent-above-100": Explanation(
        "A percentage is above 100, and a caveat says that it can be",
        "Some published ratios are above 100. A caveat of the indicator that mentions 100 allows it.",
        "Check the value against its source once more.",
    ),
    "not-whole": Explanation(
        "A count is not a whole number",
        "People and things are counted in whole numbers.",
        "Correct the number, or the unit of the indicator.",
    ),
    "part-above-whole": Explanation(
        "A numerator is larger than its denominator",
        "A part cannot be larger than its whole.",
        "Correct one of the two.",
    ),
    "ratio-disagrees": Explanation(
        "A value is not what its numerator and denominator give",
        "The three numbers do not fit together, even after rounding.",
        "Correct the one that is wrong. Published figures may be rounded; then this is a warning.",
    ),
    "everywhere-differs": Explanation(
        "The values of all councils contradict a series",
        "The two were imported from different releases, or one was edited.",
        "Run the importer again.",
    ),
    "mixed-days": Explanation(
        "Values of one line are of different days of the year",
        "Values of 31 March and of 30 September are not one measure.",
        "Make two indicators of them.",
    ),
    "other-publisher": Explanation(
        "A value of a national figure comes from another publisher",
        "What sounds the same may be counted in another way, so it may not stand in one chart with the publisher's own figures.",
        "Make two indicators of them, each with its own definition, and name each in differs_from of the other.",
    ),
    "one-sided-difference": Explanation(
        "Only one of two indicators says that they differ",
        "differs_from of the one names the other, but not the other way round.",
        "Add the missing id.",
    ),
    "future-date": Explanation(
        "Something that has happened lies in the future",
        "A date is later than the day of the check.",
        "Correct the date.",
    ),
    "plan-has-passed": Explanation(
        "A planned event has passed",
        "The event is called planned, and its day has gone.",
        "Find out whether it happened, and write past or due_not_found.",
    ),
    "dates-out-of-order": Explanation(
        "Two dates stand the wrong way round",
        "Something was inspected after it was published, read before it was published, or the like.",
        "Correct one of the two.",
    ),
    "status-after-source": Explanation(
        "A status is newer than its source",
        "A source cannot know what happened after it was published.",
        "Give the source that says it, or its date.",
    ),
    "status-undated": Explanation(
        "A status is not dated",
        "A commitment is called done, under way or disputed, and it is not said when somebody said so.",
        "Write the date of the source.",
    ),
    "no-observations": Explanation(
        "An indicator has no value",
        "No row of data/observations has this indicator and the council's code.",
        "Add values, or a row with a symbol that says why there is none.",
    ),
    "unused-source": Explanation(
        "A source is not used",
        "Nothing refers to it.",
        "Cite it where it is used, or delete the row.",
    ),
    "pale-accent": Explanation(
        "The council's colour is too pale",
        "White text on it has too little contrast for many people.",
        "Choose a darker colour.",
    ),
    "to-supply": Explanation(
        "The council must supply something",
        "A question of the kind supply stands in data/questions.csv. Readers do not see it.",
        "Supply it and delete the row.",
    ),
    "to-confirm": Explanation(
        "The council must confirm something",
        "A question, a contact or a mark on a page says that the council has still to confirm it.",
        "Confirm or correct it, and take the mark away.",
    ),
}
