"""All-or-nothing publishing to a folder."""

import os
import stat
from pathlib import Path

import pytest

from generator.release.publish import (
    CannotPublish,
    manifest,
    new_release,
    put_in_force,
    sole_builder,
    store_of,
)


def publish(target: Path, text: str) -> Path:
    with new_release(target) as release:
        (release / "index.html").write_text(text)
        return put_in_force(release, target)


def releases(target: Path) -> set[str]:
    return {path.name for path in store_of(target).iterdir()}


def test_a_release_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, "one")
    publish(target, "two")
    assert (target / "index.html").read_text() == "two"


def test_the_release_before_is_kept_and_older_ones_are_not(tmp_path: Path) -> None:
    target = tmp_path / "site"
    stands = [publish(target, text) for text in ("one", "two", "three")]
    assert [one.exists() for one in stands] == [False, True, True]


def test_the_same_bytes_again_leave_the_same_releases(tmp_path: Path) -> None:
    target = tmp_path / "site"
    stands = [publish(target, text) for text in ("one", "two", "two")]
    assert stands[1] == stands[2]
    assert (target / "index.html").read_text() == "two"
    assert releases(target) == {stands[0].name, stands[1].name}


def test_a_release_that_is_no_longer_what_its_name_says_is_not_used_again(tmp_path: Path) -> None:
    target = tmp_path / "site"
    first = publish(target, "one")
    publish(target, "two")
    (first / "index.html").write_text("on")
    publish(target, "one")
    assert (target / "index.html").read_text() == "one"


def test_an_unfinished_release_is_cleared_by_the_next_run(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, "one")
    for name in ("unfinished-1", "unfinished-77"):
        (store_of(target) / name).mkdir()
        (store_of(target) / name / "half").write_text("half")
    (store_of(target) / "next").symlink_to("nowhere")
    publish(target, "two")
    assert (target / "index.html").read_text() == "two"
    assert len(releases(target)) == 2


def test_a_release_that_was_not_put_in_force_is_taken_away_at_once(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, "one")
    with pytest.raises(KeyboardInterrupt), new_release(target) as release:
        (release / "half").write_text("half")
        raise KeyboardInterrupt
    assert not release.exists()
    assert (target / "index.html").read_text() == "one"


def test_a_folder_that_the_program_did_not_make_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    with pytest.raises(CannotPublish, match="did not make"), new_release(target):
        pass
    assert (target / "mine.txt").read_text() == "mine"


def test_a_link_that_the_program_did_not_make_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    target = tmp_path / "site"
    target.symlink_to("mine")
    with pytest.raises(CannotPublish, match="a link that this program did not make"), new_release(target):
        pass
    assert target.readlink() == Path("mine")


def test_a_file_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.write_text("mine")
    with pytest.raises(CannotPublish, match="is a file, not a folder"), new_release(target):
        pass


def test_a_link_to_a_release_that_was_taken_away_may_be_replaced(tmp_path: Path) -> None:
    import shutil

    target = tmp_path / "site"
    publish(target, "one")
    shutil.rmtree(store_of(target))
    publish(target, "two")
    assert (target / "index.html").read_text() == "two"


def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.mkdir()
    publish(target, "one")
    assert (target / "index.html").read_text() == "one"


def test_a_folder_whose_name_holds_signs_of_patterns_is_taken_literally(tmp_path: Path) -> None:
    target = tmp_path / "s[it]e *"
    publish(target, "one")
    publish(target, "two")
    assert (target / "index.html").read_text() == "two"


def test_the_root_is_no_place_for_a_site() -> None:
    with pytest.raises(CannotPublish, match="a folder of its own"), new_release(Path("/")):
        pass


def test_only_one_build_at_a_time(tmp_path: Path) -> None:
    with sole_builder(tmp_path), pytest.raises(CannotPublish, match="Another build of this site is running"), sole_builder(tmp_path):
        pass
    with sole_builder(tmp_path):
        pass


def test_what_changed_after_its_audit_is_not_published(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(target, "one")
    with new_release(target) as release:
        (release / "index.html").write_text("audited")
        sealed = manifest(release)
        (release / "index.html").write_text("changed")
        with pytest.raises(CannotPublish, match="changed while it was being audited"):
            put_in_force(release, target, sealed)
    assert (target / "index.html").read_text() == "one"


def test_a_site_is_readable_for_everybody_whatever_the_officer_s_files_are(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        target = tmp_path / "site"
        with new_release(target) as release:
            (release / "help").mkdir()
            (release / "help" / "index.html").write_text("help")
            stands = put_in_force(release, target)
    finally:
        os.umask(before)
    assert stat.S_IMODE(stands.stat().st_mode) == 0o755
    assert stat.S_IMODE((stands / "help").stat().st_mode) == 0o755
    assert stat.S_IMODE((stands / "help/index.html").stat().st_mode) == 0o644


@pytest.mark.parametrize("make", [lambda path: path.symlink_to("/etc/hostname"), os.mkfifo], ids=["link", "pipe"])
def test_only_ordinary_files_are_published(tmp_path: Path, make: object) -> None:
    (tmp_path / "a").write_text("x")
    make(tmp_path / "b")  # type: ignore[operator]
    with pytest.raises(CannotPublish, match="holds a link or a device, b"):
        manifest(tmp_path)


def test_the_manifest_sees_names_and_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    first = manifest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = manifest(tmp_path)
    (tmp_path / "b").write_text("y")
    assert len({first, second, manifest(tmp_path)}) == 3
