"""Every kind of leak that was planted in a built site is found, and a clean site gives no alarm.

The council's homes for 2021 and 2025 are hidden (3 and 2 children), visits of 2023-24 (39 of 42), April and May
among the months (3 and 20), and girls and boys of the quarter (4 and 49).
"""

import gzip
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.audit import audit

HOMES = "figures/homes/index.html"
MONTHLY = "figures/monthly/index.html"
HIDDEN_CELL = '<span class="num" data-figures="homes/E10000999/2025-03-31/all">&#91;c&#93;</span>'
Plant = Callable[[Path], None]


def put(name: str, old: str, new: str, count: int = 1) -> Plant:
    """Replace a text in a file; it must be there."""

    def plant(site: Path) -> None:
        path = site / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold what is to be replaced"
        path.write_text(text.replace(old, new, count), encoding="utf-8")

    return plant


def write(name: str, text: str) -> Plant:
    """Write a file of its own into the site."""

    def plant(site: Path) -> None:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")

    return plant


def both(*plants: Plant) -> Plant:
    """Several changes that make one leak."""

    def plant(site: Path) -> None:
        for one in plants:
            one(site)

    return plant


def in_json(name: str, change: Callable[[dict[str, object]], None]) -> Plant:
    """Change the hidden figure's object in a JSON file."""

    def plant(site: Path) -> None:
        document = json.loads((site / name).read_text(encoding="utf-8"))
        (figure,) = [one for one in document["figures"] if one["key"] == "homes/E10000999/2025-03-31/all"]
        change(figure)
        (site / name).write_text(json.dumps(document), encoding="utf-8")

    return plant


def in_search_index(change: Callable[[dict[str, object]], None], page: str = "/figures/homes/") -> Plant:
    """Change a page's entry in the search index."""

    def plant(site: Path) -> None:
        for path in (site / "pagefind/fragment").glob("*.pf_fragment"):
            entry = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
            if entry["url"] == page:
                change(entry)
                path.write_bytes(gzip.compress(b"pagefind_dcd" + json.dumps(entry).encode()))
                return
        raise AssertionError(f"{page} is not in the search index")

    return plant


def in_zip(site: Path) -> None:
    """Put the raw number into the zip's own table."""
    with zipfile.ZipFile(site / "data/all.zip") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    table = files["figures.csv"].decode()
    files["figures.csv"] = re.sub(r"(homes,.*?,2025-03-31,.*?,all),[^,]*,c,", r"\1,2,,", table).encode()
    assert files["figures.csv"].decode() != table
    with zipfile.ZipFile(site / "data/all.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def old_release(site: Path) -> None:
    """Keep an earlier release inside the site."""
    shutil.copytree(site / "figures", site / "2024/figures")


def first_svg(change: Callable[[str], str], page: str = HOMES) -> Plant:
    """Change the first chart of a page."""

    def plant(site: Path) -> None:
        text = (site / page).read_text(encoding="utf-8")
        start = text.index('aria-labelledby="chart-')
        end = text.index("</svg>", start)
        changed = change(text[start:end])
        assert changed != text[start:end]
        (site / page).write_text(text[:start] + changed + text[end:], encoding="utf-8")

    return plant


def hidden_point(svg: str) -> tuple[str, float, float]:
    """The hollow mark of a hidden figure: its element, and where it stands."""
    found = re.search(r'<circle cx="([\d.]+)" cy="([\d.]+)"[^>]*data-figure="homes/E10000999/2025-03-31/all"[^>]*>', svg)
    assert found
    return found.group(), float(found.group(1)), float(found.group(2))


def raised(svg: str) -> str:
    """The hidden figure's mark, lifted to where its value would be."""
    element, across, down = hidden_point(svg)
    return svg.replace(element, element.replace(f'cy="{down:g}"', f'cy="{down - 33:g}"')) if across else svg


def with_shape(shape: str) -> Callable[[str], str]:
    """Another shape in the picture; {x} and {y} are where the hidden figure's mark stands."""

    def change(svg: str) -> str:
        _, across, down = hidden_point(svg)
        return svg.removesuffix("</g>") + shape.format(x=across, y=down - 33, base=down) + "</g>"

    return change


def longer_line(svg: str) -> str:
    """The council's line, drawn on to the hidden figure."""
    _, across, down = hidden_point(svg)
    return re.sub(r'(<path d=")([^"]+)(" data-line="council")', rf"\g<1>\g<2>L{across:g} {down - 33:g}\g<3>", svg)


CSV_ROW = re.compile(r"(homes,.*?,2025-03-31,.*?,all),([^,]*),c,")
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
    "a row of the table of figures": lambda site: (site / "data/figures.csv").write_text(CSV_ROW.sub(r"\1,2,,", (site / "data/figures.csv").read_text())),  # fmt: skip
    "a row that has the symbol and the number": lambda site: (site / "data/figures.csv").write_text(CSV_ROW.sub(r"\1,2,c,", (site / "data/figures.csv").read_text())),  # fmt: skip
    "a row of one indicator's table": lambda site: (site / "data/figures/homes.csv").write_text(CSV_ROW.sub(r"\1,2,,", (site / "data/figures/homes.csv").read_text())),  # fmt: skip
    "the numerator of a hidden percentage": lambda site: (site / "data/figures/visits.csv").write_text(re.sub(r"(2023-24,.*?,all,[^,]*,c),,,", r"\1,39,42,", (site / "data/figures/visits.csv").read_text())),  # fmt: skip
    "a value in JSON": in_json("data/figures/homes.json", lambda figure: figure.update(value=2)),
    "a value beside the symbol in JSON": in_json("data/figures/homes.json", lambda figure: figure.update(raw=2)),
    "a note in JSON": in_json("data/figures/homes.json", lambda figure: figure.update(note="2 children")),
    "a value in the API": in_json("data/api/v1/figures/homes.json", lambda figure: figure.update(value=2)),
    "the zip of everything": in_zip,
    "the words of the search index": in_search_index(lambda entry: entry.update(content=str(entry["content"]) + " In 2025: 2.")),
    "the description in the search index": in_search_index(lambda entry: entry["meta"].update(description="2 children now")),  # type: ignore[attr-defined]  # a made entry
    "an entry of the feed": put("feed.xml", "<title>", "<title>2 children in unregistered homes. "),
    "a missing second hidden cell": both(
        *(
            lambda site, name=name: (site / name).write_text(re.sub(r"(monthly,.*?,2025-05,.*?,all),[^,]*,c,", r"\1,20,,", (site / name).read_text()))  # type: ignore[misc]  # one for each file
            for name in ("data/figures.csv", "data/figures/monthly.csv")
        ),
        put(MONTHLY, 'data-figures="monthly/E10000999/2025-05/all">&#91;c&#93;', 'data-figures="monthly/E10000999/2025-05/all">20'),
    ),
    "an old release kept in the site": old_release,
    "an old table beside the new one": lambda site: shutil.copy(site / "data/figures.csv", site / "data/figures-2024.csv"),  # type: ignore[dict-item,return-value]  # what is returned does not matter
    "a log": write("build.log", "hidden homes 2025: 2\n"),
    "a backup": write("data/figures.csv.bak", "homes,2\n"),
    "a raw file": write("data/raw-homes.csv", "homes,2\n"),
    "a comment in a file for machines": lambda site: (site / "robots.txt").write_text((site / "robots.txt").read_text() + "# homes 2025 was 2\n"),  # type: ignore[dict-item,return-value]  # as above
    "the fingerprint of a raw file": lambda site: (site / "data/protection.json").write_text(json.dumps({"data/observations/council.csv": "a" * 64})),  # type: ignore[dict-item,return-value]  # as above
    "a source map": write("assets/site.js.map", '{"sources":["homes 2"]}'),
    "text written by a style": lambda site: (site / "assets/site.css").write_text((site / "assets/site.css").read_text() + '.r::after{content:" 2"}'),  # type: ignore[dict-item,return-value]  # as above
}


def test_a_clean_site_with_hidden_figures_gives_no_alarm(hidden_site: Path) -> None:
    assert [(str(problem.place), problem.code, problem.found) for problem in audit(hidden_site)] == []


@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found(site_copy: Path, leak: str) -> None:
    LEAKS[leak](site_copy)
    assert audit(site_copy), f"{leak} was not found"


def test_no_message_of_the_audit_holds_the_number_that_leaked(site_copy: Path) -> None:
    put(HOMES, HIDDEN_CELL, HIDDEN_CELL.replace("&#91;c&#93;", "777"))(site_copy)
    put(HOMES, '<h2 id="all-the-figures">', '<p>Then 888 children.</p><h2 id="all-the-figures">')(site_copy)
    found = audit(site_copy)
    assert {problem.code for problem in found} >= {"hidden-figure-shown", "untied-number"}
    assert not [problem for problem in found if "777" in str(problem) or "888" in str(problem)]
