"""Nothing is left over: every code, command, template, word, field and check is used and explained."""

import argparse
import ast
import re
from collections import Counter
from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator import model, vocabulary
from generator.cli import parser
from generator.codes import CODES
from generator.records import checks, declared, layout
from generator.release.dictionary import FILES, dictionary
from generator.vocabulary import Labelled
from tests.house.looking import GENERATOR, ROOT, modules, strings, text_files

EXPLAINED_IN = ("generator/codes.py", "generator/explanations/")
WORD_LISTS = [one for one in vars(vocabulary).values() if isinstance(one, type) and issubclass(one, StrEnum) and one not in (StrEnum, Labelled)]
NOT_A_FILE = (model.Declared, model.Content, model.HandWrittenPage)
"""Shapes that no officer edits: the parent of all, the whole, and a page after it was read (its head is declared)."""
SHAPES = [
    one
    for room in (model, declared)
    for one in vars(room).values()
    if isinstance(one, type) and issubclass(one, model.Declared) and one not in NOT_A_FILE and one.__module__ == room.__name__
]


def subcommands() -> dict[str, argparse.ArgumentParser]:
    """Every command and command of a command, by what is typed: `import ees`."""
    found: dict[str, argparse.ArgumentParser] = {}

    def gather(words: str, inside: argparse.ArgumentParser) -> None:
        below = [action for action in inside._actions if isinstance(action, argparse._SubParsersAction)]
        for action in below:
            for name, command in action.choices.items():
                gather(f"{words} {name}".strip(), command)
        if not below:
            found[words] = inside

    gather("", parser())
    return found


COMMANDS = subcommands()


def test_every_code_is_given_somewhere_in_the_product() -> None:
    written = {text for name, tree in modules() if not name.startswith(EXPLAINED_IN) for text in strings(tree)}
    assert sorted(set(CODES) - written) == []


OPTIONS = {
    words: {option for action in command._actions for option in action.option_strings if option.startswith("--")}
    for words, command in COMMANDS.items()
}
OF_ALL = set.intersection(*OPTIONS.values())
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_is_in_the_readme_with_its_options(words: str) -> None:
    rows = [line for line in README.splitlines() if re.match(rf"\| `transparency {words}[ `]", line)]
    assert len(rows) == 1, f"the README's table has {len(rows)} rows for `transparency {words}`"
    absent = [option for option in sorted(OPTIONS[words] - OF_ALL) if f"{option}" not in rows[0]]
    assert not absent, f"the README's row for {words} does not name {absent}"


def test_options_that_every_command_has_are_in_the_readme_once_for_all() -> None:
    assert "--help" in OF_ALL
    assert all(f"`{option}`" in README for option in OF_ALL)


@pytest.mark.parametrize("words", COMMANDS)
def test_every_option_says_what_it_is_for(words: str) -> None:
    for action in COMMANDS[words]._actions:
        assert action.help, f"{words}: {action.dest}"
        assert not action.help.endswith("."), f"{words}: {action.dest}"


def test_every_command_says_in_one_line_what_it_does() -> None:
    top = next(action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    said = {choice.dest: choice.help for choice in top._choices_actions}
    assert sorted(said) == sorted(top.choices)
    assert all(said.values())


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = {found.strip() for found in re.findall(r"^\| `transparency ([a-z -]+?)(?= [A-Z[]|`| -)", README, re.MULTILINE)}
    assert named == set(COMMANDS)


def test_every_page_template_is_used() -> None:
    folder = ROOT / "templates/pages"
    there = {path.name for path in folder.iterdir()}
    named = {text for name, tree in modules() if name.startswith("generator/release/") for text in strings(tree)}
    for path in folder.iterdir():
        named |= set(re.findall(r'(?:include|import|from|extends) "([^"]+)"', path.read_text(encoding="utf-8")))
    assert sorted(there - named) == []
    assert sorted(name for name in named if name.endswith(".md.j2") and name not in there) == []


def test_every_macro_of_the_templates_is_used() -> None:
    text = "\n".join(text for name, text in text_files("templates") if name.endswith((".j2", ".html")))
    macros = re.findall(r"{%-? macro (\w+)", text)
    assert macros
    assert [name for name in macros if len(re.findall(rf"\b{name}\(", text)) < 2] == []


def test_every_class_and_name_in_the_stylesheet_is_on_a_page() -> None:
    """In a template, in what the program writes, or in the page that the theme itself begins with."""
    import material

    style = re.sub(r"/\*.*?\*/", "", (ROOT / "templates/theme/assets/site.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    named = set(re.findall(r"[.#](-?[a-zA-Z_][\w-]*)", " ".join(re.findall(r"([^{};]+)\{", style))))
    base = (Path(next(iter(material.__path__))) / "templates/base.html").read_text(encoding="utf-8")
    written = "\n".join([base, *(text for name, text in text_files("generator", "templates") if not name.endswith(".css"))])
    assert len(named) > 100
    assert sorted(named - set(re.findall(r"[\w-]+", written))) == []


def test_every_command_is_tried_in_a_test() -> None:
    tests = "\n".join(text for name, text in text_files("tests") if "/house/" not in name)
    assert [words for words in COMMANDS if not re.search(", *".join(f'"{word}"' for word in words.split()), tests)] == []


@pytest.mark.parametrize("words", WORD_LISTS)
def test_every_word_has_a_label_of_its_own(words: type[Labelled]) -> None:
    labels = [member.label for member in words]
    assert all(label.strip() == label and label for label in labels)
    assert len(set(labels)) == len(labels)
    assert issubclass(words, Labelled)


def explained(words: type[Labelled]) -> str:
    """The words of a list as the data dictionary gives them: with the label where it says more than the word."""
    same = {word: word.label.lower() == word.value.replace("_", " ") for word in words}
    return "; ".join(word.value if same[word] else f"{word.value} ({word.label})" for word in words)


def test_every_word_that_an_officer_may_write_is_explained_in_the_data_dictionary() -> None:
    told = {row.values for entry in dictionary() for row in entry.fields}
    kinds = [str(field.annotation) for shape in SHAPES for field in shape.model_fields.values()]
    written = {words for words in WORD_LISTS if any(re.search(rf"\b{words.__name__}\b", kind) for kind in kinds)}
    assert vocabulary.ActionStatus in written
    assert sorted(words.__name__ for words in written if explained(words) not in told) == []
    assert {", ".join(vocabulary.Symbol), ", ".join(vocabulary.RevisionStatus)} <= told


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_that_an_officer_fills_in_is_described(shape: type[BaseModel]) -> None:
    for name, field in shape.model_fields.items():
        assert field.description, f"{shape.__name__}.{name}"
        assert not field.description.endswith("."), f"{shape.__name__}.{name}"


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_is_in_the_data_dictionary(shape: type[BaseModel]) -> None:
    told = [{row.name: row.meaning for row in entry.fields} for entry in dictionary()]
    fields = {name: field.description for name, field in shape.model_fields.items()}
    assert any(fields.items() <= entry.items() for entry in told), shape.__name__


def test_the_dictionary_has_the_tables_of_the_layout_with_their_columns() -> None:
    told = {entry.file: [row.name for row in entry.fields] for entry in dictionary()}
    for table in layout.TABLES:
        assert told[table.file] == list(table.columns), table.file
    assert told["data/observations/NAME.csv"] == list(layout.OBSERVATION_COLUMNS)
    assert told["data/inspections/NAME.findings.csv"] == list(layout.FINDINGS_COLUMNS)
    assert {layout.COUNCIL_FILE, layout.INDICATORS_FILE} <= {file for file, _, _ in FILES}


def test_no_field_of_an_indicator_is_filled_in_for_nothing() -> None:
    read = "\n".join(text for name, text in text_files("generator", "templates") if not name.startswith("generator/model.py"))
    unused = [name for name in model.Indicator.model_fields if not re.search(rf"\.{name}\b|\"{name}\"", read)]
    assert unused == []


def test_every_rule_about_records_is_applied() -> None:
    there = {path.stem for path in (GENERATOR / "records/checks").glob("*.py")} - {"__init__"}
    assert there == {rule.__module__.rsplit(".", 1)[1] for rule in checks.CHECKS}


TESTED_ELSEWHERE = {
    "explanations": "test_problems.py",
    "records/checks": "problems",
    "records/personal": "records/test_personal_data.py",
}
"""Folders of the product whose tests are named otherwise: a fixture for each code says more than a mirror would."""


def test_every_folder_of_the_product_has_its_tests() -> None:
    folders = {path.parent.relative_to(GENERATOR).as_posix() for path in GENERATOR.rglob("*.py") if "product" not in path.parts}
    for folder in sorted(folders - {"."}):
        tests = ROOT / "tests" / TESTED_ELSEWHERE.get(folder, folder)
        assert tests.is_file() or any(tests.rglob("*")), folder


def test_every_module_at_the_top_of_the_product_has_its_test() -> None:
    named = {"codes": "test_problems", "model": "records", "product": "house/test_wheel", "__init__": "test_cli", "__main__": "test_cli"}
    for path in GENERATOR.glob("*.py"):
        test = ROOT / "tests" / named.get(path.stem, f"test_{path.stem}")
        assert test.is_dir() or test.with_suffix(".py").is_file(), path.stem


FOR_TESTS = {"forget": "lets a test and the benchmark measure the attack without what it has remembered"}


def test_nothing_is_defined_that_the_product_does_not_use() -> None:
    """A name at the top of a module stands at least twice in the product: where it is defined and where it is used."""
    words = Counter(word for _, text in text_files("generator", "templates") for word in re.findall(r"\w+", text))
    defined = {name for _, tree in modules() for node in tree.body for name in names_of(node)}
    assert {name for name in defined if words[name] < 2 and not name.startswith("__")} == set(FOR_TESTS)


def names_of(node: ast.stmt) -> list[str]:
    """The names that a statement at the top of a module defines."""
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.Assign():
            return [target.id for target in node.targets if isinstance(target, ast.Name)]
        case ast.AnnAssign(target=ast.Name()):
            return [node.target.id]
        case _:
            return []
