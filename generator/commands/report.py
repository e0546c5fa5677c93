"""Problems as one page to print and tick off: no other file, no script, nothing that a browser would fetch.

Like every face of problems it names files, rows and columns and never a cell.
"""

from collections.abc import Iterable
from datetime import date
from html import escape
from itertools import groupby

from generator.codes import CODES
from generator.commands.outcome import summary
from generator.periods import in_words
from generator.problems import Problem, Severity

STYLE = """
@page { size: A4; margin: 18mm 16mm; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #16212b; background: #fff; font: 16px/1.5 Arial, "Liberation Sans", sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.2; }
h2 { margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid #16212b; font-size: 1.1rem; break-after: avoid; overflow-wrap: anywhere; }
ol { margin: 0; padding: 0; list-style: none; }
li { display: grid; grid-template-columns: 1.1rem 1fr; gap: 0 .8rem; padding: .7rem 0; border-bottom: 1px solid #c3ccd4; break-inside: avoid; }
.box { width: 1.1rem; height: 1.1rem; margin-top: .2rem; border: 1.5px solid #16212b; }
p { margin: 0 0 .2rem; overflow-wrap: anywhere; }
.kind { font-weight: bold; }
.why { color: #4b5a67; font-size: .9rem; }
"""
KINDS = {Severity.ERROR: "Error: nothing is published until it is mended", Severity.WARNING: "Warning: please look", Severity.NOTICE: "For the council to supply"}


def as_html(problems: Iterable[Problem], as_at: date) -> str:
    """The page: every problem by file and row, with a box to tick, what it means and how to mend it."""
    listed = sorted(set(problems))
    parts = [_file(name, list(of_file)) for name, of_file in groupby(listed, key=lambda one: one.place.file)]
    said = summary(listed)
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>Problems in the council’s files</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>Problems in the council’s files</h1>\n<p>{escape(said)} Checked as at {in_words(as_at)}.</p>\n"
        + "".join(parts)
        + "</body>\n</html>"
    )


def _file(name: str, problems: list[Problem]) -> str:
    rows = "".join(_row(one) for one in problems)
    return f"<h2>{escape(name)}</h2>\n<ol>\n{rows}</ol>\n"


def _row(one: Problem) -> str:
    where = str(one.place).removeprefix(one.place.file).removeprefix(", ") or "the whole file"
    explained = CODES[one.code]
    return (
        f'<li><span class="box"></span><div><p><span class="kind">{escape(KINDS[one.severity])}</span> · {escape(where)}</p>'
        f"<p>{escape(one.found)}</p><p>{escape(one.fix)}</p>"
        f'<p class="why">{escape(explained.title)} ({escape(one.code)}). {escape(explained.when)}</p></div></li>\n'
    )
