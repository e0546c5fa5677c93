"""What may be printed is made in one place: at the door."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.looking import called, imported, modules

PRINTABLE = {"generator.figures": ("Figure", "Series", "Reported", "Publication")}


@pytest.mark.parametrize("made", PRINTABLE["generator.figures"])
def test_only_disclosure_makes_a(made: str) -> None:
    """`Publication.of` may answer with an empty series: it makes no figure."""
    makers = {
        name
        for name, tree in modules()
        if "generator.figures" in set(imported(tree)) or name == "generator/figures.py"
        for call, _ in called(tree)
        if call == made
    }
    assert makers - {"generator/figures.py"} <= {name for name, _ in modules() if name.startswith("generator/disclosure/")}
    if made != "Series":
        assert "generator/figures.py" not in makers
    assert makers


def test_nobody_changes_a_figure_after_the_door() -> None:
    """`dataclasses.replace` makes a figure as surely as its class does."""
    changers = [
        name
        for name, tree in modules()
        if not name.startswith("generator/disclosure/")
        and "generator.figures" in set(imported(tree))
        and any(call in ("replace", "__replace__", "__setattr__") and not arguments_are_text for call, arguments_are_text in calls_with_text(tree))
    ]
    assert changers == []


def calls_with_text(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Everything that a module calls, and whether it is given text, as `"a-b".replace("-", " ")` is."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            yield name, bool(node.args) and all(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in node.args)
