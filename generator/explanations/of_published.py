"""Codes of what would be published or has been built: the door, the built folder and its audit."""

from generator.explanations import Explanation

BUILT: dict[str, Explanation] = {
    "broken-link": Explanation(
        "A link of the built site leads nowhere",
        "A page links to a page, a file or a place within a page that is not in the built folder.",
        "Mend the link in site_src, or the template that makes it.",
    ),
    "foreign-request": Explanation(
        "A built page would ask another host for a file",
        "A script, picture, font or style is loaded from outside the site, which tells others who reads it.",
        "Put the file into the site, or take it out of the template.",
    ),
    "unsafe-markup": Explanation(
        "A built file could run code, or its security policy is missing or loose",
        "A page, drawing or data file holds a script, style, frame or address that the site's strict policy is there to keep out.",
        "Mend the page in site_src, or the template that makes it. Nothing in data/ can cause this: please report it.",
    ),
    "unfinished-page": Explanation(
        "A built page is not finished",
        "It waits for a part that was never put in, has no title or two, or shows an insertion that was not made.",
        "Mend the page in site_src, or the template that makes it.",
    ),
    "hidden-figure-shown": Explanation(
        "The built site gives away a hidden figure",
        "A number stands where a figure is hidden: in text, in an attribute, in a chart or in a download.",
        "Take the number out of the template or page that prints it; print the figure's symbol instead.",
    ),
    "untied-number": Explanation(
        "A number in the built site is not a published figure",
        "A place that is marked as showing figures holds a number that none of those figures has.",
        "Let the template print the figure itself, or mark the place with the figures that it shows.",
    ),
    "figure-differs": Explanation(
        "A figure reads differently in two places",
        "A page, a chart or a download shows another number than the table of all figures does.",
        "Let every place print the same figure; delete downloads that an earlier build left behind.",
    ),
    "unknown-figure": Explanation(
        "The built site shows a figure that is not in its table of figures",
        "A page or download is marked with a figure that the table of all figures does not list.",
        "Write every published figure into the table of all figures, or take it off the page.",
    ),
    "leftover-file": Explanation(
        "A file in the built folder does not belong to the site",
        "An old release, a log, a temporary or raw file would be published with the site.",
        "Delete it, and build into an empty folder.",
    ),
    "worked-out-figure": Explanation(
        "A hidden count can be worked out from what the built site shows",
        "The shown totals, parts, percentages or an earlier release leave it one value, or too few.",
        "Protect the table again; see `transparency protect --help`.",
    ),
    "shown-earlier": Explanation(
        "An earlier release, or a dated snapshot that the site still gives away, shows a figure that is hidden now",
        "Whoever kept the earlier release still has the number, or can work it out from both together.",
        "Ask for help: hiding it now does not call it back. If the number itself is another one now, mark it revised. Take a snapshot that "
        "tells it out of data/snapshots and out of the repository's releases.",
    ),
}
"""Codes of the audit, which reads a built folder: they cannot come from a council's folder."""

DOOR: dict[str, Explanation] = {
    "recoverable-count": Explanation(
        "A hidden count can be worked out from the figures beside it",
        "A figure is hidden with c, but the total and the other parts, or a percentage with its number of people, "
        "leave it one value, or too few.",
        "Hide one more figure of the same table, or run `transparency protect` on the original file.",
    ),
}
"""Codes of the door: the files are well formed, but what would be published of them is not safe."""
