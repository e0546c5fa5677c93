"""What the house rules look at: the project's files, their syntax trees, and the names in them. No rule stands here."""

import ast
import functools
from collections.abc import Container, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "generator"
PARTS = ("generator", "templates", "tests", "data", "site_src", "examples", ".github", ".ci")
"""The folders of the repository; anything else in the checkout is made by a tool."""
MADE_BY_TOOLS = frozenset({"__pycache__", ".hypothesis", "build", "product"})
TEXT = frozenset({
    "", ".py", ".md", ".j2", ".yml", ".yaml", ".toml", ".csv", ".txt", ".json", ".html", ".css", ".js", ".svg", ".sh", ".xml", ".in", ".cfg",
})  # fmt: skip
"""Endings of files that people read."""


def text_files(*folders: str) -> Iterator[tuple[str, str]]:
    """Path and text of every text file of the named folders, or of the whole repository, in order."""
    paths = [path for path in ROOT.iterdir() if path.is_file()] if not folders else []
    for folder in folders or PARTS:
        paths += [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in sorted(paths):
        if path.suffix in TEXT and not MADE_BY_TOOLS & set(path.relative_to(ROOT).parts):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8", errors="replace")


@functools.cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    """Path inside the repository and syntax tree of every module of the product."""
    paths = [path for path in sorted(GENERATOR.rglob("*.py")) if not MADE_BY_TOOLS & set(path.relative_to(ROOT).parts)]
    return tuple((path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function has, from `def` to its end."""
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def strings(tree: ast.Module) -> Iterator[str]:
    """Every piece of text that a module writes down."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def called(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Name and line of everything that a module calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            yield name, node.lineno


def imported(tree: ast.Module) -> Iterator[str]:
    """The full name of every module of the product that a module imports, whether at its top or inside a function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "generator")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "generator":
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                inside = ROOT / whole.replace(".", "/")
                yield whole if inside.is_dir() or inside.with_suffix(".py").is_file() else str(node.module)


def written_names(tree: ast.Module, given: Container[str] = ()) -> Iterator[tuple[str, int]]:
    """Name and line of everything that a module names: variables, functions, classes, and arguments unless of a given function."""
    told = {argument for function in functions(tree) if function.name in given for argument in ast.walk(function.args)}
    for node in ast.walk(tree):
        if node in told:
            continue
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, node.lineno
            case ast.arg():
                yield node.arg, node.lineno
            case ast.Name(ctx=ast.Store()):
                yield node.id, node.lineno
            case _:
                pass
