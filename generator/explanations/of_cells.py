"""Codes of single cells and values: what was typed is not of the kind that must stand there."""

from generator.explanations import Explanation

CELLS: dict[str, Explanation] = {
    "missing-value": Explanation(
        "Something that must be said is not said",
        "A cell is empty, or a line of a YAML file is missing, that every row or entry needs.",
        "Fill it in.",
    ),
    "uncited": Explanation(
        "Something has no source",
        "A finding, figure, target, commitment or event does not say where it comes from.",
        "Write the id of its source, and add the source to data/sources.csv if it is not there.",
    ),
    "unknown-key": Explanation(
        "A YAML file has a name that is not known",
        "The name before a colon is misspelt, or stands in the wrong group.",
        "Correct it; the message guesses what was meant.",
    ),
    "wrong-shape": Explanation(
        "A value has the wrong shape",
        "A list stands where a text should be, or a text where a list or a group should be.",
        "Copy the shape of the example file.",
    ),
    "unknown-word": Explanation(
        "A word is not one of those that may stand there",
        "The column or line takes one of a few words, and this is none of them.",
        "Choose one of the words that the message lists.",
    ),
    "bad-id": Explanation(
        "An id cannot be the name of a page or file",
        "It has a space, an underscore, an accent, a letter of another alphabet or another sign, or is too long.",
        "Use letters a to z, digits and single hyphens between them, at most 60 characters.",
    ),
    "reserved-id": Explanation(
        "An id is one that is kept",
        "Names such as index, search or 404 belong to the site itself, and con or nul to Windows.",
        "Choose another name.",
    ),
    "bad-web-address": Explanation(
        "A web address is not an ordinary one",
        "It does not start with https:// or http://, has a user name or odd signs in it, or imitates another host.",
        "Copy it from the browser's address line.",
    ),
    "bad-date": Explanation(
        "A date cannot be read",
        "It is not written as year-month-day, or is no day of the calendar.",
        "Write 2025-07-14. Where a part is not known, some columns also take 2025-07 or 2025.",
    ),
    "bad-whole-number": Explanation(
        "A whole number cannot be read",
        "Something other than digits stands in the cell.",
        "Write digits only, such as 12.",
    ),
    "bad-yes-no": Explanation(
        "A cell is neither yes nor no",
        "The column takes yes or no.",
        "Write yes or no.",
    ),
    "bad-colour": Explanation(
        "A colour cannot be read",
        "It is not written as # and six signs.",
        "Write it as '#12436d', in small letters and quotation marks.",
    ),
    "bad-telephone": Explanation(
        "A telephone number is not written as it is dialled",
        "It holds letters, brackets or a plus sign.",
        "Write digits and spaces only: 01632 960123.",
    ),
    "bad-email": Explanation(
        "An e-mail address cannot be read",
        "It lacks its @ or its ending.",
        "Write it as name@example.org.",
    ),
    "bad-area-code": Explanation(
        "An area's code cannot be read",
        "Areas are known by codes of the Office for National Statistics, never by name.",
        "Write a letter and eight digits, such as E06000001.",
    ),
    "bad-fingerprint": Explanation(
        "A fingerprint is not one",
        "sha256 takes 64 signs, which an importer writes.",
        "Leave the cell empty, or let the importer write it.",
    ),
    "text-too-long": Explanation(
        "A text is too long for its place",
        "Texts have at most 3,000 characters, descriptions of pages 155.",
        "Shorten it.",
    ),
    "out-of-bounds": Explanation(
        "A setting is larger or smaller than it may be",
        "The number is outside the limits that the message gives.",
        "Correct the number.",
    ),
    "unsupported-format": Explanation(
        "The files are in another version of the data format",
        "`format:` in data/council.yml is not the version that this program reads, so nothing else in the files was judged.",
        "For an older one run `transparency migrate`; for a newer one update the program. Do not change the number by hand.",
    ),
    "not-a-number": Explanation(
        "A number cannot be read",
        "The cell has a word, a unit, a comma, a sign or a formula in it. Nothing is guessed.",
        "Write digits only, with a full stop as decimal point. Where there is no number, use the column symbol.",
    ),
    "unknown-symbol": Explanation(
        "A symbol is not one of the five",
        "The column symbol takes c, z, x, low and u, without brackets.",
        "Use one of them, or leave the cell empty where there is a value.",
    ),
    "value-and-symbol": Explanation(
        "A row has a value and a symbol",
        "The symbol says that there is no value.",
        "Delete the one that is wrong.",
    ),
    "no-value": Explanation(
        "A row has neither a value nor a symbol",
        "An empty cell does not say why there is no number.",
        "Write the value, or the symbol that says why there is none.",
    ),
    "counts-beside-symbol": Explanation(
        "Counts stand beside a hidden value",
        "A numerator or denominator in the row of a hidden value could give it back.",
        "Empty both cells.",
    ),
    "wrong-period": Explanation(
        "A period is not of the kind that its indicator has",
        "The indicator's period_kind says how periods are written, and this one is written otherwise.",
        "Write it as the message shows, or correct period_kind.",
    ),
}
