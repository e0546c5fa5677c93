"""Drawing is the same everywhere, happens once, and its cache is never stale and never needed."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.release.charts import cache as cache_module
from generator.release.charts import draw as draw_module
from generator.release.charts import workers as workers_module
from generator.release.charts.cache import NO_CACHE, ChartCache, fingerprint
from generator.release.charts.draw import ChartRequest, Drawing, begin, draw
from generator.release.charts.shapes import Sparkline
from generator.release.charts.words import ChartWords
from generator.release.charts.workers import Workers

from .examples import OLDBRIDGE, a_line, a_ranking, a_trend

REPOSITORY = Path(__file__).resolve().parents[3]


def requests() -> list[ChartRequest]:
    return [
        ChartRequest("rise", a_trend(), "Caseloads rose", "They did."),
        ChartRequest("rank", a_ranking(), "Caseloads are high", "They are."),
        ChartRequest("spark", Sparkline(a_line().points), "Caseloads", ""),
    ]


def draw_all(wanted: list[ChartRequest], workers: int, cache: ChartCache = NO_CACHE) -> dict[str, Drawing]:
    with Workers(workers) as pool:
        return begin(wanted, pool, cache)()


def _no_drawing(*_: object) -> Drawing:
    raise AssertionError("drawn again")


def test_charts_come_back_by_key_in_the_order_asked_for() -> None:
    drawings = draw_all(requests(), workers=1)
    assert list(drawings) == ["rise", "rank", "spark"]
    assert drawings["rise"] == draw(a_trend(), "Caseloads rose", "They did.", "rise")
    assert drawings["spark"].narrow == ""


def test_two_charts_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="two charts have the same key"):
        draw_all([*requests(), *requests()], workers=1)


def test_processes_draw_the_same_bytes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here = draw_all(requests(), workers=1)
    monkeypatch.setattr(workers_module, "FEWEST_FOR_WORKERS", 2)
    assert list(draw_all(requests(), workers=2, cache=ChartCache(tmp_path)).items()) == list(here.items())


def test_a_text_that_no_picture_can_hold_is_refused_from_a_process_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers_module, "FEWEST_FOR_WORKERS", 1)
    bad = ChartRequest("bad", a_trend(), "Case\0loads", "")
    with pytest.raises(ValueError, match=r"U\+0000"):
        draw_all([*requests(), bad], workers=2)


def _elsewhere(program: str, path: Path = REPOSITORY, environment: dict[str, str] | None = None) -> str:
    """What a fresh interpreter prints; its folder and environment are its own."""
    surroundings = os.environ | {"PYTHONPATH": str(path)} | (environment or {})
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=path, env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout


DRAW = """
import hashlib
from generator.release.charts.draw import draw
from generator.release.charts.shapes import Line, Point, TrendChart
points = tuple(Point(f"20{n}", n, n * 1.1, f"{n * 1.1:.1f}", key=f"k/{n}") for n in range(16, 26))
lines = (Line("Oldbridge", "council", points), Line("England", "england", points[2:]))
chart = TrendChart(lines, False, "", 1)
drawing = draw(chart, "Title", "What it shows.", "key")
print(hashlib.sha256((drawing.wide + drawing.narrow).encode()).hexdigest())
"""


def test_bytes_do_not_depend_on_time_zone_hash_seed_or_language() -> None:
    surroundings = [
        {"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C"},
        {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "4711", "LC_ALL": "C.UTF-8"},
    ]
    assert len({_elsewhere(DRAW, environment=one) for one in surroundings}) == 1


CACHED = """
import sys
from pathlib import Path
from generator.release.charts.cache import ChartCache
from generator.release.charts.draw import ChartRequest, begin
from generator.release.charts.shapes import Point, Sparkline
from generator.release.charts.workers import Workers
for last in {lasts}:
    chart = Sparkline((Point("2024", 0, 1.0, "1"), Point("2025", 1, last, "2")))
    begin([ChartRequest("spark", chart, "Title", "")], Workers(1), ChartCache(Path({folder!r})))()
print(*sorted(set(("altair", "vl_convert", "pandas")) & set(sys.modules)))
"""


def test_the_libraries_are_loaded_only_for_what_must_be_drawn(tmp_path: Path) -> None:
    first = _elsewhere(CACHED.format(lasts=[2.0], folder=str(tmp_path)))
    again = _elsewhere(CACHED.format(lasts=[2.0], folder=str(tmp_path)))
    changed = _elsewhere(CACHED.format(lasts=[2.0, 3.0], folder=str(tmp_path)))
    assert (first.split(), again.split(), changed.split()) == (["altair", "vl_convert"], [], ["vl_convert"])


def test_what_is_in_the_cache_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = draw_all(requests(), workers=1, cache=ChartCache(tmp_path))
    monkeypatch.setattr(draw_module, "_draw", _no_drawing)
    assert draw_all(requests(), workers=1, cache=ChartCache(tmp_path)) == cold


@pytest.mark.parametrize("spoil", [b"", b"rubbish", b"0" * 64 + b'\n["<svg>",""]', b"\xff\xfe\0"])
def test_a_spoiled_cache_is_drawn_again_and_mended(tmp_path: Path, spoil: bytes) -> None:
    cold = draw_all(requests(), workers=1, cache=ChartCache(tmp_path))
    whole = {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()}
    for entry in tmp_path.iterdir():
        entry.write_bytes(spoil)
    draw_module.template_of.cache_clear()
    assert draw_all(requests(), workers=1, cache=ChartCache(tmp_path)) == cold
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == whole


def test_a_deleted_cache_is_made_again(tmp_path: Path) -> None:
    cold = draw_all(requests(), workers=1, cache=ChartCache(tmp_path / "cache"))
    shutil.rmtree(tmp_path / "cache")
    assert draw_all(requests(), workers=1, cache=ChartCache(tmp_path / "cache")) == cold
    assert len(list((tmp_path / "cache").iterdir())) >= len(cold)


def test_an_entry_is_written_whole_and_leaves_no_draft(tmp_path: Path) -> None:
    ChartCache(tmp_path).write("name", "text")
    assert [entry.name for entry in tmp_path.iterdir()] == ["name"]
    assert ChartCache(tmp_path).read("name") == "text"


def test_without_a_folder_nothing_is_kept() -> None:
    ChartCache(None).write("name", "text")
    assert ChartCache(None).read("name") is None


@pytest.mark.parametrize(
    "changed",
    [
        ChartRequest("other", a_trend(), "Title", "Words"),
        ChartRequest("rise", a_trend(zero_based=False), "Title", "Words"),
        ChartRequest("rise", a_trend(), "Another title", "Words"),
        ChartRequest("rise", a_trend(), "Title", "Other words"),
        ChartRequest("rise", a_trend(), "Title", "Words", ChartWords(mean="Average")),
        ChartRequest("rise", a_trend(a_line(values=(*OLDBRIDGE[:-1], 19.6))), "Title", "Words"),
        ChartRequest("rise", a_trend(a_line(role="england")), "Title", "Words"),
    ],
)
def test_every_part_of_a_request_is_in_its_fingerprint(changed: ChartRequest) -> None:
    assert fingerprint(changed) != fingerprint(ChartRequest("rise", a_trend(), "Title", "Words"))


def test_a_fingerprint_tells_apart_what_json_would_not() -> None:
    assert fingerprint(1.0) != fingerprint("1.0")
    assert fingerprint("a", "b") != fingerprint(("a", "b"))
    assert fingerprint(None) != fingerprint("")


def test_another_version_of_a_library_gives_another_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint("chart")
    cache_module.makers.cache_clear()
    monkeypatch.setattr(cache_module, "version", lambda library: f"{library} 99")
    assert fingerprint("chart") != before
    cache_module.makers.cache_clear()


@pytest.mark.parametrize("module", ["charts/trend.py", "charts/svg.py", "png.py"])
def test_a_change_of_the_code_gives_another_fingerprint(module: str, tmp_path: Path) -> None:
    program = "from generator.release.charts.cache import fingerprint; print(fingerprint('chart'))"
    shutil.copytree(
        REPOSITORY / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__")
    )
    assert _elsewhere(program, tmp_path) == _elsewhere(program)
    with (tmp_path / "generator/release" / module).open("a") as changed:
        changed.write("# a change\n")
    assert _elsewhere(program, tmp_path) != _elsewhere(program)


def test_nothing_that_draws_has_code_outside_of_the_fingerprint() -> None:
    """The fingerprint holds the code of `charts` and `png`: neither may draw with a module of ours that stands elsewhere."""
    drawing = [*(REPOSITORY / "generator/release/charts").glob("*.py"), REPOSITORY / "generator/release/png.py"]
    imported = {found for module in drawing for found in re.findall(r"^\s*(?:from|import) (generator\S*)", module.read_text(encoding="utf-8"), re.MULTILINE)}
    assert {name for name in imported if not name.startswith("generator.release.charts")} == set()


def test_a_kept_drawing_is_plain_json(tmp_path: Path) -> None:
    draw_all(requests()[2:], workers=1, cache=ChartCache(tmp_path))
    content = ChartCache(tmp_path).read(fingerprint(requests()[2]))
    assert content is not None
    assert json.loads(content)[0].startswith("<svg ")
