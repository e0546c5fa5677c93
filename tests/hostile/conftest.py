"""The invented council with hostile texts in every field, built once, and the same with harmless texts of the same length."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile.inputs import INERT
from tests.hostile.making import Typed, hostile_council
from tests.site.conftest import run_build

ALL = " ".join(INERT)


@dataclass(frozen=True)
class Site:
    """A built site and what was typed into its council's files."""

    folder: Path
    typed: Typed


def harmless(text: str) -> str:
    """A text of the same length in which only letters and spaces are left."""
    return "".join(sign if (sign.isascii() and sign.isalpha()) or sign == " " else "o" for sign in text)


def built_with(folder: Path, text_of: Callable[[int], str]) -> Site:
    typed = hostile_council(folder / "council", text_of)
    built = run_build(folder / "council", folder / "site")
    assert built.code == 0, (built.said + built.complained)[-3000:]
    return Site(built.folder.resolve(), typed)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build with every hostile text in every field."""
    return built_with(tmp_path_factory.mktemp("hostile"), lambda _: ALL)


@pytest.fixture(scope="session")
def benign(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build with harmless texts in the same fields."""
    return built_with(tmp_path_factory.mktemp("benign"), lambda _: harmless(ALL))
