"""A small site with hidden figures, built once by the real build."""

import shutil
from pathlib import Path

import pytest

from tests.audit.hidden_council import hidden_council
from tests.site.conftest import run_build


@pytest.fixture(scope="session")
def hidden_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built folder of a council with hidden figures; never to be changed."""
    folder = tmp_path_factory.mktemp("hidden")
    built = run_build(hidden_council(folder / "council"), folder / "site")
    assert built.code == 0, built.said + built.complained
    return built.folder.resolve()


@pytest.fixture
def site_copy(hidden_site: Path, tmp_path: Path) -> Path:
    """A copy of that folder in which leaks may be planted."""
    copied = tmp_path / "site"
    shutil.copytree(hidden_site, copied)
    return copied
