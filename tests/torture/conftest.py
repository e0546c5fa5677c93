"""A council to torture, and programs of their own to do it in."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.councils.making import made_council

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """Give a copy of the invented council."""
    return made_council(tmp_path / "council")


@pytest.fixture
def run_program() -> Callable[..., str]:
    """Give a function that runs one of the programs beside this file and returns what it printed."""

    def run(name: str, *arguments: str, seconds: float = 600) -> str:
        done = subprocess.run(
            [sys.executable, str(HERE / name), *arguments],
            capture_output=True, text=True, check=False, timeout=seconds, env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    return run
