"""Every kind of leak that was planted in a built site is found for what it is, and a clean site gives no alarm."""

import json
import re
from pathlib import Path

import pytest

from generator.audit import audit
from tests.audit.planting import (
    HIDDEN_CELL,
    HOMES,
    MONTHLY,
    Plant,
    add,
    both,
    copied,
    first_svg,
    in_json,
    in_search_index,
    in_zip,
    longer_line,
    put,
    raised,
    swap,
    with_shape,
    write,
)

CSV_ROW = r"(homes,.*?,2025-03-31,.*?,all),([^,]*),c,"
LEAKS: dict[str, Plant] = {
    "the number in place of the symbol": put(HOMES, HIDDEN_CELL, HIDDEN_CELL.replace("&#91;c&#93;", "2")),
    "the number in place of the marked cell": put(HOMES, HIDDEN_CELL, "2"),
    "the number beside the symbol": put(HOMES, HIDDEN_CELL, f"{HIDDEN_CELL} <small>(2)</small>"),
    "the number in letters": put(HOMES, HIDDEN_CELL, HIDDEN_CELL.replace("&#91;c&#93;", "two children")),
    "a word of movement about a hidden figure": put(HOMES, HIDDEN_CELL, HIDDEN_CELL.replace("&#91;c&#93;", "[c], which fell again")),
    "an alternative text": put(HOMES, "<figure", '<img src="../../assets/favicon.svg" alt="2 children in unregistered homes"><figure'),
    "a title attribute": put(HOMES, '<td class="r">', '<td class="r" title="2 children">'),
    "a spoken label": put(HOMES, 'aria-label="All the figures"', 'aria-label="All the figures, the last is 2"'),
    "a data attribute": put(HOMES, '<td class="r">', '<td class="r" data-value="2">'),
    "a style": put(HOMES, '<td class="r">', '<td class="r" style="width:2%">'),
    "the meta description": put(HOMES, 'name="description" data-pagefind-meta="description[content]" content="', 'name="description" data-pagefind-meta="description[content]" content="Now 2 children. '),
    "the description for other sites": put(HOMES, 'property="og:description" content="', 'property="og:description" content="Now 2 children. '),
    "the title of the page": put(HOMES, "<title>", "<title>2 children: "),
    "a sentence on the page": put(HOMES, '<h2 id="all-the-figures">', '<p>In 2025 there were 2 children.</p><h2 id="all-the-figures">'),
    "a sentence in letters": put(HOMES, '<h2 id="all-the-figures">', '<p>In 2025 there were two children.</p><h2 id="all-the-figures">'),
    "a percentage of a known base": put("figures/visits/index.html", '<h2 id="all-the-figures">', '<p>In 2023-24 it was 92.9% of 42 children.</p><h2 id="all-the-figures">'),
    "a sentence on the home page": put("index.html", "<h1", "<p>There are 2 children in such homes.</p><h1"),
    "a row of the catalogue": put("figures/index.html", 'data-label="Since the figure before">Fell', 'data-label="Since the figure before">2 in 2025, fell'),
    "a comment": put(HOMES, "<h1>", "<!-- suppressed value 2 --><h1>"),
    "structured data in the page": put(HOMES, "</head>", '<script type="application/ld+json">{"name":"homes","value":2}</script></head>'),
    "a figure shown in two ways": put("figures/index.html", 'data-figures="homes/E10000999/2024-03-31/all">8<', 'data-figures="homes/E10000999/2024-03-31/all">9<'),
    "a mark of a figure that does not exist": put(HOMES, "homes/E10000999/2025-03-31/all", "homes/E10000999/2026-03-31/all"),
    "a chart's description": first_svg(lambda svg: svg.replace("</desc>", " In 2025 it was 2.</desc>")),
    "a chart's title": first_svg(lambda svg: svg.replace("</title>", ": 2 in 2025</title>")),
    "a chart's label": first_svg(lambda svg: svg.replace(">[c]</text>", ">[c] 2</text>", 1)),
    "an axis tick": first_svg(lambda svg: re.sub(r'(<text x="18.9" y=")([\d.]+)(">5</text>)', r'\g<1>\g<2>\g<3><text x="18.9" y="228.7">2</text>', svg)),
    "a mark where the hidden figure would stand": first_svg(raised),
    "a mark of nothing in the plot": first_svg(with_shape('<circle cx="{x}" cy="{y}" r="3"/>')),
    "a bar as long as the hidden figure": first_svg(with_shape('<rect x="{x}" y="{y}" width="4" height="33"/>')),
    "a line as long as the hidden figure": first_svg(with_shape('<line x1="{x}" y1="{y}" x2="{x}" y2="{base}"/>')),
    "the line drawn on to the hidden figure": first_svg(longer_line),
    "the chart in a file of its own": put("data/figures/homes.svg", "</desc>", " In 2025 it was 2.</desc>"),
    "a row of the table of figures": swap("data/figures.csv", CSV_ROW, r"\1,2,,"),
    "a row that has the symbol and the number": swap("data/figures.csv", CSV_ROW, r"\1,2,c,"),
    "a row of one indicator's table": swap("data/figures/homes.csv", CSV_ROW, r"\1,2,,"),
    "the numerator of a hidden percentage": swap("data/figures/visits.csv", r"(2023-24,.*?,all,[^,]*,c),,,", r"\1,39,42,"),
    "a value in JSON": in_json("data/figures/homes.json", lambda figure: figure.update(value=2)),
    "a value beside the symbol in JSON": in_json("data/figures/homes.json", lambda figure: figure.update(raw=2)),
    "a note in JSON": in_json("data/figures/homes.json", lambda figure: figure.update(note="2 children")),
    "a value in the API": in_json("data/api/v1/figures/homes.json", lambda figure: figure.update(value=2)),
    "the zip of everything": in_zip,
    "the words of the search index": in_search_index(lambda entry: entry.update(content=str(entry["content"]) + " In 2025: 2.")),
    "the description in the search index": in_search_index(lambda entry: entry["meta"].update(description="2 children now")),  # type: ignore[attr-defined]  # a made entry
    "an entry of the feed": put("feed.xml", "<title>", "<title>2 children in unregistered homes. "),
    "a missing second hidden cell": both(
        *(swap(name, r"(monthly,.*?,2025-05,.*?,all),[^,]*,c,", r"\1,20,,") for name in ("data/figures.csv", "data/figures/monthly.csv")),
        put(MONTHLY, 'data-figures="monthly/E10000999/2025-05/all">&#91;c&#93;', 'data-figures="monthly/E10000999/2025-05/all">20'),
    ),
    "an old release kept in the site": copied(".", "2024"),
    "an old page kept in the site": copied("figures/homes", "2024/homes"),
    "an old table beside the new one": copied("data/figures.csv", "data/figures-2024.csv"),
    "a log": write("build.log", "hidden homes 2025: 2\n"),
    "a backup": write("data/figures.csv.bak", "homes,2\n"),
    "a raw file": write("data/raw-homes.csv", "homes,2\n"),
    "a comment in a file for machines": add("robots.txt", "# homes 2025 was 2\n"),
    "the fingerprint of a raw file": write("data/protection.json", json.dumps({"data/observations/council.csv": "a" * 64})),
    "a source map": write("assets/site.js.map", '{"sources":["homes 2"]}'),
    "text written by a style": add("assets/site.css", '.r::after{content:" 2"}'),
    "an address of the sitemap": put("sitemap.xml", "</urlset>", "<url><loc>https://www.example.gov.uk/2-children/</loc></url></urlset>"),
    "an entry of the calendar": put("calendar.ics", "X-WR-CALNAME", "DESCRIPTION:2 children are hidden\nX-WR-CALNAME"),
    "a comment in a script": add("assets/site.js", "\n// Children in unregistered homes: 2\n"),
    "a page that the search leaves out": put("404.html", "</body>", "<p>There were 2 children.</p></body>"),
    "the footer of one page": put("index.html", "</footer>", "<p>There were 2 children.</p></footer>"),
    "a loose number in the API": put("data/api/v1/index.json", "{", '{"hidden":2,'),
    "words in the API": put("data/api/v1/statuses.json", '"title":"', '"title":"2 children in '),
    "a search word": put("assets/synonyms.json", "{", '{"2 children":["homes"],'),
}
FOUND_AS = {
    "hidden-figure-shown": (
        "the number in place of the symbol",
        "the number in letters",
        "a word of movement about a hidden figure",
        "a row of the table of figures",
        "a row that has the symbol and the number",
        "a row of one indicator's table",
        "the numerator of a hidden percentage",
        "a value in JSON",
        "a value beside the symbol in JSON",
        "a note in JSON",
        "a value in the API",
    ),
    "figure-differs": (
        "a sentence on the home page",
        "a figure shown in two ways",
        "a mark where the hidden figure would stand",
        "a mark of nothing in the plot",
        "a bar as long as the hidden figure",
        "a line as long as the hidden figure",
        "the line drawn on to the hidden figure",
        "the zip of everything",
        "the words of the search index",
        "the description in the search index",
    ),
    "unknown-figure": (
        "a mark of a figure that does not exist",
    ),
    "worked-out-figure": (
        "a missing second hidden cell",
    ),
    "leftover-file": (
        "an old release kept in the site",
        "an old page kept in the site",
        "an old table beside the new one",
        "a log",
        "a backup",
        "a raw file",
        "a comment in a file for machines",
        "the fingerprint of a raw file",
        "a source map",
    ),
    "broken-link": (
        "an address of the sitemap",
    ),
}
"""By which code a leak is known; all others are numbers that no figure explains."""
CODE_OF = {leak: code for code, leaks in FOUND_AS.items() for leak in leaks}


def test_a_clean_site_with_hidden_figures_gives_no_alarm(hidden_site: Path) -> None:
    assert [(str(problem.place), problem.code, problem.found) for problem in audit(hidden_site)] == []


@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found(site_copy: Path, leak: str) -> None:
    LEAKS[leak](site_copy)
    assert CODE_OF.get(leak, "untied-number") in {problem.code for problem in audit(site_copy)}


def test_no_message_of_the_audit_holds_the_number_that_leaked(site_copy: Path) -> None:
    put(HOMES, HIDDEN_CELL, HIDDEN_CELL.replace("&#91;c&#93;", "777"))(site_copy)
    put(HOMES, '<h2 id="all-the-figures">', '<p>Then 888 children.</p><h2 id="all-the-figures">')(site_copy)
    found = audit(site_copy)
    assert {problem.code for problem in found} >= {"hidden-figure-shown", "untied-number"}
    assert not [problem for problem in found if "777" in str(problem) or "888" in str(problem)]
