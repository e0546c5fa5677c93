"""Shares of the councils among machines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.national.shards import Shard


@given(st.lists(st.integers()), st.integers(1, 40))
def test_every_council_is_in_exactly_one_share_and_shares_are_even(councils: list[int], machines: int) -> None:
    shares = [Shard(number, machines).share(councils) for number in range(1, machines + 1)]
    assert sorted(one for share in shares for one in share) == sorted(councils)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1


@pytest.mark.parametrize("text", ["0/4", "5/4", "1", "1/", "a/b", "-1/4", "1/4/2", "٣/٤", "1/0"])
def test_a_share_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write a share such as 3/16"):
        Shard.parse(text)


def test_a_share_is_read() -> None:
    assert Shard.parse("3/16") == Shard(3, 16)
