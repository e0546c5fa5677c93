"""The floor of a build, each part in a process of its own: MkDocs on the staged folder, vl-convert on the same specs.

    python -m tests.benchmarks.alone specs COUNCIL SITE FILE    keep what a cold build of this site draws
    python -m tests.benchmarks.alone mkdocs COUNCIL DOCS SITE
    python -m tests.benchmarks.alone vlconvert FILE SHARE OF
    python -m tests.benchmarks.alone generator COUNCIL SITE  a whole build, with MkDocs and drawing taken out of the time

The last prints seconds of work.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from tests.benchmarks.councils import AS_AT


def specs(council: str, site: str, file: str) -> None:
    """Everything that has to be drawn, as vl-convert is handed it: Vega for the charts, SVG for the PNGs."""
    from generator.commands.build import _checked, _protected
    from generator.release.analyse.areas import analyse
    from generator.release.build import PRINT_SCALE
    from generator.release.cards import SCALE, cards
    from generator.release.charts.draw import template_of
    from generator.release.charts.families import family_of, filled
    from generator.release.stage import stage

    publication = _protected(*_checked(Path(council), AS_AT))
    analysis = analyse(publication, AS_AT)
    with tempfile.TemporaryDirectory() as docs:
        pages = stage(publication, analysis, Path(docs) / "docs", Path(council) / "templates" / "pages")
    vega, svg = [], [(picture, SCALE) for picture in cards(publication, pages).values()]
    for request in {request.key: request for page in pages for request in page.charts}.values():
        family = family_of(request.chart)
        vega += [filled(template_of(family.name, None), family.compose(request.chart, width, request.words)) for width in family.widths]
    svg += [(picture.read_text(encoding="utf-8"), PRINT_SCALE) for picture in sorted(Path(site).glob("data/figures/*.svg"))]
    Path(file).write_text(json.dumps([vega, svg]), encoding="utf-8")
    print(len(vega), len(svg))


def mkdocs(council: str, docs: str, site: str) -> None:
    """MkDocs alone, with the settings that the build gives it."""
    from generator.records.assemble import read_council
    from generator.release.build import settings_of
    from generator.release.site_builder import build_pages

    records, _ = read_council(Path(council), AS_AT)
    assert records
    began = time.process_time(), time.perf_counter()
    build_pages(settings_of(Path(council)), records.content.council, None, Path(docs), Path(site), AS_AT)
    print(time.perf_counter() - began[1], time.process_time() - began[0])


def vlconvert(file: str, share: str, of: str) -> None:
    """vl-convert alone on one share of the specs; nothing is done with what it gives."""
    vega, svg = json.loads(Path(file).read_text(encoding="utf-8"))
    began = time.perf_counter()
    import vl_convert

    for spec in vega[int(share) :: int(of)]:
        vl_convert.vega_to_svg(spec, allowed_base_urls=[])
    for picture, scale in svg[int(share) :: int(of)]:
        vl_convert.svg_to_png(picture, scale=scale)
    print(time.perf_counter() - began, time.process_time())


def generator(council: str, site: str) -> None:
    """A build with a full cache, without the time in MkDocs; the note of what stands is taken away first."""
    from generator.commands.build import make
    from generator.release import build as steps

    spent = 0.0
    build_pages: Callable[..., None] = steps.build_pages

    def timed(*arguments: object) -> None:
        nonlocal spent
        began = time.process_time()
        build_pages(*arguments)
        spent += time.process_time() - began

    with mock.patch.object(steps, "build_pages", timed):
        make(Path(council), Path(site), AS_AT)
    used = os.times()
    print(used.user + used.system + used.children_user + used.children_system - spent, spent)


if __name__ == "__main__":
    {"specs": specs, "mkdocs": mkdocs, "vlconvert": vlconvert, "generator": generator}[sys.argv[1]](*sys.argv[2:])
