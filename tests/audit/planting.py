"""Ways to plant a leak in a copy of the built site of `hidden_council`; each must find what it changes.

Hidden there: homes of 2021 and 2025 (3 and 2 children), visits of 2023-24 (39 of 42), April and May among the months
(3 and 20), girls and boys of the quarter (4 and 49).
"""

import gzip
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

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


def swap(name: str, pattern: str, new: str) -> Plant:
    """Replace the first match of a pattern in a file; there must be one."""

    def plant(site: Path) -> None:
        text = (site / name).read_text(encoding="utf-8")
        changed = re.sub(pattern, new, text, count=1)
        assert changed != text, f"{name} does not hold what is to be replaced"
        (site / name).write_text(changed, encoding="utf-8")

    return plant


def add(name: str, text: str) -> Plant:
    """Write something at the end of a file."""

    def plant(site: Path) -> None:
        with (site / name).open("a", encoding="utf-8") as opened:
            opened.write(text)

    return plant


def copied(name: str, to: str) -> Plant:
    """Keep a file or folder of the site under another name as well."""

    def plant(site: Path) -> None:
        copy = shutil.copytree if (site / name).is_dir() else shutil.copy
        whole = site.with_name("whole")
        shutil.copytree(site, whole)
        (site / to).parent.mkdir(parents=True, exist_ok=True)
        copy(whole / name, site / to)

    return plant
