"""Whatever file operation of a build goes wrong, the last good site stays whole and the next run succeeds."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Result = dict[str, object]


def outcomes(run_program: Callable[..., str], council: Path, plan: dict[str, object], seconds: float = 600) -> list[Result]:
    site = council / "build" / "site"
    printed = run_program("faulty.py", str(council), str(site), json.dumps(plan), seconds=seconds)
    results = [json.loads(line) for line in printed.splitlines()]
    counted = results.pop(0)
    assert counted["operations"] > 400, "the operations of a build are no longer seen"
    assert results
    return results


def faults_of(result: Result) -> Iterator[str]:
    """What should not have come of one failing operation."""
    said = str(result["said"])
    if result["site"] == "mixed":
        yield "the site that stands is neither the old one nor the new one"
    if result["code"] == 0 and result["site"] != "new":
        yield "the build says that it succeeded and did not"
    if result["kind"] == "kill" and result["code"] != -9:
        yield "the build was not killed"
    if result["kind"] != "kill" and result["code"] not in (0, 1, 3):
        yield f"the build ended with {result['code']}"
    if result["kind"] in ("out of memory", "interrupt") and result["code"] == 1:
        yield "the computer's fault was told as the officer's"
    if result["kind"] != "kill" and result["code"] != 0 and not said.rstrip().endswith((".", "again", "like")):
        yield "the build ended without a sentence"
    if "Traceback" in said or "mistake of its own" in said:
        yield "the failure was not expected"
    if result["next"] != 0 or result["next site"] != "new":
        yield f"the next run failed: {result['next said']}"
    if result["left"]:
        yield f"something was left behind: {result['left']}"


def judge(results: list[Result]) -> None:
    bad = [f"{result['kind']} at {result['operation']}: {fault}" for result in results for fault in faults_of(result)]
    assert bad == []


def test_a_publication_survives_a_failing_file_operation(council: Path, run_program: Callable[..., str]) -> None:
    results = outcomes(run_program, council, {"stub": True, "sample": 30})
    assert {result["kind"] for result in results} == {"kill", "no space", "disk fault", "no permission", "out of memory", "interrupt"}
    judge(results)


def test_a_whole_build_survives_a_failing_file_operation(council: Path, run_program: Callable[..., str]) -> None:
    judge(outcomes(run_program, council, {"stub": False, "sample": 2, "start": 700}))


@pytest.mark.torture
def test_a_publication_survives_every_failing_file_operation(council: Path, run_program: Callable[..., str]) -> None:
    judge(outcomes(run_program, council, {"stub": True, "stride": 1, "every kind": True}, seconds=7200))


@pytest.mark.torture
def test_a_whole_build_survives_every_failing_file_operation(council: Path, run_program: Callable[..., str]) -> None:
    stride = int(os.environ.get("TORTURE_STRIDE", "5"))
    judge(outcomes(run_program, council, {"stub": False, "stride": stride}, seconds=8 * 3600))
