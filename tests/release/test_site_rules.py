"""The site's own rules are printed with the numbers that the code uses, in words that hold them."""

import pytest

from generator.release.site_rules import SITE_RULES
from generator.statistics.rules import RULES, Rule


def test_every_rule_of_the_site_has_its_number() -> None:
    assert {rule.name: rule.value for rule in SITE_RULES} == {
        "small-base": 50, "small-counts": 10, "history": 3, "swings": 6, "swing-share": 0.5, "almost-nothing": 1,
    }  # fmt: skip


@pytest.mark.parametrize("rule", SITE_RULES, ids=lambda rule: rule.name)
def test_every_rule_of_the_site_says_its_number(rule: Rule) -> None:
    assert f" {rule.value:g} " in rule.words


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in (*RULES, *SITE_RULES)]
    assert len(set(names)) == len(names)
