"""The examples that others copy from are the made councils of the tests: named where people look, and complete."""

from collections import defaultdict
from collections.abc import Iterator

from pydantic import BaseModel

from generator.records.assemble import read_council
from tests.councils.making import AS_AT
from tests.house.looking import ROOT
from tests.house.test_complete import SHAPES

EXAMPLES = ("tests/councils/golden/rich", "tests/councils/golden/poor", "tests/councils/minimal")
WITHOUT_AN_EXAMPLE = {("Indicator", "adds_up_to"): "tests/disclosure/test_door.py; an example needs the same count over two kinds of period"}


def shapes_in(whole: object) -> Iterator[BaseModel]:
    """Every declaration inside another."""
    if isinstance(whole, BaseModel):
        yield whole
        for name in type(whole).model_fields:
            yield from shapes_in(getattr(whole, name))
    elif isinstance(whole, tuple | list):
        for part in whole:
            yield from shapes_in(part)
    elif isinstance(whole, dict):
        yield from shapes_in(tuple(whole.values()))


def filled_in() -> dict[str, set[str]]:
    """Every field that some example writes down, by its shape."""
    found: dict[str, set[str]] = defaultdict(set)
    for example in EXAMPLES:
        records, _ = read_council(ROOT / example, AS_AT)
        assert records, example
        people = tuple(person.entry for person in records.register.public_people)
        for shape in shapes_in((records.content, people, tuple(page.front for page in records.pages))):
            found[type(shape).__name__] |= shape.model_fields_set
    return found


def test_the_examples_are_named_where_people_look_for_them() -> None:
    for document in ("README.md", ".github/ANOTHER_COUNCIL.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        assert all(f"`{example}`" in text for example in EXAMPLES), document


def test_every_field_that_can_be_filled_in_is_filled_in_by_an_example() -> None:
    filled = filled_in()
    empty = {(shape.__name__, name) for shape in SHAPES for name in shape.model_fields if name not in filled[shape.__name__]}
    assert empty == set(WITHOUT_AN_EXAMPLE)
