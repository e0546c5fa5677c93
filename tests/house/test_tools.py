"""The tools that watch the house: import contracts, strict types, lint rules. Their settings are in pyproject.toml."""

import subprocess
import sys

import pytest

from tests.house.looking import ROOT, imported, modules

TOOLS = {
    "import contracts": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-logo"),
    "types": ("-m", "mypy"),
    "lint rules": ("-m", "ruff", "check", "."),
}


@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_is_found_by_the(tool: str) -> None:
    done = subprocess.run([sys.executable, *TOOLS[tool]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_the_intruder_shares_no_code_with_the_suppressors() -> None:
    allowed = ("generator.problems", "generator.codes", "generator.disclosure.intruder")
    inside = [(name, tree) for name, tree in modules() if name.startswith("generator/disclosure/intruder/")]
    assert inside
    for name, tree in inside:
        for module in imported(tree):
            assert module.startswith(allowed), f"{name} imports {module}"
