"""Every problem code, with when it happens and how to mend it: what `transparency explain CODE` prints.

One code per mistake. The fixture folder of a code of a council's files is `tests/problems/<code>/`.
"""

from generator.explanations import Explanation
from generator.explanations.of_cells import CELLS
from generator.explanations.of_files import FILES
from generator.explanations.of_published import BUILT, DOOR
from generator.explanations.of_rules import RULES
from generator.explanations.of_words import PAGES, PEOPLE

CHECKED: dict[str, Explanation] = {**FILES, **CELLS, **RULES, **PEOPLE, **PAGES}
"""Codes of a council's files: each has a fixture folder."""

CODES: dict[str, Explanation] = {
    **CHECKED,
    **DOOR,
    **BUILT,
    "facts-file": Explanation(
        "A file of published figures cannot be read",
        "A table or a file of facts given to `transparency attack` is not in the format that it reads.",
        "Mend each place that is named. `transparency attack --help` shows the two formats.",
    ),
    "import-file": Explanation(
        "A file given to an importer cannot be read safely",
        "The file is missing, damaged, of another kind, encrypted, or far larger than such a file can be.",
        "Download the file again from its publisher and give it as it was published.",
    ),
    "import-mapping": Explanation(
        "What data/imports.yml asks for cannot be done",
        "The mapping is not well formed, or names a measure, column, filter or indicator that is not there.",
        "Mend the entry in data/imports.yml. `transparency import ees FILE --list` shows what a file holds.",
    ),
    "import-area": Explanation(
        "A council or region is not known by its number or code",
        "A published file numbers an area in a way that the table of codes does not know: it may be new.",
        "Check the code. If the council is new, add it to the table of codes in the importers.",
    ),
    "import-sources": Explanation(
        "The list of sources cannot be brought up to date",
        "data/sources.csv does not have the headings of a list of sources.",
        "Restore the file or its headings, then import again.",
    ),
    "import-differs": Explanation(
        "A publisher describes a measure in another way than data/indicators.yml does",
        "The direction that is better, or the unit, is not the one that the publisher gives.",
        "Check which is meant. The council's own description is used; nothing needs to be done if it is on purpose.",
    ),
    "lait-period": Explanation(
        "A year in LAIT cannot be turned into a period",
        "The year's label is damaged, covers several years, or does not suit the indicator's kind of period.",
        "Check the indicator's period_kind against the year type in LAIT's dictionary.",
    ),
    "lait-series": Explanation(
        "A measure in LAIT is refused",
        "Its values contradict one another: England lies outside its regions, or a value stands twice.",
        "Take the measure from its own publication instead, with `transparency import ees`.",
    ),
    "lait-value": Explanation(
        "A value in LAIT is neither a number nor the sign for a missing one",
        "The value cannot be read, so its series is not imported.",
        "Download LAIT's file again; tell the Department for Education if it is still there.",
    ),
    "ees-rows": Explanation(
        "A row of a published file is blank or has too few or too many cells",
        "The file was damaged on its way, or edited by hand.",
        "Download the file again, or mend the row.",
    ),
    "ees-columns": Explanation(
        "The headings of a published file are not those of DfE's format",
        "A column that every file has is missing, or a heading is blank, stands twice or has a space in it.",
        "Download the file again. A warning does not stop the import.",
    ),
    "ees-time": Explanation(
        "A period in a published file is not of DfE's format",
        "The kind of time is not known, two kinds are mixed, or the digits do not suit the kind.",
        "Download the file again, or mend the period.",
    ),
    "ees-geography": Explanation(
        "A place in a published file is not of DfE's format",
        "The level is not known, a code or name is missing or belongs elsewhere, or the two do not match.",
        "Download the file again, or mend the place. A warning does not stop the import.",
    ),
    "ees-filters": Explanation(
        "A filter in a published file is not of DfE's format",
        "A filter's cell is blank or has a space at its end, so that rows of one group look like two.",
        "Download the file again, or mend the filter. A warning does not stop the import.",
    ),
    "ees-values": Explanation(
        "A value in a published file is neither a number nor a symbol",
        "The cell is blank, has an obsolete symbol, or has words, commas or spaces in it.",
        "Use a number, or one of the symbols c, x, z, u, low and k.",
    ),
    "ees-duplicates": Explanation(
        "Two rows of a published file are about the same thing",
        "Time, place and every filter are the same, so that it is not known which value is right.",
        "Keep one of the rows, or download the file again.",
    ),
    "broken-link": Explanation(
        "A built page links to something that is not there",
        "The audit of the built site follows every link inside it; this one leads nowhere.",
        "Mend the link in site_src, or the template that makes it, and build again.",
    ),
    "foreign-request": Explanation(
        "A built page would ask another host for something",
        "A page or a stylesheet loads a script, picture, font or style from another host, which would tell that host about the reader.",
        "Put the file into the site, or take it out of the template.",
    ),
    "unfinished-page": Explanation(
        "A built page is not finished",
        "A page still waits for a chart, has no first-level heading or several, uses an id twice, or shows an insertion that was not made.",
        "Mend the page in site_src, or the template that makes it, and build again.",
    ),
}
