"""YAML files into plain trees that remember their lines: YAML 1.2 without tags, aliases or surprises.

Every value stays the text that was typed (`NO` is text, `2025` is text): the declared models say what it
must become. Nothing is constructed from tags, nothing is repeated by aliases, depth and size are limited, and
the parser is stopped as soon as one of these is seen.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.problems import Place, Problem
from generator.records.collected import Collected, Unusable
from generator.records.files import clean_text, lines_with_unsafe_characters
from generator.records.layout import YAML_BYTES, YAML_LINES
from generator.records.observation import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

Tree = dict[str, "Tree"] | list["Tree"] | str | None
"""A mapping, a list, a text, or nothing (an empty value)."""
DEEPEST = 12
MOST_PARTS = 40_000
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_BREAKS = re.compile(r"\s*[\r\n\t]+\s*")
_PARSER_FAULTS = (
    YAMLError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
)
"""What the parser is known to raise on broken text; each becomes one problem."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The tree of one file, and the line of each of its parts."""

    file: str
    tree: Tree
    lines: dict[tuple[Step, ...], int] = field(default_factory=dict, repr=False)


def read_yaml(file: str, content: bytes, collected: Collected, first_line: int = 1) -> YamlFile | None:
    """Read a file, or None with its problems noted; `first_line` is where the text starts in its file."""
    try:
        text = _text(file, content, collected)
        if text is None:
            return None
        builder = _Builder(file, collected, first_line)
        tree = builder.build(text)
    except Unusable as stopped:
        collected.add(stopped.problem)
        return None
    return None if builder.refused else YamlFile(file, tree, builder.lines)


def _text(file: str, content: bytes, collected: Collected) -> str | None:
    """The text of a file; None with problems noted, or Unusable raised, when it cannot be parsed in safety."""
    cleaned, unsafe = clean_text(file, content)
    text = cleaned.decode("utf-8")
    if unsafe:
        collected.extend(lines_with_unsafe_characters(file, text))
        return None
    if text.count("\n") > YAML_LINES or len(content) > YAML_BYTES:
        found = f"The file has more than {YAML_LINES:,} lines, so it was not read."
        raise Unusable(
            Problem(Place(file), "file-too-large", found, "Leave out what the site does not show.")
        )
    if not text.strip():
        fix = "Write it as the data dictionary shows, or copy the example."
        raise Unusable(Problem(Place(file), "empty-file", "The file is empty.", fix))
    return text


class _Builder:
    """Turns the parser's events into a tree, one event at a time, so that a hostile file is left early."""

    def __init__(self, file: str, collected: Collected, first_line: int) -> None:
        self.lines: dict[tuple[Step, ...], int] = {}
        self.refused = False
        self._file, self._collected, self._first_line = file, collected, first_line
        self._events: Iterator[Event] = iter(())
        self._parts = 0

    def build(self, text: str) -> Tree:
        """The tree of the only document; raises Unusable when the rest of the file cannot be read."""
        self._events = iter(YAML(typ="safe", pure=True).parse(text))
        try:
            return self._document()
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise Unusable(self._syntax(mark.line if mark else 0, str(error.problem))) from None
        except _PARSER_FAULTS:
            raise Unusable(self._syntax(None)) from None

    def _document(self) -> Tree:
        tree: Tree = None
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    found = "A second document starts here with three hyphens."
                    raise Unusable(self._problem(event, "yaml-syntax", found, "Keep one document in a file."))
            elif isinstance(event, NodeEvent):
                tree = self._node(event, ())
        return tree

    def _node(self, event: Event, way: tuple[Step, ...]) -> Tree:
        """The part that starts with this event."""
        self._parts += 1
        self._refuse_machinery(event)
        if len(way) > DEEPEST or self._parts > MOST_PARTS:
            found = f"The file is nested deeper than {DEEPEST} levels, or has more than {MOST_PARTS:,} parts."
            raise Unusable(self._problem(event, "yaml-depth", found, "Copy the shape of the example file."))
        self.lines.setdefault(way, self._line(event))
        if isinstance(event, ScalarEvent):
            return _scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(way)
        return self._mapping(way)

    def _sequence(self, way: tuple[Step, ...]) -> list[Tree]:
        entries: list[Tree] = []
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                break
            entries.append(self._node(event, (*way, len(entries))))
        return entries

    def _mapping(self, way: tuple[Step, ...]) -> dict[str, Tree]:
        entries: dict[str, Tree] = {}
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                break
            self._refuse_machinery(event)
            if not isinstance(event, ScalarEvent):
                found = "A list or a group of entries stands where a name should be."
                raise Unusable(
                    self._problem(event, "yaml-syntax", found, "Write a name, a colon and a value.")
                )
            key = str(event.value)
            inner = (*way, key)
            repeated = key in entries
            if repeated:
                found = f"The same name stands here and on line {self.lines[inner]}."
                self._collected.add(self._problem(event, "duplicate-key", found, "Keep one of the two."))
                self.refused = True
            self.lines.setdefault(inner, self._line(event))
            value = self._node(next(self._events), inner)
            if not repeated:
                entries[key] = value
        return entries

    def _refuse_machinery(self, event: Event) -> None:
        """Refuse what can build or repeat things: tags, anchors, aliases."""
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            found = "The file uses & or * at the start of a value, which YAML takes as a reference."
            raise Unusable(
                self._problem(
                    event,
                    "yaml-alias",
                    found,
                    "Write the value out, in quotation marks if it starts with & or *.",
                )
            )
        if getattr(event, "tag", None):
            found = "The file uses ! at the start of a value, which YAML takes as a command."
            raise Unusable(
                self._problem(
                    event,
                    "yaml-tag",
                    found,
                    "Put the value in quotation marks, or delete the word that starts with !.",
                )
            )

    def _line(self, event: Event) -> int:
        return int(event.start_mark.line) + self._first_line

    def _problem(self, event: Event, code: str, found: str, fix: str) -> Problem:
        return Problem(Place(self._file, self._line(event)), code, found, fix)

    def _syntax(self, line: int | None, complaint: str = "") -> Problem:
        place = Place(self._file, None if line is None else line + self._first_line)
        if "mapping values are not allowed" in complaint:
            found = (
                "A text here holds a colon followed by a space, which YAML takes for a name and its value."
            )
            return Problem(
                place,
                "yaml-syntax",
                found,
                'Put the whole text in quotation marks: title: "Money: what you get".',
            )
        found = "The file stops being readable as YAML here, or shortly before."
        return Problem(place, "yaml-syntax", found, _SYNTAX_FIX)


_SYNTAX_FIX = (
    "Look for a missing colon or quotation mark, a tab, or a line that is not lined up with its neighbours. "
    "Put a text in quotation marks if it holds a colon followed by a space, or a #."
)


def _scalar(event: ScalarEvent) -> str | None:
    """The text as typed, line breaks and tabs made into spaces; None for an empty value without quotation marks."""
    text = str(event.value)
    if event.style is None and text in _NOTHING:
        return None
    return _BREAKS.sub(" ", text).strip()
