"""Draws `.github/ARCHITECTURE.md` from the import contracts and the imports themselves, so that the drawing cannot lie.

Run `python -m tests.house.draw_architecture` when a room, a contract or an arrow has changed.
"""

import ast
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tests.house.looking import GENERATOR, ROOT, imported, modules

DRAWING = ROOT / ".github/ARCHITECTURE.md"
WALLS = "Imports run one way"
"""The contract that puts every room into a layer."""
LEFT_OUT = frozenset({"__main__"})
PAGE = """# Architecture

*This page is drawn by `python -m tests.house.draw_architecture` from the import contracts in `pyproject.toml` and from the imports themselves. A test fails when it is out of date.*

The code is a house with two rooms and a door. `records` may hold numbers that are too small to print. `release` shows what the public sees and cannot see the records. `disclosure` stands between them and is the only maker of a printable `Figure`. `audit` opens the built folder as an outsider would. A row of a council's data walks one way:

```
read -> fields -> assemble -> checks -> disclosure -> analyse -> charts, pages -> render -> publish -> audit
        generator/records               the door      generator/release                                generator/audit
```

## Who imports whom

An arrow goes from a room to one that it imports. Arrows that follow from others are left out, so that the longest way is what you see.

```mermaid
flowchart TD
{arrows}
```

## The rooms

From the top of the house to its ground; a room may import those that stand below it.

| Room | What is in it |
| --- | --- |
{rooms}

## The walls

`lint-imports` checks these in the tests.

{walls}
"""


def layers(contracts: list[Mapping[str, object]]) -> list[list[str]]:
    """The rooms of each layer, from the top, as the contract names them."""
    wall = next(contract for contract in contracts if contract["name"] == WALLS)
    named = wall["layers"]
    assert isinstance(named, list)
    return [[room.strip() for room in str(layer).split("|") if room.strip() not in LEFT_OUT] for layer in named]


def needs() -> dict[str, set[str]]:
    """Which rooms each room imports, straight from the code."""
    found: dict[str, set[str]] = {}
    for name, tree in modules():
        room = room_of(name.removesuffix(".py").replace("/", "."))
        if room:
            found.setdefault(room, set()).update(other for module in imported(tree) if (other := room_of(module)) and other != room)
    return found


def room_of(module: str) -> str:
    """The room that a module stands in; empty for the package itself and for its front step."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] not in {"__init__", *LEFT_OUT} else ""


def without_detours(rooms: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The arrows that do not follow from others."""

    def reach(room: str) -> set[str]:
        return {far for near in rooms.get(room, ()) for far in {near, *reach(near)}}

    return {room: {one for one in others if not any(one in reach(other) for other in others - {one})} for room, others in rooms.items()}


def sentence(room: str) -> str:
    """The first sentence of a room's own description."""
    inside = GENERATOR / room / "__init__.py"
    text = ast.get_docstring(ast.parse((inside if inside.is_file() else GENERATOR / f"{room}.py").read_text(encoding="utf-8"))) or ""
    first = text.split("\n\n")[0].replace("\n", " ")
    return first.split(". ")[0].rstrip(".") + "."


def drawing() -> str:
    """The whole page."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    ordered = [room for layer in layers(contracts) for room in layer]
    arrows = without_detours(needs())
    lines = [f"  {room} --> {other}" for room in ordered for other in sorted(arrows.get(room, ()), key=ordered.index)]
    rooms = [f"| `{room}` | {sentence(room)} |" for room in ordered]
    walls = [f"* {contract['name']}." for contract in contracts]
    return PAGE.format(arrows="\n".join(lines), rooms="\n".join(rooms), walls="\n".join(walls))


def draw(to: Path = DRAWING) -> None:
    """Write the page."""
    to.write_text(drawing(), encoding="utf-8")


if __name__ == "__main__":
    draw()
