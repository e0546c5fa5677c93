"""Whatever is typed into any field of any file is shown as it was typed, in every kind of file that is built."""

import csv
import html
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.release.open_data.datasets import MOST_DESCRIPTION
from tests.hostile.conftest import Site, built_with
from tests.hostile.inputs import FORMULAS, INERT
from tests.hostile.making import FOUND, STARTED

HIDDEN_FIELDS = re.compile(r"checked_by|retrieved")
"""Fields that are for officers and that no page shows."""


class Reader(HTMLParser):
    """Every text and attribute of a page by itself, and the shape of its markup."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.shape: Counter[tuple[str, ...]] = Counter()
        self._inside: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value for _, value in attrs if value]
        self._inside.append(tag)
        if "svg" not in self._inside:
            self.shape[(tag, *sorted(name for name, _ in attrs))] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        # What scripts hold is read as JSON below; a label of a chart is broken into lines.
        if not {"script", "text"} & {*self._inside}:
            # Code to copy is shown escaped once more.
            self.texts.append(html.unescape(data) if "code" in self._inside or "textarea" in self._inside else data)


def pages(site: Site) -> Iterator[tuple[str, Reader]]:
    for path in sorted(site.folder.rglob("*.html")):
        yield path.relative_to(site.folder).as_posix(), Reader(path.read_text(encoding="utf-8"))


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()


def wrong_texts(site: Site, texts: list[str]) -> Iterator[str]:
    """Places of texts that do not stand whole and as typed in one piece."""
    for text in texts:
        ended = set()
        for letters, middle in FOUND.findall(text):
            ended.add(letters.lower())
            if folded(middle) != folded(site.typed.texts[letters.lower()]):
                yield f"{site.typed.places[letters.lower()]} reads {middle[:80]!r}"
        for letters in STARTED.findall(text):
            if letters.lower() not in ended:
                yield f"{site.typed.places[letters.lower()]} is cut short: {text[-60:]!r}"


def test_every_text_stands_whole_and_as_typed_on_every_page(hostile: Site) -> None:
    wrong = {f"{name}: {fault}" for name, page in pages(hostile) for fault in wrong_texts(hostile, page.texts)}
    assert sorted(wrong) == []


def test_every_field_is_tried(hostile: Site) -> None:
    shown = {letters.lower() for _, page in pages(hostile) for text in page.texts for letters in STARTED.findall(text)}
    unseen = sorted(place for letters, place in hostile.typed.places.items() if letters not in shown and not HIDDEN_FIELDS.search(place))
    assert len(shown) > 100
    assert len(unseen) < len(hostile.typed.places) / 4, unseen


def test_no_page_has_an_element_or_an_attribute_more_than_with_harmless_texts(hostile: Site, benign: Site) -> None:
    shapes = {name: page.shape for name, page in pages(benign)}
    assert {name for name, _ in pages(hostile)} == set(shapes)
    different = {name: ((page.shape - shapes[name]), (shapes[name] - page.shape)) for name, page in pages(hostile) if page.shape != shapes[name]}
    assert different == {}


def test_drawings_are_made_of_the_same_elements(hostile: Site, benign: Site) -> None:
    drawings = sorted(hostile.folder.rglob("*.svg"))
    assert drawings
    for path in drawings:
        same = benign.folder / path.relative_to(hostile.folder)
        kinds = [{element.tag for element in ElementTree.parse(one).iter()} for one in (path, same)]
        assert kinds[0] == kinds[1], path.name


def strings_in(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        if len(tree) < MOST_DESCRIPTION:  # search engines take no longer description, so a longer one is cut
            yield tree
    elif isinstance(tree, dict):
        for name, value in tree.items():
            yield name
            yield from strings_in(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from strings_in(value)


def test_every_json_file_says_what_was_typed(hostile: Site) -> None:
    files = [path for path in hostile.folder.rglob("*") if path.suffix in (".json", ".jsonld")]
    assert len(files) > 5
    for path in files:
        texts = list(strings_in(json.loads(path.read_text(encoding="utf-8"))))
        assert list(wrong_texts(hostile, texts)) == [], path.name


def test_what_machines_read_in_the_pages_says_what_was_typed_and_ends_no_script(hostile: Site) -> None:
    found = 0
    for path in hostile.folder.rglob("*.html"):
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL):
            found += 1
            assert "<" not in block
            assert list(wrong_texts(hostile, list(strings_in(json.loads(block))))) == []
    assert found


@pytest.mark.parametrize("name", ["feed.xml", "sitemap.xml"])
def test_xml_is_well_formed_and_says_what_was_typed(hostile: Site, name: str) -> None:
    root = ElementTree.parse(hostile.folder / name).getroot()
    texts = [element.text or "" for element in root.iter()] + [value for element in root.iter() for value in element.attrib.values()]
    assert list(wrong_texts(hostile, texts)) == []


def tables(site: Site) -> Iterator[tuple[str, list[list[str]]]]:
    for path in sorted(site.folder.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as opened:
            yield path.name, list(csv.reader(opened, strict=True))
    for path in sorted(site.folder.rglob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".csv"):
                    yield name, list(csv.reader(io.StringIO(archive.read(name).decode()), strict=True))


def test_every_table_keeps_its_shape_and_says_what_was_typed(hostile: Site) -> None:
    found = dict(tables(hostile))
    assert len(found) > 5
    for name, rows in found.items():
        assert {len(row) for row in rows} == {len(rows[0])}, name
        assert list(wrong_texts(hostile, [cell for row in rows for cell in row])) == [], name


def test_a_calendar_has_no_line_that_was_typed(hostile: Site, benign: Site) -> None:
    for path in hostile.folder.rglob("*.ics"):
        kinds = []
        for one in (path, benign.folder / path.relative_to(hostile.folder)):
            unfolded = one.read_bytes().decode().replace("\r\n ", "")
            kinds.append([re.split("[:;]", line)[0] for line in unfolded.split("\r\n")])
        assert kinds[0] == kinds[1]


DANGEROUS = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def dangerous_cells(site: Site) -> list[str]:
    return [f"{name}: {cell[:40]}" for name, rows in tables(site) for row in rows for cell in row if DANGEROUS.match(cell) and not NUMBER.fullmatch(cell)]


def plain(formula: str) -> str:
    """The formula at the very start of its cell: no sign of ours before it."""
    return formula


@pytest.fixture(scope="module")
def formulas(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build with a formula at the start of every field, and negative numbers in the table of observations."""
    from tests.hostile import making

    folder = tmp_path_factory.mktemp("formulas")
    begin, making.BEGIN = making.BEGIN, ""
    try:
        typed = making.hostile_council(folder / "council", lambda number: FORMULAS[number % len(FORMULAS)])
    finally:
        making.BEGIN = begin
    change = folder / "council/data/indicators.yml"
    listed = json.loads(change.read_text(encoding="utf-8"))
    copy = {**listed[0], "id": "change", "unit": "score", "differs_from": [], "areas": [], "evidence": "context"}
    change.write_text(json.dumps([*listed, copy]), encoding="utf-8")
    with (folder / "council/data/observations/imported/national.csv").open("a", encoding="utf-8") as opened:
        opened.write("change,E06000999,2023-24,all,-5,,,,final,STATS,\nchange,E06000999,2024-25,all,-0.4,,,,final,STATS,\n")
    from tests.site.conftest import run_build

    built = run_build(folder / "council", folder / "site")
    assert built.code == 0, (built.said + built.complained)[-3000:]
    return Site(built.folder.resolve(), typed)


def test_no_cell_of_a_download_is_a_formula(formulas: Site) -> None:
    assert dangerous_cells(formulas) == []


def test_a_neutralised_cell_says_what_was_typed_after_its_apostrophe(formulas: Site) -> None:
    cells = {cell for _, rows in tables(formulas) for row in rows for cell in row}
    for formula in FORMULAS[:10]:
        assert any(cell.startswith(f"'{formula} ") or cell.startswith(f"' {formula} ") for cell in cells), formula


def test_negative_numbers_keep_their_sign_in_every_download(formulas: Site) -> None:
    rows = [row for name, table in tables(formulas) if name == "figures.csv" for row in table]
    assert {cell for row in rows if row[0] == "change" for cell in row} >= {"-5", "-0.4"}
    text = (formulas.folder / "data/figures/change.json").read_text(encoding="utf-8")
    assert {-5, -0.4} <= {value for value in numbers_in(json.loads(text))}


def numbers_in(tree: object) -> Iterator[float]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from numbers_in(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from numbers_in(value)
    elif isinstance(tree, int | float):
        yield tree


@pytest.mark.torture
@pytest.mark.parametrize("text", INERT)
def test_each_text_alone_is_shown_as_typed(tmp_path: Path, text: str) -> None:
    site = built_with(tmp_path, lambda _: text)
    wrong = {f"{name}: {fault}" for name, page in pages(site) for fault in wrong_texts(site, page.texts)}
    assert sorted(wrong) == []
