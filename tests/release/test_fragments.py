"""Fragments go into the elements that wait for them."""

import pytest

from generator.release.fragments import FragmentMissing, filled


def test_a_fragment_takes_the_place_of_the_empty_element() -> None:
    page = '<div class="wide" data-fragment="chart-a-wide"></div>'
    assert filled(page, {"chart-a-wide": "<svg/>"}, "p.html") == '<div class="wide"><svg/></div>'


def test_attributes_on_both_sides_are_kept() -> None:
    page = '<span class="spark" data-fragment="s" aria-hidden="true"></span>'
    assert filled(page, {"s": "<svg/>"}, "p.html") == '<span class="spark" aria-hidden="true"><svg/></span>'


def test_a_fragment_that_nobody_made_is_refused() -> None:
    with pytest.raises(FragmentMissing, match="p.html waits for chart-a"):
        filled('<div data-fragment="chart-a"></div>', {}, "p.html")


def test_a_waiting_element_that_is_not_empty_is_refused() -> None:
    with pytest.raises(FragmentMissing, match="is not empty"):
        filled('<div data-fragment="a">x</div>', {"a": "y"}, "p.html")


def test_ids_stay_unique_when_a_fragment_stands_twice() -> None:
    page = '<div data-fragment="a"></div><div data-fragment="a"></div>'
    made = filled(page, {"a": '<svg aria-labelledby="t d"><title id="t"/><desc id="d"/></svg>'}, "p.html")
    assert made.count('id="t"') == 1
    assert 'aria-labelledby="t-2 d-2"><title id="t-2"/><desc id="d-2"/>' in made
