"""Names: no council in the product, no vague word in the code, and nothing that belongs to one machine in the repository."""

import csv
import re
from pathlib import Path

import pytest

from tests.house.looking import modules, text_files, written_names

FIRST_USER = "bedford"
ORDINARY_WORDS = frozenset({"Reading", "Bury", "Sandwell"})
"""Names of councils that are also English words; they count only with what kind of council they are."""
VAGUE = frozenset({"data", "info", "item", "object", "manager", "handler", "util", "utils", "helper", "helpers", "common", "misc", "process"})
GIVEN_BY_A_LIBRARY = {
    ("generator/commands/serve.py", "handler"): "what http.server calls the class that answers",
    ("generator/national/running.py", "process"): "what multiprocessing calls what it starts",
    ("generator/importers/ofsted/structure.py", "_OBJECT"): "what the PDF standard calls its parts",
}
METHODS_OF_LIBRARIES = frozenset({"handle_data", "handle_comment"})
"""Methods of html.parser, whose arguments have the names that it gives them."""


def found_in(pattern: re.Pattern[str], *folders: str) -> list[str]:
    """Every place in the folders where a pattern stands: file, line, what was found."""
    return [
        f"{name}:{number}: {matched.group()}"
        for name, text in text_files(*folders)
        for number, line in enumerate(text.splitlines(), start=1)
        for matched in pattern.finditer(line)
    ]


def test_the_product_does_not_know_its_first_user() -> None:
    assert not found_in(re.compile(FIRST_USER, re.IGNORECASE), "generator", "templates")


def test_the_product_knows_no_council_of_england(shared_folder: Path) -> None:
    history = shared_folder / "reference/ofsted/ilacs_history_2018_2025.csv"
    if not history.is_file():
        pytest.skip("the list of English councils is not in the folder of reference files")
    with history.open(encoding="utf-8", newline="") as opened:
        names = {row["la"] for row in csv.DictReader(opened)}
    assert len(names) > 140
    plain = "|".join(re.escape(name) for name in sorted(names - ORDINARY_WORDS))
    told_apart = "|".join(f"{name} (?:Borough|Metropolitan|Council)" for name in sorted(ORDINARY_WORDS))
    assert not found_in(re.compile(rf"\b(?:{plain}|{told_apart})\b"), "generator", "templates")


def test_no_name_in_the_code_is_vague() -> None:
    vague = [
        f"{file}:{line}: {name}"
        for file, tree in modules()
        for name, line in [*written_names(tree, METHODS_OF_LIBRARIES), (Path(file).stem, 1)]
        if name.lower().strip("_") in VAGUE and (file, name) not in GIVEN_BY_A_LIBRARY
    ]
    assert not vague, "\n".join(vague)


@pytest.mark.parametrize(
    "words",
    [
        ("pypi", ".org"), ("python", "hosted"), ("registry.npm", "js"), ("static.crates", ".io"), ("proxy.golang", ".org"),
        ("--index", "-url http"), ("extra-index", "-url"), ("artifact", "ory"),
    ],
)  # fmt: skip
def test_no_file_holds_the_address_of_a_package_registry(words: tuple[str, str]) -> None:
    assert not found_in(re.compile(re.escape("".join(words)), re.IGNORECASE))


@pytest.mark.parametrize("place", ["work", "tmp", "root", "home"])
def test_no_file_holds_a_path_of_one_machine(place: str) -> None:
    """A path from the root of a disk; in a web address or behind another folder the same letters are something else."""
    assert not found_in(re.compile(rf"(?<![\w.:/)}}\]])/{place}/\w+"))
