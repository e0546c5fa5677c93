"""What councils are called, and what their folders are named."""

import pytest

from generator.starting.names import names_of, slug


@pytest.mark.parametrize(
    ("published", "name", "short"),
    [
        ("Northford, City of", "City of Northford", "Northford"),
        ("Westmere, County of", "County of Westmere", "Westmere"),
        ("Northford, Eastmere and Ness", "Northford, Eastmere and Ness", "Northford, Eastmere and Ness"),
        ("City of Northford", "City of Northford", "City of Northford"),
    ],
)
def test_a_name_that_is_turned_round_in_lists_is_turned_back(published: str, name: str, short: str) -> None:
    assert names_of(published) == (name, short)


@pytest.mark.parametrize(
    ("name", "folder"), [("St. Ness", "st-ness"), ("Northford, Eastmere & Ness", "northford-eastmere-ness"), ("Ynys Môn", "ynys-mon")]
)
def test_a_folder_s_name_is_plain(name: str, folder: str) -> None:
    assert slug(name) == folder
