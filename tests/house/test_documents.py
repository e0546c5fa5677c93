"""The documents say what is there: drawings are fresh, links lead somewhere, commands and files exist, words are the site's own."""

import re
import shlex

import pytest

from generator.model import Indicator
from generator.release.glossary import PROGRESS, WORDS
from generator.vocabulary import Progress, Symbol
from tests.house.draw_architecture import (
    DRAWING,
    WALLS,
    drawing,
    layers,
    needs,
    room_of,
    sentence,
    without_detours,
)
from tests.house.looking import ROOT, modules
from tests.house.test_complete import COMMANDS, OPTIONS

DOCUMENTS = sorted([ROOT / "README.md", *(path for path in (ROOT / ".github").glob("*.md"))])
TOP = frozenset({
    ".ci", ".github", ".gitignore", "data", "generator", "site_src", "templates", "tests",
    "LICENSE", "MANIFEST.in", "Makefile", "README.md", "mkdocs.yml", "pyproject.toml", "setup.py",
})  # fmt: skip
"""Everything that may stand at the top; a new file there needs a good reason and a line here."""
MADE = re.compile(r"\.git$|\.venv$|build$|\.[a-z_]+_cache$|\.hypothesis$|\.coverage|.*\.egg-info$|node_modules$")
PLACES = ("generator/", "templates/", "tests/", "data/", "site_src/", ".github/", "decisions/")
MADE_BY_A_BUILD = ("data/dictionary/",)
OF_A_COUNCIL = ("data/observations/missing.csv",)


def ids(path: object) -> str:
    return getattr(path, "name", "")


def test_the_drawing_of_the_architecture_is_fresh() -> None:
    assert DRAWING.read_text(encoding="utf-8") == drawing(), "python -m tests.house.draw_architecture"


def test_every_arrow_goes_down() -> None:
    import tomllib

    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    assert contracts[0]["name"] == WALLS
    height = {room: at for at, layer in enumerate(layers(contracts)) for room in layer}
    upwards = [f"{room} -> {other}" for room, others in needs().items() for other in others if height[room] >= height[other]]
    assert upwards == []
    assert {room for name, _ in modules() if (room := room_of(name.removesuffix(".py").replace("/", ".")))} == set(height)


def test_an_arrow_that_follows_from_others_is_left_out() -> None:
    assert without_detours({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == {"a": {"b"}, "b": {"c"}, "c": set()}


def test_every_room_says_in_a_sentence_what_is_in_it() -> None:
    for room in needs():
        assert len(sentence(room)) > 20, room


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_every_link_to_a_file_leads_to_one(document) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_every_file_that_is_named_is_there(document) -> None:
    named = re.findall(r"`((?:\.?[\w-]+/)+[\w.-]*)`", document.read_text(encoding="utf-8"))
    for name in named:
        if name.startswith(PLACES) and name not in (*MADE_BY_A_BUILD, *OF_A_COUNCIL) and "CODE" not in name:
            assert (ROOT / name).exists() or (document.parent / name).exists(), name


@pytest.mark.parametrize("document", DOCUMENTS, ids=ids)
def test_every_command_that_is_told_can_be_typed(document) -> None:
    text = document.read_text(encoding="utf-8")
    typed = re.findall(r"`(?:\.venv/bin/)?transparency ([^`]+)`", text) + re.findall(r"^(?:\.venv/bin/)?transparency ([^#\n]+)", text, re.MULTILINE)
    for line in typed:
        parts = shlex.split(line.replace("\\|", "|"))
        words = next((words for words in (" ".join(parts[:2]), parts[0]) if words in COMMANDS), None)
        assert words or parts[0] in {name.split(" ")[0] for name in COMMANDS}, line
        for option in re.findall(r"--[a-z-]+", line):
            assert option in OPTIONS.get(words or "", ()), line


def test_every_target_of_make_that_is_told_is_there() -> None:
    told = re.findall(r"(?:`|^)make ([a-z]+)", "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS), re.MULTILINE)
    assert {"site", "test", "lint", "sweep"} <= set(told)
    for target in told:
        assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE), target


def test_what_an_indicator_needs_is_told_in_full() -> None:
    text = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"Needed are (.+?);", text)
    assert re.findall(r"`(\w+)`", told) == [name for name, field in Indicator.model_fields.items() if field.is_required()]


def test_the_glossary_has_the_site_s_own_words() -> None:
    text = (ROOT / ".github/GLOSSARY.md").read_text(encoding="utf-8")
    assert set(PROGRESS) == set(Progress)
    for progress, meaning in PROGRESS.items():
        assert f"| {progress.label} | {meaning} |" in text
    for word, meaning in WORDS.items():
        assert f"| {word} | {meaning} |" in text
    for symbol in Symbol:
        assert f"| {symbol.shown} | {symbol.label} |" in text


def test_nothing_stands_at_the_top_that_does_not_belong_there() -> None:
    strangers = [path.name for path in ROOT.iterdir() if path.name not in TOP and not MADE.match(path.name)]
    assert strangers == []
