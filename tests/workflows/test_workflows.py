"""The workflows: linted, least in their permissions, and made of commands that exist."""

import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.cli import parser

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
WRITES = {
    ("nightly.yml", "tell"): {"issues"},
    ("publish.yml", "deploy"): {"pages", "id-token"},
    ("publish.yml", "snapshot"): {"contents"},
    ("release.yml", "release"): {"contents"},
}
"""The jobs that may write, and what."""


def read(path: Path) -> dict[str, Any]:
    return YAML(typ="safe").load(path)


def steps(path: Path) -> list[tuple[str, dict[str, Any]]]:
    return [(name, step) for name, job in read(path)["jobs"].items() for step in job["steps"]]


def test_the_schema_checker_and_the_security_linter_find_nothing() -> None:
    programs = Path(sys.executable).parent
    files = [str(path) for path in WORKFLOWS]
    checked = subprocess.run([programs / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    audited = subprocess.run([programs / "zizmor", "--offline", "--no-progress", *files], capture_output=True, text=True, check=False)
    assert audited.returncode == 0, audited.stdout + audited.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_only_the_last_job_may_write_and_it_runs_nothing_of_ours(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]
    for name, job in workflow["jobs"].items():
        written = {scope for scope, level in job["permissions"].items() if level == "write"}
        assert written == WRITES.get((path.name, name), set())
        assert job["timeout-minutes"] <= 60
        if written:
            assert "needs" in job
            assert not any("checkout" in step.get("uses", "") or ".venv" in step.get("run", "") for step in job["steps"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_and_no_checkout_keeps_a_credential(path: Path) -> None:
    for _, step in steps(path):
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_command_of_ours_exists(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    for _, step in steps(path):
        for line in step.get("run", "").replace("\\\n", " ").splitlines():
            if found := re.search(r"\.venv/bin/transparency ([^>|&]*)", line):
                parser().parse_args(shlex.split(re.sub(r"\$[A-Z_]+", "1", found.group(1))))
            if found := re.match(r"make (\S+)", line):
                assert re.search(rf"^{re.escape(found.group(1))}:", makefile, re.MULTILINE)


def test_a_run_that_publishes_is_never_cancelled() -> None:
    for name in {name for name, _ in WRITES}:
        assert read(ROOT / ".github/workflows" / name)["concurrency"]["cancel-in-progress"] is False, name


@pytest.fixture(scope="module")
def describe() -> ModuleType:
    spec = importlib.util.spec_from_file_location("describe", ROOT / ".github/release/describe.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_bill_of_materials_lists_every_pinned_requirement_with_its_fingerprints(describe: ModuleType) -> None:
    requirements = (ROOT / ".github/requirements/run.txt").read_text(encoding="utf-8")
    listed = describe.bill_of_materials("1.2.0", requirements)["components"]
    assert [one["purl"] for one in describe.pinned("A.b==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n# c==2\n")] == ["pkg:pypi/a-b@1.0"]
    assert len(listed) == len(re.findall(r"^[A-Za-z0-9].*==", requirements, re.MULTILINE))
    assert all(one["hashes"] for one in listed)


def test_a_release_is_packed_without_any_council_and_its_statement_names_it(tmp_path: Path) -> None:
    done = subprocess.run([ROOT / ".github/release/pack", "v1.2.0", str(tmp_path)], check=False, env={"PYTHON": sys.executable, "PATH": os.environ["PATH"], "HOME": os.environ["HOME"]}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    names = subprocess.run(["tar", "tzf", tmp_path / "transparency-generator-1.2.0.tar.gz"], check=True, capture_output=True, text=True).stdout.split()
    assert "transparency-generator-1.2.0/generator/cli.py" in names
    assert "transparency-generator-1.2.0/templates/council/data/council.yml.j2" in names
    assert not any(re.match(r"[^/]+/(data|site_src)/", name) for name in names)
    statement = json.loads((tmp_path / "provenance.intoto.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in statement["subject"]] == ["transparency-generator-1.2.0.tar.gz"]
