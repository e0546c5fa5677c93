"""Codes of people's protection and of hand-written pages."""

from generator.explanations import Explanation

PEOPLE: dict[str, Explanation] = {
    "small-count": Explanation(
        "A small count of people stands unprotected in a public folder",
        "A count of children, families or carers from 1 to the policy's threshold, or a percentage that gives one "
        "back, could point at somebody. A public repository is a publication, its history too.",
        "Keep the original elsewhere, run `transparency protect` on it, and put only the result here.",
    ),
    "small-count-in-words": Explanation(
        "A text says a small count of people that is hidden elsewhere",
        "The words of an indicator whose small counts are hidden, a note beside its figures or a correction about it say "
        "how many people there were.",
        "Say it without the number. `Fewer than 10 children`, `3 or more children` and `1 in 5 children` count nobody.",
    ),
    "personal-email": Explanation(
        "A text holds an e-mail address",
        "The address is not a contact of data/council.yml and not in data/public_people.csv.",
        "Take it out, or add it there if it is published and meant for the public.",
    ),
    "personal-telephone": Explanation(
        "A text holds a telephone number",
        "The number is not a contact of data/council.yml and not in data/public_people.csv.",
        "Take it out, or add it there if it is published and meant for the public.",
    ),
    "personal-postcode": Explanation(
        "A text holds a postcode",
        "A full postcode stands for about fifteen homes.",
        "Take it out. For a public office, add its address to data/public_people.csv.",
    ),
    "personal-address": Explanation(
        "A text holds a street address",
        "A house number and the name of a street stand together.",
        "Take it out. For a public office, add its address to data/public_people.csv.",
    ),
    "personal-number": Explanation(
        "A text holds a number that names one person",
        "An NHS, pupil, learner or National Insurance number, known by its form and check digit.",
        "Take it out. If it was ever committed, report it as a personal data incident.",
    ),
    "personal-case-number": Explanation(
        "A text holds the number of a case",
        "A case system or a court knows somebody by it.",
        "Take it out.",
    ),
    "personal-birth-date": Explanation(
        "A text holds a date of birth",
        "A date stands beside words such as born or date of birth.",
        "Take it out.",
    ),
    "personal-age": Explanation(
        "A text tells the age of one person",
        "An age stands beside somebody of whom something is told. Ages of groups are fine.",
        "Speak of an age group, or of nobody's age. Where it is nobody's age, say so under allowed_words in data/council.yml.",
    ),
    "personal-name": Explanation(
        "A text names a person",
        "A title such as Mrs, Dr or Cllr stands before a name that is not in data/public_people.csv.",
        "Write the role alone, or add a public person to that file with role and source.",
    ),
    "unused-public-person": Explanation(
        "An entry of the allow-list is not used",
        "No text holds what a row of data/public_people.csv allows.",
        "Delete the row, or correct its text.",
    ),
    "words-allowed": Explanation(
        "Words that look like personal data are allowed",
        "An entry of allowed_words in data/council.yml says so, with its reason. It is listed in every run, so that everybody sees it.",
        "Make sure now and then that the reason still holds.",
    ),
    "unused-override": Explanation(
        "An override of the guard is not needed",
        "No text holds the words that an entry of allowed_words in data/council.yml allows.",
        "Delete the entry, or correct its text.",
    ),
}
PAGES: dict[str, Explanation] = {
    "missing-page": Explanation(
        "A page that every site has is not there",
        "Every page links to it: the first page of each section, accessibility, privacy, protection and contact.",
        "Write it; `transparency new` makes a folder with a first version of each.",
    ),
    "twin-page": Explanation(
        "Two pages would have one address",
        "Their names differ only in the number before them.",
        "Rename or delete one of them.",
    ),
    "wrong-section": Explanation(
        "A page stands in the folder of another section",
        "The section in its first lines is not the name of its folder.",
        "Correct the section, or move the file.",
    ),
    "unknown-insertion": Explanation(
        "An insertion is not known",
        "What stands in double square brackets is not one of the kinds that pages have.",
        "Write [[figure:ID]], [[sentence:ID]], [[chart:ID]], [[reported:ID]], [[cite:ID place]], [[contact:ID]], "
        "[[confirm:ID]], [[page:ADDRESS words]] or [[constant:NAME]].",
    ),
    "broken-insertion": Explanation(
        "An insertion is not complete or not in its place",
        "Double square brackets do not close on their line, or a chart or contact stands among words.",
        "Write [[kind:name]] on one line; charts and contacts on a line of their own.",
    ),
    "typed-figure": Explanation(
        "A figure is typed by hand",
        "A percentage or an amount of money on a page has no citation; it would go stale in silence.",
        "Let it come in by name, or add a citation to its paragraph.",
    ),
    "tangled-page": Explanation(
        "A page is too long or too entangled to be read",
        "A paragraph, a list within lists, or the page itself goes far beyond what people write: most likely a file of another kind.",
        "Split it: empty lines between paragraphs, and a page of its own for each subject.",
    ),
    "raw-html": Explanation(
        "A page holds HTML",
        "Pages are plain Markdown, so that nothing can run or break on them.",
        "Write it in Markdown.",
    ),
    "template-marks": Explanation(
        "A page holds signs of a template",
        "Curly brackets that a template or an attribute list could take as commands.",
        "Leave them out.",
    ),
    "unsafe-link": Explanation(
        "A link or picture is not safe",
        "A link does not lead to an ordinary web address or a page of the site, or a picture comes from elsewhere.",
        "Use https:// addresses and paths of the site; put pictures in site_src.",
    ),
    "review-passed": Explanation(
        "A page was due to be checked",
        "The day in review_by has passed.",
        "Read it, correct it, and write the new days.",
    ),
}
