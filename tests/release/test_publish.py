"""All-or-nothing publishing to a folder."""

from pathlib import Path

import pytest

from generator.release.publish import CannotPublish, manifest, new_release, put_in_force, sole_builder


def publish(target: Path, text: str) -> Path:
    release = new_release(target)
    (release / "index.html").write_text(text)
    return put_in_force(release, target)


def test_a_release_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, "one")
    publish(target, "two")
    assert (target / "index.html").read_text() == "two"


def test_the_release_before_is_kept_and_older_ones_are_not(tmp_path: Path) -> None:
    target = tmp_path / "site"
    stands = [publish(target, text) for text in ("one", "two", "three")]
    assert [one.exists() for one in stands] == [False, True, True]


def test_the_same_bytes_again_leave_the_same_release(tmp_path: Path) -> None:
    target = tmp_path / "site"
    assert publish(target, "one") == publish(target, "one")
    assert (target / "index.html").read_text() == "one"


def test_an_unfinished_release_is_cleared_by_the_next_run(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, "one")
    left = new_release(target)
    (left / "half").write_text("half")
    left.rename(left.with_name("unfinished-1"))
    publish(target, "two")
    assert (target / "index.html").read_text() == "two"
    assert not list(tmp_path.rglob("unfinished-*"))


def test_a_folder_that_the_program_did_not_make_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    with pytest.raises(CannotPublish, match="did not make"):
        new_release(target)
    assert (target / "mine.txt").read_text() == "mine"


def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    publish(target, "one")
    assert (target / "index.html").read_text() == "one"


def test_only_one_build_at_a_time(tmp_path: Path) -> None:
    with sole_builder(tmp_path), pytest.raises(CannotPublish, match="Another build"), sole_builder(tmp_path):
        pass
    with sole_builder(tmp_path):
        pass


def test_the_manifest_sees_names_and_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    first = manifest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = manifest(tmp_path)
    (tmp_path / "b").write_text("y")
    assert len({first, second, manifest(tmp_path)}) == 3
