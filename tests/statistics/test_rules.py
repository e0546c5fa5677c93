"""The public table of rules says what the code does."""

import re
from fractions import Fraction
from types import ModuleType

from generator.statistics import arithmetic, comparison, intervals, spc, trend
from generator.statistics.rules import RULES

PUBLISHED = {
    "outer-limits": 2.66,
    "near-limits": 2.66 * 2 / 3,
    "outlying-gaps": 3.267,
    "fewest-points": 13,
    "shift": 7,
    "trend": 7,
    "cluster": 3,
    "cluster-near-limit": 2,
    "recent-trend-points": 5,
    "recent-trend-threshold": 9.54953570608324,
    "recent-trend-weights": 3.92,
    "quartile-lower": 0.25,
    "quartile-middle": 0.5,
    "quartile-upper": 0.75,
    "confidence": 0.95,
    "normal-deviate": 1.959963984540054,
    "exact-below": 10,
    "figures-kept": 12,
}


def constants_of(module: ModuleType) -> set[float]:
    """Collect a module's public constants that are numbers."""
    return {
        float(value)
        for name, value in vars(module).items()
        if name.isupper() and not name.startswith("_") and isinstance(value, int | float | Fraction)
    }


def test_every_rule_has_its_published_value() -> None:
    assert {rule.name: round(rule.value, 14) for rule in RULES} == {
        name: round(value, 14) for name, value in PUBLISHED.items()
    }
    assert len(RULES) == len(PUBLISHED)


def test_every_constant_of_the_code_is_in_the_table_and_nothing_else() -> None:
    modules = (arithmetic, comparison, intervals, spc, trend)
    in_code = set().union(*(constants_of(module) for module in modules))
    assert {rule.value for rule in RULES} == in_code


def test_every_rule_says_its_number_in_its_words() -> None:
    for rule in RULES:
        shown = {
            f"{rule.value:g}",
            f"{rule.value:.4f}",
            f"{rule.value:.2f}",
            f"{rule.value!r}",
            f"{rule.value:.0%}",
        }
        assert shown & set(re.findall(r"[\d.]*\d%?", rule.words)), rule.name


def test_every_rule_names_its_source_in_short_plain_sentences() -> None:
    for rule in RULES:
        assert rule.source
        for sentence in re.split(r"(?<=\.) (?=[A-Z0-9])", rule.words):
            assert sentence.endswith(".")
            assert len(sentence.split()) <= 20, sentence
