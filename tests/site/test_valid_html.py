"""Every built page is valid HTML: by html5lib's strict parser always, by the Nu checker where it is at hand."""

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import html5lib
import pytest

from tests.site.conftest import Built

BLIND = "Content Security Policy"
"""The Nu checker does not know which host a file will stand on, so it takes every file of ours for a stranger's."""


def faults_of(page: bytes) -> list[str]:
    """What a strict reader objects to: parse errors, and ids that two elements share."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(page, transport_encoding="utf-8")
    broken = [f"{code} at {place}" for place, code, _ in parser.errors]
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    return broken + [f"id {name} is given {count} times" for name, count in ids.items() if count > 1]


def test_every_page_is_read_without_a_parse_error(bedford: Built) -> None:
    pages = sorted(bedford.folder.resolve().rglob("*.html"))
    assert len(pages) > 100
    found = {str(page.relative_to(bedford.folder.resolve())): faults_of(page.read_bytes()) for page in pages}
    assert {page: faults for page, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>One<div>Two</p></div>", "unexpected-end-tag"),
        ("<table><p>One</p></table>", "implies-table-voodoo"),
        ('<p id="a">One</p><p id="a">Two</p>', "id a is given 2 times"),
        ("<p>One &nosuch; two</p>", "named-entity"),
    ],
)
def test_a_fault_would_be_found(body: str, fault: str) -> None:
    found = faults_of(f"<!doctype html><html lang=en><title>x</title><body>{body}".encode())
    assert any(fault in one for one in found), found


@pytest.mark.sweep
def test_the_nu_checker_objects_to_nothing(bedford: Built) -> None:
    jar, java = os.environ.get("VNU_JAR"), shutil.which("java")
    if not (jar and java and Path(jar).is_file()):
        pytest.skip("needs Java and the Nu checker: VNU_JAR says where vnu.jar lies (npm install vnu-jar)")
    run = subprocess.run(
        [java, "-jar", jar, "--skip-non-html", "--format", "json", str(bedford.folder.resolve())],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    said = json.loads(run.stderr)["messages"]
    assert said, "it objects to our policy at least, or it read nothing"
    assert [f"{one['url']}: {one['message']}" for one in said if BLIND not in one["message"]] == []
