"""The officers' guide shows what the commands say and the pages look like now."""

import json
import re
import struct
from pathlib import Path

from playwright.sync_api import Browser

from tests.pictures.draw import COMMANDS, FOLDER, WIDE, WORDS, draw
from tests.pictures.screens import ROOT, rendered, screens, terminal

GUIDE = (ROOT / ".github/OFFICERS.md").read_text(encoding="utf-8")
LARGEST = 150_000


def size_of(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG."""
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    wide, tall = struct.unpack(">II", picture[16:24])
    return wide, tall


def test_the_words_in_the_pictures_are_those_that_the_program_says_now_and_every_picture_can_be_made(tmp_path: Path, browser: Browser) -> None:
    shown = screens(tmp_path)
    assert shown.words == json.loads(WORDS.read_text(encoding="utf-8")), "run python -m tests.pictures.draw and look at the pictures"
    draw(browser, shown, tmp_path / "pictures")
    assert {path.name for path in (tmp_path / "pictures").iterdir()} == {path.name for path in FOLDER.iterdir()}


def test_the_guide_shows_every_picture_with_words_for_those_who_cannot_see_it() -> None:
    told = dict(re.findall(r"!\[([^\]]+)\]\(images/officers/([a-z-]+\.png)\)", GUIDE))
    assert sorted(told.values()) == sorted(path.name for path in FOLDER.iterdir())
    assert all(len(words) > 40 for words in told)


def test_the_pictures_are_small() -> None:
    for path in FOLDER.iterdir():
        wide, tall = size_of(path.read_bytes())
        assert (wide, tall <= 700, path.stat().st_size < LARGEST) == (WIDE, True, True), path.name


def test_no_picture_shows_a_number_that_was_hidden() -> None:
    words = json.loads(WORDS.read_text(encoding="utf-8"))
    assert not re.search(r"\b[34]\b", words["check"].partition("value")[2])
    assert not re.search(r"\b3\b", words["protect"])


def test_what_a_command_says_can_only_be_words_in_its_picture() -> None:
    assert "<script>" not in terminal("transparency check", "<script>alert(1)</script>")
    assert "<table>" in rendered("| A | B |\n| --- | --- |\n| 1 | 2 |\n")
    assert set(COMMANDS) == {"protect", "check"}
